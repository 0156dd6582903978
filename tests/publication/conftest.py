"""A tiny invented dossier: a travelling judge, two newspapers, seven passages."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.evidence import Evidence
from wherewhen.model.itinerary import Gap, Itinerary, Leg
from wherewhen.model.person import Person
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Conflict, Sighting
from wherewhen.model.source import Source, SourceKind
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import Grain, When

SUBJECT = Person("Judge Amal Haddad", ("Amal Haddad", "القاضية أمل حداد"))
UNNAMED = Source("unnamed sources", SourceKind.ANONYMOUS, named=False)
PAPER = Source("Al-Manara", SourceKind.OUTLET)
CLERK = Source("Karim the clerk", SourceKind.WITNESS)

HOMS = Place(
    "Homs",
    Precision.SETTLEMENT,
    (("en", "Homs"), ("ar", "حمص")),
    "geonames:169577",
    "PPLA",
    Point(34.7268, 36.7234),
    5.0,
    country="SY",
    containment=("Homs Governorate", "Syria"),
    reasons=(Reason.of("place.chosen", name="Homs"),),
)
SOUTH = Place(
    "southern countryside of Aleppo",
    Precision.REGION,
    (("en", "southern countryside of Aleppo"), ("ar", "ريف حلب الجنوبي")),
    None,
    "countryside",
    Point(35.95, 37.05),
    40.0,
    area=((((36.7, 35.7), (36.7, 36.1), (37.4, 36.1), (37.4, 35.7), (36.7, 35.7)),),),
    country="SY",
    containment=("Aleppo Governorate", "Syria"),
)
PLANE = Place("on a plane", Precision.IN_TRANSIT)
NOWHERE = Place("", Precision.UNSPECIFIED)

TEXT = (
    "Unnamed sources told Al-Manara that the judge came to Homs with Layla Nassar. "
    "A photo shows her in the southern countryside of Aleppo with Layla Nassar and Omar Sabbagh. "
    "She was on a plane in August 2016. "
    "She would go to Homs in the summer. "
    "The ministry denied that she was in Homs in 2017. "
    "Her notes suggest a stay in Homs. "
    "The clerk met her."
)
PAGE = Document(
    "a" * 64,
    TEXT,
    title="The judge's road",
    publisher="The Beacon",
    published=date(2019, 6, 1),
    url="https://example.org/road",
    path="desk/secret-name.html",
)
Maker = Callable[..., Claim]


def _span(quote: str) -> Span:
    start = TEXT.index(quote)
    return Span(PAGE, start, start + len(quote))


def _claims() -> tuple[Claim, ...]:
    name = SUBJECT.name
    death = Reason.of("time.no_such_code", anchor="2016-05-13")
    upto = When.between(None, date(2016, 5, 13), Grain.DAY, "[..2016-05-13]", (death,))
    return (
        Claim(
            name, _span("the judge came to Homs with Layla Nassar"), HOMS, upto, Status.ATTRIBUTED,
            Evidence.STATEMENT, (UNNAMED, PAPER), ("Layla Nassar",), "opened a court", "arriving",
        ),
        Claim(
            name, _span("A photo shows her in the southern countryside of Aleppo"), SOUTH,
            When.between(date(2015, 10, 1), date(2015, 10, 31), Grain.MONTH, "2015-10"), Status.ATTRIBUTED,
            Evidence.PHOTO, (PAPER,), ("Layla Nassar", "Omar Sabbagh"),
        ),
        Claim(name, _span("She was on a plane"), PLANE, When.between(date(2016, 8, 1), date(2016, 8, 31))),
        Claim(name, _span("She would go to Homs"), HOMS, When(), Status.PLANNED, Evidence.REPORT, (PAPER,)),
        Claim(
            name, _span("The ministry denied that she was in Homs"), HOMS,
            When.between(date(2017, 1, 1), date(2017, 12, 31), Grain.YEAR, "2017"), Status.DENIED,
            Evidence.STATEMENT, (Source("the ministry", SourceKind.OFFICIAL),),
        ),
        Claim(name, _span("Her notes suggest a stay in Homs"), HOMS, When(),
            Status.INFERRED, Evidence.DOCUMENT),
        Claim(name, _span("The clerk met her"), NOWHERE, When(), Status.ATTRIBUTED,
            Evidence.STATEMENT, (CLERK,)),
    )  # fmt: skip


def made_sightings() -> tuple[Sighting, ...]:
    return tuple(Sighting((claim,), claim.place, claim.when, claim.status) for claim in _claims())


def made_dossier(sightings: tuple[Sighting, ...]) -> Dossier:
    ids = [sighting.id for sighting in sightings]
    itinerary = Itinerary(
        order=(ids[1], ids[0], ids[2], ids[4]),
        legs=(Leg(ids[1], ids[0], True, 150.0), Leg(ids[0], ids[2], False), Leg(ids[2], ids[4], False)),
        gaps=(Gap(ids[2], ids[4], 123),),
        conflicts=(Conflict((ids[0], ids[4]), Reason.of("itinerary.no_such_code", km=3)),),
    )
    return Dossier(SUBJECT, (PAGE,), sightings, itinerary, (Tool("rules", "1"),))


@pytest.fixture
def sightings() -> tuple[Sighting, ...]:
    return made_sightings()


@pytest.fixture
def dossier(sightings: tuple[Sighting, ...]) -> Dossier:
    return made_dossier(sightings)


@pytest.fixture
def today() -> date:
    return date(2026, 11, 25)
