"""Where an expression stands in its sentence."""

from __future__ import annotations

from wherewhen.times.grammar import Tokens
from wherewhen.times.meaning import Expression

STOPS = frozenset(".!?;\n؟؛")
_REACH = 40
_DASHES = frozenset(("-", "–", "—", "to", "until", "till", "through"))


def opens_sentence(tokens: Tokens, expression: Expression) -> bool:
    """True where at most a preposition and an article stand before it: "In 1919", "By the end of 1919"."""
    before = [tokens.raw[i][:1] for i in range(max(0, expression.start - 3), expression.start)]
    return len(before) < 3 or any(char in STOPS for char in before)


def ends_range(tokens: Tokens, expression: Expression) -> bool:
    """True for the later end of "1955-1963", "from May to July"."""
    return tokens.key(expression.start - 1) in _DASHES and tokens.key(expression.start - 2)[-1:].isdigit()


def sentence_start(tokens: Tokens, index: int) -> int:
    """The offset at which the sentence of a token begins, at most ``_REACH`` tokens back."""
    return tokens.at[_first(tokens, index)]


def _first(tokens: Tokens, index: int) -> int:
    low = max(0, index - _REACH)
    while index > low and tokens.raw[index - 1][:1] not in STOPS:
        index -= 1
    return index


def bracketed(tokens: Tokens, expression: Expression) -> bool:
    """True inside round brackets or a quotation that opened in the same sentence."""
    for index in range(expression.start - 1, max(-1, expression.start - _REACH), -1):
        char = tokens.raw[index][:1]
        if char in "(“«":
            return True
        if char in ")”»\n":
            return False
    return False
