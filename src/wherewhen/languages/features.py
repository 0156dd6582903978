"""The features of the scorer of claims in words: "verb=arrive" reads: the verb “arrive”."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wherewhen.languages.lexicon import lexicon


@cache
def feature_words(feature: str, language: str) -> str:
    """A feature for a reader. What no list knows stays as it is, in quotation marks."""
    data = lexicon(language, "features")
    whole: str | None = data["whole"].get(feature)
    if whole:
        return whole
    name, _, value = feature.partition("=")
    template: str | None = data["valued"].get(name) if value else None
    if template:
        return template.format(value=_terms(value, language, quoted="{value}" in template and name in _OPEN))
    return str(data["whole"]["together"]).format(parts=_terms(feature, language, quoted=True))


_OPEN = ("verb", "preposition")
"""Features whose values are words of the documents, not terms of ours."""


def _terms(text: str, language: str, quoted: bool) -> str:
    terms: dict[str, str] = lexicon(language, "features")["term"]
    open_mark, close_mark = lexicon(language, "features")["whole"]["quotes"].split()
    said = (
        terms.get(part) or (f"{open_mark}{part}{close_mark}" if quoted else part)
        for part in _parts(text, terms)
    )
    return str(lexicon(language, "features")["whole"]["joint"]).join(said)


def _parts(text: str, terms: dict[str, str]) -> Iterator[str]:
    """The longest known terms first, single words otherwise."""
    words = text.split()
    while words:
        known = next((n for n in range(len(words), 0, -1) if " ".join(words[:n]) in terms), 1)
        yield " ".join(words[:known])
        words = words[known:]
