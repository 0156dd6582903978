"""Sightings: found, placed and dated as in the gold.

A gold sighting is true if its status is asserted or attributed; predictions count as true likewise,
and an inferred one may match but is no false alarm when it does not. Gold and predictions are paired
one to one, best total first. RIGHT means found, place right and time right.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from wherewhen.evaluation import agreement
from wherewhen.evaluation.agreement import Row
from wherewhen.evaluation.pairing import one_to_one
from wherewhen.evaluation.score import Score, rates, share

TASK = "sightings"
TRUE = ("asserted", "attributed")
Counts = Counter[str]


def score(cases: Sequence[Row], predictions: Mapping[str, Row]) -> tuple[Score, ...]:
    """One score for all cases and one for each language among them.

    cases        gold documents as in a folder of cases
    predictions  by case id, each as ``wherewhen read --format json`` writes it; a missing one is empty
    """
    counted = [(case, count(case, predictions.get(case["id"]) or {})) for case in cases]
    languages = sorted({str(case["lang"]) for case in cases})
    groups = [("all", counted)] + [(lang, [c for c in counted if c[0]["lang"] == lang]) for lang in languages]
    return tuple(_score(name, group) for name, group in groups)


def count(case: Row, prediction: Row) -> Counts:
    """Everything that is counted on one document."""
    text, every = case["text"], prediction.get("sightings") or []
    true = [gold for gold in case["sightings"] if gold["status"] in TRUE]
    claimed = [p for p in every if p.get("status") in TRUE]
    pool = claimed + [p for p in every if p.get("status") == "inferred"]
    pairs = _pairs(text, true, pool)
    used = {other for _, other in pairs}
    counts: Counts = Counter(documents=1, gold=len(true), found=len(pairs))
    counts["predicted"] = len(claimed) + sum(index >= len(claimed) for index in used)
    for one, other in pairs:
        counts.update(_points(true[one], pool[other]))
    left = [p for index, p in enumerate(claimed) if index not in used]
    counts.update(_others(case, every, left))
    counts.update(_traps(case, left))
    return counts


def _pairs(text: str, gold: Sequence[Row], pool: Sequence[Row]) -> list[tuple[int, int]]:
    ranked = []
    for one, wanted in enumerate(gold):
        for other, given in enumerate(pool):
            shared = agreement.touches(text, wanted, given)
            if shared:
                points = 2 * agreement.place_agrees(wanted, given) + agreement.time_agrees(wanted, given)
                ranked.append((points + 0.5 * min(1, shared / len(wanted["quote"])), one, other))
    return one_to_one((one, other) for _, one, other in sorted(ranked, reverse=True))


def _points(gold: Row, predicted: Row) -> Counts:
    place, time = agreement.place_agrees(gold, predicted), agreement.time_agrees(gold, predicted)
    return Counter(
        place=place,
        time=time,
        right=place and time,
        bounds=agreement.same_bounds(gold, predicted),
        status=gold["status"] == predicted.get("status"),
        evidence=agreement.evidence_agrees(gold, predicted),
        companions=len(gold["companions"]),
        companions_met=agreement.names_met(gold["companions"], predicted.get("companions") or []),
        sources=len(gold["attribution"]),
        sources_met=agreement.names_met(gold["attribution"], predicted.get("attribution") or []),
    )


def _others(case: Row, every: Sequence[Row], left: Sequence[Row]) -> Counts:
    """Planned and denied presences: told apart, or taken as true by an unpaired prediction."""
    text, counts = case["text"], Counts()
    for gold in case["sightings"]:
        if gold["status"] in TRUE:
            continue
        alike = (p for p in every if p.get("status") == gold["status"])
        counts["others"] += 1
        counts["told_apart"] += any(agreement.shared_text(text, gold, p) > 0 for p in alike)
        counts["taken_as_true"] += _rests_on(text, gold, left)
    return counts


def _traps(case: Row, left: Sequence[Row]) -> Counts:
    traps = case.get("non_sightings") or []
    return Counter(traps=len(traps), trapped=sum(_rests_on(case["text"], trap, left) for trap in traps))


def _rests_on(text: str, gold: Row, left: Iterable[Row]) -> bool:
    """Some prediction covers half of the passage."""
    return any(agreement.shared_text(text, gold, p) >= len(gold["quote"]) // 2 for p in left)


def _score(name: str, counted: Sequence[tuple[Row, Counts]]) -> Score:
    total: Counts = Counter()
    for _, counts in counted:
        total.update(counts)
    right = rates(total["right"], total["predicted"], total["gold"])
    found = rates(total["found"], total["predicted"], total["gold"])
    figures: dict[str, Any] = {
        "right P": right.precision,
        "right R": right.recall,
        "right F1": right.f1,
        "per document": sum(map(_per_document, (c for _, c in counted))) / max(1, len(counted)),
        "found P": found.precision,
        "found R": found.recall,
        "found F1": found.f1,
        **{
            key: share(total[key], total["found"])
            for key in ("place", "time", "bounds", "status", "evidence")
        },
        "companions": share(total["companions_met"], total["companions"]),
        "attribution": share(total["sources_met"], total["sources"]),
        "told apart": share(total["told_apart"], total["others"]),
        "taken as true": share(total["taken_as_true"], total["others"]),
        "traps taken": share(total["trapped"], total["traps"]),
    }
    characters = sum(len(case["text"]) for case, _ in counted)
    return Score(
        TASK, name, len(counted), total["gold"], total["predicted"], tuple(figures.items()), characters
    )


def _per_document(counts: Counts) -> float:
    """F1 of one document; one without true gold is right if nothing is predicted."""
    if not counts["gold"]:
        return float(not counts["predicted"])
    return rates(counts["right"], counts["predicted"], counts["gold"]).f1
