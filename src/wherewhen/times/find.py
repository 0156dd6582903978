"""The room's door: a document's time expressions, grounded, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from wherewhen.model.document import BlockKind, Document
from wherewhen.model.mention import Mention, MentionKind, TimeMention, TimeValue
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import When
from wherewhen.times.anchors import Anchors
from wherewhen.times.doubt import hangs_on_event
from wherewhen.times.edtf import edtf
from wherewhen.times.grammar import Tokens, grammar
from wherewhen.times.ground import ground
from wherewhen.times.meaning import Expression, Mode
from wherewhen.times.mode import chosen
from wherewhen.times.scan import scan
from wherewhen.times.sentences import bracketed, ends_range, opens_sentence, sentence_start
from wherewhen.times.story import Story
from wherewhen.times.stretch import Stretch
from wherewhen.times.tense import looks_ahead

TOOL = Tool("wherewhen.times", "1")
_LOOK_BACK = 2_000
_HEADING = 50
_ASIDE = (BlockKind.CAPTION, BlockKind.BOILERPLATE, BlockKind.BYLINE)


def find(document: Document, *, mode: Mode | None = None) -> tuple[TimeMention, ...]:
    """All time expressions of a document in the order of its text.

    ``mode`` says how the text counts time; None lets the text decide. Bounds are inclusive days; ``when`` is None
    where the words bound nothing.
    """
    language = grammar(document.language if document.language in ("en", "ar") else "en")
    tokens = language.read(document.text)
    way = mode or chosen(tokens, document.published)
    expressions = list(scan(language, tokens, way))
    return tuple(
        _mention(document, expression, found)
        for expression, found in _grounded(document, tokens, expressions, way)
    )


def _grounded(
    document: Document, tokens: Tokens, expressions: list[Expression], mode: Mode
) -> Iterator[tuple[Expression, Stretch]]:
    anchors = Anchors(mode, document.published, None if document.published else _latest(expressions))
    story = Story()
    for expression in expressions:
        start = expression.offsets[0]
        ahead = looks_ahead(tokens, expression)
        paragraph = _paragraph(document.text, start)
        anchors = replace(anchors, told=story.told(sentence_start(tokens, expression.start)), offset=start, paragraph=paragraph, ahead=ahead)
        found = ground(expression.meaning, anchors)
        if hangs_on_event(tokens, expression.end):
            found = replace(found, days=None, reasons=(Reason.of("time.relative_to_event"),))
        yield expression, found
        if found.told and not _aside(document, start):
            told = replace(found.told, offset=start, opening=opens_sentence(tokens, expression))
            alone = _alone(document.text, expression.offsets)
            side = bracketed(tokens, expression) or ends_range(tokens, expression) or ahead
            story = story.onward(told, bracketed=side, heading=alone)


def _paragraph(text: str, offset: int) -> int:
    """Where the paragraph of an offset begins, looking back no further than ``_LOOK_BACK`` characters."""
    return text.rfind("\n", max(0, offset - _LOOK_BACK), offset) + 1


def _alone(text: str, offsets: tuple[int, int]) -> bool:
    """True for a short line that begins with the date, as a heading does: "1936", "1979: the border"."""
    start, end = offsets
    if start and text[start - 1] != "\n":
        return False
    line_end = text.find("\n", end, end + _HEADING)
    return line_end >= 0 or len(text) - end < _HEADING


def _aside(document: Document, offset: int) -> bool:
    """Captions and page furniture do not carry the story's date on."""
    block = document.block_at(offset) if document.blocks else None
    return block is not None and block.kind in _ASIDE


def _latest(expressions: list[Expression]) -> date | None:
    """The latest day or month that the text states in full as past."""
    days = [
        found.days[0] for expression in expressions
        if expression.meaning.year and expression.meaning.month and not expression.meaning.amount
        and (found := ground(expression.meaning, Anchors(Mode.NARRATIVE))).days and found.days[0]
    ]  # fmt: skip
    return max((day for day in days if day), default=None)


def _mention(document: Document, expression: Expression, found: Stretch) -> TimeMention:
    span = Span(document, *expression.offsets)
    reasons = tuple(_placed(reason, span) for reason in found.reasons)
    when = None
    if found.days and found.days != (None, None):
        low, high = found.days
        when = When.between(low, high, found.grain, edtf(low, high), reasons)
    value = TimeValue(expression.meaning.type, found.value, when)
    return Mention(MentionKind.TIME, span, value, reasons, TOOL)


def _placed(reason: Reason, span: Span) -> Reason:
    """Reasons quote the words that they are about."""
    return Reason(reason.code, (("surface", span.quote), *reason.values), span)
