"""Is this name a place here? A linear score over what stands around it, learned once, readable as data.

The weights are ``places/data/recognition.json``; ``training/fit_places.py`` makes them from openly licensed
texts. A feature is a short string; a candidate's score is the sum of its features' weights.
"""

from __future__ import annotations

import json
import math
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from wherewhen.languages import lexicon
from wherewhen.places.gazetteer import Entry, Naming
from wherewhen.places.geometry import SITES
from wherewhen.places.reading import Words, folded
from wherewhen.places.spotting import Spotted

# By ``Naming``: main, other, unlike, code, demonym, loose, skeleton.
_FAR_NAMES = (0.0, 0.6, 2.0, 0.0, 0.0, 0.8, 1.5)
_GLUE = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_TOLD = frozenset(("PPLC", "RGN", "SEA", "GULF", "MTS", "DSRT", "ISLS", "PEN"))
_SENTENCE_END = frozenset('.!?:;\n"“”؟؛•|')
_NAMED_KINDS = {"PCL": "country", "ADM": "area", "PPL": "town", "AIR": "airfield", "CON": "continent"}


@cache
def weights(language: str) -> dict[str, float]:
    path = resources.files("wherewhen.places") / "data" / f"recognition-{language}.json"
    table: dict[str, float] = json.loads(path.read_text("utf-8")) if path.is_file() else {}
    return table


@cache
def listed(language: str, name: str) -> frozenset[str]:
    """A word list of ``languages/LANGUAGE/places_words.toml`` and ``places_mined.toml``, folded."""
    written, found = lexicon(language, "places_words"), mined(language)
    return frozenset(folded(word) for word in (*written.get(name, ()), *found.get(name, ())))


@cache
def mined(language: str) -> dict[str, Any]:
    path = resources.files("wherewhen.languages") / language / "places_mined.toml"
    return tomllib.loads(path.read_text("utf-8")) if path.is_file() else {}


