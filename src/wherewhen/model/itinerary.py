"""The order of sightings and what lies between them: derived, never stored."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Conflict


@dataclass(frozen=True, slots=True)
class Leg:
    """From one sighting to the next.

    stated  true only where a source tells the journey
    km      great-circle distance between the points, None where one has no point
    days    (least, most) days between, None where open
    """

    start: str
    end: str
    stated: bool
    km: float | None = None
    days: tuple[int | None, int | None] = (None, None)
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch of at least ``days`` days without any sighting."""

    after: str
    before: str
    days: int


@dataclass(frozen=True, slots=True)
class Itinerary:
    """``order`` holds the ids of sightings that can be ordered, earliest first."""

    order: tuple[str, ...] = ()
    legs: tuple[Leg, ...] = ()
    gaps: tuple[Gap, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
