"""The role of each stretch of a plain text, and what the text says about itself."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.documents import cues
from wherewhen.documents.dates import is_only_date, says_published, written_date
from wherewhen.documents.language import language_of
from wherewhen.documents.stated import Stated
from wherewhen.documents.stretches import Stretch
from wherewhen.model.document import Block, BlockKind

LISTED = 100
"""Longest line of a list of links."""
FRONT = 8
"""How many stretches at the top may hold byline and date."""
TAIL = 0.6
"""A section of boilerplate beyond this share of the text runs to its end unless prose follows."""


def judged(text: str, found: Sequence[Stretch], title: str | None = None) -> tuple[Block, ...]:
    """A block for every stretch."""
    lines = [text[start:end] for start, end in found]
    kinds = _tail(lines, _roles(lines, title))
    return tuple(Block(kind, start, end) for kind, (start, end) in zip(kinds, found, strict=True))


def _roles(lines: Sequence[str], title: str | None) -> list[BlockKind]:
    kinds: list[BlockKind] = []
    stated, seen_prose = cues.folded(title or ""), False
    for index in range(len(lines)):
        if index < FRONT and not seen_prose:
            kind = _front_role(lines, index, stated, BlockKind.TITLE in kinds)
        else:
            kind = _role(lines, index)
        seen_prose = seen_prose or kind is BlockKind.PARAGRAPH
        kinds.append(kind)
    return kinds


def _front_role(lines: Sequence[str], index: int, stated: str, titled: bool) -> BlockKind:
    line = lines[index]
    if stated and cues.folded(line) == stated:
        return BlockKind.TITLE
    if cues.is_caption(line):
        return BlockKind.CAPTION
    if cues.is_byline(line) or is_only_date(line) or says_published(line):
        return BlockKind.BYLINE
    if index == 0 and not stated and not titled and _could_be_title(lines):
        return BlockKind.TITLE
    return _role(lines, index)


def _could_be_title(lines: Sequence[str]) -> bool:
    line = lines[0]
    short = len(line) <= 200 and "\n" not in line and len(line.split()) <= 25
    return len(lines) > 1 and short and not line.rstrip(' "”»').endswith((".", ":", ";", "؛", "،", ","))


def _role(lines: Sequence[str], index: int) -> BlockKind:
    line = lines[index]
    if cues.stands_apart(line) or cues.opens_section(line):
        return BlockKind.BOILERPLATE
    if cues.is_caption(line) or (_repeated(lines, index) and len(line) <= 300):
        return BlockKind.CAPTION
    if cues.is_heading(line) and _leads(lines, index):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _repeated(lines: Sequence[str], index: int) -> bool:
    """Pages print a caption twice, under the picture and in its enlarged view."""
    return lines[index] in (*lines[max(0, index - 1) : index], *lines[index + 1 : index + 2])


def _leads(lines: Sequence[str], index: int) -> bool:
    """Something longer follows soon: a heading stands over prose."""
    return any(len(line) > max(80, len(lines[index])) for line in lines[index + 1 : index + 3])


def _tail(lines: Sequence[str], kinds: Sequence[BlockKind]) -> list[BlockKind]:
    """What follows "Related articles", "Support us" and the like is boilerplate until prose begins again."""
    out, inside = list(kinds), False
    beyond = TAIL * sum(map(len, lines))
    passed = 0
    for index, line in enumerate(lines):
        if cues.opens_section(line):
            inside = passed > beyond or _listed(lines, index)
        elif inside and cues.is_prose(line):
            inside = False
        if inside:
            out[index] = BlockKind.BOILERPLATE
        passed += len(line)
    return out


def _listed(lines: Sequence[str], index: int) -> bool:
    """In mid-text only a run of short lines is taken for a section of links."""
    following = lines[index + 1 : index + 3]
    return bool(following) and all(len(line) < LISTED for line in following)


def what_it_says(text: str, blocks: Sequence[Block]) -> Stated:
    """Title, outlet and day, where the text states them plainly."""
    quotes = [(block.kind, text[block.start : block.end]) for block in blocks]
    title = next((line for kind, line in quotes if kind is BlockKind.TITLE), None)
    bylines = [line for kind, line in quotes if kind is BlockKind.BYLINE]
    language = language_of(text)
    days = (written_date(line, language) for line in bylines)
    return Stated(title=title, publisher=_outlet(bylines, quotes), published=next(filter(None, days), None))


def _outlet(bylines: Sequence[str], quotes: Sequence[tuple[BlockKind, str]]) -> str | None:
    """The outlet of "Outlet – Name", believed only if the boilerplate names it too."""
    around = cues.folded(" ".join(line for kind, line in quotes if kind is BlockKind.BOILERPLATE))
    outlets = filter(None, map(cues.outlet_of, bylines))
    return next((outlet for outlet in outlets if f" {cues.folded(outlet)} " in f" {around} "), None)
