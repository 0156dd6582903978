"""Bounds and their EDTF against undate, a library of historians for uncertain dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from times_document import document
from undate import Undate, UndateInterval

from wherewhen.model.when import When
from wherewhen.times import edtf, find, narrow, surely_before

Days = tuple[date, date]
units = st.builds(
    lambda year, month, day, length: f"{year:04}-{month:02}-{day:02}"[:length],
    st.integers(1000, 2999),
    st.integers(1, 12),
    st.integers(1, 28),
    st.sampled_from([4, 7, 10]),
)


def days_of(written: str) -> Days:
    """The first and last day that undate reads out of what we write; our "one of" is its interval."""
    text = written.strip("[]").replace("..", "/") if written.startswith("[") else written
    read = Undate.parse(text, "EDTF")
    first, last = (read.earliest, read.latest) if isinstance(read, UndateInterval) else (read, read)
    return _day(first.earliest), _day(last.latest)


def _day(found: object) -> date:
    return date.fromisoformat(str(found))


@given(st.dates(date(1000, 1, 1), date(2999, 1, 1)), st.integers(0, 40_000))
@settings(max_examples=500, deadline=None)
def test_what_we_write_is_read_as_the_same_days(low: date, length: int) -> None:
    high = min(low + timedelta(days=length), date(2999, 12, 31))
    written = edtf(low, high)
    assert written is not None
    assert days_of(written) == (low, high)


@given(st.integers(1000, 2999), st.integers(1, 12), st.sampled_from(["month", "year", "decade", "century"]))
@settings(max_examples=300, deadline=None)
def test_whole_units_are_read_as_the_same_days(year: int, month: int, unit: str) -> None:
    written = {
        "month": f"{year:04}-{month:02}",
        "year": f"{year:04}",
        "decade": f"{year // 10:03}X",
        "century": f"{year // 100:02}XX",
    }[unit]
    assert edtf(*days_of(written)) == written


@pytest.mark.parametrize(("written", "first"), [("[..2016-05-13]", None), ("[2016-05-13..]", "2016-05-13")])
def test_an_open_side_is_open_there_too(written: str, first: str | None) -> None:
    read = Undate.parse(written.strip("[]").replace("..", "../" if first is None else "/.."), "EDTF")
    assert (read.earliest is None) == (first is None)
    assert edtf(*((None, date(2016, 5, 13)) if first is None else (date(2016, 5, 13), None))) == written


@given(units, units)
@settings(max_examples=500, deadline=None)
def test_order_and_containment_are_those_of_the_library(a: str, b: str) -> None:
    ours = When.between(*days_of(a)), When.between(*days_of(b))
    theirs = Undate.parse(a, "EDTF"), Undate.parse(b, "EDTF")
    assert surely_before(*ours) == (_day(theirs[0].latest) < _day(theirs[1].earliest))
    assume(a != b)
    both = narrow(*ours)
    inside = both is not None and (both.earliest, both.latest) == (ours[1].earliest, ours[1].latest)
    assert inside == (theirs[1] in theirs[0])


@pytest.mark.parametrize(
    ("text", "language", "written"),
    [
        ("He was there on 13 May 2016.", "en", "2016-05-13"),
        ("He was there in February 2016.", "en", "2016-02"),
        ("He was there in 2016.", "en", "2016"),
        ("He was there in the 1980s.", "en", "198X"),
        ("كان هناك في 13 أيار 2016.", "ar", "2016-05-13"),
        ("كان هناك في شباط 2016.", "ar", "2016-02"),
    ],
)
def test_expressions_have_the_days_that_the_library_gives_their_edtf(
    text: str, language: str, written: str
) -> None:
    (mention,) = find(document(text, language, None))
    when = mention.value.when
    assert when is not None and when.edtf == written
    assert (when.earliest, when.latest) == days_of(written)
