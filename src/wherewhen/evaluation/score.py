"""The result of one measurement."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
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


class Band(NamedTuple):
    """Answers with a confidence from ``least`` to a tenth more: how many, how sure, how often right."""

    least: float
    answers: int
    told: float
    right: float


def reliability(answers: Iterable[tuple[float, bool]]) -> tuple[Band, ...]:
    """Answers as (confidence 0..1, right) in bands of a tenth; empty bands are left out."""
    bands: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, right in answers:
        bands[min(9, int(confidence * 10))].append((confidence, right))
    return tuple(
        Band(tenth / 10, len(rows), sum(c for c, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows))
        for tenth, rows in sorted(bands.items())
    )


def calibration_error(bands: Iterable[Band]) -> float | None:
    """Mean distance between confidence told and share right, weighted by the answers of each band."""
    bands = tuple(bands)
    apart = sum(band.answers * abs(band.told - band.right) for band in bands)
    return share(apart, sum(band.answers for band in bands))


@dataclass(frozen=True, slots=True)
class Score:
    """Figures of one task on one set of documents.

    task     sightings, pairs, times, places, places-given or mentions
    name     of the set, e.g. ``all``, ``ar``, ``wikiwars``
    figures  (name, value) in the order of printing; shares are 0..1; None is "nothing to measure"
    bands    how often answers of each confidence were right, where answers tell one
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
    bands: tuple[Band, ...] = ()

    def __getitem__(self, figure: str) -> float | None:
        return dict(self.figures)[figure]
