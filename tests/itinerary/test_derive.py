"""Sightings in order, the journeys that are told, and what cannot be."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherewhen import documents, itinerary
from wherewhen.documents import Stated
from wherewhen.itinerary.distance import km
from wherewhen.model.claim import Claim, Status
from wherewhen.model.place import NOWHERE, Place, Point, Precision
from wherewhen.model.sighting import Sighting
from wherewhen.model.span import Span
from wherewhen.model.when import When

STORY = documents.of_text("Berg left Rome for Oslo. Later she was in Lima.", Stated(language="en"))
JOURNEY, LATER = Span(STORY, 0, 24), Span(STORY, 25, len(STORY.text))
ROME = Place("Rome", Precision.SETTLEMENT, (("en", "Rome"), ("ar", "روما")), point=Point(41.9, 12.5))
OSLO = Place("Oslo", Precision.SETTLEMENT, (("en", "Oslo"), ("ar", "أوسلو")), point=Point(59.9, 10.8))
LIMA = Place("Lima", Precision.SETTLEMENT, (("en", "Lima"), ("ar", "ليما")), point=Point(-12.0, -77.0))


def seen(
    place: Place = ROME,
    first: date | None = date(2019, 5, 3),
    last: date | None = None,
    status: Status = Status.ASSERTED,
    role: str = "present",
    span: Span = JOURNEY,
) -> Sighting:
    when = When.between(first, last or first)
    claim = Claim("Anna Berg", span, place, when, status, role=role)
    return Sighting((claim,), place, when, status)


def undated(place: Place = ROME) -> Sighting:
    claim = Claim("Anna Berg", JOURNEY, place, When())
    return Sighting((claim,), place, When(), Status.ASSERTED)


def day(number: int) -> date:
    return date(2019, 5, number)


# Order ----------------------------------------------------------------------------------------


def test_sightings_are_put_in_the_order_of_their_days() -> None:
    late, early = seen(OSLO, day(9)), seen(ROME, day(3))
    assert itinerary.derive([late, early]).order == (early.id, late.id)


def test_what_has_no_date_has_no_place_in_the_order() -> None:
    dated = seen()
    assert itinerary.derive([undated(OSLO), dated]).order == (dated.id,)


@pytest.mark.parametrize("status", [Status.PLANNED, Status.DENIED])
def test_what_nobody_claims_has_no_place_in_the_order(status: Status) -> None:
    assert itinerary.derive([seen(status=status)]).order == ()


def test_no_sightings_are_no_itinerary() -> None:
    assert itinerary.derive([]) == itinerary.derive([undated()])


spans = st.builds(lambda a, n: (a, a + timedelta(n)), st.dates(day(1), day(31)), st.integers(0, 60))


@given(st.lists(spans, max_size=6))
def test_a_sighting_surely_before_another_stands_before_it(stays: list[tuple[date, date]]) -> None:
    places = [Place(f"P{i}", Precision.SETTLEMENT) for i in range(len(stays))]
    every = [seen(place, *stay) for place, stay in zip(places, stays, strict=True)]
    order = itinerary.derive(every).order
    for a in every:
        for b in every:
            if a.when.latest and b.when.earliest and a.when.latest < b.when.earliest:
                assert order.index(a.id) < order.index(b.id)


# Legs -----------------------------------------------------------------------------------------


def test_a_journey_that_one_passage_tells_is_stated() -> None:
    start, end = seen(ROME, day(3), role="leaving"), seen(OSLO, day(4), role="arriving")
    (leg,) = itinerary.derive([start, end]).legs
    assert leg.stated
    assert leg.reason is not None
    assert dict(leg.reason.values)["end_ar"] == "أوسلو"


def test_two_passages_tell_no_journey() -> None:
    start, end = seen(ROME, day(3), role="leaving"), seen(LIMA, day(9), role="arriving", span=LATER)
    (leg,) = itinerary.derive([start, end]).legs
    assert not leg.stated
    assert leg.reason is None


def test_being_in_two_places_is_no_stated_journey() -> None:
    (leg,) = itinerary.derive([seen(ROME, day(3)), seen(OSLO, day(9))]).legs
    assert not leg.stated


def test_a_leg_knows_its_length_and_its_days() -> None:
    (leg,) = itinerary.derive([seen(ROME, day(1), day(3)), seen(OSLO, day(5), day(9))]).legs
    assert leg.km == pytest.approx(2006, abs=10)
    assert leg.days == (2, 8)


def test_a_leg_to_nowhere_has_no_length() -> None:
    (leg,) = itinerary.derive([seen(ROME, day(1)), seen(NOWHERE, day(9))]).legs
    assert leg.km is None


def test_open_days_stay_open() -> None:
    (leg,) = itinerary.derive([seen(ROME, None, day(3)), seen(OSLO, None, day(9))]).legs
    assert leg.days == (None, None)


# Gaps -----------------------------------------------------------------------------------------


def test_a_stretch_of_more_than_thirty_days_is_a_gap() -> None:
    a, b = seen(ROME, date(2019, 5, 1)), seen(OSLO, date(2019, 6, 1))
    (gap,) = itinerary.derive([a, b]).gaps
    assert (gap.after, gap.before, gap.days) == (a.id, b.id, 31)


def test_thirty_days_are_no_gap() -> None:
    assert itinerary.derive([seen(ROME, date(2019, 5, 1)), seen(OSLO, date(2019, 5, 31))]).gaps == ()


def test_a_long_stay_before_the_next_sighting_is_no_gap() -> None:
    stay = seen(ROME, date(2019, 1, 1), date(2019, 5, 30))
    assert itinerary.derive([stay, seen(OSLO, date(2019, 6, 1))]).gaps == ()


# What cannot be ---------------------------------------------------------------------------------


def test_two_far_places_before_aeroplanes_on_one_day_cannot_both_be() -> None:
    a, b = seen(ROME, date(1799, 5, 3)), seen(OSLO, date(1799, 5, 3))
    (conflict,) = itinerary.derive([a, b]).conflicts
    assert set(conflict.sightings) == {a.id, b.id}
    assert conflict.reason.code == "itinerary.too_far_same"


def test_an_aeroplane_reaches_them() -> None:
    assert itinerary.derive([seen(ROME, day(3)), seen(OSLO, day(3))]).conflicts == ()


def test_places_whose_days_lie_apart_can_both_be() -> None:
    assert itinerary.derive([seen(ROME, date(1799, 5, 3)), seen(OSLO, date(1799, 9, 3))]).conflicts == ()


def test_a_wide_area_may_lie_near_enough() -> None:
    wide = Place("the north", Precision.REGION, point=OSLO.point, radius_km=1900.0)
    assert itinerary.derive([seen(ROME, date(1799, 5, 3)), seen(wide, date(1799, 5, 3))]).conflicts == ()


def test_a_denial_stands_beside_the_claim() -> None:
    claim, denial = seen(), seen(status=Status.DENIED, span=LATER)
    for every in ([claim, denial], [denial, claim]):
        (conflict,) = itinerary.derive(every).conflicts
        assert conflict.sightings == (claim.id, denial.id)
        assert conflict.reason.code == "itinerary.denied"
        assert dict(conflict.reason.values)["place_ar"] == "روما"


@pytest.mark.parametrize(
    "denial",
    [
        seen(OSLO, day(3), status=Status.DENIED),
        seen(ROME, day(20), status=Status.DENIED),
        seen(NOWHERE, day(3), status=Status.DENIED),
    ],
    ids=["another place", "another day", "no place"],
)
def test_a_denial_of_something_else_is_no_conflict(denial: Sighting) -> None:
    assert itinerary.derive([seen(), denial]).conflicts == ()


def test_a_plan_contradicts_nothing() -> None:
    planned = seen(LIMA, date(1799, 5, 3), status=Status.PLANNED)
    assert itinerary.derive([seen(ROME, date(1799, 5, 3)), planned]).conflicts == ()


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distance_is_the_same_both_ways_and_never_more_than_half_round(
    lat: float, lon: float, other_lat: float, other_lon: float
) -> None:
    a, b = Point(lat, lon), Point(other_lat, other_lon)
    assert km(a, b) == pytest.approx(km(b, a))
    assert 0 <= km(a, b) <= 20016
