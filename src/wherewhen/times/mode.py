"""News or narrative: what the text itself shows about how it counts time."""

from __future__ import annotations

from datetime import date

from wherewhen.times.grammar import Tokens
from wherewhen.times.meaning import Mode

_RECENT = 6
"""Without a day of publication, years that lie no further apart are those of a report."""
_SAMPLE = 4_000
"""Tokens looked at: a text shows its manner early."""


def chosen(tokens: Tokens, published: date | None) -> Mode:
    """Reports say "today", name weekdays and quote speakers; stories go from year to year, long past."""
    speech = 0
    years: list[int] = []
    for index in range(min(len(tokens.raw), _SAMPLE)):
        tags = tokens.word(index).tags
        if "year" in tags:
            if published is None or tags["year"] < published.year - 1:
                years.append(tags["year"])
        elif "today" in tags or "weekday" in tags:
            speech += 2
        elif "saying" in tags:
            speech += 1
    long_past = len(years) > max(speech, 2) and (published is not None or max(years) - min(years) > _RECENT)
    return Mode.NARRATIVE if long_past else Mode.NEWS
