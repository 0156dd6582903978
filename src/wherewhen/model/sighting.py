"""One documented presence: all claims that speak of the same event."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from wherewhen.model.claim import Claim, Status
from wherewhen.model.evidence import Evidence
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source
from wherewhen.model.when import When


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two sightings (or a sighting and a rule) that cannot both stand, with the ground."""

    sightings: tuple[str, str]
    reason: Reason


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place and a time narrowed by every claim on the event."""

    claims: tuple[Claim, ...]
    place: Place
    when: When
    status: Status
    independent_sources: int = 1
    reasons: tuple[Reason, ...] = ()

    def __post_init__(self) -> None:
        if not self.claims:
            raise ValueError("a sighting rests on at least one claim")

    @property
    def id(self) -> str:
        return hashlib.sha256("|".join(sorted(c.id for c in self.claims)).encode()).hexdigest()[:12]

    @property
    def lead(self) -> Claim:
        """The claim that tells most."""
        return self.claims[0]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        kinds = dict.fromkeys(c.evidence for c in self.claims if c.evidence is not Evidence.UNATTRIBUTED)
        return tuple(kinds)

    @property
    def companions(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for claim in self.claims for name in claim.companions))

    @property
    def attribution(self) -> tuple[Source, ...]:
        return tuple(dict.fromkeys(source for claim in self.claims for source in claim.attribution))

    @property
    def confidence(self) -> float:
        return max(claim.confidence for claim in self.claims)
