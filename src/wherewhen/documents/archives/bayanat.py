"""An export of Bayanat: bulletins, actors and incidents as JSON, alone or packed with their media."""

from __future__ import annotations

import json
import mmap
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from wherewhen.documents.archives.folder import Unpacked
from wherewhen.documents.limits import MAX_BYTES, MAX_ENTRIES
from wherewhen.documents.page.metadata import web_address
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.signatures import ZIP
from wherewhen.documents.stated import Stated
from wherewhen.documents.told import Told
from wherewhen.documents.unpacking import Unpacker
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, EmptyDocument
from wherewhen.model.item import ItemKind
from wherewhen.model.provenance import How
from wherewhen.model.tool import Tool

NAME = "bayanat"
LISTS = ("bulletins", "actors", "incidents")
TOOL = Tool("Bayanat", "")


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    if head.startswith(ZIP):
        return data.find(b".json") >= 0 and _listing(data) is not None
    return _opens_a_list(head)


def _opens_a_list(head: bytes) -> bool:
    start = head[:200].lstrip(b"\xef\xbb\xbf \r\n\t")
    if not start.startswith(b"{"):
        return False
    key = start[1:].lstrip()
    return any(key.startswith(f'"{name}"'.encode()) for name in LISTS)


def _listing(data: bytes | mmap.mmap) -> str | None:
    """The JSON file at the top of the archive that opens such a list."""
    try:
        pack = Unpacker(data, NAME)
        tops = [entry for entry in pack.names() if entry.endswith(".json") and "/" not in entry]
        return tops[0] if len(tops) == 1 and _opens_a_list(pack.peek(tops[0])) else None
    except (DamagedFile, DocumentTooLarge):
        return None


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    if bytes(data[:4]) not in ZIP:
        if len(data) > MAX_BYTES:
            raise DocumentTooLarge(name, f"At most {MAX_BYTES:,} bytes; split the export")
        return _reading(bytes(data), {}, (), name)
    pack = Unpacker(data, name)
    listing = _listing(data)
    if listing is None:
        raise DamagedFile(name, "It holds no list of bulletins")
    unpacked = Unpacked(pack)
    media = {
        entry: content
        for entry in pack.names()
        if entry != listing and (content := unpacked.get(entry)) is not None
    }
    return _reading(pack.read(listing, MAX_BYTES), media, tuple(unpacked.left), name)


def _reading(listing: bytes, media: Mapping[str, bytes], left: tuple[Left, ...], name: object) -> Reading:
    try:
        value = json.loads(listing)
    except (ValueError, RecursionError):
        raise DamagedFile(name, "The list is no JSON") from None
    things = [thing for key in LISTS for thing in _dicts(value.get(key) if isinstance(value, dict) else None)]
    if len(things) > MAX_ENTRIES:
        raise DocumentTooLarge(name, f"At most {MAX_ENTRIES:,} items in one export")
    named = dict(_named_media(things))
    texts = [_text(thing) for thing in things]
    files = [
        Part(entry, content, How.CASE_EXPORT, source=named.get(entry), tool=TOOL)
        for entry, content in media.items()
    ]
    if not texts and not files:
        raise EmptyDocument(name, "The export is empty")
    return Reading(ItemKind.ARCHIVE, parts=(*texts, *files), left=left)


def _dicts(value: object) -> list[dict[str, Any]]:
    return [thing for thing in value if isinstance(thing, dict)] if isinstance(value, list) else []


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _line(value: object) -> str | None:
    return " ".join(value.split())[:4000] or None if isinstance(value, str) else None


def _named_media(things: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for thing in things:
        link = web_address(thing.get("source_link"))
        for medium in _dicts(thing.get("medias")):
            file = _line(medium.get("filename")) or _line(medium.get("media_file"))
            if file and link:
                yield file, link


def _text(thing: dict[str, Any]) -> Part:
    """Title, sources, description, then each event; both languages where both are given."""
    told = Told()
    title = _line(thing.get("title")) or _line(thing.get("name")) or _line(thing.get("title_ar"))
    told.title(title or f"item {thing.get('id')}")
    told.line(_line(thing.get("title_ar")) if title != _line(thing.get("title_ar")) else None)
    sources = [name for source in _dicts(thing.get("sources")) if (name := _line(source.get("title")))]
    told.rich(thing.get("description"))
    for event in _dicts(thing.get("events")):
        _tell(told, event, sources)
    link = web_address(thing.get("source_link"))
    said = Stated(
        published=_day(thing.get("publish_date")),
        publisher=sources[0] if sources else None,
        title=title,
        url=link,
    )
    label = f"{thing.get('class') or 'item'} {thing.get('id')}.told.json"
    return Part(
        label, told.bytes(), How.CASE_EXPORT, said, link, None, _moment(thing.get("documentation_date")), TOOL
    )


def _tell(told: Told, event: dict[str, Any], sources: list[str]) -> None:
    location = _dict(event.get("location"))
    point = _dict(location.get("latlng"))
    first, last = _day(event.get("from_date")), _day(event.get("to_date"))
    told.event(
        description=[_line(event.get(field)) for field in ("title", "title_ar", "comments", "comments_ar")],
        place=_line(location.get("title")) or _line(location.get("title_ar")),
        latitude=point.get("lat", location.get("lat")),
        longitude=point.get("lng", location.get("lng")),
        earliest=first,
        latest=last or first,
        sources=sources,
        status="estimated" if event.get("estimated") else None,
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10]) if value else None
    except ValueError:
        return None


def _moment(value: object) -> str | None:
    return str(value)[:25] if _day(value) else None
