"""A record of another tool, as an export of it was taken apart: its words, and the events that it holds."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from wherewhen.documents.draft import Draft
from wherewhen.documents.laid_out import Layout
from wherewhen.documents.limits import MAX_ROWS
from wherewhen.documents.page.images import given
from wherewhen.documents.readers import html
from wherewhen.documents.readers.table import laid_out
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.documents.told import MARK
from wherewhen.model.document import BlockKind
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, EmptyDocument
from wherewhen.model.recorded import Recorded

NAME = "told"
OPENING = f'{{"form": "{MARK}"'.encode()


def claims(data: bytes, suffix: str) -> bool:
    return data.startswith(OPENING)


def read(data: bytes, path: Path | None, stated: Stated = NOTHING_STATED) -> Draft:
    name = path or "(record)"
    layout, records = Layout(name), []
    for thing in _things(data, name):
        record = _add(layout, thing)
        if record is not None:
            records.append(record)
    if not layout.blocks:
        raise EmptyDocument(name, "The record holds no words")
    return Draft(layout.text, tuple(layout.blocks), records=tuple(records))


def _things(data: bytes, name: object) -> list[dict[str, Any]]:
    try:
        things = json.loads(data)["told"]
    except (ValueError, RecursionError, KeyError, TypeError):
        raise DamagedFile(name, "The record is broken") from None
    if not isinstance(things, list) or len(things) > MAX_ROWS:
        raise DocumentTooLarge(name, f"At most {MAX_ROWS:,} events in one record")
    return [thing for thing in things if isinstance(thing, dict)]


def _add(layout: Layout, thing: dict[str, Any]) -> Recorded | None:
    if isinstance(thing.get("title"), str):
        layout.add(thing["title"], BlockKind.TITLE)
    elif isinstance(thing.get("line"), str):
        layout.add(thing["line"])
    elif isinstance(thing.get("rich"), str):
        _rich(layout, thing["rich"])
    elif isinstance(thing.get("event"), dict):
        return _event(layout, thing["event"])
    return None


def _rich(layout: Layout, markup: str) -> None:
    if "<" not in markup:
        layout.add_all(markup.split("\n"))
        return
    try:
        draft = html.read(f"<body>{markup}</body>".encode(), None, NOTHING_STATED, given({}))
    except EmptyDocument:
        return
    layout.add_all(draft.text[block.start : block.end] for block in draft.blocks)


def _event(layout: Layout, event: dict[str, Any]) -> Recorded | None:
    days = [str(event[key]) for key in ("earliest", "latest") if event.get(key)]
    when = [str(event["when"])] if event.get("when") else list(dict.fromkeys(days))
    row = {
        "day": when,
        "earliest": days[:1],
        "latest": days[-1:],
        "place": _texts([event.get("place")]),
        "latitude": _numbers(event.get("latitude")),
        "longitude": _numbers(event.get("longitude")),
        "description": _texts(event.get("description")),
        "people": _texts(event.get("people")),
        "sources": _texts(event.get("sources")),
        "status": _texts([event.get("status")]),
    }
    return laid_out(layout, row, "en")


def _texts(values: object) -> Sequence[str]:
    return [value for value in values if isinstance(value, str) and value] if isinstance(values, list) else []


def _numbers(value: object) -> Sequence[str]:
    return [str(value)] if isinstance(value, int | float) else []
