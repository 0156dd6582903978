"""What the reading model thinks of a candidate, laid out for the rules that weigh it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.passages import Asked, passages
from wherewhen.model.passage import Judged, Passage

Place = tuple[int, int]
"""A mention by the number of its sentence and of its first word there."""
STEPS = (0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98)


class ReadingModel(Protocol):
    """Anything that judges passages: the network, or answers that were kept."""

    def judge(self, passages: Sequence[Passage]) -> Sequence[Sequence[Judged]]: ...


@dataclass(frozen=True, slots=True)
class Advice:
    """``times`` and ``persons`` are probabilities by mention."""

    judged: Judged
    times: Mapping[Place, float]
    persons: Mapping[Place, float]

    @property
    def happened(self) -> float:
        return self.judged.presence[1]


def advice(
    frames: Sequence[Frame], found: Sequence[Candidate], model: ReadingModel | None
) -> tuple[Advice | None, ...]:
    """One for each candidate, in their order; None throughout where there is no model."""
    if model is None:
        return (None,) * len(found)
    asked = passages(frames, found)
    answers = model.judge([a.passage for a in asked])
    return tuple(
        made for a, judged in zip(asked, answers, strict=True) for made in _advice(frames, a, judged)
    )


def _advice(frames: Sequence[Frame], asked: Asked, judged: Sequence[Judged]) -> Iterator[Advice]:
    run = range(*asked.frames)
    times = [(i, moment.at) for i in run for moment in frames[i].moments]
    persons = [(i, actor.at) for i in run for actor in frames[i].actors if not actor.subject]
    for answer in judged:
        yield Advice(
            answer,
            dict(zip(times, answer.times, strict=True)),
            dict(zip(persons, answer.persons, strict=True)),
        )


def step(probability: float) -> str:
    """The probability cut into steps, as the name of a feature."""
    return f"{max((s for s in STEPS if s <= probability), default=0.0):.2f}"
