"""Minimal pairs of tests/claims/pairs: what is right stays right, and what gets right is written down."""

from __future__ import annotations

from collections import Counter

import pytest
from tests.claims.known_wrong import FOLDER, LANGUAGES, known, wrong

from wherewhen.evaluation.material import Row, gold_rows
from wherewhen.evaluation.pairs import POINTS

FEWEST = 150
KEYS = {"place", "status", "earliest", "latest", "evidence", "companions", "not_companions", "sources",
        "not_sources", "activity"}  # fmt: skip


def every(language: str) -> list[Row]:
    return [row for half in ("open", "held") for row in gold_rows(FOLDER / language / f"{half}.jsonl")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_open_pair_that_was_right_is_right_and_the_list_of_wrong_ones_is_true(language: str) -> None:
    now, before = wrong(language), known(language)
    assert not now - before, "no longer right"
    assert not before - now, "right now: run python -m tests.claims.known_wrong"


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_enough_pairs_spread_over_the_points(language: str) -> None:
    rows = every(language)
    assert len(rows) >= FEWEST
    assert len({row["id"] for row in rows}) == len(rows)
    points = Counter(row["point"] for row in rows)
    assert sorted(points) == list(range(1, len(POINTS) + 1))
    assert min(points.values()) >= 21


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_twins_of_a_pair_differ_in_text_and_in_what_they_tell(language: str) -> None:
    for row in every(language):
        one, two = row["twins"]
        assert one["text"] != two["text"], row["id"]
        assert (one["there"], one["not_there"]) != (two["there"], two["not_there"]), row["id"]
        assert all(set(told) <= KEYS for twin in row["twins"] for told in twin["there"]), row["id"]
