"""Candidates as questions to the reading model, a few sentences at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.model.passage import Ask, Mark, Passage, Stretch

LONGEST = 1000
"""Characters of a passage, but that a single sentence may be longer."""
CONTEXT = 350
"""Characters at most of earlier sentences that are read along."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A passage with the candidates it asks about, in the order of its asks.

    at      offset of the passage in the document
    frames  the sentences of the passage, context included, as [first, end)
    """

    passage: Passage
    candidates: tuple[Candidate, ...]
    at: int
    frames: tuple[int, int]


def passages(frames: Sequence[Frame], found: Sequence[Candidate]) -> tuple[Asked, ...]:
    """Passages that together ask about every candidate once, in reading order."""
    asked: dict[int, list[Candidate]] = {}
    for candidate in found:
        asked.setdefault(candidate.index, []).append(candidate)
    return tuple(
        _asked(frames, context, end, [c for i in range(first, end) for c in asked.get(i, ())])
        for context, first, end in _runs(frames, sorted(asked))
    )


def _runs(frames: Sequence[Frame], telling: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(first sentence of the context, first asked about, end): as many telling sentences as fit."""
    waiting = list(telling)
    while waiting:
        first = end = waiting[0]
        context = _context(frames, first)
        start = frames[context].sentence.start
        while waiting and (end == first or frames[waiting[0]].sentence.end - start <= LONGEST):
            end = waiting.pop(0) + 1
        yield context, first, end


def _context(frames: Sequence[Frame], first: int) -> int:
    """The earliest of the sentences before that are near enough."""
    context = first
    while context and frames[first].sentence.start - frames[context - 1].sentence.start <= CONTEXT:
        context -= 1
    return context


def _asked(frames: Sequence[Frame], context: int, end: int, found: Sequence[Candidate]) -> Asked:
    lines = frames[context:end]
    at = lines[0].sentence.start
    passage = Passage(
        text=lines[0].document.text[at : lines[-1].sentence.end],
        marks=tuple(sorted(mark for frame in lines for mark in _marks(frame, at))),
        asks=tuple(_ask(candidate, at) for candidate in found),
        times=tuple(_stretch(frame, m.at, m.end, at) for frame in lines for m in frame.moments),
        persons=tuple(
            _stretch(frame, a.at, a.end, at) for frame in lines for a in frame.actors if not a.subject
        ),
    )
    return Asked(passage, tuple(found), at, (context, end))


def _marks(frame: Frame, at: int) -> Iterator[tuple[int, int, Mark]]:
    for actor in frame.actors:
        meant = Mark.SUBJECT if actor.how in ("name", "surname", "description") else Mark.SUBJECT_MEANT
        yield *_stretch(frame, actor.at, actor.end, at), meant if actor.subject else Mark.OTHER_PERSON
    for spot in frame.spots:
        yield *_stretch(frame, spot.at, spot.end, at), Mark.PLACE
    for moment in frame.moments:
        yield *_stretch(frame, moment.at, moment.end, at), Mark.TIME


def _ask(c: Candidate, at: int) -> Ask:
    actor = c.doer.actor if c.doer.subject and c.doer.actor in c.frame.actors else None
    return Ask(
        _stretch(c.frame, c.spot.at, c.spot.end, at) if c.spot else None,
        _stretch(c.frame, c.predicate.at, c.predicate.end, at) if c.predicate else None,
        _stretch(c.frame, actor.at, actor.end, at) if actor else None,
    )


def _stretch(frame: Frame, first: int, end: int, at: int) -> Stretch:
    words = frame.sentence.words
    return words[first].start - at, words[min(end, len(words)) - 1].end - at
