"""Typed spans: persons, organisations, places and times as annotated corpora mark them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from wherewhen.evaluation.pairing import one_to_one
from wherewhen.evaluation.score import Score, rates

TASK = "mentions"
Row = Mapping[str, Any]
KINDS = {
    "person": ("PER", "PERS", "PERSON"),
    "organisation": ("ORG", "ORGANIZATION"),
    "place": ("LOC", "GPE", "FAC", "LOCATION"),
    "time": ("DATE", "TIME"),
}
"""Our kinds, and the labels of corpora that mean them; every other label is left aside."""
KIND_OF = {label: kind for kind, labels in KINDS.items() for label in (kind.upper(), *labels)}


def kind(label: str) -> str | None:
    """``GPE`` and ``place`` are places; None for a label that is no kind of ours."""
    return KIND_OF.get(label.upper().removeprefix("B-").removeprefix("I-"))


def score(gold: Sequence[Row], predictions: Mapping[str, Sequence[Row]], name: str = "") -> Score:
    """``gold`` rows have ``id``, ``text``, ``entities``; predictions are lists of typed spans by id.

    Kinds that the corpus never marks are not asked for and not punished.
    """
    marked = {kind(entity["type"]) for row in gold for entity in row["entities"]} - {None}
    counts: Counter[str] = Counter()
    for row in gold:
        wanted = [
            (e["start"], e["end"], kind(e["type"])) for e in row["entities"] if kind(e["type"]) in marked
        ]
        spans = predictions.get(row["id"]) or ()
        given = [(p["start"], p["end"], kind(p["type"])) for p in spans if kind(p["type"]) in marked]
        counts.update(_count(wanted, given))
    exact = rates(counts["exact"], counts["predicted"], counts["gold"])
    overlap = rates(counts["overlap"], counts["predicted"], counts["gold"])
    figures: dict[str, float | None] = {
        "exact P": exact.precision,
        "exact R": exact.recall,
        "exact F1": exact.f1,
        "overlap F1": overlap.f1,
    }
    for each in KINDS:
        if each in marked:
            hits, predicted, total = (counts[f"{part} {each}"] for part in ("exact", "predicted", "gold"))
            figures[f"{each} F1"] = rates(hits, predicted, total).f1
    size = sum(len(row["text"]) for row in gold)
    return Score(TASK, name, len(gold), counts["gold"], counts["predicted"], tuple(figures.items()), size)


Typed = tuple[int, int, str | None]


def _count(wanted: Sequence[Typed], given: Sequence[Typed]) -> Counter[str]:
    counts = Counter({"gold": len(wanted), "predicted": len(given)})
    counts.update(f"gold {k}" for _, _, k in wanted)
    counts.update(f"predicted {k}" for _, _, k in given)
    for same in set(wanted) & set(given):
        hits = min(wanted.count(same), given.count(same))
        counts["exact"] += hits
        counts[f"exact {same[2]}"] += hits
    counts["overlap"] = len(_overlapping(wanted, given))
    return counts


def _overlapping(wanted: Sequence[Typed], given: Sequence[Typed]) -> list[tuple[int, int]]:
    ranked = []
    for i, (start, end, label) in enumerate(wanted):
        for j, (first, last, other) in enumerate(given):
            shared = min(end, last) - max(start, first)
            if shared > 0 and label == other:
                ranked.append((-shared, abs(start - first), i, j))
    return one_to_one((i, j) for _, _, i, j in sorted(ranked))
