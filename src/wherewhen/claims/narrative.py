"""What the sentences around lend to a sentence that lacks a place; every loan is a reason."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame, Spot
from wherewhen.claims.vocabulary import word_list
from wherewhen.model.document import BlockKind
from wherewhen.model.mention import PlaceMention


def heading_place(frame: Frame, places: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place that the section's heading names, if it names exactly one."""
    heading = frame.document.heading_of(frame.sentence.start)
    if heading is None or frame.sentence.block.kind is BlockKind.HEADING:
        return None
    named = [m for m in places if heading.start <= m.span.start < heading.end and m.value.precision.placed]
    return named[0] if len(named) == 1 else None


def previous_place(candidate: Candidate, chosen: dict[int, Spot]) -> Spot | None:
    """The place of the sentences just before, where the words point back to it."""
    if not word_list(candidate.frame.language, "words", "there") & set(
        candidate.frame.keys(0, len(candidate.frame.sentence.words))
    ):
        return None
    return next((chosen[i] for i in range(candidate.index, candidate.index - 4, -1) if i in chosen), None)
