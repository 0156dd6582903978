"""Every call that writes goes wrong once, in every way: python -m tests.faults.killing [--points 20000]

A review is scripted (``review.py``). Before each step the case is copied; then the step is done again and
again, each time with one call of it failing: the process dies before it, in the middle of it or after it,
the disk answers with an error, or is full once, or for good. After an error the process goes on with the
next steps. What it acknowledged goes through a pipe. Then the case is opened: nothing acknowledged may be
missing, nothing may be there that was refused (unless the refusal said that it could not tell), and every
original must be whole. Exit status 1 where anything was lost.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.review import Step, begun, steps
from tests.faults.shim import BREAKING, Fault, Shim, under_shim

from wherewhen.casefile import Casefile
from wherewhen.model.errors import CaseError, CaseUncertain, WherewhenError

UNCLEAN = 9
"""Exit status of a step that ended in anything but a coded error."""


@dataclass
class Tally:
    points: Counter[str] = field(default_factory=Counter)
    lost: list[str] = field(default_factory=list)
    unreadable: list[str] = field(default_factory=list)
    phantom: list[str] = field(default_factory=list)
    unclean: list[str] = field(default_factory=list)
    slowest: float = 0.0

    @property
    def total(self) -> int:
        return sum(self.points.values())

    @property
    def sound(self) -> bool:
        return not (self.lost or self.unreadable or self.phantom or self.unclean)

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count}" for name, count in sorted(self.points.items()))
        wrong = f"lost {len(self.lost)}, unreadable {len(self.unreadable)}, phantom {len(self.phantom)}"
        tail = f"unclean {len(self.unclean)}; slowest reopening {self.slowest * 1000:.0f} ms"
        examples = [*self.lost, *self.unreadable, *self.phantom, *self.unclean][:8]
        return "\n".join([f"{self.total:,} fault points ({kinds}): {wrong}, {tail}", *examples])


def ring(work: Path, points: int, tally: Tally) -> Tally:
    """Steps until so many points have been tried; every call of every step in every way."""
    shim, case = Shim(), work / "case"
    begun(case)
    script = steps(600)
    for number in range(len(script)):
        base = entries_of(case)
        for fault in BREAKING:
            at = 1
            while tally.total < points and tried(
                work, script[number : number + 3], base, at, fault, shim, tally
            ):
                at += 1
        if tally.total >= points:
            break
        with Casefile.open(case) as open_case:
            script[number](open_case)
    return tally


def entries_of(folder: Path) -> int:
    with Casefile.open(folder) as case:
        return case.state.number


def tried(work: Path, script: list[Step], base: int, at: int, fault: Fault, shim: Shim, tally: Tally) -> bool:
    """One run with call ``at`` failing; False where the first step has fewer calls."""
    copy = work / "copy"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(work / "case", copy)
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        os._exit(reviewed(copy, script, at, fault, shim, writer))
    os.close(writer)
    with os.fdopen(reader) as told:
        lines = told.read().splitlines()
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if "beyond" in lines:
        return False
    where = f"{fault.name} at call {at} of {script[0]}"
    tally.points[fault.name] += 1
    if status == UNCLEAN:
        tally.unclean.append(f"{where}: {lines[-1] if lines else ''}")
    judged(copy, lines, where, status == 137, base, tally)
    return True


def reviewed(folder: Path, script: list[Step], at: int, fault: Fault, shim: Shim, writer: int) -> int:
    """The child: each entry that ``record`` returned is told, each refusal as well."""

    def tell(line: str) -> None:
        os.write(writer, f"{line}\n".encode())

    shim.begin(folder, at, fault)
    case: Casefile | None = None
    for number, step in enumerate(script):
        try:
            case = case or Casefile.open(folder)
            entry = step(case)
            tell(f"ack {entry.number} {entry.hash}")
        except CaseError as error:
            tell(f"error {error.code}")
        except BaseException as error:
            tell(f"{type(error).__name__} {error}")
            return UNCLEAN
        if number == 0 and shim.count < at:
            tell("beyond")
            return 0
    return 0


def judged(folder: Path, lines: list[str], where: str, killed: bool, base: int, tally: Tally) -> None:
    """``base`` entries were there before."""
    acknowledged = dict(line.split()[1:] for line in lines if line.startswith("ack"))
    began = time.perf_counter()
    try:
        with Casefile.open(folder) as case:
            entries = {str(e.number): e.hash for e in case.history()}
            for sha256 in case.state.items:
                case.evidence().get(sha256)
    except WherewhenError as error:
        tally.unreadable.append(f"{where}: {error}")
        return
    tally.slowest = max(tally.slowest, time.perf_counter() - began)
    missing = [number for number, whole in acknowledged.items() if entries.get(number) != whole]
    if missing:
        tally.lost.append(f"{where}: {missing}")
    newest, told = max(map(int, entries)), max([base, *map(int, acknowledged)])
    uncertain = f"error {CaseUncertain.code}" in lines
    if newest > told + (killed or uncertain):
        tally.phantom.append(f"{where}: {newest} entries, {told} told")


def main() -> int:
    under_shim("tests.faults.killing", sys.argv[1:])
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--points", type=int, default=20_000)
    asked, began, tally = parser.parse_args(), time.monotonic(), Tally()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as work:
        ring(Path(work), asked.points, tally)
    print(tally)
    print(f"{time.monotonic() - began:.0f} s")
    return 0 if tally.sound and tally.total >= asked.points else 1


if __name__ == "__main__":
    sys.exit(main())
