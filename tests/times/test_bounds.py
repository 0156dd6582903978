"""The algebra of bounds against counting day by day, and its EDTF against the library."""

from __future__ import annotations

from datetime import date, timedelta

from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from wherewhen.model.when import Grain, When
from wherewhen.times import edtf, hull, narrow, overlaps, possibly_before, surely_before

START = date(2016, 5, 1)
WINDOW = range(-3, 16)
"""Days around START that are counted; an open side reaches to the end of them."""

days = st.none() | st.integers(0, 12)


@st.composite
def stretches(draw: st.DrawFn) -> When:
    low, high = draw(days), draw(days)
    if low is not None and high is not None and low > high:
        low, high = high, low
    return When.between(_day(low), _day(high), Grain.DAY)


def _day(number: int | None) -> date | None:
    return None if number is None else START + timedelta(days=number)


def _counted(when: When) -> set[int]:
    allowed = [(number, START + timedelta(days=number)) for number in WINDOW]
    low, high = when.earliest or date.min, when.latest or date.max
    return {number for number, day in allowed if low <= day <= high}


@given(stretches(), stretches())
@settings(max_examples=2000, deadline=None)
def test_questions_are_answered_as_by_counting(a: When, b: When) -> None:
    these, those = _counted(a), _counted(b)
    assert overlaps(a, b) == bool(these & those)
    assert surely_before(a, b) == all(x < y for x in these for y in those)
    assert possibly_before(a, b) == any(x < y for x in these for y in those)


@given(stretches(), stretches())
@settings(max_examples=2000, deadline=None)
def test_what_both_allow_is_what_counting_finds(a: When, b: When) -> None:
    both = narrow(a, b)
    assert (both is None) == (not _counted(a) & _counted(b))
    if both is not None:
        assert _counted(both) == _counted(a) & _counted(b)
        assert narrow(b, a) == both or narrow(b, a) is not None


@given(stretches(), stretches())
@settings(max_examples=2000, deadline=None)
def test_the_hull_is_the_least_stretch_around_both(a: When, b: When) -> None:
    around = _counted(hull(a, b))
    inside = _counted(a) | _counted(b)
    assert around == set(range(min(inside), max(inside) + 1))


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)), st.integers(0, 40000))
@settings(max_examples=300, deadline=None)
def test_written_bounds_mean_the_same_to_the_library(low: date, length: int) -> None:
    high = low + timedelta(days=length)
    written = edtf(low, high)
    assert written is not None
    parsed = parse_edtf(written)
    ends = (parsed.lower_strict(), parsed.upper_strict())
    assert [date(*end[:3]) for end in ends] == [low, high]


def test_whole_units_are_written_short() -> None:
    assert edtf(date(2016, 5, 13), date(2016, 5, 13)) == "2016-05-13"
    assert edtf(date(2016, 5, 1), date(2016, 5, 31)) == "2016-05"
    assert edtf(date(2016, 1, 1), date(2016, 12, 31)) == "2016"
    assert edtf(date(1980, 1, 1), date(1989, 12, 31)) == "198X"
    assert edtf(None, date(2016, 5, 13)) == "[..2016-05-13]"
    assert edtf(None, None) is None


def test_narrowed_bounds_keep_the_reasons_of_both() -> None:
    month = When.between(date(2016, 5, 1), date(2016, 5, 31), Grain.MONTH)
    before = When.between(None, date(2016, 5, 13), Grain.DAY)
    both = narrow(month, before)
    assert both is not None
    assert (both.earliest, both.latest, both.edtf) == (
        date(2016, 5, 1),
        date(2016, 5, 13),
        "[2016-05-01..2016-05-13]",
    )
