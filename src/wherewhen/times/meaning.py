"""What the words of an expression say by themselves, before anything around them is looked at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How a text counts time: from the day it was published, or from the story's last date."""

    NEWS = "news"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The stated parts of a date, and the day they count from.

    type      DATE, TIME, DURATION or SET
    year      of its era; ``era`` is "CE", "BCE" or "AH" (Hijri; then ``month`` is a Hijri month)
    season    SP, SU, FA, WI; ``quarter`` 1..4, ``half`` 1..2, -1 the last
    nth       which ``weekday`` of the month; ``nth_week`` which week
    from_end  1 for the last day of the month, 2 for the one before it; ``day`` is then at least 27
    eve       the day before the one that is named
    decade    tens of years, e.g. 198; below 10 the century is unsaid
    mod       START, MID or END of what is named
    frame     "speech", "told" or empty: where ``amount`` of ``unit`` is counted from
    amount    signed; None where nothing is counted
    fixed     a value that needs no calendar: PAST_REF, P3D
    """

    rule: str
    type: str = "DATE"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str = ""
    quarter: int = 0
    half: int = 0
    nth: int = 0
    nth_week: int = 0
    from_end: int = 0
    eve: bool = False
    decade: int | None = None
    century: int | None = None
    era: str = ""
    mod: str = ""
    daypart: str = ""
    clock: str = ""
    zone: str = ""
    feast: str = ""
    frame: str = ""
    unit: str = ""
    amount: float | None = None
    fixed: str = ""
    refused: str = ""
    approximate: bool = False


@dataclass(frozen=True, slots=True)
class Expression:
    """A meaning and the tokens ``[start, end)`` that carry it; ``offsets`` are its characters."""

    start: int
    end: int
    offsets: tuple[int, int]
    meaning: Meaning
    sure: bool = True
