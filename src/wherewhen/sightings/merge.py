"""Claims about one event become one sighting; its place and time are narrowed by all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Sighting
from wherewhen.model.when import When
from wherewhen.sightings.same_event import same_event
from wherewhen.times.bounds import narrow


def merge(claims: Sequence[Claim]) -> tuple[Sighting, ...]:
    """Sightings in the order of their first claims."""
    groups: list[list[tuple[Claim, Reason | None]]] = []
    for claim in claims:
        for group in groups:
            reason = _fits(group, claim)
            if reason:
                group.append((claim, reason))
                break
        else:
            groups.append([(claim, None)])
    return tuple(_sighting(group) for group in groups)


def _fits(group: list[tuple[Claim, Reason | None]], claim: Claim) -> Reason | None:
    """A claim joins a group only if it contradicts no member of it."""
    reasons = [same_event(member, claim) for member, _ in group]
    return reasons[0] if all(reasons) else None


def _sighting(group: list[tuple[Claim, Reason | None]]) -> Sighting:
    members = sorted((claim for claim, _ in group), key=_telling)
    place = _finest([c.place for c in members])
    when = reduce(lambda a, b: narrow(a, b) or a, (c.when for c in members), When())
    return Sighting(
        claims=tuple(members),
        place=place,
        when=when,
        status=_status(members),
        independent_sources=len(origins(members)),
        reasons=tuple(reason for _, reason in group if reason),
    )


def _telling(claim: Claim) -> tuple[int, int, float]:
    """The claim that tells most comes first: a place, a date, then confidence."""
    return (-int(claim.place.precision.placed), -int(not claim.when.unknown), -claim.confidence)


def _finest(places: Sequence[Place]) -> Place:
    order = tuple(Precision)
    return min(places, key=lambda p: order.index(p.precision))


def _status(claims: Sequence[Claim]) -> Status:
    """What is asserted anywhere is asserted; what everybody only reports stays attributed."""
    order = tuple(Status)
    return min((c.status for c in claims), key=order.index)


def origins(claims: Sequence[Claim]) -> frozenset[str]:
    """Where the claims come from at the root: ten papers on one agency photograph are one origin."""
    return frozenset(_origin(claim) for claim in claims)


def _origin(claim: Claim) -> str:
    if claim.attribution:
        return claim.attribution[0].name.casefold()
    return _publisher(claim.span.document)


def _publisher(document: Document) -> str:
    return (document.publisher or document.id).casefold()
