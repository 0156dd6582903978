"""Dates in words that carry the doubt: "no later than 13 May 2016", "some day in October 2015"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Protocol

from wherewhen.model.when import Bounds, Grain
from wherewhen.publication.wording.voice import Voice


class Dated(Protocol):
    """A ``When`` of the reading or a ``PublicTime``."""

    @property
    def begin(self) -> Bounds: ...
    @property
    def end(self) -> Bounds: ...
    @property
    def grain(self) -> str: ...


Phrase = tuple[str, dict[str, str]]
"""A template's name and the words that fill it."""


def date_words(when: Dated, voice: Voice) -> str:
    """The date as a phrase that stands alone."""
    name, values = _phrase(when, voice)
    return voice.say("date", name, **values)


def date_in_sentence(when: Dated, voice: Voice) -> str:
    """The date with what joins it to the words before it: " on 13 May 2016", ", no later than ..."."""
    name, values = _phrase(when, voice)
    return voice.say("date_in_sentence", name, **values)


def day_words(day: date, voice: Voice) -> str:
    """``13 May 2016`` in a language."""
    return voice.say(
        "date", "day", day=voice.number(day.day), month=_month_name(day, voice), year=_year(day, voice)
    )


def _phrase(when: Dated, voice: Voice) -> Phrase:
    if when.begin == when.end:
        return _event(when.begin, when.grain, voice)
    begun, ended = when.begin, when.end
    if None not in (*begun, *ended):
        return "stay", {"first": _piece(begun, voice), "last": _piece(ended, voice)}
    if ended == (None, None) and _certain(begun):
        return "since", {"first": _piece(begun, voice)}
    if begun == (None, None) and _certain(ended):
        return "until", {"last": _piece(ended, voice)}
    return _event((begun[0], ended[1]), when.grain, voice)


def _certain(bounds: Bounds) -> bool:
    return bounds[0] is not None and bounds[0] == bounds[1]


def _piece(bounds: Bounds, voice: Voice) -> str:
    """One end of a stay, to stand inside "from ... to ...": a day, a month, a year or a span."""
    name, values = _event(bounds, Grain.UNKNOWN, voice)
    if name in ("exact", "in_month", "in_year"):
        return next(iter(values.values()))
    return voice.say("date", "some", **values)


def _event(bounds: Bounds, grain: str, voice: Voice) -> Phrase:
    first, last = bounds
    if first is None and last is None:
        return "unknown", {}
    if first is None:
        assert last is not None
        return "upto", {"last": _end_of(last, grain, voice)}
    if last is None:
        return "from", {"first": _start_of(first, grain, voice)}
    if first == last:
        return "exact", {"day": day_words(first, voice)}
    return _between(first, last, grain, voice)


def _between(first: date, last: date, grain: str, voice: Voice) -> Phrase:
    whole_years = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    if whole_years and first.year == last.year:
        return "in_year", {"year": _year(first, voice)}
    if whole_years and grain == Grain.DECADE and first.year % 10 == 0 and last.year == first.year + 9:
        return "in_decade", {"year": _year(first, voice)}
    if whole_years:
        return "years", {"first": _year(first, voice), "last": _year(last, voice)}
    if first.day == 1 and _ends_month(last):
        return _whole_months(first, last, voice)
    return "days", {"first": _shortened(first, last, voice), "last": day_words(last, voice)}


def _whole_months(first: date, last: date, voice: Voice) -> Phrase:
    if (first.year, first.month) == (last.year, last.month):
        return "in_month", {"month": _month(first, voice)}
    start = _month_name(first, voice) if first.year == last.year else _month(first, voice)
    return "months", {"first": start, "last": _month(last, voice)}


def _shortened(first: date, last: date, voice: Voice) -> str:
    """The first day without what the last day says again: "3" of "3 and 9 May 2016"."""
    if first.year != last.year:
        return day_words(first, voice)
    if first.month != last.month:
        return f"{voice.number(first.day)} {_month_name(first, voice)}"
    return voice.number(first.day)


def _end_of(day: date, grain: str, voice: Voice) -> str:
    """An upper bound: by month or year where the words meant no more than that."""
    if grain == Grain.YEAR and (day.month, day.day) == (12, 31):
        return _year(day, voice)
    return _month(day, voice) if grain == Grain.MONTH and _ends_month(day) else day_words(day, voice)


def _start_of(day: date, grain: str, voice: Voice) -> str:
    if grain == Grain.YEAR and (day.month, day.day) == (1, 1):
        return _year(day, voice)
    return _month(day, voice) if grain == Grain.MONTH and day.day == 1 else day_words(day, voice)


def _ends_month(day: date) -> bool:
    return day.day == monthrange(day.year, day.month)[1]


def _month(day: date, voice: Voice) -> str:
    return voice.say("date", "month", month=_month_name(day, voice), year=_year(day, voice))


def _month_name(day: date, voice: Voice) -> str:
    name: str = voice.table("months")["names"][day.month - 1]
    return name


def _year(day: date, voice: Voice) -> str:
    return voice.number(day.year)
