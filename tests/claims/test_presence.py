"""Minimal pairs: the first of each pair puts the subject somewhere, its twin does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.claims.conftest import Read

EXAMPLES = Path(__file__).parents[1] / "examples"
LEAST_RIGHT = 0.85
"""Share of the pairs that must be read right; those that are not are listed in docs/EVALUATION.md."""


def pairs(language: str) -> list[dict[str, str]]:
    return list(tomllib.loads((EXAMPLES / language / "presence.toml").read_text("utf-8"))["pair"])


def placed(read: Read, text: str, pair: dict[str, str], language: str) -> set[str]:
    found = read(text, pair["subject"], language=language)
    return {claim.place.surface for claim in found if claim.status.claimed}


def right(read: Read, pair: dict[str, str], language: str) -> bool:
    there, elsewhere = placed(read, pair["yes"], pair, language), placed(read, pair["no"], pair, language)
    return pair["place"] in there and pair["place"] not in elsewhere


@pytest.mark.parametrize("language", ["en", "ar"])
def test_most_minimal_pairs_are_told_apart(read: Read, language: str) -> None:
    every = pairs(language)
    wrong = [pair["yes"] for pair in every if not right(read, pair, language)]
    share = 1 - len(wrong) / len(every)
    assert share >= LEAST_RIGHT, f"{share:.2f} right; wrong: {wrong}"
