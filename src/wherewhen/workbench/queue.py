"""What is to be reviewed, in order: of a whole case the most doubtful first, of one document as it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from wherewhen.casefile import Casefile, Held, Review, State
from wherewhen.model.judgement import Added, Collected, Erased, Read, Undone

_REORDERS = (Added, Collected, Read, Erased, Undone)


class Show(StrEnum):
    """Which claims a list holds."""

    OPEN = "open"
    DONE = "done"
    ALL = "all"

    def has(self, held: Held) -> bool:
        if self is Show.OPEN:
            return held.decision is Review.PROPOSED and not held.protected and not held.gone
        return held.stands if self is Show.ALL else held.decided


class Queue:
    """The order of all claims of a case; sorted anew only where claims came or went."""

    def __init__(self, case: Casefile) -> None:
        self._case = case
        self._order: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._number = 0

    def order(self, state: State) -> Sequence[str]:
        """Every claim, the most doubtful first."""
        if self._moved(state):
            kept = sorted(state.claims.values(), key=lambda h: (h.confidence, h.document, h.start, h.id))
            self._order = tuple(held.id for held in kept)
            self._places = {claim: place for place, claim in enumerate(self._order)}
        self._number = state.number
        return self._order

    def _moved(self, state: State) -> bool:
        """Decisions leave the order alone; an undoing may take back a claim that a person made."""
        news = range(self._number + 1, state.number + 1)
        return not self._number or any(isinstance(self._case.entry(n).act, _REORDERS) for n in news)

    def listed(self, state: State, show: Show, document: str = "") -> list[str]:
        """The claims of the case, or of one document, that a list shows."""
        if document:
            return [held.id for held in state.of(document) if show.has(held)]
        claims = state.claims
        return [claim for claim in self.order(state) if show.has(claims[claim])]

    def after(self, state: State, claim: str, show: Show, document: str = "", back: bool = False) -> str:
        """The next claim of the list, or the one before; the first where none is; "" if all are done."""
        order: Sequence[str]
        if document:
            order = [held.id for held in state.of(document)]
            place = order.index(claim) if claim in order else -1
        else:
            order, place = self.order(state), self._places.get(claim, -1)
        for other in _from(order, place, back):
            if show.has(state.claims[other]) and other != claim:
                return other
        return ""


def _from(order: Sequence[str], place: int, back: bool) -> Iterator[str]:
    if back:
        yield from (order[n] for n in range(place - 1, -1, -1))
        return
    yield from (order[n] for n in range(place + 1, len(order)))
    yield from (order[n] for n in range(max(place, 0)))


def tally(state: State) -> tuple[int, int]:
    """How many claims are still to be reviewed, and how many are decided."""
    counts = Counter(
        (held.decision is Review.PROPOSED, held.protected, held.gone) for held in state.claims.values()
    )
    waiting = counts[(True, False, False)]
    return waiting, sum(counts.values()) - waiting - counts[(True, False, True)]


def waiting(state: State) -> Counter[str]:
    """Claims to be reviewed, by document."""
    return Counter(held.document for held in state.claims.values() if Show.OPEN.has(held))
