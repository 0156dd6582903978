"""Places of a bare text in the form that the scorers read: ``{"start", "end", "lat", "lon"}``."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from hashlib import sha256
from typing import Any

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.mention import PlaceMention
from wherewhen.model.span import Span
from wherewhen.places.find import find, resolve
from wherewhen.places.gazetteer import Gazetteer


def predict(
    text: str,
    gazetteer: Gazetteer,
    spans: Sequence[tuple[int, int]] | None = None,
    *,
    language: str = "en",
    url: str | None = None,
    publisher: str | None = None,
    without: Collection[str] = (),
) -> list[dict[str, Any]]:
    """Places found by us, or (with ``spans``) the given stretches only placed by us. Text must be NFC.

    without  codes of reasons whose mentions are left out, for texts whose annotators leave them out:
             ``place.demonym``, ``place.metonymic``, ``place.part_of_a_name``
    """
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    identifier = sha256(text.encode()).hexdigest()
    document = Document(identifier, text, blocks, language, url=url, publisher=publisher)
    if spans is None:
        found = find(document, gazetteer)
        return [_row(m) for m in found if not any(r.code in without for r in m.reasons)]
    return [_row(m) for m in resolve(document, gazetteer, [Span(document, s, e) for s, e in spans])]


def _row(mention: PlaceMention) -> dict[str, Any]:
    point = mention.value.point
    return {
        "start": mention.span.start,
        "end": mention.span.end,
        "lat": point.lat if point else None,
        "lon": point.lon if point else None,
    }
