"""A name that we take for a place, with what it can mean and what stands beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wherewhen.places.gazetteer import Entry, Naming
from wherewhen.places.reading import Words
from wherewhen.places.recognition import kind_words, unglued
from wherewhen.places.spotting import Spotted

_SHADDA = "\u0651"
_OTHER_MARKS = re.compile("[\u064b-\u0650\u0652\u0670\u0640]")


@dataclass(slots=True)
class Named:
    """pool       readings of the name that its own words allow
    containers  readings of the place named beside it as what contains it ("Paris, Kentucky")
    typed       the kind of place that a word beside it states, as feature code beginnings
    likely      probability that it is a place at all
    """

    spot: Spotted
    pool: tuple[Entry, ...]
    likely: float
    containers: tuple[Entry, ...] = ()
    typed: tuple[str, ...] = ()
    start: int = field(init=False)
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.start, self.end = self.spot.start, self.spot.end

    @property
    def key(self) -> str:
        return self.spot.key or "=" + self.spot.entries[0].id

    @property
    def demonym(self) -> bool:
        return self.spot.demonym


def name(spot: Spotted, likely: float, words: Words, language: str) -> Named:
    """The match with the readings that the words right beside it leave open."""
    named = Named(spot, spot.entries, likely)
    kinds, last = _stated_kind(words, spot, language)
    if kinds:
        named.typed = kinds
        fitting = tuple(e for e in spot.entries if e.kind.startswith(kinds))
        named.pool = fitting or named.pool
        if last > spot.last:
            named.end = words.ends[last - 1]
    if spot.code:
        named.pool = tuple(e for e in named.pool if e.naming is Naming.CODE) or named.pool
    elif spot.demonym:
        named.pool = tuple(e for e in spot.entries if e.naming is Naming.DEMONYM)
    else:
        named.pool = tuple(e for e in named.pool if e.naming is not Naming.DEMONYM)
        named.pool = _pointed(named.pool, words.text[spot.start : spot.end])
    return named


def _stated_kind(words: Words, spot: Spotted, language: str) -> tuple[tuple[str, ...], int]:
    """Kinds that a neighbouring word states, and the word after the name as it then stands."""
    if words.gap(spot.last) == " ":
        kinds = kind_words(language, "after").get(words.key(spot.last))
        capital = words.capital(spot.last)
        runs_on = capital and words.gap(spot.last + 1) == " " and words.capital(spot.last + 1)
        if kinds and not runs_on and (capital or words.key(spot.last) not in ("state", "city")):
            return kinds, spot.last + words.capital(spot.last)
    if words.gap(spot.first) in (" ", ""):
        before = kind_words(language, "before")
        one, two = words.key(spot.first - 1), words.key(spot.first - 2)
        bare = unglued(one, language)
        kinds = before.get(f"{two} {one}") or before.get(one) or before.get(bare)
        if kinds:
            return kinds, spot.last
    return (), spot.last


def _pointed(pool: tuple[Entry, ...], written: str) -> tuple[Entry, ...]:
    """Only the places spelt with the same doubled letter, where the text marks one: "عمّان" is not "عُمان"."""
    if _SHADDA not in written:
        return pool
    form = _OTHER_MARKS.sub("", written)
    return tuple(e for e in pool if any(_OTHER_MARKS.sub("", name) == form for _, name in e.names)) or pool
