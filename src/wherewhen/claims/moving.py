"""Moving one event of a case moves what hangs on it: claims as a network that can be solved again.

A claim that hangs on another claim keeps the tie as a reason: how many days lie between, and the bounds
that it would have alone. Whoever amends the event that it hangs on has the rest solved again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from wherewhen.model.claim import Claim, Status
from wherewhen.model.reason import Reason
from wherewhen.model.when import When
from wherewhen.times import Clash, Link, constrained

_HANGS = "claim.hangs_"
_TIGHTENED = ("time.tightened_earliest", "time.tightened_latest")


@dataclass(frozen=True, slots=True)
class Settled:
    """The claims by name with the bounds that all of them allow.

    clashes  names of claims that cannot all be true; what hangs between them was left out
    """

    claims: Mapping[str, Claim]
    clashes: tuple[tuple[str, ...], ...]


def tied(claim: Claim, alone: When, link: Link, anchor: Claim) -> Claim:
    """The claim with what it hangs on: another claim as it was read, and its bounds without that."""
    reason = Reason.of(
        _HANGS + link.kind,
        link.reason.span,
        tie=anchor.id,
        where=_bounds(anchor.when),
        least=_number(link.least),
        most=_number(link.most),
        earliest=alone.earliest or "",
        latest=alone.latest or "",
    )
    return replace(claim, when=replace(claim.when, reasons=(*claim.when.reasons, reason)))


def settled(claims: Mapping[str, Claim]) -> Settled:
    """All claims solved together, by the names under which ties know them (their ids when they were read)."""
    links = [link for name, claim in claims.items() if (link := _link(name, claim, claims))]
    clashes: list[tuple[str, ...]] = []
    while links:
        events = _events(claims, links)
        solved = constrained(events, links)
        if not isinstance(solved, Clash):
            return Settled({n: _moved(c, n in events, solved.get(n)) for n, c in claims.items()}, (*clashes,))
        named = [link for link in links if link.name in solved.names] or links
        clashes.append(tuple(dict.fromkeys(n for link in named for n in (link.event, link.anchor))))
        links = [link for link in links if link not in named]
    return Settled(dict(claims), tuple(clashes))


def _events(claims: Mapping[str, Claim], links: list[Link]) -> dict[str, When]:
    events = {link.anchor: claims[link.anchor].when for link in links}
    return events | {link.event: _alone(claims[link.event]) for link in links}


def _moved(claim: Claim, bound: bool, when: When | None) -> Claim:
    """Only what hangs on another event is moved; events that it hangs on keep what they say of themselves."""
    tie = _tie(claim)
    if not bound or tie is None or when is None or claim.status is Status.DENIED:
        return claim
    if when.begin[1] and (when.end[1] is None or when.end[1] > when.begin[1]):
        when = replace(when, end=when.begin)
    elif when.end[0] and (when.begin[0] is None or when.begin[0] < when.end[0]):
        when = replace(when, begin=when.end)
    if (when.begin, when.end) == (claim.when.begin, claim.when.end):
        return claim
    reasons = dict.fromkeys([*(r for r in when.reasons if r.code not in _TIGHTENED), tie])
    return replace(claim, when=replace(when, grain=claim.when.grain, reasons=tuple(reasons)))


def _tie(claim: Claim) -> Reason | None:
    return next((reason for reason in claim.when.reasons if reason.code.startswith(_HANGS)), None)


def _alone(claim: Claim) -> When:
    tie = _tie(claim)
    if tie is None:
        return claim.when
    said = dict(tie.values)
    reasons = tuple(r for r in claim.when.reasons if r is not tie and r.code.startswith("time."))
    return When.between(_day(said["earliest"]), _day(said["latest"]), reasons=reasons)


def _link(name: str, claim: Claim, claims: Mapping[str, Claim]) -> Link | None:
    """None where the event that it hangs on is where it was read: nothing has moved."""
    tie = _tie(claim)
    said = dict(tie.values) if tie else {}
    anchor = claims.get(said.get("tie", ""))
    if tie is None or anchor is None or _bounds(anchor.when) == said["where"]:
        return None
    least, most = (int(said[side]) if said[side] else None for side in ("least", "most"))
    return Link(name, said["tie"], tie.code.removeprefix(_HANGS), least, most, name, tie)


def _bounds(when: When) -> str:
    return "/".join(str(day or "..") for day in (*when.begin, *when.end))


def _number(days: int | None) -> str:
    return "" if days is None else str(days)


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
