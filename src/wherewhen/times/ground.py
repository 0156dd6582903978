"""From what the words say to days: what is missing comes from the anchors, each with its reason."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.times.anchors import Anchors, Told
from wherewhen.times.calendars import FIRST_TABLE_YEAR, feast_days, hijri_day, hijri_days, moved
from wherewhen.times.choose import month_of_day, weekday_day, year_of
from wherewhen.times.count import counted
from wherewhen.times.finish import finished
from wherewhen.times.meaning import Meaning, Mode
from wherewhen.times.stretch import (
    Stretch,
    century_stretch,
    day_stretch,
    decade_stretch,
    half_stretch,
    month_stretch,
    quarter_stretch,
    refused,
    season_stretch,
    sliced,
    week_stretch,
    weekend_stretch,
    year_stretch,
)  # fmt: skip

_LAST_HIJRI = 1500
"""A later year beside a Hijri month is one of the common calendar: "Ramadan 2014"."""


def ground(meaning: Meaning, anchors: Anchors) -> Stretch:
    """Value, days and reasons of one expression. Never raises: what is no date comes back refused."""
    if meaning.refused:
        return refused(meaning.refused)
    try:
        return finished(_bare(meaning, anchors), meaning, anchors)
    except (ValueError, OverflowError):
        return refused("no_such_day")


def _bare(meaning: Meaning, anchors: Anchors) -> Stretch:
    if meaning.fixed:
        return _fixed(meaning, anchors)
    if meaning.era == "BCE":
        return _before_christ(meaning)
    if meaning.era == "AH":
        return _hijri(meaning, anchors)
    if meaning.century is not None:
        return sliced(century_stretch(int(meaning.century)), meaning.half, meaning.quarter)
    if meaning.decade is not None:
        return decade_stretch(meaning.decade)
    if meaning.feast:
        return _feast(meaning, anchors)
    if meaning.amount is not None:
        return _from_frame(meaning, anchors)
    return _calendar(meaning, anchors)


def _fixed(meaning: Meaning, anchors: Anchors) -> Stretch:
    if meaning.type == "DURATION" and meaning.amount and meaning.unit:
        base = counted(meaning, anchors)
        if base and base.days:
            return replace(base, value=meaning.fixed, told=None)
    return Stretch(meaning.fixed)


def _before_christ(meaning: Meaning) -> Stretch:
    """Years before the first have a value and no days: our calendar starts with year 1."""
    if meaning.century is not None:
        return refused("before_year_one", f"BC{int(meaning.century):02}")
    value = f"BC{meaning.year or 0:04}"
    if meaning.month:
        value += f"-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    told = Told(meaning.year or 0, meaning.month or 0, meaning.day or 0, era="BCE")
    return replace(refused("before_year_one", value), told=told)


def _hijri(meaning: Meaning, anchors: Anchors) -> Stretch:
    if meaning.century is not None:
        return _hijri_century(int(meaning.century))
    if not meaning.year or (meaning.month and meaning.year > _LAST_HIJRI):
        return _hijri_without_year(meaning, anchors)
    written = "-".join(f"{part:02}" for part in (meaning.year, meaning.month, meaning.day) if part)
    reason = Reason.of("time.hijri", hijri=written)
    if meaning.day:
        day = hijri_day(meaning.year, meaning.month or 1, meaning.day)
        return _hijri_day_stretch(day, meaning.year, reason) if day else refused("no_such_day")
    days = hijri_days(meaning.year, meaning.month)
    if days is None:
        return refused("no_such_day")
    middle = date.fromordinal((days[0].toordinal() + days[1].toordinal()) // 2)
    base = month_stretch(middle.year, middle.month) if meaning.month else year_stretch(middle.year)
    return replace(base, days=days, reasons=(reason,))


def _hijri_century(century: int) -> Stretch:
    first, last = hijri_days(century * 100 + 1, None), hijri_days(century * 100 + 100, None)
    if first is None or last is None:
        return refused("no_such_day")
    middle = (first[0].year + last[1].year) // 2
    reason = Reason.of("time.hijri", hijri=f"{century * 100 + 1}..{century * 100 + 100}")
    return replace(century_stretch((middle - 1) // 100), days=(first[0], last[1]), reasons=(reason,))


def _hijri_day_stretch(day: date, year: int, reason: Reason) -> Stretch:
    """Before the printed tables, months began when the moon was seen: two days either way."""
    found = day_stretch(day, reason)
    return found if year >= FIRST_TABLE_YEAR else replace(found, days=(moved(day, -2), moved(day, 2)))


def _hijri_without_year(meaning: Meaning, anchors: Anchors) -> Stretch:
    if not meaning.month:
        return Stretch("XXXX-XX-XX")
    name = f"hijri {meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
    return _feast(replace(meaning, feast=name, era=""), anchors)


def _feast(meaning: Meaning, anchors: Anchors) -> Stretch:
    year, reason = (meaning.year, None) if meaning.year else _feast_year(meaning, anchors)
    days = feast_days(meaning.feast, year) if year else None
    if days is None:
        return Stretch("XXXX-XX-XX" if not meaning.feast[:2].isdigit() else f"XXXX-{meaning.feast}")
    reasons = (Reason.of("time.feast", feast=meaning.feast, day=days[0]), *((reason,) if reason else ()))
    base = day_stretch(days[0], *reasons)
    if days[0] != days[1]:
        middle = moved(days[0], 15) or days[0]
        return replace(month_stretch(middle.year, middle.month), days=days, reasons=reasons)
    if meaning.feast.startswith("hijri"):
        return replace(base, days=(moved(days[0], -1), moved(days[0], 1)))
    return base


def _feast_year(meaning: Meaning, anchors: Anchors) -> tuple[int | None, Reason | None]:
    """The story's year; in a report that of the last such feast, of the next one where it looks ahead."""
    speech = anchors.speech
    if speech is None:
        return None, None
    told = anchors.told_long_past if meaning.amount is None else None
    if told:
        return told.year, Reason.of("time.year_told", year=told.year)
    days = feast_days(meaning.feast, speech.year)
    step, day = meaning.amount or 0, days[0] if days else speech
    if step or anchors.mode is Mode.NARRATIVE:
        year = speech.year + (step > 0 and day <= speech) - (step < 0 and day >= speech)
    else:
        year = speech.year - (day > speech and not anchors.ahead)
    return year, Reason.of("time.year_of_anchor", anchor=speech)


