from __future__ import annotations

from collections.abc import Iterator

import pytest

from wherewhen.places.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def world() -> Iterator[Gazetteer]:
    """The gazetteer of the installed packages; built into the user's cache on first use."""
    with Gazetteer.open() as gazetteer:
        yield gazetteer
