"""Spans of time that a desk states as context, read from a file: "siege of the town", "companion alive"."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from wherewhen.model.errors import InputError
from wherewhen.publication.public import PublicBand

_EXAMPLE = 'Write each as [[band]] with en = "…", ar = "…", from = 2015-01-01, to = 2016-05-13'


def read_bands(file: Path) -> tuple[PublicBand, ...]:
    """The bands of a TOML file, in its order. ``from`` or ``to`` may be left out: that side is open.

    Raises InputError with the number of the band that cannot be read.
    """
    try:
        stated = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{file} ({error})", _EXAMPLE) from None
    bands = stated.get("band")
    if not isinstance(bands, list) or not bands:
        raise InputError(f"{file}: no band", _EXAMPLE)
    return tuple(_band(band, f"{file}: band {n}") for n, band in enumerate(bands, 1))


def _band(stated: Any, where: str) -> PublicBand:
    known = {"en", "ar", "from", "to"}
    if not isinstance(stated, dict) or not set(stated) <= known:
        raise InputError(where, _EXAMPLE)
    names = tuple((language, stated[language]) for language in ("en", "ar") if stated.get(language))
    begin, end = stated.get("from"), stated.get("to")
    days = all(
        day is None or (isinstance(day, date) and not isinstance(day, datetime)) for day in (begin, end)
    )
    if not names or not all(isinstance(name, str) for _, name in names) or not days:
        raise InputError(where, _EXAMPLE)
    if (begin is None and end is None) or (begin and end and begin > end):
        raise InputError(where, "Give from, to or both, the earlier first")
    return PublicBand(names, begin, end)
