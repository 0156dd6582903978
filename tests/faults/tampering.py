"""A byte of the case is changed: python -m tests.faults.tampering [--edits 1000000]

Each edit changes one byte of ``case.sqlite``, or of an original in the store. What the case then tells is
compared, cell by cell and without our code, with what was written. Where it tells something else, opening
it (with all readings) must object and name an entry that differs; where it tells the same, no entry may be
blamed. Every thousandth edit is put before ``tools/verify_case.py`` as well, which shares no code with the
product. Exit status 1 where an edit was classified wrongly.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import random
import re
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType

from tests.faults.review import begun, steps

from wherewhen.casefile import Casefile
from wherewhen.casefile.journal import Journal
from wherewhen.casefile.row import COLUMNS
from wherewhen.model.errors import CaseDamaged, CaseError

PROGRAM = Path(__file__).parents[2] / "tools" / "verify_case.py"
_ENTRY = re.compile(r"entry (\d+)")
Told = dict[int, tuple[object, ...]]


@dataclass
class Tally:
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    @property
    def edits(self) -> int:
        return sum(self.outcomes.values())

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(self.outcomes.items()))
        return "\n".join(
            [f"{self.edits:,} edits ({kinds}), {len(self.wrong)} classified wrongly", *self.wrong[:8]]
        )


@dataclass
class Specimen:
    """A case in memory with what it tells."""

    content: bytes
    told: Told
    originals: dict[str, bytes]

    @classmethod
    def of(cls, folder: Path) -> Specimen:
        begun(folder)
        with Casefile.open(folder) as case:
            for step in steps(9):
                step(case)
            originals = {sha256: case.evidence().get(sha256) for sha256 in case.state.items}
        content = (folder / "case.sqlite").read_bytes()
        return cls(content, plainly(in_memory(content))[0], originals)


def in_memory(content: bytes) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", isolation_level=None)
    database.text_factory = bytes
    database.deserialize(content)
    return database


def plainly(database: sqlite3.Connection) -> tuple[Told, bool]:
    """All cells by place in the journal, and whether the file could be read to its end."""
    told: Told = {}
    try:
        (told[0],) = database.execute("PRAGMA user_version").fetchall()
        bodies = dict(database.execute("SELECT number, content FROM body"))
        for place, row in enumerate(database.execute(f"SELECT {COLUMNS} FROM entry ORDER BY number"), 1):
            told[place] = (*row, bodies.pop(row[0], None), *asked_for(database, place))
        told |= {len(told) - 1 + n: (stray,) for n, stray in enumerate(bodies.items(), 1)}
    except (sqlite3.Error, OverflowError, MemoryError, UnicodeDecodeError):
        return told, False
    return told, True


def asked_for(database: sqlite3.Connection, number: int) -> tuple[object, ...]:
    """The same by number: damage can hide a row from a question that a walk through the table shows."""
    row = database.execute(f"SELECT {COLUMNS} FROM entry WHERE number = ?", (number,)).fetchone()
    body = database.execute("SELECT content FROM body WHERE number = ?", (number,)).fetchone()
    return row, body


def objection(database: sqlite3.Connection) -> CaseError | None:
    """What the product says on opening, reading every text."""
    journal = Journal.__new__(Journal)
    journal.path, journal._db = Path("case.sqlite"), database
    try:
        journal.check_kind()
        for row in journal.rows():
            journal.body(row.number)
        journal.newest()
        journal.check_bodies()
    except CaseError as error:
        return error
    return None


def differences(specimen: Specimen, told: Told) -> set[int]:
    """Numbers of the entries that are told otherwise; where only the count is, the first left out."""
    numbers = specimen.told.keys() | told.keys()
    found = {number for number in numbers if specimen.told.get(number) != told.get(number)}
    if found == {0}:
        return {min(count(told), count(specimen.told)) + 1}
    return found - {0}


def count(told: Told) -> int:
    (number,) = told[0]
    assert isinstance(number, int)
    return number


def edit_journal(
    specimen: Specimen, dice: random.Random, tally: Tally, program: ModuleType, work: Path
) -> None:
    place, value = dice.randrange(len(specimen.content)), dice.randrange(1, 256)
    content = bytearray(specimen.content)
    content[place] ^= value
    database = in_memory(bytes(content))
    said = objection(database)
    told, whole = plainly(database)
    database.close()
    differs = differences(specimen, told)
    where = f"byte {place} xor {value}"
    if not differs and whole:
        blamed = isinstance(said, CaseDamaged) and _ENTRY.search(str(said))
        outcome = "physical damage seen" if said else "dead space"
        tally.wrong += [f"{where}: blamed {said}"] if blamed else []
    else:
        outcome = "change located" if whole else "damage located"
        tally.wrong += [f"{where}: {problem}" for problem in missed(said, differs, whole)]
    tally.outcomes[outcome] += 1
    if tally.edits % 1000 == 0:
        ask_program(program, bytes(content), work, bool(differs) and whole, where, tally)


def missed(said: CaseError | None, differs: set[int], whole: bool) -> list[str]:
    if said is None:
        return ["nobody objected"]
    named = _ENTRY.search(str(said))
    if whole and isinstance(said, CaseDamaged) and named and int(named[1]) not in differs:
        return [f"named entry {named[1]}, of {sorted(differs)}"]
    return []


def ask_program(
    program: ModuleType, content: bytes, work: Path, changed: bool, where: str, tally: Tally
) -> None:
    path = work / "case.sqlite"
    path.write_bytes(content)
    report = program.Report()
    program.read_journal(path, report)
    if changed and not report.problems:
        tally.wrong.append(f"{where}: the separate program saw nothing")


def edit_original(specimen: Specimen, dice: random.Random, tally: Tally) -> None:
    sha256, content = dice.choice(sorted(specimen.originals.items()))
    changed = bytearray(content)
    changed[dice.randrange(len(changed))] ^= dice.randrange(1, 256)
    tally.outcomes["original changed"] += 1
    if hashlib.sha256(changed).hexdigest() == sha256:
        tally.wrong.append(f"original {sha256}")


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_case", PROGRAM)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_case"] = module
    spec.loader.exec_module(module)
    return module


def ring(work: Path, edits: int) -> Tally:
    specimen, tally, dice, program = Specimen.of(work / "case"), Tally(), random.Random(11), loaded()
    while tally.edits < edits:
        if tally.edits % 20 == 0:
            edit_original(specimen, dice, tally)
        else:
            edit_journal(specimen, dice, tally, program, work)
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--edits", type=int, default=1_000_000)
    asked, began = parser.parse_args(), time.monotonic()
    with tempfile.TemporaryDirectory() as work:
        tally = ring(Path(work), asked.edits)
    print(tally)
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
