"""All times of a document as a reader is told them: expressions, and what hangs on another event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, TimeMention, TimeValue
from wherewhen.model.span import Span
from wherewhen.model.when import When
from wherewhen.times.constraints import Link, constrained
from wherewhen.times.relations import EventRelation, relations


def with_hanging(document: Document, found: Sequence[TimeMention]) -> tuple[TimeMention, ...]:
    """The expressions and, in the order of the text, times like "days after he was killed".

    They have bounds where the words for the other event hold a date: "two days after the raid of 3 May 2019".
    """
    hanging = [mention for r in relations(document) if (mention := _hanging(r, found))]
    return tuple(sorted([*found, *hanging], key=lambda m: (m.span.start, m.span.end)))


def _hanging(relation: EventRelation, found: Sequence[TimeMention]) -> TimeMention | None:
    """None for what is no more than a date behind a preposition: "after 2014", "during Ramadan"."""
    anchor, start = relation.anchor, relation.span.start
    dated = [m for m in found if m.value.type in ("DATE", "TIME")]
    if any(m.span.start <= start < m.span.end or m.span.start == anchor.start for m in dated):
        return None
    inside = [m for m in dated if anchor.start < m.span.start and m.span.end <= anchor.end]
    first = next((m for m in inside if m.value.when), None)
    span = Span(relation.span.document, start, anchor.end)
    if first is None or first.value.when is None:
        return replace(relation.mention, span=span)
    when = _bounded(relation, first.value.when)
    reasons = (relation.reason, *first.reasons)
    value = TimeValue("DATE", "XXXX-XX-XX", when)
    return Mention(MentionKind.TIME, span, value, reasons)


def _bounded(relation: EventRelation, anchor: When) -> When | None:
    link = Link("here", "there", relation.kind, relation.least_days, relation.most_days, "", relation.reason)
    solved = constrained({"there": anchor}, [link])
    if not isinstance(solved, dict):
        return None
    when = solved["here"]
    if relation.kind == "after" and when.begin[1]:
        when = replace(when, end=when.begin, edtf=None)
    elif relation.kind == "before" and when.end[0]:
        when = replace(when, begin=when.end, edtf=None)
    return None if when.unknown else when
