"""Whether "he", "she" or "they" can mean somebody, by the words around his name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wherewhen.languages import Sentence, Word
from wherewhen.mentions.names import Names, proper
from wherewhen.mentions.vocabulary import Vocabulary

HE, SHE, UNKNOWN = "he", "she", ""
_CLEAR, _CLEAR_AFAR = 2, 3
"""A text that says "she" so many times as often as "he", around a name or in the whole, is about a woman."""


def of_pronoun(key: str, v: Vocabulary) -> str:
    return HE if key in v.he else SHE if key in v.she else UNKNOWN


def of_title(before: Sequence[Word], v: Vocabulary) -> str:
    """By what stands right before a name: "Mrs", "Queen", "his wife"."""
    near = {word.key for word in before[-2:]}
    return SHE if near & v.female else HE if near & v.male else UNKNOWN


def of_subject(lines: Sequence[Sentence], names: Names, v: Vocabulary) -> str:
    """By title where one is given, else by the pronouns of the sentences that name him and of the next."""
    near: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    named_before = False
    for line in lines:
        said = [found for word in line.words if (found := of_pronoun(word.key, v))]
        at = [i for i, w in enumerate(line.words) if w.key in names.short | names.first and _named(w, v)]
        anywhere.update(said)
        near.update(said if at or named_before else [])
        near.update(found for i in at if (found := of_title(line.words[:i], v)) for _ in range(_TITLE))
        named_before = bool(at)
    return _clear(near, _CLEAR, 1) or _clear(anywhere, _CLEAR_AFAR, _CLEAR_AFAR)


_TITLE = 3
"""How many pronouns a title is worth."""


def _named(word: Word, v: Vocabulary) -> bool:
    return v.language == "ar" or proper(word)


def _clear(said: Counter[str], times: int, least: int) -> str:
    most = max((HE, SHE), key=lambda gender: said[gender])
    less = min(said[HE], said[SHE])
    return most if said[most] >= max(times * less, least) else UNKNOWN
