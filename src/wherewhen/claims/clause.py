"""The part of a sentence in which a word of plan, doubt or denial can reach a verb."""

from __future__ import annotations

from wherewhen.claims.frame import Frame
from wherewhen.claims.vocabulary import word_list

_HARD = frozenset([",", ";", ":", "،", "؛", "(", ")", "“", "”", "«", "»"])


def clause(frame: Frame, low: int, high: int) -> tuple[str, ...]:
    """The words of ``[low, high)`` back from ``high`` to the nearest hard boundary or "but"."""
    keys = frame.keys(max(0, low), high)
    openers = word_list(frame.language, "plan", "clause_openers")
    cut = max((i for i, key in enumerate(keys) if key in _HARD or key in openers), default=-1)
    return keys[cut + 1 :]
