"""Algebra on bounds: all questions are about the days between ``earliest`` and ``latest``, both included."""

from __future__ import annotations

from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.model.when import Bounds, Grain, When
from wherewhen.times.edtf import edtf

_ORDER = tuple(Grain)


def overlaps(a: When, b: When) -> bool:
    """True where one day exists that both allow."""
    return not surely_before(a, b) and not surely_before(b, a)


def surely_before(a: When, b: When) -> bool:
    """True where every day that ``a`` allows lies before every day that ``b`` allows."""
    return a.latest is not None and b.earliest is not None and a.latest < b.earliest


def possibly_before(a: When, b: When) -> bool:
    """True where some day that ``a`` allows lies before some day that ``b`` allows."""
    if a.earliest is None:
        return b.latest != date.min
    if b.latest is None:
        return a.earliest != date.max
    return a.earliest < b.latest


def narrow(a: When, b: When) -> When | None:
    """What both allow, with the reasons of both; None where they contradict each other."""
    begin, end = _common(a.begin, b.begin), _common(a.end, b.end)
    if begin is None or end is None or _reversed((begin[0], end[1])):
        return None
    grain = min(a.grain, b.grain, key=_ORDER.index)
    return When(begin, end, grain, _written(begin, end, a, b), _both(a, b))


def hull(a: When, b: When) -> When:
    """The smallest stretch that contains all days of either."""
    begin = (_least(a.begin[0], b.begin[0]), _most(a.begin[1], b.begin[1]))
    end = (_least(a.end[0], b.end[0]), _most(a.end[1], b.end[1]))
    grain = max(a.grain, b.grain, key=_ORDER.index)
    return When(begin, end, grain, _written(begin, end, a, b), _both(a, b))


def _common(a: Bounds, b: Bounds) -> Bounds | None:
    low, high = _most(a[0], b[0], keep=True), _least(a[1], b[1], keep=True)
    return None if _reversed((low, high)) else (low, high)


def _reversed(bounds: Bounds) -> bool:
    low, high = bounds
    return low is not None and high is not None and low > high


def _least(a: date | None, b: date | None, keep: bool = False) -> date | None:
    """The earlier day; an open side wins unless ``keep``, then a known day does."""
    if a is None or b is None:
        return (a or b) if keep else None
    return min(a, b)


def _most(a: date | None, b: date | None, keep: bool = False) -> date | None:
    if a is None or b is None:
        return (a or b) if keep else None
    return max(a, b)


def _written(begin: Bounds, end: Bounds, a: When, b: When) -> str | None:
    for when in (a, b):
        if (when.begin, when.end) == (begin, end) and when.edtf:
            return when.edtf
    return edtf(begin[0], end[1])


def _both(a: When, b: When) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(a.reasons + b.reasons))