class Scene:
    """A text with all its matches, as far as one match needs to know of the others."""

    def __init__(
        self, words: Words, spotted: list[Spotted], language: str, people: Sequence[tuple[int, int]] = ()
    ) -> None:
        self.words = words
        self.language = language
        self._people = {last: first for first, last in (words.at(*stretch) for stretch in people)}
        self.at: dict[int, Spotted] = {}
        self.until: dict[int, Spotted] = {}
        for spot in spotted:
            if spot.first not in self.at or self.at[spot.first].last < spot.last:
                self.at[spot.first] = spot
            if spot.last not in self.until or self.until[spot.last].first > spot.first:
                self.until[spot.last] = spot
        self._given = listed(language, "given_names")
        self._locative = listed(language, "locative")
        self._titles = listed(language, "titles")
        self._of_people: set[str] = set()
        self._of_places: set[str] = set()
        for spot in spotted:
            self._note(spot)

    def _note(self, spot: Spotted) -> None:
        before = self.words.key(spot.first - 1)
        if self.of_person(spot):
            self._of_people.add(spot.key)
        if unglued(before, self.language) in self._locative:
            self._of_places.add(spot.key)

    def _is_given(self, number: int) -> bool:
        capital = self.language == "ar" or self.words.capital(number)
        return capital and self.words.key(number) in self._given

    def of_place(self, spot: Spotted) -> bool:
        """A word of presence stands before this name somewhere in the text."""
        return spot.key in self._of_places

    def behind_presence(self, spot: Spotted) -> bool:
        """A preposition of place, or a verb that takes places for its object, stands right before it."""
        before = unglued(self.words.key(spot.first - 1), self.language)
        if self.words.gap(spot.first) not in (" ", ""):
            return False
        glued = spot.start > self.words.starts[spot.first]
        return glued or before in self._locative or before in listed(self.language, "visiting")

    def visited(self, spot: Spotted) -> bool:
        """ "زار فلان روما": an Arabic verb that takes places, the person who does it, and the place."""
        first = self._people.get(spot.first)
        if self.language != "ar" or first is None or self.words.gap(spot.first) != " ":
            return False
        verb = first - 1
        while self.words.key(verb) in self._titles and self.words.gap(verb + 1) == " ":
            verb -= 1
        return self.words.gap(verb + 1) == " " and _without_and(self.words.key(verb)) in listed(
            "ar", "visiting"
        )

    def contained(self, spot: Spotted) -> bool:
        """The state or country that holds it follows after a comma ("Alpine, Arizona")."""
        follow = self.at.get(spot.last)
        if follow is None or self.words.gap(spot.last) not in (", ", "، ") or follow.demonym:
            return False
        return follow.entries[0].kind.startswith(("ADM1", "PCL")) and contains(follow, spot)

    def told(self, spot: Spotted) -> bool:
        """The text leaves no doubt: its container follows, or a state's or capital's name after "in"."""
        if self.contained(spot):
            return True
        before = unglued(self.words.key(spot.first - 1), self.language)
        capital = any(e.kind.startswith("PCL") or e.kind in _TOLD for e in spot.entries)
        plain = self.words.gap(spot.first) == " " and before in self._locative
        return plain and capital and not (self.words.capital(spot.last) and self.words.gap(spot.last) == " ")

    def only_of_people(self, spot: Spotted) -> bool:
        """The text uses the name for a person, never after a word of presence, and no state bears it."""
        if spot.key not in self._of_people or spot.key in self._of_places:
            return False
        return all(not e.kind.startswith(("PCL", "ADM1")) for e in spot.entries)

    def titled(self, spot: Spotted) -> bool:
        """The name begins with a title ("Queen Victoria") and no word of presence ever precedes it."""
        first = self.words.key(spot.first)
        title = first in self._titles and first not in ("st", "saint") and spot.last > spot.first + 1
        return title and spot.key not in self._of_places

    def after_a_name(self, spot: Spotted) -> bool:
        """A capitalised word that is no common word and no place stands right before ("Whitney Houston")."""
        one = spot.first - 1
        if self.language == "ar" or self.words.gap(spot.first) != " " or not self.words.capital(one):
            return False
        form, key = self.words.form(one), self.words.key(one)
        plain = form.isalpha() and not form.isupper() and len(form) > 2
        known = key in listed("en", "common") or key in self._locative or spot.first in self.until
        return plain and not known and key not in kind_words("en", "after")

    def of_person(self, spot: Spotted) -> bool:
        """A given name or a title stands right before it."""
        before = spot.first - 1
        gap, title = self.words.gap(spot.first), self.words.key(before) in self._titles
        return (gap in (" ", "") and (self._is_given(before) or title)) or (gap == ". " and title)

    def features(self, spot: Spotted) -> Iterator[str]:
        """Everything the score looks at."""
        yield "bias"
        best = max(spot.entries, key=weight) if len(spot.entries) > 1 else spot.entries[0]
        kind = kind_of(spot.entries[0])
        for part in (self._itself(spot, best), self._before(spot, kind), self._after(spot, kind)):
            yield from part
        yield from self._elsewhere(spot, kind)

    def _itself(self, spot: Spotted, best: Entry) -> Iterator[str]:
        words, length = self.words, spot.last - spot.first
        kind, size = kind_of(best), _size(best)
        yield f"len={min(length, 3)}"
        yield f"kind={kind}"
        yield f"size={kind}{size}"
        yield f"naming={best.naming:d}"
        yield f"many={min(len(spot.entries), 4)}"
        yield f"w={spot.key}"
        if spot.key in listed(self.language, "common"):
            yield f"common={self._opens(spot.first)}"
        if length == 1 and self._is_given(spot.first):
            yield "given"
        form = words.forms[spot.first]
        if length == 1:
            yield f"short={min(len(form), 5)}"
        if form.isupper() and len(form) > 1:
            yield f"upper={spot.code}"
        if spot.start > words.starts[spot.first]:
            yield f"glued={words.text[words.starts[spot.first] : spot.start]}"
            yield f"glued={kind}"

    def _opens(self, number: int) -> bool:
        gap = self.words.gap(number)
        return any(c in _SENTENCE_END for c in gap)

    def _before(self, spot: Spotted, kind: str) -> Iterator[str]:
        words, one = self.words, spot.first - 1
        gap = _shape(words.gap(spot.first))
        before = words.key(one) if gap not in ("end", "line") else "^"
        yield f"gap<={gap}"
        yield f"p={before}" if gap == "space" else f"p={gap}"
        if gap == "space":
            yield f"pp={words.key(one - 1)} {before}"
            yield f"pcap={words.capital(one)}{self._is_given(one)}{one + 1 in self.until}"
            yield f"pcap={words.capital(one)}{kind}"
            if before in self._titles:
                yield "title"
        bare = unglued(before, self.language)
        if gap == "space" and bare in self._locative:
            yield f"locative={kind}{min(spot.last - spot.first, 2)}"
        if gap == "space" and bare in kind_words(self.language, "before"):
            yield "stated"
        if before == "the" and words.key(one - 1) in self._locative:
            yield f"locative-the={kind}"
        if (gap in ("comma", "space") and before in ("and", "و")) or gap == "comma":
            listing = one + 1 if gap == "comma" else one
            yield f"list<={listing in self.until}"
        yield f"s={self._opens(spot.first)}"

    def _after(self, spot: Spotted, kind: str) -> Iterator[str]:
        words, gap = self.words, _shape(self.words.gap(spot.last))
        after = words.key(spot.last) if gap not in ("end", "line") else "$"
        yield f"gap>={gap}"
        yield f"n={after}" if gap == "space" else f"n={gap}"
        if gap == "space":
            follow = self.at.get(spot.last)
            yield f"ncap={words.capital(spot.last)}{follow is not None}"
            yield f"ncap={words.capital(spot.last)}{kind}"
            yield f"pn={words.key(spot.first - 1)}_{after}"
        if gap == "comma":
            follow = self.at.get(spot.last)
            yield f"within={follow is not None and contains(follow, spot)}"

    def _elsewhere(self, spot: Spotted, kind: str) -> Iterator[str]:
        if spot.key in self._of_people:
            yield f"person-elsewhere={kind}"
        if spot.key in self._of_places:
            yield "place-elsewhere"


