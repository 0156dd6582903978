"""Counting from a frame: "two days ago", "last month", "the next year", "yesterday"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain
from wherewhen.times.anchors import Anchors
from wherewhen.times.calendars import Days, month_days, moved, moved_months, season_days
from wherewhen.times.meaning import Meaning, Mode
from wherewhen.times.stretch import (
    Stretch,
    century_stretch,
    day_stretch,
    decade_stretch,
    month_stretch,
    quarter_stretch,
    season_stretch,
    week_stretch,
    weekend_stretch,
    year_stretch,
)  # fmt: skip

_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_DAYS = {"D": 1, "N": 1, "W": 7, "F": 14, "WE": 7}


def counted(meaning: Meaning, anchors: Anchors) -> Stretch | None:
    """The unit that many steps from the frame's day, None where there is no such day to count from."""
    base = _frame_day(meaning, anchors)
    if base is None or meaning.amount is None:
        return None
    reason = _reason(meaning, anchors, base)
    if meaning.weekday and not meaning.day:
        return _weekday(meaning, base, reason)
    if meaning.season:
        return _season(meaning, base, reason)
    if meaning.month and not meaning.unit:
        return _month(meaning, base, reason)
    if meaning.type == "DURATION":
        return _span(meaning, base, reason)
    found = _unit(meaning, base, anchors, reason)
    return _loosened(found, meaning, base) if found and "ago" in meaning.rule else found


def _frame_day(meaning: Meaning, anchors: Anchors) -> date | None:
    told = anchors.told.date if anchors.told else None
    if meaning.frame == "told":
        if meaning.unit in ("D", "N") and not (anchors.told and anchors.told.day):
            onward = (meaning.amount or 0) > 0
            return anchors.published if anchors.mode is Mode.NEWS and not onward else None
        return told or anchors.published
    return anchors.speech


def _reason(meaning: Meaning, anchors: Anchors, base: date) -> Reason:
    from_story = meaning.frame == "told" or anchors.mode is Mode.NARRATIVE or anchors.published is None
    code = (
        "time.counted_from_told"
        if from_story and base != anchors.published
        else "time.counted_from_publication"
    )
    return Reason.of(code, anchor=base)


def _unit(meaning: Meaning, base: date, anchors: Anchors, reason: Reason) -> Stretch | None:
    unit, amount = meaning.unit, meaning.amount or 0
    if unit in _DAYS:
        day = moved(base, round(amount * _DAYS[unit]))
        if day is None:
            return None
        if unit == "WE":
            return _weekend(day, meaning, anchors, reason)
        return day_stretch(day, reason) if unit in ("D", "N") else week_stretch(day, reason)
    if unit in _MONTHS:
        day = moved_months(base, round(amount * _MONTHS[unit]))
        return _month_unit(unit, day, reason) if day else None
    return (
        replace(day_stretch(base, reason), value="XXXX-XX-XX" if amount else base.isoformat())
        if unit
        else None
    )


def _month_unit(unit: str, day: date, reason: Reason) -> Stretch:
    if unit == "M":
        return month_stretch(day.year, day.month, reason)
    if unit == "Q":
        return quarter_stretch(day.year, (day.month + 2) // 3, reason)
    if unit == "DE":
        return decade_stretch(day.year // 10, reason)
    return century_stretch((day.year - 1) // 100, reason) if unit == "CE" else year_stretch(day.year, reason)


def _weekend(day: date, meaning: Meaning, anchors: Anchors, reason: Reason) -> Stretch:
    """ "The weekend" of a report is the one just over, "this weekend" so only on a Monday or Tuesday."""
    looks_back = anchors.mode is Mode.NEWS and not anchors.ahead and not meaning.amount
    if looks_back and (meaning.rule == "the_weekend" or day.isoweekday() <= 2):
        day = day if day.isoweekday() >= 6 else moved(day, -7) or day
    monday = week_stretch(day).days
    return weekend_stretch(monday[1] if monday and monday[1] else day, reason)


def _loosened(found: Stretch, meaning: Meaning, base: date) -> Stretch:
    """ "Six months ago" is not that very month: half a unit either side, in whole months."""
    if meaning.unit not in ("M", "Y") or not found.days:
        return found
    slack = 15 if meaning.unit == "M" else 182
    middle = moved_months(base, round((meaning.amount or 0) * _MONTHS[meaning.unit]))
    low, high = (moved(middle, -slack), moved(middle, slack)) if middle else (None, None)
    if low is None or high is None:
        return found
    return replace(found, days=(month_days(low.year, low.month)[0], month_days(high.year, high.month)[1]))


def _weekday(meaning: Meaning, base: date, reason: Reason) -> Stretch:
    """Last Friday is the one before today, next Friday the one after, this Friday the one of this week."""
    weekday, step = meaning.weekday or 1, meaning.amount or 0
    if meaning.unit == "W":
        return _weekday_of_week(meaning, base, reason)
    back = (base.isoweekday() - weekday) % 7
    offset = -(back or 7) if step < 0 else (7 - back) if step > 0 else weekday - base.isoweekday()
    day = moved(base, int(offset)) or base
    return day_stretch(day, reason)


def _weekday_of_week(meaning: Meaning, base: date, reason: Reason) -> Stretch:
    """ "Sunday of last week" is in that week; "a week ago Sunday" is a week before the last one."""
    weekday, weeks = meaning.weekday or 1, round(meaning.amount or 0)
    if "ago" in meaning.rule or "before_last" in meaning.rule:
        back = (base.isoweekday() - weekday) % 7
        offset = 7 * weeks - back + (7 if "before_last" in meaning.rule and back else 0)
    else:
        offset = 7 * weeks + weekday - base.isoweekday()
    day = moved(base, offset) or base
    return day_stretch(day, reason)


def _season(meaning: Meaning, base: date, reason: Reason) -> Stretch:
    step = meaning.amount or 0
    low, high = season_days(base.year, meaning.season)
    year = base.year
    if step < 0 and high >= base:
        year -= 1
    elif step > 0 and (date(year, 12, 1) if meaning.season == "WI" else low) <= base:
        year += 1
    found = season_stretch(year, meaning.season, reason)
    if meaning.season != "WI" or not step or base.month in (1, 2, 12) or not found.days:
        return found
    return replace(found, days=(date(year, 12, 1), found.days[1]))


def _month(meaning: Meaning, base: date, reason: Reason) -> Stretch:
    """ "Last May", "3 May last": the nearest one on that side."""
    step, month = meaning.amount or 0, meaning.month or 1
    there, here = (month, meaning.day or 0), (base.month, base.day if meaning.day else 0)
    year = base.year + (-1 if step < 0 and there >= here else 1 if step > 0 and there <= here else 0)
    return (
        day_stretch(date(year, month, meaning.day), reason)
        if meaning.day
        else month_stretch(year, month, reason)
    )


def _span(meaning: Meaning, base: date, reason: Reason) -> Stretch | None:
    """ "The past three days": all of them up to the frame's day."""
    amount = meaning.amount or 0
    if meaning.unit in _DAYS:
        other = moved(base, round(amount * _DAYS[meaning.unit]))
    elif meaning.unit in _MONTHS:
        other = moved_months(base, round(amount * _MONTHS[meaning.unit]))
    else:
        other = None
    if other is None:
        return None
    days: Days = (min(base, other), max(base, other))
    return Stretch("", days, Grain.UNKNOWN, (reason,))
