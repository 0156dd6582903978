"""The forms under which a document may speak of the subject."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wherewhen.languages import Word, words
from wherewhen.mentions.vocabulary import Vocabulary
from wherewhen.model.person import Person

_JOINED = frozenset(
    {"and", "or", ",", "of", "the", "his", "her", "their", "its", "&", "in", "to", "from", "for"}
)
_GLUED = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "فب")
_COMPOUND = frozenset(
    {
        "عبد",
        "ابو",
        "ابن",
        "بن",
        "سيف",
        "ذو",
        "ام",
        "ال",
        "abu",
        "bin",
        "ibn",
        "al",
        "el",
        "abd",
        "von",
        "van",
        "de",
    }
)

_FATHER = ("ابو", "ابا", "ابي")
"""One word in its three cases."""

Key = tuple[str, ...]
_GLUED_ARTICLES = re.compile("(?:al|el|as|ash|ad|an|ar|at|az|d|l|ibn|bin)[-'’]", re.IGNORECASE)
_SHORTEST_GIVEN, _SHORTEST_NICKNAME = 3, 4


@dataclass(frozen=True, slots=True)
class Names:
    """The forms by which the subject goes.

    whole    every full form as a sequence of keys
    short    single parts that may stand alone
    given    parts that can precede a short form without making it another person's name
    first    given names, which stand alone where no other name follows
    heads    nouns by which a group goes ("team", "passengers")
    offices  nouns of the name itself ("the captain" of "Captain X", "the smuggler" of "the smuggler X")
    """

    whole: tuple[Key, ...]
    short: frozenset[str]
    given: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    offices: frozenset[str] = frozenset()

    @classmethod
    def of(cls, person: Person, vocabulary: Vocabulary) -> Names:
        whole = tuple(dict.fromkeys(_keys(name) for name in (person.name, *person.aliases) if _keys(name)))
        heads = _heads(person.name, vocabulary)
        if person.group or _is_group(person.name, heads, vocabulary):
            return cls(whole, _proper_parts(person), heads=heads)
        given = frozenset(part for key in whole for part in key[:-1])
        offices = _offices(person.name, vocabulary)
        short = frozenset(part for key in whole for part in _standing_alone(key))
        of_language = _first_arabic if vocabulary.language == "ar" else _first
        first = of_language(person, vocabulary, short | offices)
        return cls(whole, short, given, first, offices=offices)

    @property
    def group(self) -> bool:
        return bool(self.heads)

    def nicknamed(self, key: str) -> bool:
        """ "Phin" for Phineas, "Alex" for Alexander."""
        long_enough = len(key) >= _SHORTEST_NICKNAME and key not in self.short
        return long_enough and any(name.startswith(key) and name != key + "s" for name in self.first)


def proper(word: Word) -> bool:
    """A name's word: a capital, behind an article if need be ("al-Ajlani", "d'Arc")."""
    article = _GLUED_ARTICLES.match(word.text)
    return word.capital or bool(article and word.text[article.end() : article.end() + 1].isupper())


def _keys(name: str) -> Key:
    return tuple(w.key for w in words(name) if w.is_word)


def _first(person: Person, v: Vocabulary, but: frozenset[str]) -> frozenset[str]:
    """Given names of the fullest form: no title, particle or office."""
    parts = [w for w in words(person.name) if w.is_word and proper(w)][:-1]
    no_name = but | v.titles | v.roles | v.never | v.particles | v.organisation | _COMPOUND | _JOINED
    return frozenset(w.key for w in parts if len(w.key) >= _SHORTEST_GIVEN and w.key not in no_name)


def _first_arabic(person: Person, v: Vocabulary, but: frozenset[str]) -> frozenset[str]:
    """The word that begins the name proper, behind titles, if it is not part of a compound."""
    parts = [w.key for w in words(person.name) if w.is_word]
    while parts and (parts[0] in v.titles | v.roles or parts[0].startswith("ال")):
        parts = parts[1:]
    alone = len(parts) > 1 and len(parts[0]) >= _SHORTEST_GIVEN and parts[0] not in _COMPOUND | but | v.groups
    return frozenset(parts[:1]) if alone else frozenset()


def _offices(name: str, v: Vocabulary) -> frozenset[str]:
    """Nouns before the name proper: titles, and words without a capital."""
    parts = [w for w in words(name) if w.is_word]
    known = v.titles | v.roles
    if v.language == "ar":
        return frozenset(w.key for w in parts[:-1] if w.key in known)
    return frozenset(
        w.key for w in parts[:-1] if w.key in known or not (proper(w) or w.key in _JOINED or len(w.key) < 4)
    )


def _is_group(name: str, heads: frozenset[str], v: Vocabulary) -> bool:
    parts = [w for w in words(name) if w.is_word]
    if not parts or v.language == "ar":
        return bool(heads)
    small = any(w.key in v.groups and not w.capital for w in parts)
    joined = any(w.key == "and" for w in parts)
    described = parts[0].key == "the" and any(key.endswith("s") for key in heads)
    return small or joined or described or bool(heads & v.groups)


def _heads(name: str, v: Vocabulary) -> frozenset[str]:
    """The nouns that head a group's name, before what only tells more of it."""
    parts = [w for w in words(name) if w.is_word]
    if v.language == "ar":
        return frozenset([w.key for w in parts if w.key in v.groups][:1])
    cut = next((i for i, w in enumerate(parts) if i and w.key in v.governing | v.relative), len(parts))
    noun = parts[cut - 1].key if cut else ""
    plural = noun.endswith("s") and not noun.endswith("ss") and parts[0].key == "the"
    heads = {w.key for w in parts[:cut] if w.key in v.groups and (not w.capital or w.key == noun)}
    return frozenset(heads | ({noun} if plural or noun in v.groups else set()))


def _proper_parts(person: Person) -> frozenset[str]:
    """Surnames inside a group's name: "William Dampier and his ship's company" has Dampier."""
    marked = [w for w in words(person.name) if w.is_word]
    last = [
        a
        for a, b in zip(marked, [*marked[1:], None], strict=True)
        if a.capital and (b is None or not b.capital)
    ]
    return frozenset(w.key for w in last if len(w.key) > 3) if _has_conjunction(marked) else frozenset()


def _has_conjunction(marked: list[Word]) -> bool:
    return any(w.key == "and" for w in marked)


def _standing_alone(key: Key) -> tuple[str, ...]:
    """The parts of a name that people use alone: the last, and the first if it is not a common form."""
    if len(key) == 1:
        return key
    last = key[-1]
    return (last,) if len(last) > 2 and last not in _COMPOUND else ()


def glued(key: str, form: str) -> bool:
    """An Arabic word that is ``form``, with a particle or an ending of its case written on to it."""
    if form in _FATHER:
        return any(key == particle + father for particle in ("", *_GLUED) for father in _FATHER)
    for bare in (key, key.removesuffix("ا")):
        if bare == form or (bare.endswith(form) and bare[: len(bare) - len(form)] in _GLUED):
            return True
    return False
