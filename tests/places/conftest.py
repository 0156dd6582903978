from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256

import pytest

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def world() -> Iterator[Gazetteer]:
    """The gazetteer of the installed packages; built into the user's cache on first use."""
    with Gazetteer.open() as gazetteer:
        yield gazetteer


@pytest.fixture(scope="session")
def paragraph() -> Callable[..., Document]:
    """A document of one paragraph."""

    def made(text: str, language: str = "en", url: str | None = None) -> Document:
        blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
        return Document(sha256(text.encode()).hexdigest(), text, blocks, language, url=url)

    return made
