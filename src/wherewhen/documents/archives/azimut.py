"""An export of azimut: the files of a case, its notes and bookmarks, and the claims of its database."""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from wherewhen.documents.archives.folder import Unpacked
from wherewhen.documents.archives.wacz import parsed
from wherewhen.documents.limits import MAX_BYTES, MAX_ENTRIES, MAX_UNPACKED_BYTES
from wherewhen.documents.page.metadata import web_address
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.signatures import ZIP
from wherewhen.documents.stated import Stated
from wherewhen.documents.told import Told
from wherewhen.documents.unpacking import Unpacker
from wherewhen.model.errors import DamagedFile, EmptyDocument
from wherewhen.model.item import ItemKind
from wherewhen.model.provenance import How
from wherewhen.model.tool import Tool

NAME = "azimut"
HEADER, MANIFEST = "bundle-header.json", "bundle.json"
ROOTS = ("case/azimut/", "")
OWN = "case/"
"""What people keep beside the files of the tool travels with the case."""
DATABASES = (".data/case.db", "data/case.db", "case.db")
FILES = ("media/", "notes/", "notes.md", "sheets/")
STEPS = 50_000_000
"""Steps of the database engine after which a query is broken off."""


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    return head.startswith(ZIP) and HEADER.encode() in head[:200]


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    pack = Unpacker(data, name)
    if HEADER not in pack or MANIFEST not in pack:
        raise DamagedFile(name, "Its header or its list of hashes is missing")
    header = parsed(pack.read(HEADER, MAX_BYTES), name)
    tool = Tool("azimut", str(header.get("azimut_version", ""))[:50])
    unpacked = Unpacked(pack)
    left = [*_altered(unpacked, parsed(pack.read(MANIFEST, MAX_BYTES), name))]
    wrong = {one.name for one in left}
    root = next(
        (root for root in ROOTS if any(entry == f"{root}case.json" for entry in pack.names())), ROOTS[0]
    )
    case = _case(unpacked, root, wrong)
    parts = [
        *_files(unpacked, root, case, tool, wrong),
        *_claims(case, tool, str(header.get("case_name", "case"))),
    ]
    if not parts and not left and not unpacked.left:
        raise EmptyDocument(name, "The export holds no files, notes or claims")
    return Reading(ItemKind.ARCHIVE, parts=tuple(parts[:MAX_ENTRIES]), left=(*left, *unpacked.left))


def _altered(unpacked: Unpacked, manifest: dict[str, Any]) -> Iterator[Left]:
    """Members that differ from the hash that the export states."""
    members = manifest.get("members")
    for member in members[:MAX_ENTRIES] if isinstance(members, list) else []:
        path, stated = (
            (member.get("path"), member.get("sha256")) if isinstance(member, dict) else (None, None)
        )
        if isinstance(path, str) and isinstance(stated, str) and path in unpacked.pack:
            content = unpacked.get(path)
            if content is not None and hashlib.sha256(content).hexdigest() != stated.lower():
                yield Left(path, "W210", f"It differs from the hash in {MANIFEST}")


@dataclass(slots=True)
class Case:
    """Entities by id, with their attributes, and links as (from, verb, to)."""

    entities: dict[str, dict[str, Any]] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)

    def linked(self, claim: str, verb: str) -> list[dict[str, Any]]:
        return [
            self.entities[to]
            for start, how, to in self.links
            if start == claim and how == verb and to in self.entities
        ]


def _case(unpacked: Unpacked, root: str, wrong: set[str]) -> Case:
    entry = next((f"{root}{name}" for name in DATABASES if f"{root}{name}" in unpacked.pack), None)
    content = unpacked.get(entry) if entry is not None and entry not in wrong else None
    if content is None or len(content) > MAX_UNPACKED_BYTES:
        return Case()
    try:
        with contextlib.closing(sqlite3.connect(":memory:")) as base:
            base.deserialize(content)
            return _loaded(base)
    except (sqlite3.Error, ValueError, OverflowError) as error:
        unpacked.left.append(Left(entry or "case.db", "W210", str(error)))
        return Case()


def _loaded(base: sqlite3.Connection) -> Case:
    """Only plain tables are asked; views and triggers of the file are not trusted."""
    base.set_progress_handler(lambda: 1, STEPS)
    base.execute("PRAGMA trusted_schema = OFF")
    base.execute("PRAGMA query_only = ON")
    tables = {name for (name,) in base.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    case = Case()
    if not {"entities", "links"} <= tables:
        return case
    rows = base.execute(
        "SELECT id, type, label, attrs_json, prov_source FROM entities LIMIT ?", (MAX_ENTRIES,)
    )
    for name, kind, label, attributes, source in rows:
        case.entities[str(name)] = {
            **_attributes(attributes),
            "type": kind,
            "label": label,
            "prov_source": source,
        }
    for link in base.execute("SELECT from_id, type, to_id FROM links LIMIT ?", (10 * MAX_ENTRIES,)):
        case.links.append((str(link[0]), str(link[1]), str(link[2])))
    return case


def _attributes(written: object) -> dict[str, Any]:
    try:
        value = json.loads(written) if isinstance(written, str) else {}
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}


def _files(unpacked: Unpacked, root: str, case: Case, tool: Tool, wrong: set[str]) -> Iterator[Part]:
    by_path = {str(entity.get("path")): entity for entity in case.entities.values()}
    for entry in sorted(unpacked.pack.names()):
        inside = entry.removeprefix(root if entry.startswith(root) else OWN)
        taken = (
            (inside.startswith(FILES) if entry.startswith(root) else entry.startswith(OWN))
            and "/." not in f"/{inside}"
            and entry not in wrong
        )
        content = unpacked.get(entry) if taken else None
        if content:
            entity = by_path.get(inside, {})
            source = web_address(_text(entity.get("source_url")) or _text(entity.get("prov_source")))
            yield Part(inside, content, How.CASE_EXPORT, Stated(url=source), source, tool=tool)


def _claims(case: Case, tool: Tool, name: str) -> Iterator[Part]:
    """All claims of the case as one record, with place, time and what they cite."""
    told = Told()
    told.title(name)
    for key, entity in sorted(case.entities.items()):
        if entity.get("type") == "claim":
            _tell(told, case, key, entity)
    if len(told.things) > 1:
        yield Part("claims.told.json", told.bytes(), How.CASE_EXPORT, Stated(title=name), tool=tool)


def _tell(told: Told, case: Case, key: str, claim: dict[str, Any]) -> None:
    places = case.linked(key, "at")
    place = places[0] if places else {}
    about = [
        entity for entity in case.linked(key, "about") if entity.get("type") in ("person", "organization")
    ]
    cited = [_text(entity.get("url")) or _text(entity.get("label")) for entity in case.linked(key, "cites")]
    when = _text(claim.get("when"))
    told.event(
        description=[_text(claim.get("label")), _text(claim.get("verbatim")), _text(claim.get("method"))],
        place=_text(place.get("label")),
        latitude=place.get("lat"),
        longitude=place.get("lon"),
        earliest=_day(when),
        latest=_day(when),
        when=when,
        people=[_text(entity.get("label")) or "" for entity in about],
        sources=[source for source in cited if source],
        status=_text(claim.get("confidence")),
    )


def _text(value: object) -> str | None:
    return " ".join(value.split())[:4000] or None if isinstance(value, str) else None


def _day(when: str | None) -> date | None:
    try:
        return date.fromisoformat((when or "")[:10])
    except ValueError:
        return None
