"""What is to be reviewed, in order: of a whole case the most doubtful first, of one document as it reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from wherewhen.casefile import Casefile, Held, Review, State
from wherewhen.model.judgement import Act, Added, Collected, Erased, Judged, Read, Undone

_REORDERS = (Added, Collected, Read, Erased)


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
    """The order of all claims of a case and how each stands; only what an entry touched is looked at anew."""

    def __init__(self, case: Casefile) -> None:
        self._case = case
        self._order: tuple[str, ...] = ()
        self._places: dict[str, int] = {}
        self._kinds: dict[str, Show | None] = {}
        self._counts: Counter[Show | None] = Counter()
        self._number = 0

    def order(self, state: State) -> Sequence[str]:
        """Every claim, the most doubtful first."""
        self._catch_up(state)
        return self._order

    def tally(self, state: State) -> tuple[int, int]:
        """How many claims are still to be reviewed, and how many are decided."""
        self._catch_up(state)
        return self._counts[Show.OPEN], self._counts[Show.DONE]

    def listed(self, state: State, show: Show, document: str = "") -> list[str]:
        """The claims of the case, or of one document, that a list shows."""
        if document:
            return [held.id for held in state.of(document) if show.has(held)]
        self._catch_up(state)
        kinds = self._kinds
        if show is Show.ALL:
            return [claim for claim in self._order if kinds[claim] is not None]
        return [claim for claim in self._order if kinds[claim] is show]

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

    def _catch_up(self, state: State) -> None:
        touched: list[str] = []
        for number in range(self._number + 1, state.number + 1) if self._number else ():
            act = self._root(number)
            if isinstance(act, _REORDERS):
                self._number = 0
                break
            touched += [act.claim] if isinstance(act, Judged) else []
        if not self._number:
            self._sort(state)
            touched = []
        for claim in touched:
            self._counts[self._kinds[claim]] -= 1
            self._kinds[claim] = _kind(state.claims[claim])
            self._counts[self._kinds[claim]] += 1
        self._number = state.number

    def _sort(self, state: State) -> None:
        kept = sorted(state.claims.values(), key=lambda h: (h.confidence, h.document, h.start, h.id))
        self._order = tuple(held.id for held in kept)
        self._places = {claim: place for place, claim in enumerate(self._order)}
        self._kinds = {held.id: _kind(held) for held in kept}
        self._counts = Counter(self._kinds.values())

    def _root(self, number: int) -> Act | None:
        """The act of an entry; of a taking back, the act that it is about in the end."""
        act = self._case.entry(number).act
        return self._root(act.number) if isinstance(act, Undone) else act


def _kind(held: Held) -> Show | None:
    """To be reviewed, decided on, or None: a proposal that no reading makes any more."""
    return Show.DONE if held.decided else None if held.gone else Show.OPEN


def _from(order: Sequence[str], place: int, back: bool) -> Iterator[str]:
    if back:
        yield from (order[n] for n in range(place - 1, -1, -1))
        return
    yield from (order[n] for n in range(place + 1, len(order)))
    yield from (order[n] for n in range(max(place, 0)))


def waiting(state: State) -> Counter[str]:
    """Claims to be reviewed, by document."""
    return Counter(held.document for held in state.claims.values() if Show.OPEN.has(held))
