"""Our own Arabic gold: 200 expressions, 60 of them kept apart from the writing of rules."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from times_document import document

from wherewhen.times import as_json, find

EXAMPLES = Path(__file__).parent.parent / "examples" / "ar"
PARTS = ("times_gold.jsonl", "times_held_back.jsonl")


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EXAMPLES / name).read_text("utf-8").splitlines()]


def _pairs(name: str) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Every expression of the gold with what was found at its place."""
    pairs: list[tuple[dict[str, Any], dict[str, Any] | None]] = []
    for row in _rows(name):
        published = date.fromisoformat(row["dct"]) if row["dct"] else None
        found = as_json(find(document(row["text"], "ar", published)))
        for wanted in row["timexes"]:
            near = [one for one in found if one["start"] < wanted["end"] and wanted["start"] < one["end"]]
            pairs.append((wanted, near[0] if near else None))
    return pairs


def test_it_has_200_expressions_in_120_sentences() -> None:
    rows = [row for name in PARTS for row in _rows(name)]
    assert len(rows) >= 120
    assert sum(len(row["timexes"]) for row in rows) >= 200
    assert sum(len(row["timexes"]) for row in _rows(PARTS[1])) == 60


@pytest.mark.parametrize("name", PARTS)
def test_spans_of_the_gold_are_what_the_sentence_says(name: str) -> None:
    for row in _rows(name):
        for wanted in row["timexes"]:
            assert row["text"][wanted["start"] : wanted["end"]] == wanted["text"]


@pytest.mark.parametrize(("name", "bar"), [(PARTS[0], 0.98), (PARTS[1], 0.95)])
def test_values_are_right(name: str, bar: float) -> None:
    pairs = _pairs(name)
    right = sum(found is not None and found["value"] == wanted["value"] for wanted, found in pairs)
    assert right / len(pairs) >= bar


@pytest.mark.parametrize(("name", "bar"), [(PARTS[0], 0.98), (PARTS[1], 0.95)])
def test_bounds_are_right(name: str, bar: float) -> None:
    pairs = _pairs(name)
    sides = ("earliest", "latest")
    right = sum(found is not None and all(found[s] == wanted[s] for s in sides) for wanted, found in pairs)
    assert right / len(pairs) >= bar
