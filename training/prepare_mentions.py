"""Gather the corpora of marked mentions into one file.  python prepare_mentions.py CORPORA --out FILE"""

from __future__ import annotations

import argparse
from pathlib import Path

from rows import write_rows
from tagged import CORPORA, texts

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write_rows(options.out, (row for corpus in CORPORA for row in texts(options.corpora, corpus)))
