"""Sentences: stretches of a block that end where a statement ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from wherewhen.languages.lexicon import lexicon
from wherewhen.languages.words import Word, words
from wherewhen.model.document import Block, BlockKind, Document

_END = re.compile(r"[.!?؟…]+[\"'”’»)\]]*(?=\s|$)|[؛;](?=\s)|\n")
_HALF = (";", "؛")
_INITIAL = re.compile(r"(?:^|[\s(.])[^\W\d_]$")
READ = (BlockKind.TITLE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION)


@dataclass(frozen=True, slots=True)
class Sentence:
    """``[start, end)`` of the text, its block and its words."""

    start: int
    end: int
    block: Block
    words: tuple[Word, ...]


def sentences(document: Document) -> tuple[Sentence, ...]:
    """Every sentence of the blocks that report something; bylines and boilerplate are left out."""
    found: list[Sentence] = []
    for block in document.blocks:
        if block.kind in READ:
            for start, end in _cuts(document.text, block, document.language):
                found.append(Sentence(start, end, block, words(document.text, start, end)))
    return tuple(found)


def _cuts(text: str, block: Block, language: str) -> Iterator[tuple[int, int]]:
    abbreviations = frozenset(lexicon(language, "sentences")["abbreviations"])
    start = block.start
    for mark in _END.finditer(text, block.start, block.end):
        if mark.group() == "." and _goes_on(text, start, mark.start(), mark.end(), abbreviations):
            continue
        if mark.group() in _HALF and _inside_brackets(text[start : mark.start()]):
            continue
        if text[start : mark.end()].strip():
            yield _trim(text, start, mark.end())
        start = mark.end()
    if text[start : block.end].strip():
        yield _trim(text, start, block.end)


def _inside_brackets(text: str) -> bool:
    return text.count("(") > text.count(")")


def _goes_on(text: str, start: int, stop: int, after: int, abbreviations: frozenset[str]) -> bool:
    """A full stop after an initial, an abbreviation, or before a small letter ends nothing."""
    before = text[max(start, stop - 12) : stop]
    last = before.split()[-1] if before.split() else ""
    follow = text[after : after + 2].strip()
    if follow and follow[0].islower():
        return True
    return bool(_INITIAL.search(before)) or last.casefold().strip('(“"') in abbreviations


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
