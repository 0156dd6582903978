"""Nobody is met after death: deaths told anywhere in a document bound the presences of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wherewhen.claims.calendar import bounds
from wherewhen.claims.doers import doers
from wherewhen.claims.frame import Frame
from wherewhen.languages import fold
from wherewhen.model.claim import Claim, Status
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.when import When


@dataclass(frozen=True, slots=True)
class Death:
    """When somebody died, by the last day on which it can have been, and the passage that says so."""

    name: str
    when: When
    latest: date
    span: Span


def deaths(frames: Sequence[Frame]) -> Mapping[str, Death]:
    """Deaths by folded name, from sentences that tell one with its own date."""
    found: dict[str, Death] = {}
    for frame in frames:
        for predicate, doer in doers(frame).items():
            if predicate.entry.role != "died" or not doer.actor:
                continue
            dates = [
                (abs(m.at - predicate.at), m, when)
                for m in frame.moments
                if (when := bounds(m)) and when.latest
            ]
            if dates:
                _, moment, when = min(dates, key=lambda d: d[0])
                assert when.latest
                name = doer.actor.person.name
                found.setdefault(fold(name), Death(name, when, when.latest, moment.mention.span))
    return found


def outlived(claim: Claim, known: Mapping[str, Death]) -> Death | None:
    """A death of somebody present that was surely before the presence: both cannot be true."""
    if not claim.status.claimed or claim.role == "died" or not claim.when.earliest:
        return None
    found = (known.get(fold(name)) for name in (claim.subject, *claim.companions))
    return next((death for death in found if death and claim.when.earliest > death.latest), None)


def limited(claim: Claim, known: Mapping[str, Death]) -> Claim:
    """The claim with its latest day no later than any death of those present."""
    if claim.status in (Status.PLANNED, Status.DENIED):
        return claim
    for name in (claim.subject, *claim.companions):
        death = known.get(fold(name))
        if death and claim.role != "died":
            claim = _no_later(claim, death)
    return claim


def _no_later(claim: Claim, death: Death) -> Claim:
    when = claim.when
    if (when.latest and when.latest < death.latest) or (when.earliest and when.earliest > death.latest):
        return claim
    if when.latest == death.latest and when.begin[0]:  # its own date; a bound guessed from neighbours is not
        return claim
    reason = Reason.of("claim.before_death", death.span, name=death.name, date=death.latest)
    begin = (when.begin[0], _least(when.begin[1], death.latest))
    end = (_in_order(when.end[0], death.latest), death.latest)
    return replace(claim, when=When(begin, end, when.grain, None, (*when.reasons, reason)))


def _least(day: date | None, limit: date) -> date:
    return min(day, limit) if day else limit


def _in_order(day: date | None, limit: date) -> date | None:
    return min(day, limit) if day else None
