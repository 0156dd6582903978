"""The day of publication as a byline, an attribute or an address writes it."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import cache

from wherewhen.documents.cues import folded
from wherewhen.languages import LANGUAGES, lexicon

ISO = re.compile(r"(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T|\d{6}|$)")
SLASHED = re.compile(r"(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
IN_ADDRESS = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?:/|-|$)")
EARLIEST_YEAR = 1600


def written_date(text: str, language: str = "en") -> date | None:
    """The first full date in a short text: ISO, "3 January 2020", "January 3, 2020", "٣ كانون الثاني ٢٠٢٠".

    "3/1/2020" is day first in Arabic; in English it counts only where one part is over 12.
    """
    line = _western_digits(text)
    return _iso(line) or _worded(line) or _slashed(line, language)


def address_date(url: str) -> date | None:
    """The day in an address such as ``/2020/01/12/title``."""
    found = IN_ADDRESS.search(url)
    return _day(*found.groups()) if found else None


def is_only_date(line: str) -> bool:
    """True for a line that is a date, with or without a weekday or an hour, and nothing else."""
    if len(line) > 60 or not any(written_date(line, language) for language in LANGUAGES):
        return False
    return all(word in _words_of_dates() or word[0].isdigit() for word in folded(line).split())


@cache
def _words_of_dates() -> frozenset[str]:
    tables = [lexicon(language, "documents")["dates"] for language in LANGUAGES]
    names = (name for table in tables for names in (*table["months"], table["beside"]) for name in names)
    return frozenset(word for name in names for word in folded(name).split())


def says_published(line: str) -> bool:
    """True where a short line begins with "Published", "نشر في" and the like."""
    openings = [folded(w) for lang in LANGUAGES for w in lexicon(lang, "documents")["dates"]["published"]]
    return len(line) <= 120 and folded(line).startswith(tuple(openings))


def _western_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(c, "")) if c.isdigit() and c > "\x7f" else c for c in text)


def _iso(line: str) -> date | None:
    found = ISO.search(line) or COMPACT.match(line.strip())
    return _day(*found.groups()) if found else None


def _slashed(line: str, language: str) -> date | None:
    found = SLASHED.search(line)
    if not found:
        return None
    first, second, year = found.groups()
    if lexicon(language, "documents")["dates"]["day_first"] or int(first) > 12:
        return _day(year, second, first)
    return _day(year, first, second) if int(second) > 12 or first == second else None


def _worded(line: str) -> date | None:
    for pattern, months in _worded_patterns():
        found = pattern.search(folded(line))
        if found:
            return _day(found["year"], str(months[found["month"]]), found["day"])
    return None


@cache
def _worded_patterns() -> tuple[tuple[re.Pattern[str], dict[str, int]], ...]:
    patterns = []
    for language in LANGUAGES:
        table = lexicon(language, "documents")["dates"]["months"]
        months = {folded(name): number for number, names in enumerate(table, 1) for name in names}
        names = "|".join(sorted(map(re.escape, months), key=len, reverse=True))
        day, year = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?", r"(?P<year>\d{4})"
        month = rf"(?:of )?(?P<month>{names})"
        for order in (rf"{day} {month} {year}", rf"{month} {day} {year}"):
            patterns.append((re.compile(rf"(?<!\w){order}(?!\d)"), months))
    return tuple(patterns)


def _day(year: str, month: str, day: str) -> date | None:
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= EARLIEST_YEAR else None
