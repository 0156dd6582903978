"""Sites whose own name tells the town: "Oxford University", "مستشفى كتم"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from wherewhen.languages import lexicon
from wherewhen.model.document import Document
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Precision
from wherewhen.model.span import Span
from wherewhen.places.reading import Words, folded
from wherewhen.places.sites import inside

LONGEST = 6
_TOWNS = (Precision.SETTLEMENT, Precision.DISTRICT)


def named_after_towns(document: Document, mentions: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """A site for each town's name that was found to be only part of a longer name, where that is a site's."""
    parts = [m for m in mentions if _part_of_a_name(m) and m.value.precision in _TOWNS]
    if not parts:
        return ()
    words = Words.of(document.text)
    phrases = list(_arabic(words) if document.language == "ar" else _english(words))
    spans = [Span(document, words.starts[first], words.ends[end - 1]) for first, end in phrases]
    return tuple(
        inside(span, town)
        for span in spans
        for town in parts[:]
        if span.start <= town.span.start and town.span.end <= span.end
    )


def _part_of_a_name(mention: PlaceMention) -> bool:
    return any(reason.code == "place.part_of_a_name" for reason in mention.reasons)


@cache
def _listed(language: str, name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in lexicon(language, "places_words")["site"][name])


def _english(words: Words) -> Iterator[tuple[int, int]]:
    """ "Navarro College", "the University of Pisa", "Palace of Nations"."""
    for number, key in enumerate(words.keys):
        if key in _listed("en", "nouns") and words.capital(number):
            first = number
            while number - first < LONGEST and words.gap(first) in (" ", "-") and words.capital(first - 1):
                first -= 1
            yield first, _behind_of(words, number + 1)


def _behind_of(words: Words, end: int) -> int:
    """Behind "of" and the capitalised words that go with it."""
    if words.key(end) != "of" or words.gap(end) != " ":
        return end
    at = end + 2 if words.key(end + 1) == "the" else end + 1
    last = at
    while last < len(words) and last - at < LONGEST and words.gap(last) in (" ", "-") and words.capital(last):
        last += 1
    return last if last > at else end


def _arabic(words: Words) -> Iterator[tuple[int, int]]:
    """The noun and the word or two that it is joined to."""
    for number, key in enumerate(words.keys):
        bare = key[1:] if key[:1] in "وبل" and key[1:] in _listed("ar", "nouns") else key
        if bare in _listed("ar", "nouns") and words.gap(number + 1) == " ":
            yield number, min(number + 2, len(words))
