"""A bomb is refused within five seconds and 512 MB, with a code; nothing it says is shown."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents import Refused
from wherewhen.documents.apart import room
from wherewhen.model.errors import InputError
from wherewhen.model.item import Item

from .intake_bombs import BOMBS

SECONDS = 5.0
MEGABYTES = 512
SLOWNESS = float(os.environ.get("WHEREWHEN_SLOW_MACHINE", "2"))
"""Other work on the machine may stretch the clock; the ring by itself is run with 1."""


@pytest.fixture(scope="module", autouse=True)
def warm() -> Iterator[None]:
    """The reading room stands before the clock runs."""
    list(documents.take([Path(__file__)]))
    yield


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_time_and_memory(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(BOMBS[name]())
    began = time.perf_counter()
    taken = list(documents.take([path]))
    spent = time.perf_counter() - began
    refused = [thing for thing in taken if isinstance(thing, Refused)]
    assert refused and all(isinstance(thing.error, InputError) for thing in refused)
    assert not [thing for thing in taken if isinstance(thing, Item) and thing.document is not None]
    assert spent < SECONDS * SLOWNESS
    assert room._shared_by(os.getpid()).most_memory < MEGABYTES * 1024


def test_there_are_enough_of_them() -> None:
    assert len(BOMBS) >= 60
