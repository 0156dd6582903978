"""What words that a person typed can mean: areas that they describe, then places of that name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from unicodedata import normalize

from wherewhen.basemap import Basemap
from wherewhen.languages import LANGUAGES
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.places.everywhere import everywhere
from wherewhen.places.gazetteer import Entry, Gazetteer
from wherewhen.places.geometry import precision, radius_km
from wherewhen.places.telling import containment

MOST = 12


def candidates(words: str, gazetteer: Gazetteer, basemap: Basemap) -> tuple[Place, ...]:
    """At most ``MOST`` places, the likeliest first; their reasons quote no document."""
    said = normalize("NFC", " ".join(words.split()))
    if not said:
        return ()
    found = [*_described(said, gazetteer, basemap), *(_place(said, e) for e in gazetteer.search(said))]
    kept = {(p.gazetteer_id, p.kind, p.area, p.precision): p for p in reversed(found)}
    return tuple(reversed(kept.values()))[:MOST]


def _described(said: str, gazetteer: Gazetteer, basemap: Basemap) -> Iterator[Place]:
    """The words read as a text of their own, where one passage takes in all of them."""
    block = Block(BlockKind.PARAGRAPH, 0, len(said))
    name = sha256(said.encode()).hexdigest()
    for language in LANGUAGES:
        document = Document(name, said, (block,), language)
        for mention in everywhere(document, gazetteer, (), basemap):
            place = mention.value
            whole = len(mention.span.quote) >= 0.8 * len(said)
            if whole and (place.area or place.point or not place.precision.placed):
                yield replace(place, reasons=tuple(replace(r, span=None) for r in place.reasons))


def _place(said: str, entry: Entry) -> Place:
    reason = Reason.of("place.named", None, name=entry.name, kind=entry.kind, id=entry.id)
    return Place(
        said, precision(entry), entry.names, entry.id, entry.kind, entry.point, radius_km(entry),
        country=entry.country, containment=containment(entry), reasons=(reason,),
    )  # fmt: skip
