"""A reason in words: the templates are data, one file a room, keyed by the reason's code."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from wherewhen.languages.features import feature_words
from wherewhen.languages.lexicon import lexicon
from wherewhen.model.reason import Reason


@cache
def templates(language: str) -> dict[str, str]:
    """Every template of a language by code; ``["time"]\\npublished = "..."`` is ``time.published``."""
    folder = resources.files(__package__) / language / "reasons"
    found: dict[str, str] = {}
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        for room, texts in tomllib.loads(file.read_text("utf-8")).items():
            found |= {f"{room}.{code}": text for code, text in texts.items()}
    return found


def sentence(reason: Reason, language: str) -> str:
    """The reason for a reader: a template filled with its values, the code itself if there is none."""
    template = templates(language).get(reason.code)
    if template is None:
        return reason.code
    return template.format_map(_Values((name, _said(name, value, language)) for name, value in reason.values))


def _said(name: str, value: str, language: str) -> str:
    """A value as it stands in the sentence; an open side is an ellipsis."""
    if name == "unit":
        return str(lexicon(language, "features")["unit"].get(value, value))
    return feature_words(value, language) if name == "feature" else value or OPEN


OPEN = "…"


class _Values(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return OPEN
