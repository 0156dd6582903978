"""What may go out: the rules of one publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wherewhen.model.claim import Status
from wherewhen.model.sighting import Sighting
from wherewhen.model.source import SourceKind

EVERY_STATUS = frozenset(Status)
EVERY_SOURCE = frozenset(SourceKind)
PUBLIC_SOURCES = EVERY_SOURCE - {SourceKind.WITNESS, SourceKind.SOCIAL_ACCOUNT, SourceKind.OTHER}
SHELTERED = frozenset({"HSE", "HSES", "HSP", "HSPC", "SCH", "RFGC", "CMPRF", "home", "shelter", "clinic"})


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules of one publication. Frozen; two publications by equal rules are equal.

    statuses      which sightings may go out
    embargo_days  a sighting that may be younger than this many days is kept back; None: no embargo
    named         companions who may be named; all others are only counted; None: everyone is named
    sources       kinds of sources that may be named; the others show as their kind ("a witness")
    grid_km       points are moved to the middle of a fixed grid of this width; None: left as they are
    sheltered     kinds of places (GeoNames codes or our words) of which only the surroundings are named
    quote_length  characters after which a quote is cut; None: never
    paths         whether the names of the files that were read may go out
    draft         True marks everything as not reviewed by a person
    """

    statuses: frozenset[Status] = EVERY_STATUS
    embargo_days: int | None = None
    named: frozenset[str] | None = None
    sources: frozenset[SourceKind] = EVERY_SOURCE
    grid_km: float | None = None
    sheltered: frozenset[str] = frozenset()
    quote_length: int | None = None
    paths: bool = True
    draft: bool = False

    @classmethod
    def reading(cls) -> Policy:
        """Everything that was read, marked as a draft: for the desk, not for readers."""
        return cls(draft=True)

    @classmethod
    def public(
        cls,
        named: frozenset[str] = frozenset(),
        embargo_days: int = 30,
        grid_km: float | None = None,
        quote_length: int | None = 400,
    ) -> Policy:
        """For readers: nothing planned, nothing recent, nobody named but the subject and ``named``."""
        return cls(
            statuses=EVERY_STATUS - {Status.PLANNED},
            embargo_days=embargo_days,
            named=named,
            sources=PUBLIC_SOURCES,
            grid_km=grid_km,
            sheltered=SHELTERED,
            quote_length=quote_length,
            paths=False,
        )

    def names(self, companion: str) -> bool:
        return self.named is None or companion in self.named

    def withholds(self, sighting: Sighting, today: date) -> str | None:
        """The category under which a sighting is kept back (a status, ``recent``, ``undated``), else None."""
        if sighting.status not in self.statuses:
            return sighting.status.value
        if self.embargo_days is None:
            return None
        last = _last_day(sighting)
        if last is None:
            return "undated"
        return "recent" if last > today - timedelta(days=self.embargo_days) else None


def _last_day(sighting: Sighting) -> date | None:
    """The last day on which it can have happened: a report is never older than what it reports."""
    bounds = [claim.span.document.published for claim in sighting.claims]
    return min((day for day in (sighting.when.latest, *bounds) if day is not None), default=None)
