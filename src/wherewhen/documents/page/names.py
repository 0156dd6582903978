"""The names by which pages mark their parts, as ``names.toml`` lists them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def _table() -> dict[str, str]:
    return tomllib.loads((resources.files(__package__) / "names.toml").read_text("utf-8"))


def names(key: str) -> frozenset[str]:
    """The words of one list."""
    return frozenset(_table()[key].split())
