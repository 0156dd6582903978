"""Glyphs to lines. Right-to-left lines are put in order by where the glyphs stand on the paper.

PDFs keep Arabic in the order of printing, reversed word by word or not at all, as shapes instead of letters.
Only the positions are the same in every file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
INSIDE = " .,:/-–٫٬'’&@()"
ALEFS = "اأإآٱ"
GAP = 0.18
"""Share of the letters' size from which a gap between two glyphs is a space."""
LEVEL, COLUMNS = 0.3, 1.2
"""Shares of the letters' size: how far one line may stand above the other, how far apart two columns are."""
SHARED = 0.5
"""Points by which two boxes may differ and still be one glyph."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One or several characters at their place; ``letters`` may be a shape that stands for two letters."""

    letters: str
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line; y grows upwards. ``base`` is where its letters stand, ``size`` theirs, all in points."""

    text: str
    left: float
    right: float
    base: float
    size: float


@dataclass(slots=True)
class Run:
    """Glyphs that the file prints one after the other on one line."""

    glyphs: list[Glyph] = field(default_factory=list)
    base: float = 0.0
    size: float = 0.0
    visible: bool = True

    def right_to_left(self) -> bool:
        return any(RIGHT_TO_LEFT.match(glyph.letters) for glyph in self.glyphs)

    def goes_on_in(self, other: Run) -> bool:
        either = self.right_to_left() or other.right_to_left()
        return either and self.visible == other.visible and self.beside(other)

    def beside(self, other: Run) -> bool:
        """On the same line and so near that no gap between columns parts them."""
        apart = max(self._left() - other._right(), other._left() - self._right())
        return abs(self.base - other.base) <= LEVEL * self.size and apart <= COLUMNS * self.size

    def _left(self) -> float:
        return min(glyph.left for glyph in self.glyphs)

    def _right(self) -> float:
        return max(glyph.right for glyph in self.glyphs)


def joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Right-to-left lines whole: a vowel sign of another font breaks them in the file."""
    held: Run | None = None
    for run in runs:
        if held is not None and held.goes_on_in(run):
            held.glyphs += run.glyphs
            held.size = max(held.size, run.size)
            continue
        if held is not None:
            yield held
        held = run
    if held is not None:
        yield held


def line_of(glyphs: Sequence[Glyph], base: float, size: float) -> Line | None:
    """The line that some glyphs make, given in the order of the file; None where they print nothing."""
    shown = [glyph for glyph in glyphs if glyph.letters.strip()]
    if not shown:
        return None
    raw = "".join(glyph.letters for glyph in glyphs)
    if RIGHT_TO_LEFT.search(raw):
        raw = unicodedata.normalize("NFKC", _ordered(shown, size))
    left, right = min(glyph.left for glyph in shown), max(glyph.right for glyph in shown)
    return Line(" ".join(raw.split()), left, right, base, size)


def _ordered(shown: Sequence[Glyph], size: float) -> str:
    """Right to left, with spaces where the paper has gaps; figures and Latin words left to right."""
    bases = [glyph for glyph in shown if not unicodedata.combining(glyph.letters[0])]
    marks = [glyph for glyph in shown if unicodedata.combining(glyph.letters[0])]
    placed = _with_marks(sorted(bases, key=lambda glyph: -glyph.middle), marks)
    placed = _ligatures_in_order(placed)
    return _runs(_spaced(placed, GAP * size))


def _with_marks(bases: list[Glyph], marks: Sequence[Glyph]) -> list[Glyph]:
    """A vowel sign follows the letter over which it stands."""
    if not bases:
        return list(marks)
    whole = list(bases)
    for mark in marks:
        at = min(range(len(bases)), key=lambda at: abs(bases[at].middle - mark.middle))
        under = whole[at]
        whole[at] = Glyph(
            under.letters + mark.letters, min(under.left, mark.left), max(under.right, mark.right)
        )
    return whole


def _ligatures_in_order(placed: list[Glyph]) -> list[Glyph]:
    """Lam and alef in one shape have one place; lam is read first."""
    for at in range(len(placed) - 1):
        one, two = placed[at], placed[at + 1]
        shared = abs(one.left - two.left) < SHARED and abs(one.right - two.right) < SHARED
        if shared and one.letters[0] in ALEFS and two.letters[0] == "ل":
            placed[at], placed[at + 1] = two, one
    return placed


def _spaced(placed: Sequence[Glyph], gap: float) -> list[str]:
    letters = [placed[0].letters]
    for before, glyph in pairwise(placed):
        if before.left - glyph.right > gap:
            letters.append(" ")
        letters.append(glyph.letters)
    return letters


def _runs(letters: Sequence[str]) -> str:
    """Turn round the runs that are read left to right; mirror the brackets of the others."""
    out: list[str] = []
    at = 0
    while at < len(letters):
        end = _end_of_run(letters, at)
        if end > at:
            out += reversed(letters[at:end])
            at = end
        else:
            out.append(letters[at].translate(MIRRORED))
            at += 1
    return "".join(out)


def _end_of_run(letters: Sequence[str], at: int) -> int:
    """The end of a stretch of figures or Latin words from ``at`` on; ``at`` itself where there is none.

    A figure to the right of a Latin word is taken to follow it, as in the name of an aircraft.
    """
    if not _left_to_right(letters[at]):
        return at
    end = last = at
    figures = _figure(letters[at])
    while end < len(letters) and (_left_to_right(letters[end]) or letters[end][0] in INSIDE):
        if letters[end] == " " and figures and not _latin_follows(letters, at, end):
            break
        if _left_to_right(letters[end]):
            figures = figures and _figure(letters[end])
            last = end + 1
        end += 1
    return last


def _latin_follows(letters: Sequence[str], at: int, end: int) -> bool:
    western = unicodedata.bidirectional(letters[at][0]) == "EN"
    return western and end + 1 < len(letters) and unicodedata.bidirectional(letters[end + 1][0]) == "L"


def _left_to_right(letters: str) -> bool:
    return unicodedata.bidirectional(letters[0]) in ("L", "EN", "AN")


def _figure(letters: str) -> bool:
    return unicodedata.bidirectional(letters[0]) in ("EN", "AN")
