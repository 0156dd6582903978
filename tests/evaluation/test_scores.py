"""The definitions, on data small enough to count by hand."""

from __future__ import annotations

import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherewhen.evaluation import mentions, places, sightings, times
from wherewhen.evaluation.pairing import kilometres
from wherewhen.evaluation.score import rates

TEXT = (
    "He was in Aleppo on 3 May 2016 with the mayor. He will go to Homs. He was not in Hama. Damascus said so."
)


def gold(quote: str, **more: Any) -> dict[str, Any]:
    row = {
        "quote": quote,
        "place": "Aleppo",
        "lat": 36.2,
        "lon": 37.16,
        "precision": "settlement",
        "earliest": "2016-05-03",
        "latest": "2016-05-03",
        "companions": ["the mayor"],
        "evidence": "photo",
        "attribution": [],
        "status": "asserted",
    }
    return row | more


def predicted(quote: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(quote)
    row = {
        "status": "asserted",
        "place": {"name": "Aleppo", "lat": 36.2, "lon": 37.16, "radius_km": 10},
        "time": {"earliest": "2016-05-03", "latest": "2016-05-03"},
        "companions": ["the mayor"],
        "evidence": ["photo"],
        "attribution": [],
        "claims": [{"start": start, "end": start + len(quote), "quote": quote}],
    }
    return row | more


CASE = {
    "id": "a",
    "lang": "en",
    "text": TEXT,
    "sightings": [
        gold("He was in Aleppo on 3 May 2016"),
        gold("He will go to Homs", status="planned"),
        gold("He was not in Hama", status="denied"),
    ],
    "non_sightings": [{"quote": "Damascus said so"}],
}


def whole(*found: dict[str, Any]) -> sightings.Score:
    return sightings.score([CASE], {"a": {"sightings": list(found)}})[0]


def test_a_perfect_answer_scores_one_and_takes_no_trap() -> None:
    score = whole(
        predicted("He was in Aleppo on 3 May 2016"),
        predicted("He will go to Homs", status="planned"),
        predicted("He was not in Hama", status="denied"),
    )
    assert [score[f] for f in ("right F1", "place", "bounds", "companions", "told apart")] == [1.0] * 5
    assert score["taken as true"] == score["traps taken"] == 0


def test_planned_denied_and_traps_that_are_told_as_true_are_counted() -> None:
    score = whole(predicted("He will go to Homs"), predicted("Damascus said so"))
    assert (score["taken as true"], score["traps taken"], score["right F1"]) == (0.5, 1.0, 0.0)


@pytest.mark.parametrize(
    ("place", "right"),
    [
        ({"lat": 36.2, "lon": 37.3}, True),
        ({"lat": 36.2, "lon": 38.2}, False),
        ({"lat": 36.2, "lon": 37.5, "radius_km": 40}, True),
        ({"lat": 36.2, "lon": 37.5, "radius_km": 60}, False),
        ({"lat": None, "lon": None}, False),
    ],
)
def test_a_settlement_is_right_within_fifteen_kilometres_or_a_narrow_radius(
    place: dict[str, Any], right: bool
) -> None:
    assert whole(predicted("He was in Aleppo", place=place))["place"] == right


def test_an_unplaced_gold_asks_for_an_unplaced_answer() -> None:
    case = CASE | {"sightings": [gold("He was in Aleppo", lat=None, lon=None, precision="in_transit")]}
    for lat, right in ((None, 1.0), (36.2, 0.0)):
        answer = predicted("He was in Aleppo", place={"lat": lat, "lon": lat})
        assert sightings.score([case], {"a": {"sightings": [answer]}})[0]["place"] == right


@pytest.mark.parametrize(
    ("wanted", "answer", "right"),
    [
        (("2016-05-03", "2016-05-03"), ("2016-05-02", "2016-05-04"), True),
        (("2016-05-03", "2016-05-03"), ("2016-05-01", "2016-05-03"), False),
        (("2016-05-01", "2016-05-31"), ("2016-04-05", "2016-06-25"), True),
        ((None, "2016-05-03"), ("2010-01-01", "2016-05-03"), True),
        ((None, "2016-05-03"), ("2016-05-10", "2016-05-03"), False),
        (("2016-05-03", None), ("2016-05-03", "2016-05-01"), False),
        ((None, None), ("1999-01-01", None), True),
        (("2016-05-03", "2016-05-03"), (None, "2016-05-03"), False),
    ],
)
def test_times_have_a_tolerance_that_grows_with_the_golds_width(
    wanted: tuple[str | None, str | None], answer: tuple[str | None, str | None], right: bool
) -> None:
    case = CASE | {"sightings": [gold("He was in Aleppo", earliest=wanted[0], latest=wanted[1])]}
    found = predicted("He was in Aleppo", time={"earliest": answer[0], "latest": answer[1]})
    assert sightings.score([case], {"a": {"sightings": [found]}})[0]["time"] == right


def test_an_inferred_answer_may_match_and_is_no_false_alarm_otherwise() -> None:
    assert whole(predicted("He was in Aleppo", status="inferred"))["right F1"] == 1.0
    assert whole(predicted("Damascus said so", status="inferred")).predicted == 0


def test_a_missing_answer_is_an_empty_one() -> None:
    score = sightings.score([CASE], {})[0]
    assert (score.gold, score.predicted, score["right F1"], score["place"]) == (1, 0, 0.0, None)


def test_two_answers_cannot_take_the_same_gold() -> None:
    twice = whole(predicted("He was in Aleppo"), predicted("on 3 May 2016"))
    assert (twice["found P"], twice["found R"]) == (0.5, 1.0)


DATED = {
    "id": "t",
    "text": "He came on (3 May 2016) and stayed two weeks.",
    "timexes": [
        {"start": 12, "end": 22, "type": "DATE", "value": "2016-05-03"},
        {"start": 35, "end": 44, "type": "DURATION", "value": "P2W"},
    ],
}


def test_brackets_at_the_edge_do_not_spoil_an_extent_and_two_weeks_are_fourteen_days() -> None:
    answer = [
        {"start": 11, "end": 23, "type": "DATE", "value": "2016-05-03"},
        {"start": 39, "end": 44, "type": "DURATION", "value": "P14D"},
    ]
    score = times.score([DATED], {"t": answer})
    assert (score["strict F1"], score["relaxed F1"], score["type F1"]) == (0.5, 1.0, 1.0)
    assert (score["value F1"], score["value lenient F1"], score["day F1"]) == (0.5, 1.0, 1.0)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P2W", "P14D"),
        ("P1Y", "P12M"),
        ("1980-XX-XX", "1980"),
        ("2016-05-03T10:00", "2016-05-03"),
        ("PT1H", "PT60M"),
    ],
)
def test_values_that_mean_the_same(one: str, other: str) -> None:
    assert times.lenient(one) == times.lenient(other)


