"""Times that hang on another event: "days after the latter was killed", "before he died", "in its aftermath".

They have no date of their own. Whoever knows the events of the document puts them on the right one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, TimeMention, TimeValue
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.times.build import Captures
from wherewhen.times.grammar import Hit, Tokens, grammar_of

_STOPS = frozenset('.,;:!?()[]\n"“”«»،؛؟—–')
_LONGEST_ANCHOR = 14
_EXACT = {"TH": (0, 0), "TM": (0, 0), "TS": (0, 0), "D": (1, 0), "N": (1, 0), "W": (7, 3), "F": (14, 3),
          "M": (30, 15),
          "Q": (91, 30), "Y": (365, 183), "DE": (3652, 1826), "CE": (36524, 18262), "WE": (7, 3)}  # fmt: skip
"""Days of a unit, and how far from the stated number of them an event may lie."""
_VAGUE = {"TH": (0, 1), "TM": (0, 0), "TS": (0, 0), "D": (1, 14), "N": (1, 14), "W": (7, 70), "M": (28, 550),
          "Y": (365, 7305)}  # fmt: skip
"""Days that "days", "weeks", "months", "years" without a number stand for."""
_ANCHOR_BREAKS = "relation_break"


@dataclass(frozen=True, slots=True)
class EventRelation:
    """One stretch of text that places something relative to another event.

    kind        ``after``, ``before`` or ``during``
    least_days  days between the two events at least, counted away from the anchor; None where nothing is said
    most_days   the same at most; None where it is open
    anchor      the words that name the other event, e.g. "the latter was killed"; a sequel's are its own
    span        the whole expression, "days after the latter was killed"
    """

    kind: str
    least_days: int | None
    most_days: int | None
    anchor: Span
    span: Span
    reason: Reason

    @property
    def mention(self) -> TimeMention:
        """The same as a time expression without bounds."""
        return Mention(MentionKind.TIME, self.span, TimeValue("DATE", "XXXX-XX-XX"), (self.reason,))


def relations(document: Document) -> tuple[EventRelation, ...]:
    """All such expressions in the order of the text."""
    return tuple(relation for relation in _all(document) if relation.anchor != relation.span)


def sequels(document: Document) -> tuple[EventRelation, ...]:
    """Expressions that count from what the text tells before them: "two days later", بعد يومين."""
    return tuple(relation for relation in _all(document) if relation.anchor == relation.span)


def _all(document: Document) -> Iterator[EventRelation]:
    language = grammar_of(document)
    tokens = language.read(document.text)
    found = (
        _sequel(document, tokens, hit) if hit.rule.effect.get("sequel") else _relation(document, tokens, hit)
        for hit in language.relation_hits(tokens)
    )
    return (relation for relation in found if relation)


def _sequel(document: Document, tokens: Tokens, hit: Hit) -> EventRelation:
    span = Span(document, *tokens.offsets(hit.start, hit.end))
    reason = Reason.of("time.after_told", span, surface=span.quote)
    return EventRelation(str(hit.rule.effect["kind"]), *_days(tokens, hit), span, span, reason)


def _relation(document: Document, tokens: Tokens, hit: Hit) -> EventRelation | None:
    end = _anchor_end(tokens, hit.end)
    if end == hit.end:
        return None
    kind = str(hit.rule.effect["kind"])
    least, most = _days(tokens, hit)
    anchor = Span(document, *_inside(tokens, hit.end, end))
    span = Span(document, tokens.offsets(hit.start, hit.end)[0], anchor.end)
    reason = Reason.of(f"time.{kind}_event", anchor, surface=span.quote, event=anchor.quote)
    return EventRelation(kind, least, most, anchor, span, reason)


def _inside(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    return tokens.at[start], tokens.offsets(start, end)[1]


def _anchor_end(tokens: Tokens, start: int) -> int:
    """The words of the anchor run to the end of the clause."""
    end = start
    while end < min(len(tokens.raw), start + _LONGEST_ANCHOR):
        raw = tokens.raw[end]
        if raw[:1] in _STOPS or (end > start and tokens.has(end, _ANCHOR_BREAKS)):
            break
        end += 1
    return end


def _days(tokens: Tokens, hit: Hit) -> tuple[int | None, int | None]:
    effect = hit.rule.effect
    if "days" in effect:
        low, high = effect["days"]
        return low, high if high >= 0 else None
    got = Captures(tokens, hit, 0)
    unit = got.value("unit", "unit")
    if unit is None:
        return None, None
    count = got.count("n") or (2 if got.value("unit", "dual") else None)
    if count is None and got.value("unit", "plural") is None:
        count = 1
    if count is None:
        return _VAGUE.get(unit, (0, None))
    length, slack = _EXACT.get(unit, (0, 0))
    least = 0 if effect.get("within") else max(0, round(count * length) - slack)
    return least, round(count * length) + slack