def score(scene: Scene, spot: Spotted) -> float:
    """Probability, 0..1, that the name is meant as a place."""
    table = weights(scene.language)
    total = 0.0
    for feature in scene.features(spot):
        total += table.get(feature, 0.0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def contains(outer: Spotted, inner: Spotted) -> bool:
    """Whether some reading of ``inner`` lies in some reading of ``outer``."""
    return any(inside(i, o) for o in outer.entries[:12] for i in inner.entries[:40])


def inside(inner: Entry, outer: Entry) -> bool:
    """Whether the gazetteer puts one entry into another."""
    if inner.id == outer.id or outer.naming is Naming.DEMONYM:
        return False
    if outer.kind.startswith("PCL"):
        return inner.country == outer.country and not inner.kind.startswith("PCL")
    return outer.id in (inner.admin1, inner.admin2)


def _without_and(key: str) -> str:
    return key[1:] if key[:1] in ("و", "ف") and key not in listed("ar", "visiting") else key


@lru_cache(maxsize=50_000)
def unglued(key: str, language: str) -> str:
    """An Arabic word without the conjunction and preposition glued to it."""
    if language != "ar" or len(key) < 4:
        return key
    known = listed("ar", "locative")
    rests = [key, *(key[n:] for n in (1, 2) if key[:n] in _GLUE)]
    return next((rest for rest in rests if rest in known), key)


@cache
def kind_words(language: str, side: str) -> dict[str, tuple[str, ...]]:
    """Words that tell which kind of place a name is, with the kinds as beginnings of feature codes."""
    table = lexicon(language, "places_words")[side]
    return {folded(words): tuple(kinds) for words, kinds in table.items()}


def weight(entry: Entry) -> float:
    """How much a place is spoken of: logarithm of population, more for what contains others."""
    return _weight(entry.kind, entry.population, entry.naming, entry.id.startswith("wherewhen:"))


@lru_cache(maxsize=100_000)
def _weight(kind: str, population: int, naming: Naming, ours: bool) -> float:
    known, historical = math.log10(population + 10), kind.endswith("H")
    if kind.startswith("PCL") and not historical:
        return 9.0 + known / 10
    if kind == "ADM1":
        return max(4.5, known - 0.3)
    if kind == "ADM2":
        return max(3.0, known - 1.2) - (0.0 if naming is Naming.MAIN else 1.0)
    if kind in ("CONT", "OCN"):
        return 9.0
    if ours:
        return 4.0 if historical or kind == "RUIN" else 4.7 if kind.startswith("PPL") else 5.5
    if kind == "AIRP":
        return 3.0
    return known + (0.7 if kind == "PPLC" else 0.0) - _FAR_NAMES[naming]


def kind_of(entry: Entry) -> str:
    if entry.naming is Naming.DEMONYM:
        return "demonym"
    if entry.kind in SITES:
        return "school" if entry.kind == "UNIV" else "site"
    return _NAMED_KINDS.get(entry.kind[:3], "other")


def _size(entry: Entry) -> int:
    return int(math.log10(entry.population + 1))


def _shape(gap: str) -> str:
    if gap in (" ", "", "\u00a0"):
        return "space"
    if "\n" in gap:
        return "line"
    bare = gap.strip()
    if bare in (",", "،"):
        return "comma"
    if bare and bare[0] in ".!?؟":
        return "end"
    return bare[:1] or "space"
