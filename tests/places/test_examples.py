"""Every minimal pair of the examples: presence in the first sentence, none in its twin."""

from __future__ import annotations

import tomllib
from hashlib import sha256
from pathlib import Path

import pytest

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.places import Gazetteer, find, is_literal

EXAMPLES = Path(__file__).parents[1] / "examples"
PAIRS = [
    (language, pair["name"], pair["place"], pair["twin"])
    for language in ("en", "ar")
    for pair in tomllib.loads((EXAMPLES / language / "places.toml").read_text("utf-8"))["pair"]
]


def present(text: str, name: str, language: str, world: Gazetteer) -> bool:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    document = Document(sha256(text.encode()).hexdigest(), text, blocks, language)
    return any(is_literal(m) and name in m.span.quote for m in find(document, world))


@pytest.mark.parametrize(("language", "name", "place", "twin"), PAIRS)
def test_a_place_of_presence_and_its_twin(
    language: str, name: str, place: str, twin: str, world: Gazetteer
) -> None:
    assert present(place, name, language, world)
    assert not present(twin, name, language, world)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_there_are_sixty_pairs_a_language(language: str) -> None:
    assert len([pair for pair in PAIRS if pair[0] == language]) >= 60
