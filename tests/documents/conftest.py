from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from wherewhen import documents
from wherewhen.documents import Stated
from wherewhen.model.document import BlockKind, Document

# A busy machine must not fail a property that holds.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

Reading = Callable[..., Document]


@pytest.fixture
def page(tmp_path: Path) -> Reading:
    """Read markup as a saved page."""

    def read(markup: str | bytes, stated: Stated | None = None, name: str = "page.html") -> Document:
        path = tmp_path / name
        path.write_bytes(markup if isinstance(markup, bytes) else markup.encode())
        return documents.read(path, stated or Stated())

    return read


def lines(document: Document, kind: BlockKind) -> list[str]:
    return [document.quote(block) for block in document.blocks if block.kind is kind]


def kind_of(document: Document, words: str) -> BlockKind | None:
    block = document.block_at(document.text.index(words))
    return block.kind if block else None
