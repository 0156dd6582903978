"""What an expression may count from: the publication, the story's last date, the text's latest past date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wherewhen.times.meaning import Mode

_STILL = 2_500
"""Characters for which a report goes on with what it told of long ago."""


@dataclass(frozen=True, slots=True)
class Told:
    """The last date that the story gave; ``month`` and ``day`` are 0 where it gave none.

    offset   where the text says it; ``opening``, whether a sentence begins with it
    stated   the text gives the year itself
    """

    year: int
    month: int = 0
    day: int = 0
    offset: int = 0
    era: str = "CE"
    opening: bool = False
    stated: bool = False

    @property
    def date(self) -> date | None:
        """A day to count from: the date itself, or the first of its month or year."""
        known = self.era == "CE" and 1 <= self.year <= 9999
        return date(self.year, self.month or 1, self.day or 1) if known else None


@dataclass(frozen=True, slots=True)
class Anchors:
    """Where to count from at one place of the text.

    latest     latest past day that the text states with its year: it stands in for an unknown publication
    ahead      the sentence speaks of the future
    offset     where the expression stands; ``paragraph``, where its paragraph begins
    spoken     where the text last counted from its publication, -1 where it has not so far
    """

    mode: Mode
    published: date | None = None
    latest: date | None = None
    told: Told | None = None
    ahead: bool = False
    offset: int = 0
    paragraph: int = 0
    spoken: int = -1

    @property
    def told_long_past(self) -> Told | None:
        """A date of earlier years that a report is all about: nothing so far counts from its publication."""
        told, published = self.told, self.published
        if told is None or published is None or not told.month or told.year >= published.year:
            return None
        still = self.spoken < 0 and self.offset - told.offset < _STILL
        return told if still and told.era == "CE" else None

    @property
    def told_here(self) -> Told | None:
        """The story's last date where this very paragraph gave it."""
        return self.told if self.told and self.told.offset >= self.paragraph else None

    @property
    def speech(self) -> date | None:
        """The day of speaking: in a story its own last date, else the publication."""
        return self.told.date if self.told and self.mode is Mode.NARRATIVE else self.published
