"""The interface's words: those of the published page, and the workbench's own beside them."""

from __future__ import annotations

from functools import cache
from typing import Any

from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.publication.site.words import Words


@cache
def words(language: str) -> Words:
    """Phrases, plurals, digits and closed lists of one language."""
    page, own = lexicon(language, "site"), lexicon(language, "workbench")
    return Words(language, {name: _both(page.get(name), own.get(name)) for name in (*page, *own)})


def _both(page: Any, own: Any) -> Any:
    return page | own if isinstance(page, dict) and isinstance(own, dict) else (page if own is None else own)


def other(language: str) -> str:
    """The language that the whole interface turns to next."""
    return LANGUAGES[(LANGUAGES.index(language) + 1) % len(LANGUAGES)]


def preferred(accept_language: str) -> str:
    """The first language of a browser's list that we speak, else English."""
    asked = [part.split(";")[0].strip().split("-")[0].lower() for part in accept_language.split(",")]
    return next((language for language in asked if language in LANGUAGES), LANGUAGES[0])
