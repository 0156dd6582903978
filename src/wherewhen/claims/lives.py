"""Nobody is met after death: deaths told anywhere in a document bound the presences of its people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from wherewhen.claims.calendar import bounds
from wherewhen.claims.doers import doers
from wherewhen.claims.frame import Actor, Frame
from wherewhen.claims.guessed import guessed
from wherewhen.languages import fold, lexicon
from wherewhen.model.claim import Claim, Status
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.when import When


@dataclass(frozen=True, slots=True)
class Death:
    """When somebody died, by the last day on which it can have been, and the passage that says so.

    certain  False where a family name alone says whose death it is
    """

    name: str
    when: When
    latest: date
    span: Span
    certain: bool = True


def deaths(frames: Sequence[Frame]) -> Mapping[str, Death]:
    """Deaths by folded name, from sentences that tell one with its own date."""
    found: dict[str, Death] = {}
    for frame in frames:
        for predicate, doer in doers(frame).items():
            if predicate.entry.role != "died" or not doer.actor or _of_many(frame, doer.actor):
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
                certain = not (doer.actor in frame.actors and doer.actor.how == "surname")
                found.setdefault(fold(name), Death(name, when, when.latest, moment.mention.span, certain))
    return found


def _of_many(frame: Frame, actor: Actor) -> bool:
    """Of a group some die and the others go on: "قوات فلان", "the crew"."""
    groups = set(map(fold, lexicon(frame.language, "people")["groups"]))
    return actor.person.group or not groups.isdisjoint(fold(actor.person.name).split())


def outlived(claim: Claim, known: Mapping[str, Death]) -> Death | None:
    """A death of somebody present that was surely before the presence: both cannot be true."""
    if not claim.status.claimed or claim.role == "died" or not claim.when.earliest:
        return None
    found = (known.get(fold(name)) for name in (claim.subject, *claim.companions))
    return next((death for death in found if death and claim.when.earliest > death.latest), None)


def limited(claim: Claim, known: Mapping[str, Death]) -> Claim:
    """The claim with its latest day no later than any death of those present.

    A journey that was planned or denied needs nobody alive on its day; only a day lent to it gives way.
    """
    told = claim.status not in (Status.PLANNED, Status.DENIED)
    for name in (claim.subject, *claim.companions):
        death = known.get(fold(name))
        if death and claim.role != "died" and (told or guessed(claim.when)):
            claim = _no_later(claim, death)
    return claim


def _no_later(claim: Claim, death: Death) -> Claim:
    """A date of its own stays; one filled in, or that of the death, shrinks to "no later than the death"."""
    when = claim.when
    if _that_of(death, claim) or _borrowed_from_later(death, claim):
        reason = Reason.of("claim.before_death", death.span, name=death.name, date=death.latest)
        return replace(claim, when=When.between(None, death.latest, reasons=(reason,)))
    if (when.latest and when.latest < death.latest) or (when.earliest and when.earliest > death.latest):
        return claim
    if when.latest == death.latest and when.begin[0]:  # its own date; a bound guessed from neighbours is not
        return claim
    reason = Reason.of("claim.before_death", death.span, name=death.name, date=death.latest)
    begin = (when.begin[0], _least(when.begin[1], death.latest))
    end = (_in_order(when.end[0], death.latest), death.latest)
    return replace(claim, when=When(begin, end, when.grain, None, (*when.reasons, reason)))


def _that_of(death: Death, claim: Claim) -> bool:
    """The date stands with the death, outside the words that tell the presence."""
    span, quote = death.span, claim.span
    taken = any(reason.span == span for reason in claim.when.reasons)
    return taken and not (quote.document == span.document and quote.start <= span.start < quote.end)


def _borrowed_from_later(death: Death, claim: Claim) -> bool:
    """With a companion who was dead by then, or of a subject whose own death is certain."""
    if claim.when.earliest is None or claim.when.earliest <= death.latest:
        return False
    if fold(death.name) != fold(claim.subject):
        return guessed(claim.when)
    return death.certain and not _stated(claim.when)


def _stated(when: When) -> bool:
    """The text gives the year itself; a year that was counted or filled in gives way to a death."""
    return any(reason.code == "time.stated" for reason in when.reasons) and not guessed(when)


def _least(day: date | None, limit: date) -> date:
    return min(day, limit) if day else limit


def _in_order(day: date | None, limit: date) -> date | None:
    return min(day, limit) if day else None
