"""Five-line documents with a pocket of places, read up to their claims."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from wherewhen import claims, documents, mentions, times
from wherewhen.documents import Stated
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, PlaceMention
from wherewhen.model.person import Person
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.span import Span

POCKET = {
    "en": {
        "Rome": (41.9, 12.5), "Paris": (48.9, 2.4), "Cairo": (30.0, 31.2), "Vienna": (48.2, 16.4),
        "Lisbon": (38.7, -9.1), "Oslo": (59.9, 10.8), "Lima": (-12.0, -77.0), "Kyoto": (35.0, 135.8),
    },
    "ar": {
        "روما": (41.9, 12.5), "باريس": (48.9, 2.4), "القاهرة": (30.0, 31.2), "فيينا": (48.2, 16.4),
        "بيروت": (33.9, 35.5), "بغداد": (33.3, 44.4), "طنجة": (35.8, -5.8), "عمّان": (31.9, 35.9),
    },
}  # fmt: skip
Read = Callable[..., tuple[Claim, ...]]


def pocket_places(document: Document) -> Iterator[PlaceMention]:
    for name, (lat, lon) in POCKET[document.language].items():
        at = document.text.find(name)
        while at >= 0:
            names = ((document.language, name),)
            place = Place(name, Precision.SETTLEMENT, names, f"pocket:{name}", "PPL", Point(lat, lon), 10.0)
            yield Mention(MentionKind.PLACE, Span(document, at, at + len(name)), place)
            at = document.text.find(name, at + 1)


@pytest.fixture
def read() -> Read:
    """``read(text, subject, published=..., language=...)``: the claims of a small document."""

    def reading(
        text: str, subject: str, published: date | None = date(2020, 6, 30), language: str = "en"
    ) -> tuple[Claim, ...]:
        document = documents.of_text(text, Stated(published=published, language=language))
        person = Person(subject)
        people = mentions.people(document, person)
        places = tuple(sorted(pocket_places(document), key=lambda m: m.span.start))
        return claims.find(document, person, people, places, times.find(document))

    return reading
