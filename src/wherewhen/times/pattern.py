"""The little language of the rule files, turned into a regular expression over letters.

``<tag>`` and ``<name:tag>`` capture one token, ``<name:count>`` a number of one or more tokens, a plain word
is itself, ``( | ) ?`` mean what they always do, ``{ }`` marks a passage that is an expression of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count

_PART = re.compile(r"<(?:(?P<name>\w+):)?(?P<tag>\w+)>|(?P<sign>[(){}?|])|(?P<word>[^\s<>(){}?|]+)")
_NEVER = "(?!)"
OTHER_WORD, OTHER_SIGN = "w", "s"
"""The letters of words and of signs that no list holds; ``<any>`` is such a word."""
Letters = Callable[[str], str]
"""Tag to all letters of tokens that carry it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a pattern: the expression, the letters it can begin with, whether it can be empty."""

    regex: str
    first: frozenset[str]
    empty: bool


def literals(text: str) -> set[str]:
    """The plain words of a pattern."""
    return {part["word"] for part in _PART.finditer(text) if part["word"]}


def compiled(
    text: str, letters: Letters, joiners: str, suffix: str = ""
) -> tuple[re.Pattern[str], frozenset[str]]:
    """The pattern as a regular expression, and the letters that it can begin with."""
    piece = _Reader(text, letters, joiners).whole()
    return re.compile(piece.regex + suffix), piece.first


def capture_name(group: str) -> str:
    """``month__3`` is a capture of ``month``: one name may stand in several branches."""
    return group.partition("__")[0]


class _Reader:
    def __init__(self, text: str, letters: Letters, joiners: str) -> None:
        self._parts = list(_PART.finditer(text))
        self._next = 0
        self._letters = letters
        self._joiners = joiners
        self._number = count()

    def whole(self) -> Piece:
        return self._branches("")

    def _branches(self, closing: str) -> Piece:
        branches = [self._sequence(closing)]
        while self._take("|"):
            branches.append(self._sequence(closing))
        if closing and not self._take(closing):
            raise ValueError(f"no {closing}")
        regex = "|".join(branch.regex for branch in branches)
        first = frozenset[str]().union(*(branch.first for branch in branches))
        return Piece(f"(?:{regex})", first, any(branch.empty for branch in branches))

    def _sequence(self, closing: str) -> Piece:
        regex, first, empty = "", frozenset[str](), True
        while self._next < len(self._parts) and self._parts[self._next]["sign"] not in ("|", closing or "|"):
            piece = self._optional(self._item())
            regex += piece.regex
            first, empty = (first | piece.first if empty else first), empty and piece.empty
        return Piece(regex, first, empty)

    def _item(self) -> Piece:
        part = self._parts[self._next]
        self._next += 1
        if part["sign"] == "(":
            return self._branches(")")
        if part["sign"] == "{":
            inner = self._branches("}")
            return Piece(f"(?P<span__{next(self._number)}>{inner.regex})", inner.first, inner.empty)
        if part["word"]:
            return self._letter_class("=" + part["word"])
        return self._capture(part["name"] or part["tag"], part["tag"])

    def _capture(self, name: str, tag: str) -> Piece:
        one = self._letter_class("number" if tag == "count" else tag)
        regex = one.regex
        if tag == "count":
            joiners = "".join(self._letters("=" + word) for word in self._joiners.split())
            joint = f"[{joiners}]?" if joiners else ""
            lone = self._letters("lone_number")
            more = "".join(letter for letter in self._letters("number") if letter not in lone)
            regex = f"{regex}(?:{joint}[{more}]){{0,5}}"
        return Piece(f"(?P<{name}__{next(self._number)}>{regex})", one.first, False)

    def _letter_class(self, tag: str) -> Piece:
        letters = OTHER_WORD if tag == "any" else self._letters(tag)
        return Piece(f"[{letters}]" if letters else _NEVER, frozenset(letters), False)

    def _optional(self, piece: Piece) -> Piece:
        return Piece(f"(?:{piece.regex})?", piece.first, True) if self._take("?") else piece

    def _take(self, sign: str) -> bool:
        if self._next < len(self._parts) and self._parts[self._next]["sign"] == sign:
            self._next += 1
            return True
        return False
