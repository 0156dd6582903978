"""Place names: found in the text, and put on the map.

Recognition is the F1 of spans, exact and overlapping. Resolution looks at gold names with a
position that were recognised; a recognised name without a position is an error of half the Earth's
circumference. End to end, a hit is a gold name recognised and placed within 161 km.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log
from typing import Any

from wherewhen.evaluation.pairing import kilometres, one_to_one
from wherewhen.evaluation.score import Score, calibration_error, rates, reliability, share

TASK = "places"
Row = Mapping[str, Any]
FARTHEST_KM = 20039.0
NEAR_KM = 161.0
LITERAL = frozenset(("Literal", "Mixed", "Coercion", "Literal_Modifier", "Embedded_Literal"))
"""GeoWebNews types of names that say where something is."""


@dataclass(slots=True)
class Tally:
    """Sums over documents."""

    gold: int = 0
    predicted: int = 0
    exact: int = 0
    overlap: int = 0
    positions: int = 0
    placed: int = 0
    hits: int = 0
    unplaced: int = 0
    errors: list[float] = field(default_factory=list)
    told: list[tuple[float, bool]] = field(default_factory=list)


def score(
    gold: Sequence[Row],
    predictions: Mapping[str, Sequence[Row]],
    name: str = "",
    types: Collection[str] | None = None,
    with_position_only: bool = False,
    task: str = TASK,
) -> Score:
    """``gold`` rows have ``id``, ``text``, ``annotations``; predictions are lists of spans by id.

    Gold spans of other types, or without a position where only those count, are left aside, and so
    are the predictions that touch nothing else.
    """
    tally = Tally()
    for row in gold:
        counted = [a for a in row["annotations"] if _counts(a, types, with_position_only)]
        aside = [a for a in row["annotations"] if not _counts(a, types, with_position_only)]
        _add(tally, counted, _relevant(predictions.get(row["id"]) or (), counted, aside))
    size = sum(len(row["text"]) for row in gold)
    bands = reliability(tally.told)
    figures = (*_figures(tally), ("calibration error", calibration_error(bands)))
    return Score(task, name, len(gold), tally.gold, tally.predicted, figures, size, bands=bands)


def _counts(annotation: Row, types: Collection[str] | None, with_position_only: bool) -> bool:
    right_type = not types or annotation.get("type") in types
    return right_type and (not with_position_only or _has_position(annotation))


def _has_position(row: Row) -> bool:
    return row.get("lat") is not None and row.get("lon") is not None


def _shared(one: Row, other: Row) -> int:
    return int(min(one["end"], other["end"]) - max(one["start"], other["start"]))


def _relevant(predicted: Sequence[Row], counted: Sequence[Row], aside: Sequence[Row]) -> list[Row]:
    def touches(span: Row, others: Sequence[Row]) -> bool:
        return any(_shared(span, other) > 0 for other in others)

    return [span for span in predicted if touches(span, counted) or not touches(span, aside)]


def _add(tally: Tally, gold: Sequence[Row], predicted: Sequence[Row]) -> None:
    pairs = _overlapping(gold, predicted)
    tally.gold += len(gold)
    tally.predicted += len(predicted)
    tally.exact += len(_exact(gold, predicted))
    tally.overlap += len(pairs)
    tally.positions += sum(map(_has_position, gold))
    tally.placed += sum(map(_has_position, predicted))
    tally.told += _told(gold, predicted, {other: one for one, other in pairs})
    for one, other in pairs:
        if not _has_position(gold[one]):
            tally.placed -= _has_position(predicted[other])
            continue
        error = _error(gold[one], predicted[other])
        tally.errors.append(error)
        tally.hits += error <= NEAR_KM
        tally.unplaced += not _has_position(predicted[other])


def _told(
    gold: Sequence[Row], predicted: Sequence[Row], pairs: Mapping[int, int]
) -> Iterator[tuple[float, bool]]:
    """The confidence of every answer with a position, and whether it is right: a gold name, and near it."""
    for number, row in enumerate(predicted):
        wanted = gold[pairs[number]] if number in pairs else None
        if _has_position(row) and "confidence" in row and (wanted is None or _has_position(wanted)):
            yield row["confidence"], wanted is not None and _error(wanted, row) <= NEAR_KM


def _error(gold: Row, predicted: Row) -> float:
    if not _has_position(predicted):
        return FARTHEST_KM
    return kilometres(gold["lat"], gold["lon"], predicted["lat"], predicted["lon"])


def _same(one: Row, other: Row) -> bool:
    return bool(one["start"] == other["start"] and one["end"] == other["end"])


def _exact(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    return one_to_one((i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted) if _same(g, p))


def _overlapping(gold: Sequence[Row], predicted: Sequence[Row]) -> list[tuple[int, int]]:
    """Equal spans first, then the longest overlap, then the nearest beginning, then the later span."""
    ranked = []
    for i, wanted in enumerate(gold):
        for j, given in enumerate(predicted):
            shared = _shared(wanted, given)
            if shared > 0:
                distance = abs(wanted["start"] - given["start"])
                ranked.append((shared + 1000 * _same(wanted, given), -distance, i, j))
    return one_to_one((i, j) for _, _, i, j in sorted(ranked, reverse=True))


def _figures(tally: Tally) -> tuple[tuple[str, float | None], ...]:
    errors = sorted(tally.errors)
    overlap = rates(tally.overlap, tally.predicted, tally.gold)
    whole = rates(tally.hits, tally.placed, tally.positions)
    near = [error for error in errors if error < FARTHEST_KM]
    figures: dict[str, float | None] = {
        "exact F1": rates(tally.exact, tally.predicted, tally.gold).f1,
        "overlap P": overlap.precision,
        "overlap R": overlap.recall,
        "overlap F1": overlap.f1,
        "acc@161": share(tally.hits, len(errors)),
        "acc@161 placed": share(sum(error <= NEAR_KM for error in near), len(near)),
        "coverage": share(len(errors) - tally.unplaced, len(errors)),
        "mean km": share(sum(errors), len(errors)),
        "median km": _median(errors),
        "AUC": _auc(errors),
        "end-to-end P": whole.precision,
        "end-to-end R": whole.recall,
        "end-to-end F1": whole.f1,
    }
    return tuple(figures.items())


def _median(ordered: Sequence[float]) -> float | None:
    middle = len(ordered) // 2
    if not ordered:
        return None
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def _auc(ordered: Sequence[float]) -> float | None:
    """Area under the sorted logarithms of the errors, as a share of the worst; 0 is perfect."""
    logs = [log(1 + error) for error in ordered]
    worst = log(1 + FARTHEST_KM)
    if len(logs) < 2:
        return logs[0] / worst if logs else None
    area = sum((low + high) / 2 for low, high in pairwise(logs))
    return area / (worst * (len(logs) - 1))
