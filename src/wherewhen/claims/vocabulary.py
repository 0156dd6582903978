"""The words by which a language tells presence, folded and ready for look-up."""

from __future__ import annotations

from functools import cache

from wherewhen.languages import fold, lexicon


@cache
def word_list(language: str, table: str, name: str) -> frozenset[str]:
    """A word list of ``languages/LANGUAGE/presence.toml``."""
    return frozenset(fold(word) for word in lexicon(language, "presence")[table][name])


def stands_in(key: str, language: str, table: str, name: str) -> bool:
    """The word is in the list; an Arabic one also with "و" or "ف" written on to it."""
    words = word_list(language, table, name)
    return key in words or (language == "ar" and key[:1] in ("و", "ف") and key[1:] in words)


@cache
def phrase_list(language: str, table: str, name: str) -> tuple[tuple[str, ...], ...]:
    """A list of phrases of ``languages/LANGUAGE/presence.toml``, longest first."""
    listed = (tuple(fold(phrase).split()) for phrase in lexicon(language, "presence")[table][name])
    return tuple(sorted(listed, key=len, reverse=True))
