"""How fast places are found: ``python bench/places.py [TEXT ...] [--rows N]``.

Reads the given UTF-8 texts (or sentences of its own) and prints megabytes a second on one core for

* a plain dictionary of every 1- to 4-gram of the gazetteer's names (finds, but chooses and explains nothing),
* spotting alone (which names stand where),
* the whole room (found, told apart, placed, explained),

and what opening costs. ``--rows N`` also compiles a synthetic gazetteer of N places and measures on that.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.places import Gazetteer, find
from wherewhen.places.gazetteer.build import compile_rows
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.reading import Words
from wherewhen.places.spotting import spot

OWN = (
    "The envoy flew from Cairo to Amman on Monday and went on by road to the border town of Ramtha. "
    "Officials in Paris, Texas, said that nobody had seen him since he left the hotel. "
    "A spokesman told reporters that the talks in Geneva would go on for as long as it took. "
    "Heavy rain fell on the hills and the farmers waited under the trees until it was over. "
)
CHUNK = 4000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("texts", nargs="*", type=Path)
    arguments.add_argument("--rows", type=int, default=0)
    given = arguments.parse_args()
    texts = _chunks("\n".join(p.read_text("utf-8") for p in given.texts) or OWN * 2000)
    with Gazetteer.open() as gazetteer:
        measure("world", gazetteer, texts)
    if given.rows:
        with tempfile.TemporaryDirectory() as folder:
            synthetic(Path(folder) / "synthetic.sqlite", given.rows, texts)


def measure(name: str, gazetteer: Gazetteer, texts: list[str]) -> None:
    size = sum(len(text.encode()) for text in texts)
    print(f"{name}: {size / 1e6:.2f} MB of text, gazetteer {gazetteer.path.stat().st_size / 1e6:.0f} MB")
    rate("opening", 0, lambda: Gazetteer.open(gazetteer.path).close())
    rate("spotting", size, lambda: [spot(Words.of(text), gazetteer) for text in texts])
    rate("whole room", size, lambda: [find(document(text), gazetteer) for text in texts])
    print(f"  memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    names = _names(gazetteer.path)
    rate("plain n-gram dictionary", size, lambda: [_ngrams(text, names) for text in texts])


def rate(what: str, size: int, work: Callable[[], object]) -> float:
    work()
    start = time.process_time()
    work()
    seconds = max(1e-9, time.process_time() - start)
    told = f"{size / 1e6 / seconds:.2f} MB/s" if size else f"{seconds * 1000:.1f} ms"
    print(f"  {what:24} {told}")
    return seconds


def document(text: str) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document(sha256(text.encode()).hexdigest(), text, blocks)


def synthetic(path: Path, count: int, texts: list[str]) -> None:
    """A gazetteer as large as the whole of GeoNames, of names that nobody bears."""
    start = time.process_time()
    compile_rows(path, _rows(count), {"version": "synthetic"})
    print(f"synthetic: {count} places compiled in {time.process_time() - start:.0f} s")
    with Gazetteer.open(path) as gazetteer:
        size = sum(len(text.encode()) for text in texts)
        rate("opening", 0, lambda: Gazetteer.open(path).close())
        rate("spotting", size, lambda: [spot(Words.of(text), gazetteer) for text in texts])


def _rows(count: int) -> Iterator[Row]:
    chance = random.Random(5)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    for number in range(count):
        name = "".join(chance.choices(syllables, k=chance.randint(2, 5))).title()
        if number % 3 == 0:
            name += " " + "".join(chance.choices(syllables, k=3)).title()
        yield Row(
            f"synthetic:{number}", name, "PPL", chance.uniform(-60, 70), chance.uniform(-180, 180), source="-"
        )


def _chunks(text: str) -> list[str]:
    return [text[start : start + CHUNK] for start in range(0, len(text), CHUNK)]


def _names(path: Path) -> set[str]:
    base = sqlite3.connect(path)
    try:
        return {key for (key,) in base.execute("SELECT DISTINCT key FROM name WHERE naming < 3")}
    finally:
        base.close()


def _ngrams(text: str, names: set[str]) -> list[str]:
    words = text.casefold().split()
    grams = (" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3, 4))
    return [gram for gram in grams if gram in names]


if __name__ == "__main__":
    main()
