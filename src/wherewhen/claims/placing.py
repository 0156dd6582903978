"""Where a passage that names no place lies: at a place told before, at the scene of the report, or nowhere.

As with dates, every reading is an option with named features and a linear scorer takes the best; a borrowed
place is a reason of the claim.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.scorer import Scorer
from wherewhen.claims.vocabulary import word_list
from wherewhen.model.document import BlockKind
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import NOWHERE, Place, Precision
from wherewhen.model.reason import Reason

_FIGURATIVE = frozenset(["place.metonymic", "place.demonym", "place.part_of_a_name"])


@dataclass(frozen=True, slots=True)
class Placed:
    """One reading of the place, with what speaks for it."""

    place: Place
    reasons: tuple[Reason, ...] = ()
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scene:
    """The literal places of a document by sentence, and where its subject was last put."""

    frames: tuple[Frame, ...]

    def before(self, index: int, reach: int) -> Iterator[tuple[int, PlaceMention]]:
        """Places of the sentences before, nearest first, as (sentences away, mention)."""
        for i in range(index - 1, max(-1, index - 1 - reach), -1):
            yield from ((index - i, m) for m in reversed(literal(self.frames[i])))

    def lead(self) -> PlaceMention | None:
        """The first town or site that the report names."""
        told = (
            m
            for frame in self.frames
            for m in literal(frame)
            if frame.sentence.block.kind is not BlockKind.TITLE
        )
        return next((m for m in told if m.value.precision in (Precision.SITE, Precision.SETTLEMENT)), None)

    def heading(self, index: int) -> PlaceMention | None:
        """The place that the section's heading names, if it names exactly one."""
        frame = self.frames[index]
        block = frame.document.heading_of(frame.sentence.start)
        named = [m for f in self.frames if f.sentence.block == block for m in literal(f)]
        return named[0] if len(named) == 1 and frame.sentence.block.kind is not BlockKind.HEADING else None


def literal(frame: Frame) -> tuple[PlaceMention, ...]:
    """Places of a sentence that are places, not peoples or governments."""
    named = (s.mention for s in frame.spots if s.mention.value.precision.placed)
    return tuple(m for m in named if not {r.code for r in (*m.reasons, *m.value.reasons)} & _FIGURATIVE)


def place(candidate: Candidate, scene: Scene, last: PlaceMention | None, scorer: Scorer) -> Placed:
    """The place named, or the best reading of where a passage without one lies."""
    if candidate.spot:
        return Placed(candidate.spot.mention.value)
    return max(options(candidate, scene, last), key=lambda option: scorer.weight(option.features))


def options(candidate: Candidate, scene: Scene, last: PlaceMention | None) -> Iterator[Placed]:
    """Every reading, "nowhere" first. ``last`` is where the subject was put last."""
    context = tuple(_context(candidate))
    yield Placed(NOWHERE, (), ("nowhere", *(f"nowhere | {c}" for c in context)))
    block = candidate.frame.sentence.block
    for rank, (away, mention) in enumerate(list(scene.before(candidate.index, 3))[:2]):
        same = scene.frames[candidate.index - away].sentence.block == block
        marks = (f"away {away}", "same paragraph" if same else "other paragraph", f"rank {rank}")
        yield _borrowed("the place before", mention, context, marks)
    for kind, found in (
        ("where last put", last),
        ("the scene", scene.lead()),
        ("the heading", scene.heading(candidate.index)),
    ):
        if found:
            yield _borrowed(kind, found, context, ())
    yield from _pointed_at(candidate, scene, context)


def _borrowed(kind: str, mention: PlaceMention, context: Sequence[str], marks: Sequence[str]) -> Placed:
    reason = Reason.of(f"claim.{kind.replace(' ', '_')}", mention.span, place=mention.span.quote)
    named = (kind, *(f"{kind} | {c}" for c in (*context, *marks, f"precision {mention.value.precision}")))
    return Placed(mention.value, (reason,), named)


def _pointed_at(c: Candidate, scene: Scene, context: Sequence[str]) -> Iterator[Placed]:
    """ "left the country", "in the city": the last place of that kind."""
    kind = _generic(c)
    if kind:
        told = (m for away, m in scene.before(c.index + 1, 8) if m.value.precision is kind)
        found = next(told, None)
        if found:
            yield _borrowed("the one pointed at", found, context, ())


def _generic(c: Candidate) -> Precision | None:
    language = c.frame.language
    keys = c.frame.keys(0, len(c.frame.sentence.words))
    for kind in (Precision.COUNTRY, Precision.SETTLEMENT, Precision.REGION, Precision.SITE):
        nouns = word_list(language, "pointing", kind)
        if any(
            key in nouns and (language == "ar" or before == "the") for before, key in itertools.pairwise(keys)
        ):
            return kind
    return None


def _context(c: Candidate) -> Iterator[str]:
    frame = c.frame
    keys = set(frame.keys(0, len(frame.sentence.words)))
    yield f"role {c.predicate.entry.role if c.predicate else 'none'}"
    yield f"doer {c.doer.how}"
    yield f"language {frame.language}"
    yield f"block {frame.sentence.block.kind}"
    yield "published" if frame.document.published else "unpublished"
    if word_list(frame.language, "words", "there") & keys:
        yield "there"
    if word_list(frame.language, "pointing", "event") & keys:
        yield "event"
    kind = _generic(c)
    if kind:
        yield f"points at {kind}"
