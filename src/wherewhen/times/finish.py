"""What is laid over a grounded date: its early or late part, its hour, and the publication as a limit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain
from wherewhen.times.anchors import Anchors
from wherewhen.times.calendars import moved, third
from wherewhen.times.meaning import Meaning
from wherewhen.times.stretch import Stretch, day_stretch

_EVE = "EVE"
_CUT = (Grain.WEEK, Grain.MONTH, Grain.SEASON, Grain.YEAR, Grain.DECADE, Grain.CENTURY)


def finished(found: Stretch, meaning: Meaning, anchors: Anchors) -> Stretch:
    for step in (_before, _part, _about, _hour, _limit):
        found = step(found, meaning, anchors)
    return found if found.reasons else replace(found, reasons=(Reason.of(_plainly(found, meaning)),))


def _plainly(found: Stretch, meaning: Meaning) -> str:
    """Why there are days, or why there are none, where nothing else was said."""
    if found.days:
        return "time.stated"
    if meaning.type in ("DURATION", "SET"):
        return "time.length" if meaning.type == "DURATION" else "time.habit"
    return "time.vague" if found.value.endswith("_REF") else "time.open"


def _before(found: Stretch, meaning: Meaning, anchors: Anchors) -> Stretch:
    """The eve of a day or a feast is the day before it."""
    if not meaning.eve or not found.days or not all(found.days) or meaning.type != "DATE":
        return found
    days = (moved(day, -1) if day else None for day in found.days)
    low, high = days
    told = found.told and found.told.date and moved(found.told.date, -1)
    eve = replace(day_stretch(told), days=(low, high)) if told else replace(found, days=(low, high))
    return replace(eve, reasons=(*found.reasons, Reason.of("time.day_before")))


def _part(found: Stretch, meaning: Meaning, anchors: Anchors) -> Stretch:
    if not meaning.mod or not found.days or found.grain not in _CUT:
        return found
    low, high = found.days
    if low is None or high is None:
        return found
    days = third((low, high), meaning.mod, found.grain)
    reason = Reason.of(f"time.part_{meaning.mod.lower()}", unit=found.grain)
    return replace(found, days=days, reasons=(*found.reasons, reason))


def _about(found: Stretch, meaning: Meaning, anchors: Anchors) -> Stretch:
    """ "About 1040" allows the year before and the one after."""
    if not meaning.approximate or not found.days or found.grain is not Grain.YEAR:
        return found
    low, high = (moved(day, days) if day else None for day, days in zip(found.days, (-1, 1), strict=True))
    days = (low and low.replace(month=1, day=1), high and high.replace(month=12, day=31))
    return replace(found, days=days, reasons=(*found.reasons, Reason.of("time.about")))


def _hour(found: Stretch, meaning: Meaning, anchors: Anchors) -> Stretch:
    hour = meaning.clock or meaning.daypart
    if not hour or meaning.type != "TIME":
        return found
    if hour == _EVE:
        hour, found = "NI", _from_the_eve(found)
    value = found.value
    if value.startswith("X") and len(value) < 10:
        value = "XXXX-XX-XX"
    return replace(found, value=f"{value}T{hour}{meaning.zone}")


def _from_the_eve(found: Stretch) -> Stretch:
    """The Arabic night "of Friday" is the one before it, in newer use also the one after: both count."""
    if not found.days or not found.days[0]:
        return found
    reasons = (*found.reasons, Reason.of("time.eve"))
    return replace(found, days=(moved(found.days[0], -1), found.days[1]), reasons=reasons)


def _limit(found: Stretch, meaning: Meaning, anchors: Anchors) -> Stretch:
    """What is told is past: a stretch around the publication ends with it, unless it looks ahead."""
    published = anchors.published
    if published is None or anchors.ahead or not found.days:
        return found
    low, high = found.days
    ahead = meaning.amount is not None and meaning.amount > 0
    if ahead or not _around(low, high, published) or found.grain not in (*_CUT, Grain.UNKNOWN):
        return found
    reason = Reason.of("time.not_after_publication", anchor=published)
    return replace(found, days=(low, published), reasons=(*found.reasons, reason))


def _around(low: date | None, high: date | None, day: date) -> bool:
    return low is not None and high is not None and low <= day < high
