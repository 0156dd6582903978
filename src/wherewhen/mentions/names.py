"""The forms under which a document may speak of the subject."""

from __future__ import annotations

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

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """whole: every full form as a sequence of keys; short: single parts that may stand alone;
    given: parts that can precede a short form without making it another person's name."""

    whole: tuple[Key, ...]
    short: frozenset[str]
    given: frozenset[str]
    head: str | None = None

    @classmethod
    def of(cls, person: Person, vocabulary: Vocabulary) -> Names:
        whole = tuple(dict.fromkeys(_keys(name) for name in (person.name, *person.aliases) if _keys(name)))
        if person.group or _is_group(whole[0], vocabulary):
            return cls(whole, _proper_parts(person), frozenset(), _group_head(whole[0], vocabulary))
        given = frozenset(part for key in whole for part in key[:-1])
        return cls(whole, frozenset(part for key in whole for part in _standing_alone(key)), given)


def _keys(name: str) -> Key:
    return tuple(w.key for w in words(name) if w.is_word)


def _is_group(key: Key, vocabulary: Vocabulary) -> bool:
    return any(part in vocabulary.groups for part in key) or "and" in key


def _group_head(key: Key, vocabulary: Vocabulary) -> str | None:
    return next((part for part in key if part in vocabulary.groups), None)


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
    """An Arabic word that is ``form`` with a particle written on to it."""
    return key == form or (key.endswith(form) and key[: len(key) - len(form)] in _GLUED)
