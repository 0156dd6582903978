"""Checks a case of Wherewhen, or a packed one, without Wherewhen: python verify_case.py CASE [--head HASH]

It needs Python 3.11 and nothing else, shares no line with the program that wrote the case, and never writes.
What it checks is described in docs/cases.md; each problem is one line with a code. Exit status 0 where all is
as recorded, 1 where it is not, 2 where there is no case.

    chain      an entry was changed, dropped, moved or put in; it is named by its number
    reading    a text or a claim of a reading was changed, or a quote does not stand in its text
    evidence   an original is missing, was changed, or nobody recorded it
    redacted   content was erased, by whom and when (no problem by itself)
    left       a write was cut short and left something behind (no problem by itself)
    erased     content is missing and nobody declared it, or was declared and is still there
    head       the hash that was kept outside belongs to no entry: the end was cut off or all was written anew
    proof      a publication is not what the journal says
    bag        a packed case lacks a file, or holds one that is not listed or was changed
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import sqlite3
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ZEROS = "0" * 64
FIELDS = "number, at, actor, kind, previous, seal, body_seal, hash, salt, payload"


@dataclass
class Report:
    """What was found out so far."""

    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def problem(self, code: str, where: object, what: str) -> None:
        self.problems.append(f"{code:9} {where}: {what}")

    def note(self, code: str, where: object, what: str) -> None:
        self.notes.append(f"{code:9} {where}: {what}")


@dataclass
class Journal:
    """What the entries tell: acts by number, hashes by number, readings with their texts."""

    acts: dict[int, dict[str, Any]] = field(default_factory=dict)
    kinds: dict[int, str] = field(default_factory=dict)
    actors: dict[int, tuple[str, str, str]] = field(default_factory=dict)
    hashes: dict[int, str] = field(default_factory=dict)
    empty: set[int] = field(default_factory=set)

    @property
    def head(self) -> str:
        return self.hashes[max(self.hashes)] if self.hashes else ZEROS

    def of_kind(self, kind: str) -> list[tuple[int, dict[str, Any]]]:
        return [(n, act) for n, act in sorted(self.acts.items()) if self.kinds[n] == kind]


def sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def compact(value: Any) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()


def text(value: Any) -> str | None:
    """A cell as text; SQLite may give bytes."""
    if value is None or isinstance(value, str):
        return value
    return value.decode("utf-8", "surrogateescape") if isinstance(value, bytes) else repr(value)


def blob(value: Any) -> bytes:
    if isinstance(value, bytes):
        return value
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else repr(value).encode()


# The journal ------------------------------------------------------------------------------------


def read_journal(path: Path, report: Report) -> Journal:
    journal = Journal()
    if path.with_name(path.name + "-journal").exists():
        report.note("left", path.name, "a write was cut short; open the case once to settle it")
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    database.text_factory = bytes
    try:
        for (line,) in database.execute("PRAGMA integrity_check"):
            if line != b"ok":
                report.problem("chain", path.name, f"the file is damaged: {text(line)}")
        bodies = dict(database.execute("SELECT number, content FROM body"))
        rows = database.execute(f"SELECT {FIELDS} FROM entry ORDER BY number")
        previous = ZEROS
        for expected, row in enumerate(rows, 1):
            previous = read_row(expected, row, previous, bodies.pop(expected, None), journal, report)
        (counted,) = database.execute("PRAGMA user_version").fetchone()
        if counted != len(journal.hashes):
            report.problem("chain", f"entry {min(counted, len(journal.hashes)) + 1}", "is missing at the end")
        for number in bodies:
            report.problem("reading", f"entry {number}", "a text that no entry speaks of")
    except (sqlite3.Error, OverflowError, MemoryError, UnicodeDecodeError) as error:
        report.problem("chain", path.name, f"the file cannot be read ({error})")
    finally:
        database.close()
    return journal


def read_row(
    expected: int, row: tuple[Any, ...], previous: str, body: Any, journal: Journal, report: Report
) -> str:
    """Checks one entry; returns the hash that the next one must name."""
    number, where = row[0], f"entry {expected}"
    at, actor, kind, before, sealed, body_seal, whole = (text(cell) for cell in row[1:8])
    salt, payload = row[8], row[9]
    if number != expected:
        report.problem("chain", where, "is missing")
    if before != previous:
        report.problem("chain", where, "does not follow the entry before it")
    said = {"actor": actor, "at": at, "body": body_seal, "kind": kind, "number": number}
    try:
        right = sha(compact({**said, "previous": before, "seal": sealed})) == whole
    except UnicodeEncodeError:
        right = False
    if not right:
        report.problem("chain", where, "was changed")
    journal.hashes[number], journal.kinds[number] = whole or "", kind or ""
    if payload is None or salt is None:
        if payload is not None or salt is not None or body is not None:
            report.problem("erased", where, "was erased in part only")
        journal.empty.add(number)
        return whole or ""
    check_content(number, blob(salt), blob(payload), sealed, report)
    check_body(number, blob(salt), body, body_seal, report)
    try:
        content = json.loads(blob(payload))
        journal.acts[number] = content["act"]
        journal.actors[number] = (actor or "", at or "", content["reason"])
    except (ValueError, KeyError, TypeError):
        report.problem("chain", where, "its content is no act")
    return whole or ""


def check_content(number: int, salt: bytes, payload: bytes, sealed: str | None, report: Report) -> None:
    if len(salt) != 16 or sha(salt + payload) != sealed:
        report.problem("chain", f"entry {number}", "has another content than was recorded")


def check_body(number: int, salt: bytes, body: Any, sealed: str | None, report: Report) -> None:
    """A reading must be there if sealed, as sealed, and each quote must stand in its text."""
    where = f"entry {number}"
    if (body is None) != (sealed is None):
        report.problem("reading", where, "a text is missing, or too many")
    if body is None:
        return
    if sha(salt + blob(body)) != sealed:
        report.problem("reading", where, "has another text than was recorded")
        return
    try:
        reading = json.loads(blob(body))
        words = reading["document"]["text"]
        spans = [claim["span"] for claim in reading.get("claims", [])]
        wrong = [s for s in spans if words[s["start"] : s["end"]] != s["quote"]]
    except (ValueError, KeyError, TypeError):
        report.problem("reading", where, "is no reading")
        return
    for span in wrong:
        report.problem("reading", where, f"the quote at {span['start']} does not stand in the text")


# What lies in the folder -----------------------------------------------------------------------


def check_evidence(case: Path, journal: Journal, report: Report) -> None:
    undone = taken_back(journal)
    collected = {act["sha256"] for n, act in journal.of_kind("collected") if n not in undone}
    folder = case / "evidence"
    found = {file: Path(here) / file for here, _, files in os.walk(folder) for file in files}
    erased = {item for _, act in journal.of_kind("erased") for item in act.get("items", [])}
    for name in sorted(collected - found.keys()):
        report.problem("evidence", name, "is missing")
    for name, path in sorted(found.items()):
        if name.endswith(".part"):
            report.note("left", name, "the rest of a write that was cut short")
        elif name not in collected:
            declared = name in erased
            report.problem("erased" if declared else "evidence", name, "is there, but not in the journal")
        elif sha(path.read_bytes()) != name:
            report.problem("evidence", name, "was changed")


def taken_back(journal: Journal) -> set[int]:
    undone: set[int] = set()
    for number, act in reversed(journal.of_kind("undone")):
        if number not in undone:
            undone.add(act["number"])
    return undone


def check_erasures(journal: Journal, report: Report) -> None:
    declared: dict[int, int] = {}
    for number, act in journal.of_kind("erased"):
        declared |= dict.fromkeys(act.get("entries", []), number)
    for number in sorted(journal.empty):
        by = declared.get(number)
        if by is None:
            report.problem("erased", f"entry {number}", "is empty, and no entry declares why")
        else:
            actor, at, reason = journal.actors[by]
            report.note("redacted", f"entry {number}", f"by {actor} on {at} (entry {by}): {reason}")
    for number in sorted(declared.keys() - journal.empty):
        report.problem("erased", f"entry {number}", "was declared erased and is still there")


def check_head(journal: Journal, head: str, report: Report) -> None:
    if head not in journal.hashes.values():
        report.problem("head", head, "belongs to no entry")


def check_proof(journal: Journal, publication: Path, report: Report) -> None:
    path = publication.with_name(publication.name + ".proof.json")
    try:
        proof = json.loads(path.read_bytes())
        number, files = proof["entry"], proof["files"]
        act = journal.acts[number]
        agrees = journal.kinds[number] == "published" and proof["hash"] == journal.hashes[number]
        agrees = agrees and act["head"] == proof["head"] and dict(act.get("files", [])) == files
    except (OSError, ValueError, KeyError, TypeError) as error:
        report.problem("proof", path.name, f"cannot be read ({error})")
        return
    if not agrees or proof["head"] not in (h for n, h in journal.hashes.items() if n < number):
        report.problem("proof", path.name, f"does not say what entry {number} says")
    there = {p.relative_to(publication).as_posix() for p in publication.rglob("*") if p.is_file()}
    for name in sorted(there ^ files.keys()):
        report.problem("proof", name, "is missing" if name in files else "was not published")
    for name in sorted(there & files.keys()):
        if sha((publication / name).read_bytes()) != files[name]:
            report.problem("proof", name, "was changed after it was published")


def check_bag(bag: Path, report: Report) -> None:
    listed: set[str] = set()
    for manifest in sorted(bag.glob("*manifest-*.txt")):
        algorithm = manifest.stem.rpartition("-")[2]
        listed.add(manifest.name) if manifest.name.startswith("tag") else None
        for line in manifest.read_bytes().decode("utf-8", "surrogateescape").removesuffix("\n").split("\n"):
            expected, _, name = line.partition("  ")
            inside = ".." not in Path(name).parts and not Path(name).is_absolute()
            if not inside or not (bag / name).is_file():
                report.problem("bag", repr(name), "is missing, or no name of a file in the bag")
            elif hashlib.new(algorithm, (bag / name).read_bytes()).hexdigest() != expected:
                report.problem("bag", name, "was changed after it was packed")
            listed.add(name)
    for path in bag.rglob("*"):
        if path.is_file() and path.relative_to(bag).as_posix() not in listed:
            report.problem("bag", path.relative_to(bag).as_posix(), "is listed nowhere")


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("case", type=Path, help="the folder of a case, or of a packed case")
    parser.add_argument("--head", help="a hash that was kept outside the case")
    parser.add_argument("--publication", type=Path, help="a folder that was published from the case")
    asked = parser.parse_args(arguments)
    report, case = Report(), asked.case
    if (case / "bagit.txt").is_file():
        check_bag(case, report)
        case = case / "data"
    if not (case / "case.sqlite").is_file():
        print(f"There is no case in {asked.case}", file=sys.stderr)
        return 2
    journal = read_journal(case / "case.sqlite", report)
    check_evidence(case, journal, report)
    check_erasures(journal, report)
    if asked.head:
        check_head(journal, asked.head, report)
    if asked.publication:
        check_proof(journal, asked.publication, report)
    print("\n".join([*report.notes, *report.problems]) or "all is as recorded")
    print(f"{len(journal.hashes)} entries, head {journal.head}, {len(report.problems)} problems")
    return 1 if report.problems else 0


if __name__ == "__main__":
    sys.exit(main())
