"""From a case to what may go out: the gate between what was read and what a person has passed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, cast

from wherewhen import __version__, itinerary, settling, sightings
from wherewhen.casefile import Bond, Casefile, Held, Review, State
from wherewhen.documents import families
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document, Image
from wherewhen.model.dossier import Dossier
from wherewhen.model.errors import ActRefused
from wherewhen.model.itinerary import Itinerary
from wherewhen.model.judgement import Role, Terms
from wherewhen.model.sighting import Sighting
from wherewhen.model.source import SourceKind
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.publication.policy import Policy

NAMED = frozenset({Role.OFFICIAL, Role.ACCUSED, Role.MISSING})
"""Roles in which a person may be named; everybody else is counted only."""
_SETS: dict[str, Any] = {"statuses": Status, "sources": SourceKind, "named": str, "sheltered": str}


def dossier(case: Casefile, reviewed_only: bool = True) -> Dossier:
    """The case as sightings and an itinerary: what a person accepted or amended, and nothing else.

    ``reviewed_only=False`` lets proposals through as well, for the desk and for drafts; what was rejected
    or is protected never passes.
    """
    state = case.state
    passed = [held for held in state.claims.values() if _passes(held, reviewed_only)]
    read = _pictured(dict(case.claims(passed, pictures=True)), state, case)
    claims, journey = settled(read, case, reviewed_only)
    events = merged(claims, state)
    told = [claim for event in events for claim in event.claims]
    return Dossier(
        state.subject,
        _documents(case, told, state, reviewed_only),
        events,
        journey(events),
        (Tool("wherewhen", __version__),),
    )


def settled(
    claims: Mapping[Held, Claim], case: Casefile, reviewed_only: bool
) -> tuple[dict[Held, Claim], Callable[[Sequence[Sighting]], Itinerary]]:
    """The claims with the bounds that all of them allow together, and how their sightings are put in order.

    What the quoted documents say counts for what goes out; for the desk every document of the case counts.
    """
    state = case.state
    quoted = {claim.span.document.id: claim.span.document for claim in claims.values()}
    if not reviewed_only:
        further = (item.sha256 for item in state.items.values() if item.reading is not None)
        quoted |= {sha256: case.document(sha256) for sha256 in further if sha256 not in quoted}
    known = settling.deaths((quoted[sha256] for sha256 in sorted(quoted)), state.subject)
    told, clashes = settling.settled({held.id: claim for held, claim in claims.items()}, known)

    def journey(events: Sequence[Sighting]) -> Itinerary:
        return itinerary.derive(events, settling.conflicts(events, told, clashes, known))

    return {held: told[held.id] for held in claims}, journey


def merged(claims: Mapping[Held, Claim], state: State) -> tuple[Sighting, ...]:
    """Claims as sightings, with what people said about which speak of one event, and who copied whom."""
    names = {claim.id: held.id for held, claim in claims.items()}
    told = sorted(claims.values(), key=lambda c: (c.span.document.id, c.span.start, c.span.end, c.id))
    return sightings.merge(told, lambda a, b: _said(state.bonds, names[a.id], names[b.id]), _families(state))


def _families(state: State) -> dict[str, str]:
    """Items that repeat each other, as it was noted when they came."""
    ways = ((item.sha256, way) for item in state.items.values() for way in item.collected)
    return families((sha256, other) for sha256, way in ways for other in way.like)


def _passes(held: Held, reviewed_only: bool) -> bool:
    if reviewed_only:
        return held.publishable
    return held.stands and held.review not in (Review.REJECTED, Review.PROTECTED)


def _said(bonds: Mapping[str, Bond], a: str, b: str) -> bool | None:
    bond = bonds.get("+".join(sorted((a, b))))
    return bond.joined if bond else None


def _documents(
    case: Casefile, claims: list[Claim], state: State, reviewed_only: bool
) -> tuple[Document, ...]:
    """Those that are quoted, as they are quoted; for a draft all the others as well."""
    quoted = {claim.span.document.id: claim.span.document for claim in claims}
    if not reviewed_only:
        read = (item.sha256 for item in state.items.values() if item.reading is not None)
        quoted = {sha256: case.document(sha256) for sha256 in read} | quoted
    return tuple(quoted[sha256] for sha256 in sorted(quoted))


def _pictured(claims: dict[Held, Claim], state: State, case: Casefile) -> dict[Held, Claim]:
    """Where a person chose a picture, the claim's document carries it and the claim points at it."""
    chosen = {held: state.pictures[held.id] for held in claims if held.id in state.pictures}
    albums: dict[tuple[str, str], Document] = {}
    for held, sha256 in chosen.items():
        document = claims[held].span.document
        key = (document.id, document.text)
        albums[key] = _with_picture(albums.get(key, document), case.evidence().get(sha256), sha256)
    return {held: _moved(claim, albums, chosen.get(held), case) for held, claim in claims.items()}


def _with_picture(document: Document, content: bytes, label: str) -> Document:
    if any(image.content == content for image in document.images):
        return document
    return replace(document, images=(*document.images, Image(label, content=content)))


def _moved(
    claim: Claim, albums: dict[tuple[str, str], Document], chosen: str | None, case: Casefile
) -> Claim:
    span = claim.span
    document = albums.get((span.document.id, span.document.text))
    if document is None:
        return claim
    moved = replace(claim, span=Span(document, span.start, span.end))
    if chosen is None:
        return moved
    content = case.evidence().get(chosen)
    return replace(moved, image=next(n for n, i in enumerate(document.images) if i.content == content))


def policy(case: Casefile) -> Policy:
    """The rules under which this case is published; names only people whose role allows it."""
    state = case.state
    base = policy_of(state.terms) if state.terms else Policy.public()
    cleared = {name for name, role in state.roles.items() if role in NAMED}
    unsaid = {name for name in base.named or () if name not in state.roles}
    return replace(base, named=frozenset(cleared | unsaid))


def terms_of(policy: Policy) -> Terms:
    """A policy as data for ``PolicySet``; ``policy_of`` turns it back."""
    return tuple((f.name, _term(getattr(policy, f.name))) for f in fields(policy))


def _term(value: Any) -> Any:
    return tuple(sorted(str(v) for v in value)) if isinstance(value, frozenset) else value


def policy_of(terms: Terms) -> Policy:
    """Raises ActRefused for a rule or a value that is not known."""
    try:
        return Policy(**{name: _rule(name, value) for name, value in terms})
    except (TypeError, ValueError) as error:
        raise ActRefused(f"a policy ({error})", "Rules are those of wherewhen.publication.Policy") from None


def _rule(name: str, value: Any) -> Any:
    if name in _SETS and value is not None:
        return frozenset(_SETS[name](part) for part in cast("tuple[str, ...]", value))
    return value
