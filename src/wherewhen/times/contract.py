"""Time expressions in the form that ``wherewhen times --format json`` writes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from wherewhen.languages import sentence
from wherewhen.model.mention import TimeMention


def as_json(mentions: Iterable[TimeMention], language: str | None = None) -> list[dict[str, Any]]:
    """One object an expression; reasons are codes with values, and sentences where a language is given."""
    return [_row(mention, language) for mention in mentions]


def _row(mention: TimeMention, language: str | None) -> dict[str, Any]:
    when = mention.value.when
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.span.quote,
        "type": mention.value.type,
        "value": mention.value.value,
        "earliest": _iso(when.earliest if when else None),
        "latest": _iso(when.latest if when else None),
        "edtf": when.edtf if when else None,
        "reasons": [
            {"code": reason.code, "values": dict(reason.values)}
            | ({"sentence": sentence(reason, language)} if language else {})
            for reason in mention.reasons
        ],
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
