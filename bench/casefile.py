"""A large case: ``python bench/casefile.py [--documents 10000] [--claims 10] [--keep FOLDER]``.

Makes a case of so many documents with so many claims each and a decision on one in ten, then measures, in
processes of their own: opening it, one decision until it is on the disk, one taking back, a search in
either language, the claims of a document, and the memory of all that. Exit status 1 if a bar is missed.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from wherewhen.casefile import Casefile
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.evidence import Evidence
from wherewhen.model.judgement import Judged, Verdict
from wherewhen.model.person import Person
from wherewhen.model.place import Candidate, Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source, SourceKind
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import Grain, When

BARS = {"open": 2.0, "decide": 0.1, "undo": 0.1, "search": 0.2, "claims": 0.1, "memory": 500.0}
MEMORY = Path("/dev/shm")
UNITS = {"memory": "MB"}
TOOL = Tool("wherewhen", "bench", "0")
TOWNS = (("Rome", "روما"), ("Vienna", "فيينا"), ("Aleppo", "حلب"), ("Damascus", "دمشق"), ("Paris", "باريس"))
SUBJECT = Person("Anna Berg", ("آنا بيرغ",))


def document(number: int, claims: int) -> Document:
    """About three kilobytes of text, every third document in Arabic."""
    arabic = number % 3 == 0
    lines = []
    for line in range(claims):
        town = TOWNS[(number + line) % len(TOWNS)][arabic]
        day = date(2000, 1, 1) + timedelta(days=(number * 7 + line) % 7000)
        told = f"شوهدت آنا بيرغ في {town} يوم {day}." if arabic else f"Anna Berg was seen in {town} on {day}."
        filler = "لم يحدث شيء آخر في ذلك اليوم. " if arabic else "Nothing else was seen on that day. "
        lines.append(f"{told} {filler * 7}w{number}x{line}")
    text = "\n".join(lines)
    blocks, start = [], 0
    for line_text in lines:
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line_text)))
        start += len(line_text) + 1
    language = "ar" if arabic else "en"
    return Document(f"{number:064x}", text, tuple(blocks), language, f"Report {number}", "The Herald")


def claims_of(made: Document, number: int) -> list[Claim]:
    return [claim(made, block, number + line) for line, block in enumerate(made.blocks)]


def claim(made: Document, block: Block, number: int) -> Claim:
    english, arabic = TOWNS[number % len(TOWNS)]
    span = Span(made, block.start, block.start + 30)
    reason = Reason.of("place.population", span, place=english, place_ar=arabic)
    losers = tuple(Candidate(f"geonames:{n}", english, 0.1, Point(40.0, n)) for n in range(3))
    place = Place(
        english, Precision.SETTLEMENT, (("en", english), ("ar", arabic)), f"geonames:{number % 5}", "PPLC",
        Point(41.9, 12.5), 5.0, containment=("Province", "Country"), confidence=0.9, reasons=(reason,),
        losers=losers,
    )  # fmt: skip
    day = date(2000, 1, 1) + timedelta(days=number % 7000)
    return Claim(
        SUBJECT.name, span, place, When.between(day, day, Grain.DAY, reasons=(reason,)), Status.ATTRIBUTED,
        Evidence.STATEMENT, (Source("a witness", SourceKind.WITNESS, False),), ("Carla Dorn",),
        reasons=(reason,), tool=TOOL,
    )  # fmt: skip


def make(folder: Path, documents: int, claims: int) -> None:
    """The originals are small here; documents that differ in hash only would be the same to the store."""
    with Casefile.create(folder, SUBJECT, "Mona", "to measure") as case:
        for number in range(documents):
            made = document(number, claims)
            entry = case.collect(
                made.text.encode(), f"report-{number}.txt", "a stick", "Mona", media="text/plain"
            )
            made = with_id(made, entry.act.sha256)  # type: ignore[union-attr]
            case.read(made, claims_of(made, number), TOOL, "Mona")
            if number % 1000 == 999:
                print(f"{number + 1:,} documents", file=sys.stderr)
        for name in list(case.state.claims)[::10]:
            case.record(Judged(name, Verdict.ACCEPT), "Mona", "seen")


def with_id(made: Document, sha256: str) -> Document:
    return Document(sha256, made.text, made.blocks, made.language, made.title, made.publisher)


def measured(folder: Path) -> dict[str, float]:
    """In this process: seconds, the median of several where that makes sense, and megabytes."""
    began = time.perf_counter()
    case = Casefile.open(folder)
    state = case.state
    took = {"open": time.perf_counter() - began}
    names = list(state.claims)
    numbers: list[int] = []

    def decide(turn: int) -> None:
        seen = case.state.number
        act = Judged(names[turn * 37 % len(names)], Verdict.REJECT)
        numbers.append(case.record(act, "Mona", "measured", seen).number)

    took["decide"] = slowest(decide, 30)
    took["undo"] = slowest(lambda turn: case.undo(numbers[turn], "Mona"), 30)
    began = time.perf_counter()
    case.search("Rome")
    took["first search"] = time.perf_counter() - began
    asked = ("Vienna", "حلب", "berg seen dama", "w777x3", "والحادث دمشق", "nothing")
    took["search"] = slowest(lambda turn: case.search(asked[turn % len(asked)]), 30)
    items = list(state.items)
    took["claims"] = slowest(lambda turn: list(case.claims(case.state.of(items[turn * 11 % len(items)]))), 30)
    took["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    case.close()
    return took


def slowest(act: Callable[[int], object], times: int) -> float:
    """The 95th percentile."""
    taken = []
    for turn in range(times):
        began = time.perf_counter()
        act(turn)
        taken.append(time.perf_counter() - began)
    return statistics.quantiles(taken, n=20)[-1]


def apart(folder: Path) -> dict[str, float]:
    command = [sys.executable, __file__, "--measure", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--claims", type=int, default=10)
    parser.add_argument(
        "--keep", type=Path, help="make the case here and keep it, or use the one that is there"
    )
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.measure:
        print(json.dumps(measured(asked.measure)))
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = asked.keep or Path(temporary) / "case"
        if not folder.exists():
            with tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as quick:
                began = time.perf_counter()
                make(Path(quick) / "case", asked.documents, asked.claims)
                print(f"{'making it, in memory':28}{time.perf_counter() - began:10.1f} s")
                shutil.copytree(Path(quick) / "case", folder)
        print(f"{'case.sqlite':28}{(folder / 'case.sqlite').stat().st_size / 1e6:10.1f} MB")
        figures = apart(folder)
    for name, value in figures.items():
        bar = f"  at most {BARS[name]:g}" if name in BARS else ""
        print(f"{name:28}{value:10.3f} {UNITS.get(name, 's')}{bar}")
    return 0 if all(figures[name] <= bar for name, bar in BARS.items()) else 1


if __name__ == "__main__":
    sys.exit(main())
