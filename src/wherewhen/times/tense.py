"""Whether a sentence looks ahead."""

from __future__ import annotations

from wherewhen.times.grammar import Tokens
from wherewhen.times.meaning import Expression
from wherewhen.times.sentences import STOPS, opens_sentence

_BEFORE, _AFTER = 14, 8
_CLAUSE = STOPS | {",", "،", "(", ")"}


def looks_ahead(tokens: Tokens, expression: Expression) -> bool | None:
    """Whether the nearest word of the sentence that tells a tense tells the future; None where none does."""
    if expression.start and tokens.has(expression.start - 1, "copula"):
        return True
    opening = opens_sentence(tokens, expression)
    before = range(expression.start - 1, max(-1, expression.start - 1 - _BEFORE), -1)
    reach = 2 * _AFTER if opening else _AFTER
    after = range(expression.end, min(len(tokens.raw), expression.end + reach))
    for indexes, stops in ((before, STOPS), (after, STOPS if opening else _CLAUSE)):
        for index in indexes:
            if tokens.raw[index][:1] in stops:
                break
            tense = _tense(tokens, index)
            if tense is not None:
                return tense
    return None


def _tense(tokens: Tokens, index: int) -> bool | None:
    """True for a word of the future, False for one of the past, None for any other."""
    tags = tokens.word(index).tags
    if "copula" in tags:
        return True if tokens.key(index + 1) == "to" else None
    if "to_future" in tags:
        return True if tokens.key(index - 1) == "to" else None
    if tokens.key(index) == "due" and tokens.key(index + 1) == "to" and tokens.has(index + 2, "determiner"):
        return None
    if "future" in tags and "step" in tags:
        return None if tokens.has(index + 1, "places_next") else True
    if "past" in tags and tokens.key(index - 1) == "be":
        return None
    if "future" in tags or "past" in tags:
        return "future" in tags
    if tags or tokens.key(index - 1) == "be":
        return None
    return tokens.tense_by_form(index)
