"""Bounds in the Extended Date/Time Format, level 2, for exchange."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def edtf(earliest: date | None, latest: date | None) -> str | None:
    """One event somewhere between two days, both included.

    A day, a month, a year, a decade or a century where the bounds are exactly that; else "one of" the days
    between: ``[2016-05-01..2016-05-10]``, ``[..2016-05-13]``. None where both sides are open.
    """
    if earliest is None and latest is None:
        return None
    if earliest is None or latest is None:
        return f"[{earliest or ''}..{latest or ''}]"
    return _whole(earliest, latest) or f"[{earliest}..{latest}]"


def _whole(low: date, high: date) -> str | None:
    if low == high:
        return low.isoformat()
    if low.day != 1 or high.day != monthrange(high.year, high.month)[1]:
        return None
    if (low.year, low.month) == (high.year, high.month):
        return f"{low.year:04}-{low.month:02}"
    if low.month != 1 or high.month != 12:
        return None
    years = {1: f"{low.year:04}", 10: f"{low.year // 10:03}X", 100: f"{low.year // 100:02}XX"}
    length = high.year - low.year + 1
    return years.get(length) if low.year % length == 0 else None
