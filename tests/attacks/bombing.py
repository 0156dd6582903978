"""Every bomb is taken in against the clock and a memory limit: python -m tests.attacks.bombing [--every 1]

A bomb must be refused with a code, within five seconds and 512 MB, and no document may come of it. Exit
status 1 where one was not.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wherewhen import documents
from wherewhen.documents import Refused
from wherewhen.documents.apart import room
from wherewhen.model.errors import InputError
from wherewhen.model.item import Item

from .intake_bombs import BOMBS

SECONDS = 5.0
MEGABYTES = 512


@dataclass
class Tally:
    refused: int = 0
    slowest: tuple[float, str] = (0.0, "")
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        seconds, name = self.slowest
        told = f"{self.refused} bombs refused, {len(self.wrong)} not as they must be; "
        return "\n".join([f"{told}slowest {seconds:.1f} s ({name}), {memory()} MB", *self.wrong])


def memory() -> int:
    """The most that a reading took so far, in MB."""
    return room._shared_by(os.getpid()).most_memory // 1024


def set_off(name: str, path: Path, tally: Tally, slowness: float) -> None:
    path.write_bytes(BOMBS[name]())
    began = time.perf_counter()
    taken = list(documents.take([path]))
    spent = time.perf_counter() - began
    path.unlink()
    tally.slowest = max(tally.slowest, (spent, name))
    refused = [thing for thing in taken if isinstance(thing, Refused)]
    tally.refused += bool(refused)
    if not refused or not all(isinstance(thing.error, InputError) for thing in refused):
        tally.wrong.append(f"{name}: not refused")
    if any(isinstance(thing, Item) and thing.document is not None for thing in taken):
        tally.wrong.append(f"{name}: a document came of it")
    if spent > SECONDS * slowness:
        tally.wrong.append(f"{name}: {spent:.1f} s")
    if memory() > MEGABYTES:
        tally.wrong.append(f"{name}: {memory()} MB")


def ring(work: Path, names: Sequence[str], slowness: float = 1.0) -> Tally:
    """The reading room stands before the clock runs; ``slowness`` stretches the clock."""
    tally = Tally()
    list(documents.take([Path(__file__)]))
    for name in names:
        set_off(name, work / name, tally, slowness)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--every", type=int, default=1, help="only every so many-th bomb")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as work:
        tally = ring(Path(work), list(BOMBS)[:: asked.every])
    print(tally)
    return bool(tally.wrong)


if __name__ == "__main__":
    sys.exit(main())
