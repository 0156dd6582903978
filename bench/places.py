"""How fast places are found: ``python bench/places.py [TEXT ...] [--rows N] [--peers PYTHON]``.

Reads the given UTF-8 texts (or a report of its own) and prints megabytes a second on one core for

* a plain dictionary of every 1- to 4-gram of the gazetteer's names (finds, but chooses and explains nothing),
* spotting alone (which names stand where),
* the whole room (found, told apart, placed, explained),

and what opening costs. ``--rows N`` also imports a synthetic GeoNames file of N places as a desk would and
measures on that. PYTHON is an interpreter of another environment in which geotext and flashgeotext are
installed: they are measured on the same text.
"""

from __future__ import annotations

import argparse
import random
import resource
import sqlite3
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.places import Gazetteer, find, import_file
from wherewhen.places.reading import Words
from wherewhen.places.spotting import spot

OWN = (
    "The envoy flew from Cairo to Amman on Monday and went on by road before it was light. Nobody had told "
    "the guards that he would come, and the gate stayed shut until an officer who knew his face was found. "
    "Heavy rain fell on the hills and the farmers waited under the trees until it was over; two of them said "
    "that the first car had stopped at the well and the second had not. Officials in Paris, Texas, said that "
    "nobody had seen him since he left the hotel. His papers were in order, a clerk said, and the bill was "
    "paid for the whole week. A spokesman told reporters that the talks in Geneva would go on for as long as "
    "it took, and that the other side had asked for a pause of a day or two, no more. On Thursday the same "
    "people met again over breakfast, and by noon there was a sheet of paper with four points on it that "
    "both of them could read out. In the border town of Ramtha the market was open and the price of bread "
    "had not moved. An old man who sells tea by the bus station remembers that he asked for sugar twice.\n"
)
"""About as many places as the press names: one in 160 characters."""
PEERS = """
import sys, time
from flashgeotext.geotext import GeoText as Flash
from geotext import GeoText
texts = sys.stdin.read().split("\\0")
size = sum(len(text.encode()) for text in texts)
flash = Flash()
for name, work in (("geotext", GeoText), ("flashgeotext", lambda text: flash.extract(text, span_info=True))):
    work(texts[0])
    start = time.process_time()
    for text in texts:
        work(text)
    print(f"  {name:24} {size / 1e6 / (time.process_time() - start):.2f} MB/s")
"""
CHUNK = 4000


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("texts", nargs="*", type=Path)
    arguments.add_argument("--rows", type=int, default=0)
    arguments.add_argument("--peers", metavar="PYTHON")
    given = arguments.parse_args()
    texts = _chunks("\n".join(p.read_text("utf-8") for p in given.texts) or OWN * 500)
    with Gazetteer.open() as gazetteer:
        world = measure("world", gazetteer, texts)
    if given.peers:
        said = subprocess.run(
            [given.peers, "-c", PEERS], input="\0".join(texts), capture_output=True, text=True, check=True
        )
        print(said.stdout.rstrip())
    if given.rows:
        with tempfile.TemporaryDirectory() as folder:
            synthetic(Path(folder), given.rows, texts, world)


def measure(name: str, gazetteer: Gazetteer, texts: list[str]) -> float:
    """Prints the figures; returns the seconds that spotting took."""
    size = sum(len(text.encode()) for text in texts)
    print(f"{name}: {size / 1e6:.2f} MB of text, gazetteer {gazetteer.path.stat().st_size / 1e6:.0f} MB")
    rate("opening", 0, lambda: Gazetteer.open(gazetteer.path).close())
    spent = rate("spotting", size, lambda: all_of(texts, lambda text: spot(Words.of(text), gazetteer)))
    rate("whole room", size, lambda: all_of(texts, lambda text: find(document(text), gazetteer)))
    print(f"  {'memory':24} {_peak():.0f} MB")
    names = _names(gazetteer.path)
    rate("plain n-gram dictionary", size, lambda: all_of(texts, lambda text: _ngrams(text, names)))
    return spent


def rate(what: str, size: int, work: Callable[[], object]) -> float:
    work()
    start = time.process_time()
    work()
    seconds = max(1e-9, time.process_time() - start)
    told = f"{size / 1e6 / seconds:.2f} MB/s" if size else f"{seconds * 1000:.1f} ms"
    print(f"  {what:24} {told}")
    return seconds


def all_of(texts: list[str], work: Callable[[str], object]) -> None:
    """Text after text, the answers let go: what piles up would be counted as the work's time."""
    for text in texts:
        work(text)


def document(text: str) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document(sha256(text.encode()).hexdigest(), text, blocks)


def synthetic(folder: Path, count: int, texts: list[str], world: float) -> None:
    """A GeoNames file as large as the whole of it, of names that nobody bears, imported as a desk would."""
    file = folder / "synthetic.txt"
    with file.open("w", encoding="utf-8") as out:
        out.writelines(_lines(count))
    before, start = _peak(), time.perf_counter()
    made = import_file(file, source="synthetic", folder=folder)
    spent = time.perf_counter() - start
    file.unlink()
    size, places = made.path.stat().st_size / 1e6, f"{made.places:,} places"
    print(f"synthetic: {places}, {size:.0f} MB, imported in {spent:.0f} s")
    print(f"  {'peak memory of the import':24} {_peak() - before:.0f} MB beyond the {before:.0f} before it")
    with Gazetteer.open(desk=folder) as gazetteer:
        rate("opening (asked: 50 ms)", 0, lambda: Gazetteer.open(desk=folder).close())
        size = sum(len(text.encode()) for text in texts)
        spent = rate(
            "spotting, world and these",
            size,
            lambda: all_of(texts, lambda text: spot(Words.of(text), gazetteer)),
        )
        print(f"  {'of the speed without':24} {world / spent:.2f} (asked: 0.5)")


def _peak() -> float:
    """Most megabytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _lines(count: int) -> Iterator[str]:
    """Lines of a GeoNames dump: 19 columns, a third of the names in two words."""
    chance = random.Random(5)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    for number in range(1, count + 1):
        name = "".join(chance.choices(syllables, k=chance.randint(2, 5))).title()
        if number % 3 == 0:
            name += " " + "".join(chance.choices(syllables, k=3)).title()
        lat, lon = chance.uniform(-60, 70), chance.uniform(-180, 180)
        place = f"{number}\t{name}\t{name}\t\t{lat:.5f}\t{lon:.5f}\tP\tPPL\tZZ"
        yield place + "\t\t\t\t\t\t0\t\t\tUTC\t2026-01-01\n"


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
