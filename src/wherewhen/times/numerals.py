"""Numbers as texts write them: digits of three scripts, and number words of both languages."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = {ord(char): str(value) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, char in enumerate(row)}
MOST_DIGITS = 6
"""Longer runs of digits are no day, year or count that a report states."""


def plain(text: str) -> str:
    """The same text with Arabic-Indic and Persian digits as 0 to 9."""
    return text.translate(_DIGITS)


def mixed(text: str) -> bool:
    """True where one run of digits mixes scripts, as no writer does on purpose."""
    scripts = {"arabic" if "٠" <= c <= "٩" else "persian" if "۰" <= c <= "۹" else "latin"
               for c in text if c.isdigit()}  # fmt: skip
    return len(scripts) > 1


def integer(digits: str) -> int | None:
    """``"1,500"`` is 1500; None where the run is too long to mean anything."""
    bare = plain(digits).replace(",", "").replace("،", "")
    return int(bare) if bare.isascii() and bare.isdigit() and len(bare) <= MOST_DIGITS else None


def total(parts: Iterable[float]) -> float:
    """Number words added up in order: (1, 100, 50) is 150, (2, 1000, 3) is 2003, (19, 54) is 1954.

    Arabic years may go from the units up: (1, 80, 900, 1000) is 1981, (5, 40, 100) is 145.
    """
    whole = current = 0.0
    for part in parts:
        if part == 100 and current <= 20:
            current = (current or 1) * 100
        elif part >= 1000 and current >= 100:
            current += part
        elif part >= 1000:
            whole, current = whole + (current or 1) * part, 0.0
        elif 10 <= current < 100 and part >= 10 and current % 10 + part > 10 and part < 100:
            current = current * 100 + part
        else:
            current += part
    return whole + current
