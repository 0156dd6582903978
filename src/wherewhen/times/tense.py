"""Whether a sentence looks ahead."""

from __future__ import annotations

from wherewhen.times.grammar import Tokens
from wherewhen.times.meaning import Expression

_BEFORE, _AFTER = 14, 8
_STOPS = frozenset(".!?;\n؟؛")


def looks_ahead(tokens: Tokens, expression: Expression) -> bool:
    """True where the nearest verb of the sentence that tells a tense tells the future."""
    for index in range(expression.start - 1, max(-1, expression.start - 1 - _BEFORE), -1):
        if tokens.raw[index][:1] in _STOPS:
            break
        tags = tokens.word(index).tags
        if "future" in tags or "past" in tags:
            return "future" in tags
    for index in range(expression.end, min(len(tokens.raw), expression.end + _AFTER)):
        if tokens.raw[index][:1] in _STOPS:
            break
        tags = tokens.word(index).tags
        if "future" in tags or "past" in tags:
            return "future" in tags
    return False
