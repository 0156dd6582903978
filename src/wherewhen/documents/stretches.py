"""Where the paragraphs of a plain text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from wherewhen.documents.cues import glued_tags
from wherewhen.documents.limits import MAX_BLOCKS

Stretch = tuple[int, int]
CHUNK = re.compile(r"\S(?:.*(?:\n(?![^\S\n]*\n).*)*)?")
LINE = re.compile(r"\S.*")
ITEM = re.compile(r"(?:[\d٠-٩]{1,3}[.)-]|[-*•·–▪])\s")
WIDEST_WRAP = 100
NARROWEST_WRAP = 45
ENDS = (".", "!", "?", "؟", ":", "…", '"', "”", "»")


def stretches(text: str) -> tuple[Stretch, ...]:
    """Ordered and disjoint ``(start, end)`` without white space at their edges.

    Blank lines part paragraphs. Inside a chunk every line is a paragraph of its own, unless the
    lines look wrapped at a fixed width. Over ``MAX_BLOCKS`` the search ends early.
    """
    found: list[Stretch] = []
    for chunk in CHUNK.finditer(text):
        if len(found) > MAX_BLOCKS:
            break
        matches = islice(LINE.finditer(text, *chunk.span()), MAX_BLOCKS + 1)
        lines = [_trimmed(text, *line.span()) for line in matches]
        found += [(lines[0][0], lines[-1][1])] if _wrapped(text, lines) else lines
    return tuple(part for stretch in found for part in _without_tags(text, stretch))


def _trimmed(text: str, start: int, end: int) -> Stretch:
    return start, start + len(text[start:end].rstrip())


def _wrapped(text: str, lines: list[Stretch]) -> bool:
    """Lines broken by a fixed width: none is wide, all but the last are nearly full, few end a sentence."""
    if len(lines) < 2 or any(ITEM.match(text, start, end) for start, end in lines):
        return False
    full = lines[:-1]
    widths = [end - start for start, end in full]
    ended = sum(text[start:end].endswith(ENDS) for start, end in full)
    wide_enough = sum(widths) >= NARROWEST_WRAP * len(full)
    return max(widths) <= WIDEST_WRAP and wide_enough and ended * 2 <= len(full)


def _without_tags(text: str, stretch: Stretch) -> Iterator[Stretch]:
    """A last "Tags …" that was glued to a paragraph becomes a stretch of its own."""
    start, end = stretch
    tail = max(start, end - 300)
    glued = glued_tags().search(text[tail:end])
    if not glued:
        yield stretch
        return
    yield start, tail + glued.start()
    yield tail + glued.start("tags"), end
