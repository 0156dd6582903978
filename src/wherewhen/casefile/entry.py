"""One line of the journal."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.model.judgement import Act


@dataclass(frozen=True, slots=True)
class Entry:
    """What was recorded, by whom, when and why.

    number    counts from 1
    at        UTC, ISO 8601; the order is told by the numbers, never by the clock
    act       None where its content was erased
    hash      of the whole entry; ``previous`` that of the entry before, zeros for the first
    """

    number: int
    at: str
    actor: str
    kind: str
    reason: str
    act: Act | None
    previous: str
    hash: str
