"""News or narrative: what the text itself shows about how it counts time."""

from __future__ import annotations

from datetime import date

from wherewhen.times.grammar import Tokens
from wherewhen.times.meaning import Mode

_FEW = 5
_RECENT = 6
"""Without a day of publication, years that lie no further apart are those of a report."""
_SAMPLE = 4_000
"""Tokens looked at: a text shows its manner early."""
_OPENING = 60
"""Tokens within which "today" or a weekday tells a report, however many years its background names."""


def chosen(tokens: Tokens, published: date | None) -> Mode:
    """Reports say "today", name weekdays and quote speakers; stories go from year to year, long past."""
    speech = 0
    years: list[int] = []
    if published is not None and _opens_with_the_day(tokens):
        return Mode.NEWS
    for index in range(min(len(tokens.raw), _SAMPLE)):
        tags = tokens.word(index).tags
        if "year" in tags:
            recent = published is not None and published.year - 1 <= tags["year"] <= published.year
            speech += recent
            years += [] if recent else [tags["year"]]
        elif "era" in tags and index and "number_any" in tokens.word(index - 1).tags:
            years.append(-int(tokens.word(index - 1).tags["number_any"]))
        elif "today" in tags or "weekday" in tags:
            speech += 2
        elif "saying" in tags:
            speech += 1
    long_past = len(years) > max(speech, _FEW)
    wide = published is not None or (long_past and max(years) - min(years) > _RECENT)
    return Mode.NARRATIVE if long_past and wide else Mode.NEWS


def _opens_with_the_day(tokens: Tokens) -> bool:
    """ "This morning", "on Tuesday", "yesterday" near the beginning."""
    return any(
        tokens.has(index, "weekday")
        or tokens.has(index, "today")
        or (tokens.has(index, "daypart") and tokens.has(index - 1, "deictic"))
        for index in range(min(len(tokens.raw), _OPENING))
    )
