"""A desk with a small case on it: two short reports on Anna Berg, and a tab that came in by the link."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile
from wherewhen.instruments import Instruments
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
from wherewhen.places import Gazetteer
from wherewhen.workbench import Desk, Session, application

from .asking import PORT, Tab

BERG = Person("Anna Berg", ("آنا بيرغ",))
ROBOT = Tool("wherewhen", "1.0", "abc")
ENGLISH = "Anna Berg was in Rome on 3 May 2019.\nShe met Carla Dorn in Vienna, a witness said."
ARABIC = "كانت آنا بيرغ في روما يوم 3 أيار 2019. وغادرت بيرغ إلى فيينا."
TOWNS = {"Rome": ("روما", 41.9, 12.5), "Vienna": ("فيينا", 48.2, 16.4)}


def document(text: str, language: str = "en", title: str = "A report") -> Document:
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
        start += len(line) + 1
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(sha256, text, tuple(blocks), language, title, "The Herald", published=date(2019, 6, 1))


def claim(found_in: Document, words: str, town: str, confidence: float) -> Claim:
    arabic, lat, lon = TOWNS[town]
    start = found_in.text.index(words)
    span = Span(found_in, start, start + len(words))
    why = Reason.of("place.named", span, name=town, kind="PPLC", id="x")
    names, point = (("en", town), ("ar", arabic)), Point(lat, lon)
    place = Place(words, Precision.SETTLEMENT, names, f"geonames:{town}", "PPLC", point, 5.0, reasons=(why,))
    return Claim(
        BERG.name, span, place, When.between(date(2019, 5, 3), date(2019, 5, 3), Grain.DAY, "2019-05-03"),
        Status.ATTRIBUTED, Evidence.STATEMENT, (Source("a witness", SourceKind.WITNESS, named=False),),
        ("Carla Dorn",), confidence=confidence, tool=ROBOT,
    )  # fmt: skip


def read_into(case: Casefile, made: Document, *claims: tuple[str, str, float]) -> None:
    case.collect(made.text.encode(), "report.txt", "https://herald.example/1", "Mona", media="text/plain")
    case.read(made, [claim(made, *one) for one in claims], ROBOT, "Mona")


@dataclass
class Laid:
    """The case on the desk, the application and a tab."""

    case: Casefile
    app: Any
    session: Session
    tab: Tab

    def claim(self, town: str) -> str:
        """The id of the claim on a town in the English report."""
        return next(
            held.id for held, claim in self.case.claims(self.case.state.claims.values())
            if claim.place.name("en") == town and claim.span.document.language == "en"
        )  # fmt: skip

    def review(self, claim: str) -> str:
        return self.case.state.claims[claim].review.value


@pytest.fixture(scope="session")
def instruments() -> Iterator[Instruments]:
    """The gazetteer of the installed packages; built into the user's cache on first use."""
    with Gazetteer.open() as gazetteer:
        yield Instruments(gazetteer, Basemap.open())


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Casefile]:
    with Casefile.create(tmp_path / "case", BERG, "Mona", "to show how it works") as made:
        read_into(
            made, document(ENGLISH), ("in Rome on 3 May 2019", "Rome", 0.9), ("in Vienna", "Vienna", 0.4)
        )
        read_into(made, document(ARABIC, "ar", "تقرير"), ("في روما", "Rome", 0.7))
        yield made


@pytest.fixture
def laid(case: Casefile, instruments: Instruments) -> Laid:
    session = Session(PORT)
    app = application(Desk(case, "Mona", instruments), session, PORT)
    return Laid(case, app, session, Tab(app, session))
