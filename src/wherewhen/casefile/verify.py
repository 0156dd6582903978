"""Is the case what was recorded? Every entry, reading and original, and what was published from it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from wherewhen.casefile.casefile import Casefile
from wherewhen.model.errors import CaseError, EvidenceDamaged, WherewhenError
from wherewhen.model.judgement import Erased, Published

PROOF = "wherewhen.proof/1"


class Check(StrEnum):
    """What a finding is about; ``docs/cases.md`` explains each."""

    CHAIN = "chain"
    READING = "reading"
    EVIDENCE_MISSING = "evidence_missing"
    EVIDENCE_CHANGED = "evidence_changed"
    EVIDENCE_UNKNOWN = "evidence_unknown"
    ERASED = "erased"
    ERASED_UNDECLARED = "erased_undeclared"
    ERASED_PRESENT = "erased_present"
    HEAD = "head"
    PUBLICATION = "publication"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is not as recorded; ``declared`` where the journal itself says so (an erasure)."""

    check: Check
    where: str
    says: str
    declared: bool = False


def verify(folder: Path, head: str | None = None, publication: Path | None = None) -> tuple[Finding, ...]:
    """Everything that is wrong with a case, and what it declares as erased; empty where all is as recorded.

    ``head`` is a hash that was kept outside the case: only it shows a tail that was cut off or a chain that
    was written anew. ``publication`` is a folder that was published from this case, with its proof beside.
    """
    try:
        with Casefile.open(folder) as case:
            found = [*_contents(case), *_originals(case)]
            if head is not None:
                found += _known_head(case, head)
            if publication is not None:
                found += _publication(case, publication)
            return tuple(found)
    except WherewhenError as error:
        return (Finding(Check.CHAIN, str(folder), error.sentence()),)


def _contents(case: Casefile) -> Iterator[Finding]:
    erasures = {
        n: entry for entry in case.history() if isinstance(entry.act, Erased) for n in entry.act.entries
    }
    case.check_texts()
    for entry in case.history():
        if entry.act is None:
            by = erasures.get(entry.number)
            said = (
                f"erased by {by.actor} on {by.at} (entry {by.number}): {by.reason}"
                if by
                else "no erasure says why"
            )
            check = Check.ERASED if by else Check.ERASED_UNDECLARED
            yield Finding(check, f"entry {entry.number}", said, declared=by is not None)
        elif entry.kind == "read":
            yield from _reading(case, entry.number)


def _reading(case: Casefile, number: int) -> Iterator[Finding]:
    try:
        case.findings(number)
    except WherewhenError as error:
        yield Finding(Check.READING, f"entry {number}", error.sentence())


def _originals(case: Casefile) -> Iterator[Finding]:
    store, items = case.evidence(), case.state.items
    gone = {sha256 for e in case.history() if isinstance(e.act, Erased) for sha256 in e.act.items}
    for sha256 in sorted(items):
        if sha256 not in store:
            yield Finding(Check.EVIDENCE_MISSING, sha256, f"missing: {items[sha256].label}")
            continue
        try:
            store.check(sha256)
        except EvidenceDamaged as error:
            yield Finding(Check.EVIDENCE_CHANGED, sha256, error.sentence())
    for sha256 in store:
        if sha256 not in items:
            check = Check.ERASED_PRESENT if sha256 in gone else Check.EVIDENCE_UNKNOWN
            yield Finding(check, sha256, "lies in the store, but the journal does not hold it")


def _known_head(case: Casefile, head: str) -> Iterator[Finding]:
    if not any(entry.hash == head for entry in case.history()):
        yield Finding(Check.HEAD, head, "no entry has this hash: the journal was cut or written anew")


def proof_path(publication: Path) -> Path:
    """Where the proof of a publication lies: beside it, never in it."""
    return publication.with_name(f"{publication.name}.proof.json")


def _publication(case: Casefile, publication: Path) -> Iterator[Finding]:
    path = proof_path(publication)
    try:
        proof = json.loads(path.read_bytes())
        number, head, files = int(proof["entry"]), str(proof["head"]), dict(proof["files"])
        entry = case.entry(number)
    except (OSError, ValueError, KeyError, TypeError, CaseError) as error:
        yield Finding(Check.PUBLICATION, str(path), f"the proof cannot be read ({error})")
        return
    if (
        proof.get("schema") != PROOF
        or not isinstance(entry.act, Published)
        or entry.hash != proof.get("hash")
    ):
        yield Finding(
            Check.PUBLICATION, str(path), f"entry {number} is not the publication that the proof names"
        )
    elif entry.act.head != head or dict(entry.act.files) != files:
        yield Finding(Check.PUBLICATION, str(path), f"the proof does not say what entry {number} says")
    yield from _files(publication, files)


def _files(publication: Path, files: dict[str, Any]) -> Iterator[Finding]:
    there = {p.relative_to(publication).as_posix() for p in publication.rglob("*") if p.is_file()}
    for name in sorted(there | files.keys()):
        if name not in files:
            yield Finding(Check.PUBLICATION, name, "was not published")
        elif name not in there:
            yield Finding(Check.PUBLICATION, name, "is missing")
        elif hashlib.sha256((publication / name).read_bytes()).hexdigest() != files[name]:
            yield Finding(Check.PUBLICATION, name, "was changed after it was published")
