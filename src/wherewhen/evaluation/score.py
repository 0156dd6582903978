"""The result of one measurement."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Rates(NamedTuple):
    precision: float
    recall: float
    f1: float


def rates(hits: float, predicted: float, gold: float) -> Rates:
    """Precision, recall and their harmonic mean; 0 where there is nothing to divide by."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    return Rates(precision, recall, 2 * hits / (predicted + gold) if hits else 0.0)


def share(part: float, whole: float) -> float | None:
    """``part / whole``, None where the whole is empty: then nothing can be said."""
    return part / whole if whole else None


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of one task on one set of documents.

    task     sightings, pairs, times, places, places-given or mentions
    name     of the set, e.g. ``all``, ``ar``, ``wikiwars``
    figures  (name, value) in the order of printing; shares are 0..1; None is "nothing to measure"
    """

    task: str
    name: str
    documents: int
    gold: int
    predicted: int
    figures: tuple[tuple[str, float | None], ...]
    characters: int = 0
    seconds: float | None = None
    failed: tuple[str, ...] = ()

    def __getitem__(self, figure: str) -> float | None:
        return dict(self.figures)[figure]
