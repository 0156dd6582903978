"""The room's door: a document's time expressions, grounded, each with its reasons."""

from __future__ import annotations

from sys import intern

from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, TimeMention, TimeValue
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import When
from wherewhen.times.edtf import edtf
from wherewhen.times.grammar import grammar_of
from wherewhen.times.meaning import Expression, Mode
from wherewhen.times.stretch import Stretch
from wherewhen.times.walk import walk

TOOL = Tool("wherewhen.times", "1")


def find(document: Document, *, mode: Mode | None = None) -> tuple[TimeMention, ...]:
    """All time expressions of a document in the order of its text.

    ``mode`` says how the text counts time; None lets the text decide. Bounds are inclusive days; ``when`` is
    None where the words bound nothing.
    """
    found = walk(document, grammar_of(document), mode)
    return tuple(_mention(document, expression, stretch) for expression, stretch in found)


def _mention(document: Document, expression: Expression, found: Stretch) -> TimeMention:
    span = Span(document, *expression.offsets)
    reasons = tuple(_placed(reason, span) for reason in (*found.reasons, *_doubts(span, found)))
    said, when = intern(found.value), None  # a long text says the same few thousand values over and over
    if found.days and found.days != (None, None):
        low, high = found.days
        written = edtf(low, high)
        when = When.between(low, high, found.grain, said if written == said else written, reasons)
    value = TimeValue(expression.meaning.type, said, when)
    return Mention(MentionKind.TIME, span, value, reasons, TOOL)


def _doubts(span: Span, found: Stretch) -> tuple[Reason, ...]:
    """What a machine read from a picture is often wrong, so no date goes unmarked that may rest on it."""
    document = span.document
    inferred = any(reason.code != "time.stated" for reason in found.reasons)
    reach = 0 if inferred else span.start  # what is not stated was taken from somewhere before
    return (Reason.of("time.read_by_machine"),) if document.is_doubtful(reach, span.end) else ()


def _placed(reason: Reason, span: Span) -> Reason:
    """Reasons quote the words that they are about."""
    return Reason(reason.code, (("surface", span.quote), *reason.values), span)
