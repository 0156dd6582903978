"""A passage with the words in it that were searched for, spelt as they may be."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wherewhen.casefile.search import bare
from wherewhen.languages import fold

_WORD = re.compile(r"\w+")
_PIECE = re.compile(r"[\w\u064b-\u0652\u0640]+|[^\w\u064b-\u0652\u0640]+")


@dataclass(frozen=True, slots=True)
class Piece:
    text: str
    found: bool


def pieces(text: str, asked: str) -> tuple[Piece, ...]:
    """The text cut into words and what lies between them; neighbours of one kind stay together."""
    keys = {key for word in _WORD.findall(fold(asked)) for key in (word, bare(word))}
    made: list[Piece] = []
    for piece in _PIECE.findall(text):
        key = fold(piece)
        hit = any(key.startswith(k) or bare(key).startswith(k) for k in keys)
        if made and made[-1].found == hit:
            made[-1] = Piece(made[-1].text + piece, hit)
        else:
            made.append(Piece(piece, hit))
    return tuple(made)
