"""A walk through a document: expression after expression, with what each may count from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.reason import Reason
from wherewhen.times.anchors import Anchors, Told
from wherewhen.times.doubt import hangs_on_event
from wherewhen.times.grammar import Grammar, Tokens
from wherewhen.times.ground import ground
from wherewhen.times.meaning import Expression, Meaning, Mode
from wherewhen.times.mode import chosen
from wherewhen.times.numerals import plain
from wherewhen.times.scan import scan
from wherewhen.times.sentences import bracketed, ends_range, opens_sentence, sentence_start
from wherewhen.times.story import Story
from wherewhen.times.stretch import Stretch
from wherewhen.times.tense import looks_ahead

_PIECE = 200_000
"""Characters read at once: memory stays flat however long the text is."""
_LOOK_BACK = 2_000
_HEADING = 50
_FOLLOWS = 40
_YEAR_FOLLOWS = re.compile(
    r"(?:\s*[–—-]\s*\d{1,2}\s+\w+)?\)?(?:\s+\w+){0,2}\s+(?:in|of|عام|سنة)\s+(1\d{3}|20\d\d)\b"
)
_JUST_NOW = 120
_SPOKEN = frozenset(
    f"time.{code}" for code in (
        "counted_from_publication", "weekday_before_publication", "weekday_after_publication",
        "last_before_publication", "next_after_publication", "month_of_publication",
    )
)  # fmt: skip
"""Reasons that show that the text speaks of its own days."""
_ASIDE = (BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.BYLINE)


def walk(document: Document, grammar: Grammar, mode: Mode | None) -> Iterator[tuple[Expression, Stretch]]:
    """Every expression of the document with its grounding, in the order of the text."""
    path = _Path(document, grammar, mode)
    for tokens, expression in path.expressions():
        yield expression, path.step(tokens, expression)


class _Path:
    """Where the walk stands: the story so far and the anchors that do not change."""

    def __init__(self, document: Document, grammar: Grammar, mode: Mode | None) -> None:
        self._document = document
        self._grammar = grammar
        self._asides = _Asides(document)
        self._story = Story()
        self._spoken = -1
        self._kept: list[tuple[Tokens, Expression]] | None = None
        self.mode = mode or chosen(next(self.pieces()), document.published)
        latest = None if document.published or self.mode is Mode.NARRATIVE else self._latest()
        self._anchors = Anchors(self.mode, document.published, latest)

    def pieces(self) -> Iterator[Tokens]:
        """The text in pieces that end at a line, else between words."""
        text, start = self._document.text, 0
        while start < len(text) or start == 0:
            end = _piece_end(text, start)
            yield self._grammar.read(text[start:end], start)
            start = max(end, 1)

    def expressions(self) -> Iterator[tuple[Tokens, Expression]]:
        """All expressions as they stand; those of a text of one piece are kept for a second look."""
        if self._kept is not None:
            return iter(self._kept)
        found = ((tokens, one) for tokens in self.pieces() for one in scan(self._grammar, tokens, self.mode))
        if len(self._document.text) > _PIECE:
            return found
        self._kept = list(found)
        return iter(self._kept)

    def step(self, tokens: Tokens, expression: Expression) -> Stretch:
        """The expression grounded; the story goes on from it."""
        start = expression.offsets[0]
        tense = looks_ahead(tokens, expression)
        ahead = self._after_future(start) if tense is None else tense
        told = self._told(tokens, expression)
        fixed = self._anchors
        anchors = Anchors(
            fixed.mode,
            fixed.published,
            fixed.latest,
            told,
            ahead,
            start,
            self._paragraph(start),
            self._spoken,
        )
        found = ground(self._completed(expression), anchors)
        if hangs_on_event(tokens, expression.end):
            found = replace(found, days=None, reasons=(Reason.of("time.relative_to_event"),))
        if any(reason.code in _SPOKEN for reason in found.reasons):
            self._spoken = start
        if found.told and not self._asides.holds(start):
            self._go_on(tokens, expression, found, ahead)
        return found

    def _told(self, tokens: Tokens, expression: Expression) -> Told | None:
        """The story's date; for "two years later" at its sentence's head the date told last, aside or not."""
        sentence = sentence_start(tokens, expression.start)
        meaning, aside = expression.meaning, self._story.aside
        if meaning.frame == "told" and meaning.amount and aside and opens_sentence(tokens, expression):
            sentence = min(sentence, aside.offset)
        return self._story.told(sentence)

    def _completed(self, expression: Expression) -> Meaning:
        """A month or day takes the year that follows it a word or two on: "a May morning in 1888"."""
        meaning = expression.meaning
        if meaning.year is not None or not (meaning.month or meaning.day):
            return meaning
        end = expression.offsets[1]
        follows = _YEAR_FOLLOWS.match(plain(self._document.text[end : end + _FOLLOWS]))
        return replace(meaning, year=int(follows.group(1))) if follows else meaning

    def _after_future(self, offset: int) -> bool:
        """True where a day after the publication has just been named: "in May, in Homs in June"."""
        told, published = self._story.latest, self._anchors.published
        if told is None or published is None or told.date is None or self.mode is Mode.NARRATIVE:
            return False
        return told.date > published and offset - told.offset < _JUST_NOW

    def _go_on(self, tokens: Tokens, expression: Expression, found: Stretch, ahead: bool) -> None:
        assert found.told is not None
        new, start = found.told, expression.offsets[0]
        stated, opening = expression.meaning.year is not None, opens_sentence(tokens, expression)
        told = Told(new.year, new.month, new.day, start, new.era, opening, stated)
        side = (
            bracketed(tokens, expression)
            or ends_range(tokens, expression)
            or ahead
            or self._glance(expression)
        )
        self._story = self._story.onward(
            told,
            sentence=sentence_start(tokens, expression.start),
            bracketed=side,
            heading=self._alone(expression),
            free=self.mode is Mode.NEWS,
        )

    def _glance(self, expression: Expression) -> bool:
        """ "Last Ramadan", "last year": a look back that a report which tells of a day does not stay with."""
        meaning, main = expression.meaning, self._story.main
        back = meaning.frame != "told" and (meaning.amount or 0) < 0 and not (meaning.day or meaning.weekday)
        return back and meaning.unit != "D" and self.mode is Mode.NEWS and main is not None and main.day > 0

    def _paragraph(self, offset: int) -> int:
        """Where the paragraph of an offset begins, looking back no further than ``_LOOK_BACK`` characters."""
        return self._document.text.rfind("\n", max(0, offset - _LOOK_BACK), offset) + 1

    def _alone(self, expression: Expression) -> bool:
        """True for a short line that begins with the date, as a heading does: "1936", "1979: the border"."""
        text, (start, end) = self._document.text, expression.offsets
        if start and text[start - 1] != "\n":
            return False
        return text.find("\n", end, end + _HEADING) >= 0 or len(text) - end < _HEADING

    def _latest(self) -> date | None:
        """The latest day or month that the text states in full."""
        bare = Anchors(Mode.NARRATIVE)
        days = [
            found.days[0]
            for tokens, expression in self.expressions()
            if expression.meaning.year and expression.meaning.month and not looks_ahead(tokens, expression)
            and (found := ground(expression.meaning, bare)).days and found.days[0]
        ]  # fmt: skip
        return max(days, default=None)


def _piece_end(text: str, start: int) -> int:
    limit = start + _PIECE
    if limit >= len(text):
        return len(text)
    for stop in ("\n", ". ", " "):
        end = text.rfind(stop, start + _PIECE // 2, limit)
        if end > 0:
            return end + len(stop)
    return limit


class _Asides:
    """Captions and page furniture do not carry the story's date on."""

    def __init__(self, document: Document) -> None:
        self._blocks: list[Block] = sorted(
            (block for block in document.blocks if block.kind in _ASIDE), key=lambda block: block.start
        )
        self._starts = [block.start for block in self._blocks]

    def holds(self, offset: int) -> bool:
        place = bisect_right(self._starts, offset) - 1
        return place >= 0 and offset < self._blocks[place].end
