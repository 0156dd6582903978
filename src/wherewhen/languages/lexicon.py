"""Word lists and rules of a language, as written in its folder."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("en", "ar")


@cache
def lexicon(language: str, name: str) -> dict[str, Any]:
    """The parsed file ``languages/LANGUAGE/NAME.toml``; treat it as read-only."""
    folder = resources.files(__package__) / language
    return tomllib.loads((folder / f"{name}.toml").read_text("utf-8"))
