"""Presences that hang on another event: "days after his release", "before he came to Iraq", "two days later".

The words between two events become a link of the network of ``times``: dated claims, deaths and events with a
date beside them hold it in place, and what has no date of its own is tightened by it. A date that a claim
only borrowed gives way, unless all that hangs on it can be true with it; a date of its own stays unless both
agree. Links that contradict each other are left out, and the claims that they were to tighten say so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wherewhen.claims.attribution import phrases
from wherewhen.claims.calendar import bounds
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.guessed import guessed
from wherewhen.claims.lives import Death
from wherewhen.claims.moving import tied
from wherewhen.claims.predicates import predicates
from wherewhen.claims.vocabulary import word_list
from wherewhen.languages import fold, words
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.reason import Reason
from wherewhen.model.when import When
from wherewhen.times import Clash, EventRelation, Link, constrained, narrow, relations, sequels

_NEAR = 12
"""Words between a presence and the phrase that hangs it on an event."""
Told = tuple[Candidate, Claim]


@dataclass(frozen=True, slots=True)
class _Knot:
    """A relation of the text with the event that its words name and when that was."""

    relation: EventRelation
    event: str
    when: When


def hung(document: Document, told: Sequence[Told], deaths: Mapping[str, Death]) -> tuple[Claim, ...]:
    """The claims with the bounds that the events around them allow, in the same order."""
    knots = [knot for relation in relations(document) if (knot := _knot(relation, told, deaths))]
    knots += [knot for sequel in sequels(document) if (knot := _after_the_last(sequel, told))]
    links = [link for knot in knots for link in _links(knot, told)]
    if not links:
        return tuple(claim for _, claim in told)
    anchors = {link.event: knot.relation for knot in knots for link in _links(knot, told)}
    free = {claim.id for _, claim in told if guessed(claim.when) or _of_anchor(claim, anchors.get(claim.id))}
    open_ = When.between(None, document.published)
    events = {claim.id: open_ if claim.id in free else claim.when for _, claim in told}
    events |= {knot.event: knot.when for knot in knots if knot.event not in events}
    held = {c.id: c.when for _, c in told if c.id in free - {link.event for link in links}}
    if held and not isinstance(constrained(events | held, links), Clash):
        events |= held
    solved, out = _solved(events, links)
    hanging = {link.event for link in links} | {link.anchor for link in links}
    counted = {link.event for link in links if link.least}
    moved = {
        claim.id: _with(claim, solved.get(claim.id), claim.id in out, claim.id in free, claim.id in counted)
        if claim.id in hanging
        else claim
        for _, claim in told
    }
    ties = {link.event: link for link in links if link.anchor in moved and link.event not in out}
    return tuple(_tied(claim, moved, ties.get(claim.id), events) for _, claim in told)


def _tied(claim: Claim, moved: Mapping[str, Claim], link: Link | None, events: Mapping[str, When]) -> Claim:
    """Ids change with the bounds: the tie names the other claim as it now is."""
    now = moved[claim.id]
    return tied(now, events[claim.id], link, moved[link.anchor]) if link else now


def _solved(events: Mapping[str, When], links: list[Link]) -> tuple[Mapping[str, When], frozenset[str]]:
    """The bounds, and the claims whose links were left out because they contradict each other."""
    out: set[str] = set()
    while links:
        solved = constrained(events, links)
        if not isinstance(solved, Clash):
            return solved, frozenset(out)
        wrong = [link for link in links if link.name in solved.names] or links
        out |= {link.event for link in wrong}
        links = [link for link in links if link not in wrong]
    return {}, frozenset(out)


def _with(claim: Claim, when: When | None, contradicted: bool, free: bool, counted: bool) -> Claim:
    """A borrowed date stays where it agrees; of days counted from another event nothing is borrowed."""
    if contradicted:
        return replace(claim, reasons=(*claim.reasons, Reason.of("claim.order_contradicted")))
    if when is None or when.unknown or when == claim.when:
        return claim
    when = _short(when) if free else when
    told = free and (counted or not guessed(claim.when))
    both = when if told else narrow(claim.when, when) or (when if free else None)
    if both is None or (both.begin, both.end) == (claim.when.begin, claim.when.end):
        return claim
    return replace(claim, when=replace(both, grain=claim.when.grain))


def _short(when: When) -> When:
    """Of a presence that hangs on an event one end is known well; nothing says that it lasted."""
    if when.begin[1] and (when.end[1] is None or when.end[1] > when.begin[1]):
        return replace(when, end=when.begin)
    if when.end[0] and (when.begin[0] is None or when.begin[0] < when.end[0]):
        return replace(when, begin=when.end)
    return when


def _of_anchor(claim: Claim, relation: EventRelation | None) -> bool:
    """The date taken stands inside the words for the other event: "after the riots of 2006"."""
    if (
        relation is None
        or not claim.when.reasons
        or (relation.kind == "after" and relation.most_days is None)
    ):
        return False
    span = claim.when.reasons[0].span
    return span is not None and relation.anchor.start < span.start < relation.anchor.end


# What the words name --------------------------------------------------------------------------------


def _knot(relation: EventRelation, told: Sequence[Told], deaths: Mapping[str, Death]) -> _Knot | None:
    """The event that the words name: a presence that is claimed itself, a dated event, a death."""
    frame = next((c.frame for c, _ in told if _holds(c.frame, relation)), None)
    if frame is None:
        return None
    inside = [claim for c, claim in told if c.frame is frame and _within(c, relation)]
    if inside:
        return _Knot(relation, inside[0].id, inside[0].when)
    anchor = relation.anchor
    dates = [
        when
        for moment in frame.moments
        if anchor.start < moment.mention.span.start < anchor.end and (when := bounds(moment))
    ]
    if dates:
        return _Knot(relation, f"event at {anchor.start}", dates[0])
    death = _death(relation, frame, deaths)
    return None if death is None else _Knot(relation, f"death of {death.name}", death.when)


def _after_the_last(sequel: EventRelation, told: Sequence[Told]) -> _Knot | None:
    """What "two days later" counts from: the presence told last before it, where no date stands between."""
    before = [(c, claim) for c, claim in told if _place(c) < sequel.span.start]
    if not before:
        return None
    c, claim = before[-1]
    here = next((other.frame for other, _ in told if _holds(other.frame, sequel)), None)
    near = here is not None and here.document.one_paragraph(_place(c), sequel.span.start)
    dated = here is not None and any(bounds(moment) for moment in here.moments)
    happened = claim.status in (Status.ASSERTED, Status.ATTRIBUTED)
    return _Knot(sequel, claim.id, claim.when) if near and happened and not dated else None


def _place(c: Candidate) -> int:
    return c.frame.sentence.words[_anchor(c)].start


def _holds(frame: Frame, relation: EventRelation) -> bool:
    line = frame.sentence.words
    return bool(line) and line[0].start <= relation.span.start < line[-1].end


def _within(c: Candidate, relation: EventRelation) -> bool:
    """The presence is told inside the anchor itself: "his arrival in Iraq"."""
    return relation.anchor.start <= _place(c) < relation.anchor.end


def _anchor(c: Candidate) -> int:
    return c.predicate.at if c.predicate else c.spot.at if c.spot else 0


def _death(relation: EventRelation, frame: Frame, deaths: Mapping[str, Death]) -> Death | None:
    """ "After X was killed", "after the latter's death": of whom, if the day of it is told anywhere."""
    anchor = relation.anchor
    line = words(frame.document.text, anchor.start, anchor.end)
    if not any(p.entry.role == "died" for p in predicates(line, frame.language)):
        return None
    for actor in frame.actors:
        start = frame.sentence.words[actor.at].start
        death = deaths.get(fold(actor.person.name))
        if death and anchor.start <= start < anchor.end:
            return death
    return None


# Who hangs on it ------------------------------------------------------------------------------------


def _links(knot: _Knot, told: Sequence[Told]) -> Iterator[Link]:
    """Presences of the same sentence that the phrase speaks of, in front of it or opened by it."""
    relation = knot.relation
    for c, claim in told:
        hangs = _holds(c.frame, relation) and not _within(c, relation) and _speaks_of(relation, c)
        if hangs and claim.status is not Status.DENIED and claim.id != knot.event:
            least, most = relation.least_days, relation.most_days
            name = f"{claim.id} {relation.kind} {relation.span.start}"
            yield Link(claim.id, knot.event, relation.kind, least, most, name, relation.reason)


def _speaks_of(relation: EventRelation, c: Candidate) -> bool:
    """The phrase follows closely with no other verb between, or opens the sentence."""
    line = c.frame.sentence.words
    begin = next(i for i, word in enumerate(line) if word.end > relation.span.start)
    end = next((i for i, word in enumerate(line) if word.start >= relation.span.end), len(line))
    at = _anchor(c)
    if begin <= 1:
        verbs = [p for p in c.frame.predicates if end <= p.at < at]
        return at >= end and not verbs
    between = c.frame.keys(at + 1, begin)
    others = [p for p in c.frame.predicates if at < p.at < begin]
    walls = word_list(c.frame.language, "clause", "boundaries")
    return at < begin <= at + _NEAR and not others and not walls & set(between) and not _published(c, begin)


def _published(c: Candidate, begin: int) -> bool:
    """ "A photo that circulated days after": it is the photo that came out, not the presence."""
    cues = {p[0] for p in phrases(c.frame.language, "cue", "publishing")}
    return bool(cues & set(c.frame.keys(max(0, begin - _NEAR), begin)))
