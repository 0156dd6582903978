"""Covers the names that a policy keeps back wherever they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

MASK = "[…]"
_WORD = re.compile(r"\w+")
_GLUED = re.compile(r"^[وف]?[بكل]?(?=\w{3})")
_MASKS = re.compile(r"\[…\](?:[\s\-]+\[…\])+")
_SHORTEST = 3


class Veil:
    """A set of names to cover; a text without them comes back unchanged.

    A person's name is covered word by word, so that the surname alone does not give it away; a group
    described in ordinary words ("other officers") only as a whole.
    """

    def __init__(self, names: Iterable[str] = (), spared: Iterable[str] = ()) -> None:
        spare = {word for name in spared for word in _words(name)}
        self._single: set[str] = set()
        self._phrases: set[tuple[str, ...]] = set()
        for name in names:
            words = _words(name)
            if _personal(name):
                self._single.update(w for w in words if len(w) >= _SHORTEST and w not in spare)
            elif words:
                self._phrases.add(tuple(words))
        self._lengths = sorted({len(phrase) for phrase in self._phrases})

    def __call__(self, text: str) -> str:
        """``text`` with every covered name replaced by ``[…]``."""
        if not self._single and not self._phrases:
            return text
        tokens = list(_WORD.finditer(text))
        words = [token.group().casefold() for token in tokens]
        hidden = {index for start in range(len(words)) for index in self._covered(words, start)}
        for index in sorted(hidden, reverse=True):
            text = text[: tokens[index].start()] + MASK + text[tokens[index].end() :]
        return _MASKS.sub(MASK, text)

    def _covered(self, words: list[str], start: int) -> set[int]:
        """Indices of words to cover that begin at ``start``."""
        covered: set[int] = set()
        for form in {words[start], _GLUED.sub("", words[start])}:
            if form in self._single:
                covered.add(start)
            for length in self._lengths:
                if (
                    start + length <= len(words)
                    and (form, *words[start + 1 : start + length]) in self._phrases
                ):
                    covered.update(range(start, start + length))
        return covered


def _words(name: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(name)]


def _personal(name: str) -> bool:
    """Every word with a capital, or a script that has none."""
    return all(not word[0].islower() for word in _WORD.findall(name))
