"""The exact passage: the clauses that hold the person, the word of presence and the place."""

from __future__ import annotations

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.model.span import Span

_CUTS = frozenset([",", ";", ":", "،", "؛", "(", ")", "—", "–"])


def quote(candidate: Candidate, date_at: int | None) -> Span:
    """The shortest run of whole clauses that tells the presence; a short sentence is quoted whole."""
    frame = candidate.frame
    marks = [i for i in _marks(candidate, date_at) if 0 <= i < len(frame.sentence.words)]
    line = frame.sentence.words
    if len(line) <= 24 or not marks:
        return Span(frame.document, frame.sentence.start, frame.sentence.end)
    at, end = _widen(frame, min(marks), max(marks))
    return Span(frame.document, line[at].start, line[end - 1].end)


def _marks(c: Candidate, date_at: int | None) -> list[int]:
    marks: list[int] = []
    if c.predicate:
        marks += [c.predicate.at, c.predicate.end - 1]
    if c.spot:
        marks += [c.spot.at, c.spot.end - 1]
    if c.doer.actor and c.frame.actor_at(c.doer.actor.at) == c.doer.actor:
        anchor = marks[0] if marks else c.doer.actor.at
        if abs(anchor - c.doer.actor.at) < 15:
            marks.append(c.doer.actor.at)
    if date_at is not None and marks and abs(date_at - marks[0]) < 12:
        marks.append(date_at)
    return marks


def _widen(frame: Frame, at: int, end: int) -> tuple[int, int]:
    while at > 0 and frame.key(at - 1) not in _CUTS:
        at -= 1
    end += 1
    while end < len(frame.sentence.words) and frame.key(end) not in _CUTS:
        end += 1
    return at, end
