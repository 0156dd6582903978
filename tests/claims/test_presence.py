"""Minimal pairs: the first of each pair puts the subject somewhere, its twin does not."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from tests.claims.conftest import Read

EXAMPLES = Path(__file__).parents[1] / "examples"
TOLD_APART = {"en": 0.38, "ar": 0.60}
"""Share of the pairs in which the twin, too, is read right; docs/EVALUATION.md tells the aim."""


def pairs(language: str) -> list[dict[str, str]]:
    return list(tomllib.loads((EXAMPLES / language / "presence.toml").read_text("utf-8"))["pair"])


def there(read: Read, sentence: str, pair: dict[str, str], language: str) -> bool:
    found = read(sentence, pair["subject"], language=language)
    return any(claim.place.surface == pair["place"] and claim.status.claimed for claim in found)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sentence_that_tells_a_presence_is_read_as_one(read: Read, language: str) -> None:
    missed = [pair["yes"] for pair in pairs(language) if not there(read, pair["yes"], pair, language)]
    assert not missed


@pytest.mark.parametrize("language", ["en", "ar"])
def test_what_is_only_planned_or_is_denied_is_not_claimed(read: Read, language: str) -> None:
    marked = [pair for pair in pairs(language) if pair.get("why") in ("planned", "denied")]
    assert marked
    taken = [pair["no"] for pair in marked if there(read, pair["no"], pair, language)]
    assert not taken


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_fewer_pairs_are_told_apart_than_before(read: Read, language: str) -> None:
    every = pairs(language)
    wrong = [pair["no"] for pair in every if there(read, pair["no"], pair, language)]
    assert 1 - len(wrong) / len(every) >= TOLD_APART[language], wrong
