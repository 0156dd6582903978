"""A stretch of text as one line of folded words with numbered places, and the way back to its offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherewhen.languages.words import fold, words
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.mention import PlaceMention

READ = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION)
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_CLITICS = re.compile("(?:[وف]?(?:ب|ك|ل)|[وف])(?=.{2})")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")


@dataclass(frozen=True, slots=True)
class Line:
    """``text`` is the words parted by single spaces; a place stands as ⟦its number among the mentions⟧."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    at: tuple[int, ...]

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Document offsets of the words that begin and end at these columns of the line."""
        first = self.at.index(start)
        last = max(i for i, column in enumerate(self.at) if column < end)
        return self.starts[first], self.ends[last]


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def lines(document: Document, mentions: Sequence[PlaceMention], vocabulary: frozenset[str]) -> Iterator[Line]:
    """One line a block that tells something; glued Arabic particles parted from the words of the rules."""
    blocks = document.blocks or (Block(BlockKind.PARAGRAPH, 0, len(document.text)),)
    for block in blocks:
        if block.kind in READ:
            yield line(document.text, block.start, block.end, mentions, vocabulary)


def line(
    text: str, start: int, end: int, mentions: Sequence[PlaceMention], vocabulary: frozenset[str]
) -> Line:
    tokens: list[_Token] = []
    cursor = start
    for number, mention in enumerate(mentions):
        if mention.span.start < cursor or mention.span.end > end:
            continue
        tokens += _plain(text, cursor, mention.span.start, vocabulary)
        tokens.append(_Token(f"⟦{number}⟧", mention.span.start, mention.span.end))
        cursor = mention.span.end
    tokens += _plain(text, cursor, end, vocabulary)
    columns, column = [], 0
    for token in tokens:
        columns.append(column)
        column += len(token.text) + 1
    starts, ends = tuple(t.start for t in tokens), tuple(t.end for t in tokens)
    return Line(" ".join(t.text for t in tokens), starts, ends, tuple(columns))


def _plain(text: str, start: int, end: int, vocabulary: frozenset[str]) -> Iterator[_Token]:
    for word in words(text, start, end):
        yield from _parted(word.key.translate(_DIGITS), word.text, word.start, word.end, vocabulary)


def _parted(key: str, text: str, start: int, end: int, vocabulary: frozenset[str]) -> Iterator[_Token]:
    clitics = _CLITICS.match(key) if key not in vocabulary else None
    rest = key[clitics.end() :] if clitics else ""
    if clitics and rest.startswith("ل") and "ا" + rest in vocabulary and clitics.group().endswith("ل"):
        rest = "ا" + rest
    if not clitics or rest not in vocabulary:
        yield _Token(key, start, end)
        return
    cut = start + _letters(text, clitics.end())
    yield _Token(clitics.group(), start, cut)
    yield _Token(rest, cut, end)


def _letters(text: str, count: int) -> int:
    """Characters of a text that hold so many letters, vowel signs counted in."""
    seen = 0
    for offset, letter in enumerate(text):
        if seen == count and not _MARKS.match(letter):
            return offset
        seen += not _MARKS.match(letter)
    return len(text)


__all__ = ["Line", "fold", "line", "lines"]
