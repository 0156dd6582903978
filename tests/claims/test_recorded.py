"""Sightings that somebody recorded before become proposals as they stand, each with its row as quote."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from wherewhen import claims, documents
from wherewhen.model.claim import Claim, Status
from wherewhen.model.evidence import Evidence
from wherewhen.model.person import Person
from wherewhen.model.place import Precision
from wherewhen.model.when import Grain
from wherewhen.places import Gazetteer

BERG = Person("Anna Berg", ("آنا بيرغ",))
Told = Callable[[str], tuple[Claim, ...]]


@pytest.fixture
def told(tmp_path: Path) -> Told:
    """``told(table)``: what is proposed from the rows of a table alone."""

    def reading(rows: str) -> tuple[Claim, ...]:
        (tmp_path / "rows.csv").write_text(rows, "utf-8")
        document = documents.read(tmp_path / "rows.csv")
        with Gazetteer.open() as gazetteer:
            return claims.with_records([], document, BERG, gazetteer)

    return reading


def test_a_row_is_a_claim_with_day_place_and_source(told: Told) -> None:
    (claim,) = told("date,place,source,description\n2019-05-03,Rome,The Herald,She met Carla Dorn\n")
    assert (claim.when.earliest, claim.when.latest, claim.when.grain) == (
        date(2019, 5, 3), date(2019, 5, 3), Grain.DAY
    )  # fmt: skip
    assert (claim.place.surface, claim.place.precision) == ("Rome", Precision.SETTLEMENT)
    assert [source.name for source in claim.attribution] == ["The Herald"]
    assert (claim.status, claim.evidence) == (Status.ATTRIBUTED, Evidence.REPORT)
    assert claim.span.quote.startswith("2019-05-03 · Rome · The Herald")
    assert {reason.code for reason in claim.reasons} == {"claim.recorded"}


def test_an_arabic_table_is_read_alike(told: Told) -> None:
    (claim,) = told("التاريخ,المكان,الوصف\n3 أيار 2019,روما,زارت المدينة\n")
    assert claim.place.gazetteer_id == told("date,place\n2019-05-03,Rome\n")[0].place.gazetteer_id
    assert claim.when.earliest == date(2019, 5, 3)
    assert claim.status is Status.ASSERTED


def test_a_recorded_position_refines_the_named_place_or_stands_by_itself(told: Told) -> None:
    rows = "date,place,latitude,longitude\n,Rome,41.89,12.48\n,Rome,-41.9,12.5\n,,48.2,16.37\n"
    near, far, alone = told(rows)
    assert near.place.point and (near.place.point.lat, near.place.gazetteer_id is None) == (41.89, False)
    assert far.place.point and (far.place.point.lat, far.place.gazetteer_id) == (-41.9, None)
    assert alone.place.surface == "48.2000, 16.3700"
    assert all(c.place.reasons[-1].code == "claim.recorded_position" for c in (near, far, alone))


def test_days_that_are_not_plain_stay_open(told: Told) -> None:
    (claim,) = told("date,place\nsome time in May,Rome\n")
    assert claim.when.unknown


@pytest.mark.parametrize(
    ("person", "count"), [("Anna Berg", 1), ("Berg", 1), ("آنا بيرغ", 1), ("Carla Dorn", 0), ("", 1)]
)
def test_a_row_on_other_people_is_not_the_subjects(told: Told, person: str, count: int) -> None:
    assert len(told(f"date,place,person\n2019-05-03,Rome,{person}\n")) == count


def test_a_sentence_of_a_row_is_proposed_only_where_it_says_more(told: Told, tmp_path: Path) -> None:
    (row,) = told("date,place,description\n2019-05-03,Rome,Anna Berg was seen in Rome.\n")
    document = row.span.document
    with Gazetteer.open() as gazetteer:
        assert claims.with_records([row], document, BERG, gazetteer) == (row,)
