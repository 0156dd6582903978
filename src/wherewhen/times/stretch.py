"""A grounded expression: its TIMEX3 value, the days it allows, how fine it is, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain
from wherewhen.times.anchors import Told
from wherewhen.times.calendars import Days, month_days, season_days, week_of, year_days


@dataclass(frozen=True, slots=True)
class Stretch:
    """``days`` is None where nothing is bounded; ``told`` is what the story goes on from, if it does."""

    value: str
    days: tuple[date | None, date | None] | None = None
    grain: Grain = Grain.UNKNOWN
    reasons: tuple[Reason, ...] = ()
    told: Told | None = None


def day_stretch(day: date, *reasons: Reason) -> Stretch:
    told = Told(day.year, day.month, day.day)
    return Stretch(day.isoformat(), (day, day), Grain.DAY, reasons, told)


def week_stretch(day: date, *reasons: Reason) -> Stretch:
    year, week, _ = day.isocalendar()
    return Stretch(f"{year:04}-W{week:02}", week_of(day), Grain.WEEK, reasons)


def month_stretch(year: int, month: int, *reasons: Reason) -> Stretch:
    days = month_days(year, month)
    return Stretch(f"{year:04}-{month:02}", days, Grain.MONTH, reasons, Told(year, month))


def quarter_stretch(year: int, quarter: int, *reasons: Reason) -> Stretch:
    days = (month_days(year, 3 * quarter - 2)[0], month_days(year, 3 * quarter)[1])
    return Stretch(f"{year:04}-Q{quarter}", days, Grain.SEASON, reasons, Told(year))


def half_stretch(year: int, half: int, *reasons: Reason) -> Stretch:
    days = (month_days(year, 6 * half - 5)[0], month_days(year, 6 * half)[1])
    return Stretch(f"{year:04}-H{half}", days, Grain.SEASON, reasons, Told(year))


def season_stretch(year: int, season: str, *reasons: Reason) -> Stretch:
    return Stretch(f"{year:04}-{season}", season_days(year, season), Grain.SEASON, reasons, Told(year))


def year_stretch(year: int, *reasons: Reason) -> Stretch:
    return Stretch(f"{year:04}", year_days(year), Grain.YEAR, reasons, Told(year))


def decade_stretch(decade: int, *reasons: Reason) -> Stretch:
    """``decade`` in tens of years: 198 is the 1980s."""
    days: Days = (date(max(decade * 10, 1), 1, 1), date(decade * 10 + 9, 12, 31))
    return Stretch(f"{decade:03}", days, Grain.DECADE, reasons)


def century_stretch(century: int, *reasons: Reason) -> Stretch:
    """``century`` in hundreds of years as TIMEX3 counts: 18 is the nineteenth, 1801 to 1900."""
    days: Days = (date(century * 100 + 1, 1, 1), date(min(century * 100 + 100, 9999), 12, 31))
    return Stretch(f"{century:02}", days, Grain.CENTURY, reasons)


def refused(code: str, value: str = "XXXX-XX-XX") -> Stretch:
    """No date, and why: no such day, no such hour, no such year, mixed digits, years before the first."""
    return Stretch(value, None, Grain.UNKNOWN, (Reason.of(f"time.{code}"),))
