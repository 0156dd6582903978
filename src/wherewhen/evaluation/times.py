"""Time expressions, measured as at TempEval-3.

strict and relaxed look at the extent (same tokens, or a shared token), type and value at the pairs
of the relaxed match. ``value lenient`` forgives the time of day, unit of a duration and padding;
``day`` looks at full calendar days only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wherewhen.evaluation.pairing import one_to_one
from wherewhen.evaluation.score import Score, rates

TASK = "times"
Row = Mapping[str, Any]
TOKEN = re.compile(r"\w+|[^\w\s]")
FULL_DAY = re.compile(r"\d{4}-\d\d-\d\d")
PADDING = re.compile(r"(?:-X+)+$")
DURATION = re.compile(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)Y)?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?(?:(?P<D>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<h>\d+(?:\.\d+)?)H)?(?:(?P<m>\d+(?:\.\d+)?)M)?(?:(?P<s>\d+(?:\.\d+)?)S)?)?$"
)


@dataclass(frozen=True, slots=True)
class Extent:
    """The tokens of one expression, without punctuation at its ends, with its type and value."""

    tokens: frozenset[int]
    type: str | None
    value: str


def score(
    gold: Sequence[Row],
    predictions: Mapping[str, Sequence[Row]],
    name: str = "",
    types: Collection[str] | None = None,
) -> Score:
    """``gold`` rows have ``id``, ``text``, ``timexes``; predictions are lists of timexes by id."""
    counts: Counter[str] = Counter()
    for row in gold:
        counts.update(_count(row, predictions.get(row["id"]) or (), types))
    kinds = ("strict", "relaxed", "type", "value", "value lenient")
    measured = {kind: rates(counts[kind], counts["predicted"], counts["gold"]) for kind in kinds}
    measured["day"] = rates(counts["day"], counts["predicted days"], counts["gold days"])
    figures: list[tuple[str, float | None]] = [(f"{kind} F1", r.f1) for kind, r in measured.items()]
    figures += [("relaxed P", measured["relaxed"].precision), ("relaxed R", measured["relaxed"].recall)]
    figures += [("value accuracy", counts["value"] / counts["relaxed"] if counts["relaxed"] else 0.0)]
    size = sum(len(row["text"]) for row in gold)
    return Score(TASK, name, len(gold), counts["gold"], counts["predicted"], tuple(figures), size)


def _count(row: Row, predicted: Sequence[Row], types: Collection[str] | None) -> Counter[str]:
    tokens = [match.span() for match in TOKEN.finditer(row["text"])]
    words = [any(c.isalnum() or c == "_" for c in row["text"][start:end]) for start, end in tokens]
    wanted = [_extent(t, tokens, words) for t in row["timexes"] if not types or t.get("type") in types]
    given = [_extent(t, tokens, words) for t in predicted if not types or t.get("type") in types]
    given = [extent for extent in given if extent.tokens]
    counts = Counter({"gold": len(wanted), "predicted": len(given)})
    counts["gold days"] = sum(bool(FULL_DAY.match(extent.value)) for extent in wanted)
    counts["predicted days"] = sum(bool(FULL_DAY.match(extent.value)) for extent in given)
    for one, other in _pairs(wanted, given):
        counts.update(_points(wanted[one], given[other]))
    return counts


def _extent(timex: Row, tokens: Sequence[tuple[int, int]], words: Sequence[bool]) -> Extent:
    start, end = timex["start"], timex["end"]
    inside = [i for i, (first, last) in enumerate(tokens) if first < end and last > start]
    while inside and not words[inside[0]]:
        inside.pop(0)
    while inside and not words[inside[-1]]:
        inside.pop()
    return Extent(frozenset(inside), timex.get("type"), (timex.get("value") or "").upper())


def _pairs(wanted: Sequence[Extent], given: Sequence[Extent]) -> list[tuple[int, int]]:
    """Same extent first, then most shared tokens, then in the order of the text."""
    ranked = []
    for one, gold in enumerate(wanted):
        for other, predicted in enumerate(given):
            shared = len(gold.tokens & predicted.tokens)
            if shared:
                ranked.append((gold.tokens != predicted.tokens, -shared, one, other))
    return one_to_one((one, other) for _, _, one, other in sorted(ranked))


def _points(gold: Extent, predicted: Extent) -> Counter[str]:
    same_day = gold.value[:10] == predicted.value[:10] and FULL_DAY.match(gold.value)
    return Counter(
        {
            "relaxed": 1,
            "strict": gold.tokens == predicted.tokens,
            "type": gold.type == predicted.type,
            "value": gold.value == predicted.value,
            "value lenient": lenient(gold.value) == lenient(predicted.value),
            "day": bool(same_day),
        }
    )


def lenient(value: str) -> object:
    """What two values must share to mean the same: P2W is P14D, P1Y is P12M, 1980-XX-XX is 1980."""
    plain = value.strip().upper()
    found = DURATION.match(plain)
    if found and any(found.groups()):
        return _length({unit: float(size or 0) for unit, size in found.groupdict().items()})
    if re.match(r"\d{4}", plain):
        plain = plain.split("T")[0]
    return PADDING.sub("", plain)


def _length(parts: Mapping[str, float]) -> tuple[str, float, float]:
    months, days = parts["Y"] * 12 + parts["M"], parts["W"] * 7 + parts["D"]
    if parts["h"] or parts["m"] or parts["s"]:
        return "seconds", ((days * 24 + parts["h"]) * 60 + parts["m"]) * 60 + parts["s"], months
    return "days", days, months
