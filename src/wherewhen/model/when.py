"""When something happened: four corners, never more exact than the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from wherewhen.model.reason import Reason

Bounds = tuple[date | None, date | None]


class Grain(StrEnum):
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class When:
    """Bounds on one event, as in CIDOC CRM and Linked Places.

    begin  (earliest, latest) day on which it can have begun; None is an open side
    end    (earliest, latest) day on which it can have ended
    edtf   the same for exchange (EDTF level 2); our bounds are the four corners, never its fuzzy ones
    An event of one day somewhere in October 2015 has begin = end = (1 October, 31 October).
    """

    begin: Bounds = (None, None)
    end: Bounds = (None, None)
    grain: Grain = Grain.UNKNOWN
    edtf: str | None = None
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        for low, high in (self.begin, self.end, (self.earliest, self.latest)):
            if low is not None and high is not None and low > high:
                raise ValueError(f"bounds the wrong way round: {low} > {high}")

    @classmethod
    def between(
        cls,
        earliest: date | None,
        latest: date | None,
        grain: Grain = Grain.UNKNOWN,
        edtf: str | None = None,
        reasons: tuple[Reason, ...] = (),
    ) -> When:
        """An event of unknown length somewhere between two days, both included."""
        bounds = (earliest, latest)
        return cls(bounds, bounds, grain, edtf, reasons)

    @property
    def earliest(self) -> date | None:
        return self.begin[0]

    @property
    def latest(self) -> date | None:
        return self.end[1]

    @property
    def unknown(self) -> bool:
        return self.earliest is None and self.latest is None
