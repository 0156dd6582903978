"""Choosing what the words leave out: the year of "3 January", the month of "the 5th", which Tuesday."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.times.anchors import Anchors, Told
from wherewhen.times.calendars import moved, season_days
from wherewhen.times.meaning import Meaning, Mode
from wherewhen.times.stretch import Stretch, day_stretch

_NEAR = 400
"""Characters within which a stated year still rules in a report."""
_FOLLOWING = 1_500
_DAYS_BACK, _DAYS_ON = 31, 92
"""A date without a year that fits right behind the last full one, so many characters on, continues it."""
_LONG_BACK = 20
_WRAP = 9
"""A story that passes from December to January goes on in the next year."""


def year_of(meaning: Meaning, anchors: Anchors) -> tuple[int | None, Reason | None]:
    """The year and why; (None, None) where nothing tells it."""
    if meaning.year is not None:
        return meaning.year, None
    told, published = anchors.told, anchors.published
    if anchors.mode is Mode.NARRATIVE or (published is None and anchors.latest is None):
        return _story_year(meaning, anchors)
    told = anchors.told_here
    near = told is not None and anchors.offset - told.offset < _NEAR and (told.month or told.opening)
    if told and published and _goes_on(meaning, anchors, told):
        return told.year, Reason.of("time.year_told", year=told.year)
    if told and near and published and told.year < published.year - 1:
        return told.year, Reason.of("time.year_told", year=told.year)
    long_past = anchors.told_long_past
    if long_past:
        return long_past.year, Reason.of("time.year_told", year=long_past.year)
    if published:
        return _year_near(meaning, anchors, published)
    return _year_after(meaning, anchors)


def _goes_on(meaning: Meaning, anchors: Anchors, told: Told) -> bool:
    """ "In May 2013 he left and came back in June": the same year, soon after."""
    published, base = anchors.published, told.date
    if not told.stated or not told.month or base is None or published is None or told.year >= published.year:
        return False
    if anchors.offset - told.offset > _FOLLOWING or not meaning.month:
        return False
    day = _first_day(meaning, told.year)
    return day is not None and -_DAYS_BACK <= (day - base).days <= _DAYS_ON


def _story_year(meaning: Meaning, anchors: Anchors) -> tuple[int | None, Reason | None]:
    told, published = anchors.told, anchors.published
    if (
        told is None and published and meaning.month
    ):  # a story that opens on the news: "3 January", told in January
        return _year_near(meaning, anchors, published)
    if told is None or told.era != "CE":
        return None, None
    year = told.year
    if meaning.month and told.month and told.month - meaning.month >= _WRAP:
        year += 1
    return year, Reason.of("time.year_told", year=year)


def _first_day(meaning: Meaning, year: int) -> date | None:
    try:
        if meaning.season:
            return season_days(year, meaning.season)[0]
        month = meaning.month or (meaning.quarter * 3 - 2 if meaning.quarter > 0 else 0)
        return date(year, month or 1, meaning.day or 1)
    except ValueError:
        return None


def _year_near(meaning: Meaning, anchors: Anchors, published: date) -> tuple[int, Reason]:
    """The last such day before the publication, or the next one where the sentence looks ahead."""
    year = published.year
    day = _first_day(meaning, year)
    if day is None:
        return year, Reason.of("time.year_of_publication", anchor=published)
    if anchors.ahead:
        last = (published.year, published.month) if not meaning.day else None
        past = day < published and (last is None or (day.year, day.month) < last)
        return year + past, Reason.of("time.next_after_publication", anchor=published)
    return year - (day > published), Reason.of("time.last_before_publication", anchor=published)


def _year_after(meaning: Meaning, anchors: Anchors) -> tuple[int | None, Reason | None]:
    """No publication day: the text is later than the latest past day that it states."""
    latest = anchors.latest
    assert latest is not None
    told = anchors.told_here
    if told and told.year < latest.year:
        return told.year, Reason.of("time.year_told", year=told.year)
    day = _first_day(meaning, latest.year)
    past = day is not None and day < latest
    if not meaning.day and day is not None and (day.year, day.month) == (latest.year, latest.month):
        past = False
    return latest.year + past, Reason.of("time.next_after_latest", anchor=latest)


def month_of_day(meaning: Meaning, anchors: Anchors) -> Stretch:
    """The 5th of the story's month, else the last such day before the publication."""
    day, told, base = meaning.day or 1, anchors.told, anchors.published
    if told and told.month and told.date:
        year, month = (
            _month_going_on(told, day) if anchors.mode is Mode.NARRATIVE else _month_past(told, day, anchors)
        )
        return day_stretch(
            date(year, month, day), Reason.of("time.month_told", month=f"{year:04}-{month:02}")
        )
    if base is None:
        return Stretch("XXXX-XX-XX")
    year, month = base.year, base.month
    if day > base.day and not anchors.ahead:
        year, month = (year - 1, 12) if month == 1 else (year, month - 1)
    return day_stretch(date(year, month, day), Reason.of("time.month_of_publication", anchor=base))


def _month_past(told: Told, day: int, anchors: Anchors) -> tuple[int, int]:
    """A report tells what is past: where the 24th is still to come, it was that of the month before."""
    published = anchors.published
    late = published is not None and (told.year, told.month, day) > (
        published.year,
        published.month,
        published.day,
    )
    if (
        not late
        or anchors.ahead
        or published is None
        or (told.year, told.month) != (published.year, published.month)
    ):
        return told.year, told.month
    return (told.year - 1, 12) if told.month == 1 else (told.year, told.month - 1)


def _month_going_on(told: Told, day: int) -> tuple[int, int]:
    """A story that passes from the 28th to the 3rd has passed into the next month."""
    if told.day - day > _LONG_BACK:
        return told.year + told.month // 12, told.month % 12 + 1
    return told.year, told.month


def weekday_day(meaning: Meaning, anchors: Anchors) -> Stretch:
    """Reports look back to the last such day, up to the publication itself; stories go on to the next one."""
    weekday = meaning.weekday or 1
    if anchors.mode is Mode.NEWS and anchors.published:
        return _weekday_before(weekday, anchors)
    told = anchors.told if anchors.mode is Mode.NARRATIVE else None
    if told and told.day and told.date:
        day = moved(told.date, (weekday - told.date.isoweekday()) % 7)
        if day:
            return day_stretch(day, Reason.of("time.weekday_after_told", weekday=weekday, anchor=told.date))
    return _weekday_after_latest(weekday, anchors)


def _weekday_after_latest(weekday: int, anchors: Anchors) -> Stretch:
    unknown, latest = Stretch(f"XXXX-WXX-{weekday}"), anchors.latest
    if latest is None:
        return unknown
    reason = Reason.of("time.after_latest", anchor=latest)
    return replace(unknown, days=(moved(latest, -6), None), reasons=(reason,))


def _weekday_before(weekday: int, anchors: Anchors) -> Stretch:
    published = anchors.published
    assert published is not None
    back = (published.isoweekday() - weekday) % 7
    if anchors.ahead:
        day = moved(published, (7 - back) % 7)
        code = "time.weekday_after_publication"
    else:
        day = moved(published, -back)
        code = "time.weekday_before_publication"
    return day_stretch(day or published, Reason.of(code, weekday=weekday, anchor=published))
