"""A small case: two short reports on Anna Berg, one English, one Arabic."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from wherewhen.casefile import Casefile
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.evidence import Evidence
from wherewhen.model.person import Person
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source, SourceKind
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import Grain, When

BERG = Person("Anna Berg", ("آنا بيرغ",))
ROBOT = Tool("wherewhen", "1.0", "abc")
ENGLISH = "Anna Berg was in Rome on 3 May 2019. She met Carla Dorn in Vienna, a witness said."
ARABIC = "كانت آنا بيرغ في روما يوم 3 أيار 2019. وغادرت بيرغ إلى فيينا."


def document(text: str, language: str = "en", title: str = "A report") -> Document:
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document(sha256, text, blocks, language, title, "The Herald", published=date(2019, 6, 1))


def claim(found_in: Document, words: str, place: str = "Rome", lat: float = 41.9) -> Claim:
    start = found_in.text.index(words)
    span = Span(found_in, start, start + len(words))
    where = Place(place, Precision.SETTLEMENT, (("en", place),), f"geonames:{place}", point=Point(lat, 12.5))
    return Claim(
        BERG.name,
        span,
        where,
        When.between(date(2019, 5, 3), date(2019, 5, 3), Grain.DAY),
        Status.ATTRIBUTED,
        Evidence.STATEMENT,
        (Source("a witness", SourceKind.WITNESS, named=False),),
        ("Carla Dorn",),
        reasons=(Reason.of("time.stated", span, words=words),),
        tool=ROBOT,
    )


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with Casefile.create(tmp_path / "case", BERG, "Mona", "to show how it works") as made:
        yield made


@pytest.fixture
def english(case: Casefile) -> Document:
    """Collected and read, with two proposals."""
    return collected(case, ENGLISH, "in Rome on 3 May 2019", "in Vienna")


def collected(case: Casefile, text: str, *passages: str) -> Document:
    made = document(text)
    case.collect(text.encode(), "report.txt", "https://herald.example/1", "Mona", media="text/plain")
    case.read(made, [claim(made, words) for words in passages], ROBOT, "Mona")
    return made
