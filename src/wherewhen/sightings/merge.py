"""Claims about one event become one sighting; its place and time are narrowed by all of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from hashlib import sha256
from types import MappingProxyType

from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Sighting
from wherewhen.model.when import When
from wherewhen.sightings.same_event import same_event
from wherewhen.times.bounds import narrow

Bond = Callable[[Claim, Claim], bool | None]
"""What a person said of two claims: one event, not one event, or nothing."""
Families = Mapping[str, str]
"""Documents and pictures that repeat each other, by SHA-256: all of one family have one value."""
Group = list[tuple[Claim, Reason | None]]


def unsaid(a: Claim, b: Claim) -> None:
    """Nobody said anything: the rules decide."""


def merge(
    claims: Sequence[Claim], bond: Bond = unsaid, families: Families = MappingProxyType({})
) -> tuple[Sighting, ...]:
    """Sightings in the order of their first claims. A person's word counts more than the rules.

    Claims from documents of one family, or that rest on pictures of one, are not independent.
    """
    groups: list[Group] = []
    for claim in claims:
        joined = [group for group in groups if any(bond(member, claim) for member, _ in group)]
        if joined:
            _join(groups, joined, claim)
            continue
        for group in groups:
            reason = _fits(group, claim, bond)
            if reason:
                group.append((claim, reason))
                break
        else:
            groups.append([(claim, None)])
    return tuple(_sighting(group, families) for group in groups)


def _join(groups: list[Group], joined: list[Group], claim: Claim) -> None:
    """The first of the groups takes in the claim and what the others held."""
    first, *others = joined
    said = Reason.of("sighting.joined", claim.span)
    first.append((claim, said))
    for group in others:
        first += [(member, reason or said) for member, reason in group]
        groups.remove(group)


def _fits(group: Group, claim: Claim, bond: Bond) -> Reason | None:
    """A claim joins a group only if it contradicts no member of it."""
    if any(bond(member, claim) is False for member, _ in group):
        return None
    reasons = [same_event(member, claim) for member, _ in group]
    return reasons[0] if all(reasons) else None


def _sighting(group: Group, families: Families) -> Sighting:
    members = sorted((claim for claim, _ in group), key=_telling)
    place = _finest([c.place for c in members])
    when = reduce(lambda a, b: narrow(a, b) or a, (c.when for c in members), When())
    return Sighting(
        claims=tuple(members),
        place=place,
        when=when,
        status=_status(members),
        independent_sources=len(independent(members, families)),
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


def independent(claims: Sequence[Claim], families: Families) -> list[frozenset[str]]:
    """Origins that have nothing to do with each other; a copied text or photograph makes two of them one."""
    apart: list[frozenset[str]] = []
    for claim in claims:
        roots = frozenset([_origin(claim), *_families(claim, families)])
        joined = [other for other in apart if other & roots]
        apart = [other for other in apart if not other & roots]
        apart.append(roots.union(*joined))
    return apart


def _families(claim: Claim, families: Families) -> list[str]:
    document = claim.span.document
    things = [document.id]
    content = document.images[claim.image].content if claim.image is not None else None
    if content is not None and families:
        things.append(sha256(content).hexdigest())
    return [f"family {families[thing]}" for thing in things if thing in families]


def _origin(claim: Claim) -> str:
    if claim.attribution:
        return claim.attribution[0].name.casefold()
    return _publisher(claim.span.document)


def _publisher(document: Document) -> str:
    return (document.publisher or document.id).casefold()
