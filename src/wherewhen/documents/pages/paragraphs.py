"""Lines to paragraphs: by the distance between lines, by their size, by how the last one ends."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from wherewhen.documents.pages.lines import Line

ENDS = (".", "!", "?", "؟", ":", "…", '"', "”", "»")
HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad]$")
WIDE = 1.25
"""How many times the usual distance from line to line ends the paragraph."""
ALIKE = 0.08
FARTHEST = 2.2
"""Sizes of the letters within which the next line of a paragraph stands."""
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str
    size: float
    margin: bool = False


def paragraphs_of(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """In reading order. Lines that return at the edge of many pages are ``margin``."""
    running, usual = _running(pages), _usual(pages)
    found: list[Paragraph] = []
    held: list[Line] = []
    for lines in pages:
        for at, line in enumerate(lines):
            if _at_edge(at, lines) and (_bare(line) in running or not re.search(r"[^\W\d_]", line.text)):
                found.append(Paragraph(line.text, line.size, True))
                continue
            if held and not _goes_on(held, line, usual):
                found.append(_joined(held))
                held = []
            held.append(line)
    return found + ([_joined(held)] if held else [])


def _at_edge(at: int, lines: Sequence[Line]) -> bool:
    return at < 2 or at >= len(lines) - 2


def _bare(line: Line) -> str:
    return DIGITS.sub("#", line.text)


def _running(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    edges = Counter(
        words
        for lines in pages
        for words in {_bare(line) for at, line in enumerate(lines) if _at_edge(at, lines)}
    )
    return frozenset(words for words, count in edges.items() if count >= 3 and count * 3 >= len(pages))


def _usual(pages: Sequence[Sequence[Line]]) -> float:
    """The usual distance from line to line, in sizes of the letters; the closest fifth decides."""
    steps = sorted(
        (one.base - two.base) / one.size
        for lines in pages
        for one, two in pairwise(lines)
        if _alike(one, two) and 0.8 * one.size < one.base - two.base < FARTHEST * one.size
    )
    return steps[len(steps) // 5] if steps else 1.2


def _alike(one: Line, two: Line) -> bool:
    return one.size > 0 and abs(one.size - two.size) <= ALIKE * one.size


def _goes_on(held: Sequence[Line], line: Line, usual: float) -> bool:
    last = held[-1]
    if not _alike(last, line):
        return False
    step = (last.base - line.base) / last.size
    if step < -0.5 or step > 4 * FARTHEST:
        return not last.text.endswith(ENDS)
    if step > min(WIDE * usual, FARTHEST):
        return False
    width = max(one.right - one.left for one in held)
    short = (last.right - last.left) < 0.8 * max(width, line.right - line.left)
    return not (short and last.text.endswith(ENDS))


def _joined(lines: Sequence[Line]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        hyphen = HYPHEN.search(text)
        text = (
            text[: hyphen.start()] + line.text
            if hyphen and line.text[:1].islower()
            else f"{text} {line.text}"
        )
    return Paragraph(text, max(line.size for line in lines))