def _from_frame(meaning: Meaning, anchors: Anchors) -> Stretch:
    """A counted year, month, week or day, and what the words name within it."""
    if meaning.rule == "today" and meaning.amount == 0 and anchors.mode is Mode.NARRATIVE:
        return Stretch("PRESENT_REF")
    base = counted(meaning, anchors)
    if base is None:
        return _after_latest(meaning, anchors)
    if base.told is None or not _names_more(meaning):
        return base
    told = base.told
    within = replace(meaning, amount=None, year=told.year, month=meaning.month or told.month or None)
    found = _calendar(within, anchors)
    return replace(found, reasons=base.reasons + found.reasons)


def _after_latest(meaning: Meaning, anchors: Anchors) -> Stretch:
    """A report without a date is later than the latest day it tells: "yesterday" is open to the right."""
    latest, unknown = anchors.latest, Stretch(_unknown(meaning))
    if latest is None or meaning.frame != "speech":
        return unknown
    least = counted(meaning, replace(anchors, published=latest))
    if least is None or not least.days or not least.days[0]:
        return unknown
    first = max(least.days[0], latest) if (meaning.amount or 0) > 0 else least.days[0]
    return replace(unknown, days=(first, None), reasons=(Reason.of("time.after_latest", anchor=latest),))


def _names_more(meaning: Meaning) -> bool:
    return bool(meaning.month or meaning.day or meaning.season or meaning.quarter or meaning.half)


_UNKNOWN = {"Y": "XXXX", "M": "XXXX-XX", "W": "XXXX-WXX", "DE": "XXX", "CE": "XX"}


def _unknown(meaning: Meaning) -> str:
    return _UNKNOWN.get(meaning.unit, "XXXX-XX-XX")


def _calendar(meaning: Meaning, anchors: Anchors) -> Stretch:
    if meaning.weekday and not meaning.day and not meaning.nth:
        return weekday_day(meaning, anchors)
    if meaning.day and not meaning.month:
        return month_of_day(meaning, anchors)
    if (meaning.clock or meaning.daypart) and not (meaning.month or meaning.year or meaning.season):
        return _clock_day(anchors)
    year, reason = year_of(meaning, anchors)
    if year is None:
        return Stretch(_yearless(meaning), told=None)
    found = _in_year(meaning, year)
    return replace(found, reasons=(reason, *found.reasons)) if reason else found


def _clock_day(anchors: Anchors) -> Stretch:
    told = anchors.told
    near = told is not None and bool(told.day)
    if near and told and told.date:
        return day_stretch(told.date, Reason.of("time.day_told", anchor=told.date))
    if anchors.speech and not (told and anchors.speech == told.date):
        return day_stretch(anchors.speech, Reason.of("time.day_of_publication", anchor=anchors.speech))
    return Stretch("XXXX-XX-XX")


def _yearless(meaning: Meaning) -> str:
    if meaning.season:
        return f"XXXX-{meaning.season}"
    if meaning.quarter or meaning.half:
        return f"XXXX-Q{meaning.quarter}" if meaning.quarter else f"XXXX-H{meaning.half}"
    return (
        f"XXXX-{meaning.month:02}" + (f"-{meaning.day:02}" if meaning.day else "")
        if meaning.month
        else "XXXX-XX-XX"
    )


def _in_year(meaning: Meaning, year: int) -> Stretch:
    if meaning.season:
        return season_stretch(year, meaning.season)
    if meaning.quarter:
        return quarter_stretch(year, meaning.quarter if meaning.quarter > 0 else 4)
    if meaning.half:
        return half_stretch(year, meaning.half if meaning.half > 0 else 2)
    if not meaning.month:
        return year_stretch(year)
    if meaning.nth_week or meaning.nth:
        return _nth(meaning, year)
    if meaning.from_end:
        return day_stretch(
            date(year, meaning.month, monthrange(year, meaning.month)[1] + 1 - meaning.from_end)
        )
    if meaning.day:
        day = date(year, meaning.month, meaning.day)
        whole = {"WE": weekend_stretch, "W": week_stretch}.get(meaning.unit, day_stretch)
        return whole(day)
    return month_stretch(year, meaning.month)


def _nth(meaning: Meaning, year: int) -> Stretch:
    """The first, second or last week or weekday of a month."""
    month = month_stretch(year, meaning.month or 1)
    low, high = month.days or (None, None)
    assert low is not None and high is not None
    nth = meaning.nth or meaning.nth_week
    if meaning.nth_week:
        first = (moved(low, 7 * (nth - 1)) if nth > 0 else moved(high, -6)) or low
        last = min(moved(first, 6) or high, high)
        return replace(week_stretch(first), days=(first, last))
    days = [date(year, low.month, d) for d in range(1, high.day + 1)]
    fitting = [day for day in days if day.isoweekday() == meaning.weekday]
    return day_stretch(fitting[nth - 1 if nth > 0 else nth])
