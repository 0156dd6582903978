"""What the reading model is asked: a run of sentences, marked, and the pairings to be judged in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

Stretch = tuple[int, int]
"""Start and end in code points of the passage's text."""


class Mark(IntEnum):
    """What is known of a stretch before the model reads it."""

    NOTHING = 0
    SUBJECT = 1
    SUBJECT_MEANT = 2
    OTHER_PERSON = 3
    PLACE = 4
    TIME = 5


@dataclass(frozen=True, slots=True)
class Ask:
    """Is the subject there? The place, the word of presence and the doer, each where there is one."""

    spot: Stretch | None
    predicate: Stretch | None
    doer: Stretch | None


@dataclass(frozen=True, slots=True)
class Passage:
    """``asks`` are judged one by one; each may be dated by one of ``times`` and shared with ``persons``."""

    text: str
    marks: tuple[tuple[int, int, Mark], ...]
    asks: tuple[Ask, ...]
    times: tuple[Stretch, ...]
    persons: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """The model's answers to one ask, as probabilities.

    presence   of: no presence, a presence that is told as true, one planned, one denied; they sum to 1
    evidence   of each kind of evidence, in the order of ``Evidence``; they sum to 1
    times      by number of the passage's time: that it dates the presence
    persons    by number of the passage's person: that they were present as well
    """

    presence: tuple[float, float, float, float]
    evidence: tuple[float, ...]
    times: tuple[float, ...]
    persons: tuple[float, ...]
