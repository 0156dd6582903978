"""A grounded expression: its TIMEX3 value, the days it allows, how fine it is, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain
from wherewhen.times.anchors import Told
from wherewhen.times.calendars import Days, month_days, moved, season_days, week_of, year_days


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


def weekend_stretch(day: date, *reasons: Reason) -> Stretch:
    """Saturday and Sunday of the week that has this day, the weekend just over for a Monday or Tuesday."""
    week = week_stretch(moved(day, -2) or day if day.isoweekday() <= 2 else day, *reasons)
    monday = week.days[0] if week.days else None
    saturday = moved(monday, 5) if monday else None
    return replace(week, value=f"{week.value}-WE", days=(saturday, moved(saturday, 1))) if saturday else week


def sliced(whole: Stretch, half: int, quarter: int) -> Stretch:
    """The named half or quarter of a century, -1 the last."""
    parts, nth = (4, quarter) if quarter else (2, half)
    if not nth or not whole.days or not whole.days[0]:
        return whole
    first = whole.days[0].year + 100 // parts * ((nth if nth > 0 else parts) - 1)
    return replace(whole, days=(date(first, 1, 1), date(first + 100 // parts - 1, 12, 31)))


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