@pytest.mark.parametrize(
    ("one", "other"), [("P1M", "P30D"), ("2016", "2016-05"), ("PAST_REF", "PRESENT_REF"), ("P1D", "PT1H")]
)
def test_values_that_do_not(one: str, other: str) -> None:
    assert times.lenient(one) != times.lenient(other)


MAPPED = {
    "id": "p",
    "text": "Paris, Texas and the Seine",
    "annotations": [
        {"start": 0, "end": 12, "lat": 33.66, "lon": -95.55, "type": "Literal"},
        {"start": 17, "end": 26, "lat": None, "lon": None, "type": "Metonymic"},
    ],
}


def test_a_name_counts_when_found_and_when_near() -> None:
    score = places.score([MAPPED], {"p": [{"start": 0, "end": 5, "lat": 33.7, "lon": -95.5}]})
    assert (score["overlap R"], score["exact F1"], score["acc@161"], score["end-to-end F1"]) == (
        0.5,
        0.0,
        1.0,
        1.0,
    )


def test_a_far_answer_and_no_answer_are_errors_but_only_one_was_placed() -> None:
    far = places.score([MAPPED], {"p": [{"start": 0, "end": 12, "lat": 48.85, "lon": 2.35}]})
    none = places.score([MAPPED], {"p": [{"start": 0, "end": 12, "lat": None, "lon": None}]})
    assert far["acc@161"] == none["acc@161"] == 0
    assert (far["coverage"], none["coverage"], none["mean km"]) == (1.0, 0.0, places.FARTHEST_KM)
    assert none["acc@161 placed"] is None


def test_spans_of_other_types_are_left_aside_with_the_predictions_on_them() -> None:
    answer = [{"start": 17, "end": 26, "lat": 0.0, "lon": 0.0}]
    assert places.score([MAPPED], {"p": answer}, types=places.LITERAL).predicted == 0
    assert places.score([MAPPED], {"p": answer}, with_position_only=True).predicted == 0


NAMED = {
    "id": "n",
    "text": "قابل زيد في حلب",
    "entities": [
        {"start": 5, "end": 8, "type": "PERS"},
        {"start": 12, "end": 15, "type": "GPE"},
        {"start": 0, "end": 4, "type": "EVENT"},
    ],
}


def test_labels_of_corpora_and_ours_mean_the_same() -> None:
    answer = [{"start": 5, "end": 8, "type": "person"}, {"start": 11, "end": 15, "type": "place"}]
    score = mentions.score([NAMED], {"n": answer})
    assert (score.gold, score["exact F1"], score["overlap F1"]) == (2, 0.5, 1.0)
    assert (score["person F1"], score["place F1"]) == (1.0, 0.0)


def test_kinds_that_the_corpus_never_marks_are_not_punished() -> None:
    answer = [{"start": 5, "end": 8, "type": "PER"}, {"start": 9, "end": 11, "type": "time"}]
    assert mentions.score([NAMED], {"n": answer}).predicted == 1


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_rates_lie_between_nought_and_one(hits: int, wrong: int, missed: int) -> None:
    precision, recall, f1 = rates(hits, hits + wrong, hits + missed)
    low, high = min(precision, recall), max(precision, recall)
    assert 0 <= low <= high <= 1
    assert low - 1e-12 <= f1 <= high + 1e-12


@given(*[st.floats(-90, 90), st.floats(-180, 180)] * 2)
def test_distances_are_symmetric_and_at_most_half_the_earth(a: float, b: float, c: float, d: float) -> None:
    there = kilometres(a, b, c, d)
    assert 0 <= there <= 20_016
    assert math.isclose(there, kilometres(c, d, a, b), abs_tol=1e-6)
