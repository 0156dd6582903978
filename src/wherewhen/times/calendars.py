"""Calendars: stretches of days that have a name, Hijri dates, and feasts of both traditions."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from hijridate import Gregorian, Hijri

from wherewhen.model.when import Grain

Days = tuple[date, date]
"""First and last day, both included."""
SEASONS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
FIRST_TABLE_YEAR, _LAST_TABLE_YEAR = 1343, 1500
"""Hijri years of the Umm al-Qura table."""
_JULIAN_UNTIL = date(1582, 10, 15)
_HIJRI_EPOCH = 1948439
"""Julian day number of the day before 1 Muharram 1 in the tabular (civil) calendar."""
_ORDINAL_ZERO = 1721424
"""Julian day number of the day before 1 January of year 1 in the Gregorian calendar."""


def year_days(year: int) -> Days:
    return date(year, 1, 1), date(year, 12, 31)


def month_days(year: int, month: int) -> Days:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def season_days(year: int, season: str) -> Days:
    """Meteorological seasons of the northern half; a winter of one year may be either of its two."""
    first, last = SEASONS[season]
    if season == "WI":
        return date(year, 1, 1), month_days(min(year + 1, 9999), 2)[1]
    return date(year, first, 1), month_days(year, last)[1]


def week_of(day: date) -> Days:
    """Monday to Sunday, cut at the ends of the calendar."""
    monday = max(day.toordinal() - day.weekday(), 1)
    return date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal()))


def moved(day: date, days: int) -> date | None:
    """The day so many days later, None outside of the years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def moved_months(day: date, months: int) -> date | None:
    """The same day so many months later, or the last one of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def third(days: Days, mod: str, grain: Grain) -> Days:
    """The part that "early", "mid" or "late" means: ten days of a month, half a decade, else a third."""
    low, high = days
    length = (high - low).days + 1
    if grain is Grain.YEAR:
        cuts = (low, date(low.year, 5, 1), date(low.year, 9, 1))
    elif grain is Grain.DECADE and mod != "MID":
        cuts = (low, date(low.year + 5, 1, 1), date(low.year + 5, 1, 1))
    elif grain is Grain.DECADE:
        cuts = (low, date(low.year + 3, 1, 1), date(low.year + 7, 1, 1))
    elif grain is Grain.CENTURY:
        cuts = (low, date(low.year + 33, 1, 1), date(low.year + 66, 1, 1))
    elif grain is Grain.MONTH:
        cuts = (low, low + timedelta(days=10), low + timedelta(days=20))
    else:
        cuts = (low, low + timedelta(days=length // 3), low + timedelta(days=2 * length // 3))
    place = ("START", "MID", "END").index(mod)
    return cuts[place], high if place == 2 else cuts[place + 1] - timedelta(days=1)


def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day, by Umm al-Qura where that table reaches, else by the tabular calendar.

    Days before 15 October 1582 are given in the Julian calendar, as histories do. None for no such day.
    """
    try:
        if FIRST_TABLE_YEAR <= year <= _LAST_TABLE_YEAR:
            return _from_table(year, month, day)
        return _tabular(year, month, day)
    except (ValueError, OverflowError):
        return None


def _from_table(year: int, month: int, day: int) -> date:
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def _tabular(year: int, month: int, day: int) -> date:
    if not (1 <= month <= 12 and 1 <= day <= 30 and year >= 1):
        raise ValueError(f"no such day: {year}-{month}-{day} AH")
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    number = _HIJRI_EPOCH + before + day
    gregorian = date.fromordinal(number - _ORDINAL_ZERO)
    return gregorian if gregorian >= _JULIAN_UNTIL else _julian(number)


def _julian(number: int) -> date:
    """The Julian calendar's name for a Julian day number."""
    c = number + 32082
    d = (4 * c + 3) // 1461
    e = c - 1461 * d // 4
    m = (5 * e + 2) // 153
    return date(d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1)


def hijri_days(year: int, month: int | None) -> Days | None:
    """All days of a Hijri month or year."""
    low = hijri_day(year, month or 1, 1)
    after = hijri_day(year, month + 1, 1) if month and month < 12 else hijri_day(year + 1, 1, 1)
    return (low, after - timedelta(days=1)) if low and after else None


def hijri_written(day: date) -> str:
    """``1436-09-15`` for a day of the Gregorian calendar; empty outside of the table."""
    try:
        return str(Gregorian(day.year, day.month, day.day).to_hijri())
    except (ValueError, OverflowError):
        return ""


def feast_days(name: str, year: int) -> Days | None:
    """The days of a feast in a year: a fixed ``MM-DD``, ``easter`` with an offset, or ``hijri MM-DD``.

    ``easter+1`` is the Monday after it. A feast of the Hijri year may come twice in a year: the first counts.
    The Hijri day may be kept a day earlier or later than the calendar says.
    """
    if name.startswith("easter"):
        day = moved(easter(year), int(name[6:] or 0))
        return (day, day) if day else None
    if name.startswith("hijri"):
        return _hijri_feast(name.split()[1], year)
    month, day_of_month = (int(part) for part in name.split("-"))
    day = date(year, month, day_of_month)
    return day, day


def _hijri_feast(name: str, year: int) -> Days | None:
    month, _, day = name.partition("-")
    for hijri_year in range(int((year - 622) * 1.0307) - 1, int((year - 622) * 1.0307) + 3):
        days = hijri_days(hijri_year, int(month)) if not day else None
        exact = hijri_day(hijri_year, int(month), int(day)) if day else None
        days = (exact, exact) if exact else days
        if days and days[0].year == year:
            return days
    return None


def easter(year: int) -> date:
    """Western Easter Sunday: the anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    return date(year, (h + k - 7 * m + 114) // 31, (h + k - 7 * m + 114) % 31 + 1)
