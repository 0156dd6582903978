"""Dates written in digits only."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_PARTS = re.compile(r"\d+")


def written_day(text: str, day_first: bool) -> dict[str, Any]:
    """Year, month and day of ``2014-09-11`` or ``14/04/2018``; a ``refused`` code if there is no such day.

    Two-digit years up to 49 are of this century. Where only one order of day and month exists, it is taken.
    """
    if len(text) == 8 and text.isdigit():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    parts = [int(part) for part in _PARTS.findall(text)]
    if len(_PARTS.match(text)[0]) == 4:  # type: ignore[index]
        year, month, day = parts[:3]
    else:
        first, second, year = parts[:3]
        if year < 100:
            year += 2000 if year < 50 else 1900
        day, month = (first, second) if day_first else (second, first)
        if month > 12 >= day:
            day, month = month, day
    try:
        date(year, month, day)
    except ValueError:
        return {"refused": "no_such_day"}
    return {"year": year, "month": month, "day": day} | _clock(text)


def _clock(text: str) -> dict[str, Any]:
    moment = re.search(r"t(\d\d:\d\d)", text.lower())
    return {"clock": moment[1], "zone": "Z" if text[-1] in "zZ" else ""} if moment else {}
