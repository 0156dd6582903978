"""The fold of the journal: every thing's record follows from the acts about it that were not taken back."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from wherewhen.casefile.effects import SHELVES, effects, shelf_of, thing_of
from wherewhen.casefile.entry import Entry
from wherewhen.casefile.seal import ORIGIN
from wherewhen.casefile.state import State
from wherewhen.model.judgement import Act, Opened, PolicySet, Undone
from wherewhen.model.person import Person

Fetch = Callable[[int], Act | None]
"""The act of an earlier entry, None where its content was erased."""


class Fold:
    """Takes entries one by one. Taking back folds only the things anew that the act was about."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._shelves: dict[str, dict[str, Any]] = {shelf: {} for shelf in SHELVES}
        self._touched: dict[str, tuple[int, ...]] = {}
        self._undoings: dict[int, list[int]] = {}
        self._shared: set[str] = set()
        self._state: State | None = None
        self.number, self.head = 0, ORIGIN

    def add(self, entry: Entry) -> None:
        if isinstance(entry.act, Undone):
            self._undoings.setdefault(entry.act.number, []).append(entry.number)
            self._fold_anew(entry.number, self.root(entry.act.number))
        elif entry.act is not None:
            self._apply(entry.number, entry.act)
        self.number, self.head, self._state = entry.number, entry.hash, None

    def in_force(self, number: int) -> bool:
        """Whether an entry was not taken back, or that was taken back in its turn."""
        return not any(self.in_force(undoing) for undoing in self._undoings.get(number, ()))

    def root(self, number: int) -> int:
        """The act that a chain of undoings is about in the end."""
        act = self._fetch(number)
        return self.root(act.number) if isinstance(act, Undone) else number

    def things(self, act: Act) -> frozenset[str]:
        """What an act would be about."""
        return frozenset(thing_of(shelf, key) for shelf, key, _ in effects(0, act, self._now))

    def _now(self, shelf: str, key: str) -> Any:
        return self._shelves[shelf].get(key)

    def _apply(self, number: int, act: Act) -> None:
        for shelf, key, record in effects(number, act, self._now):
            self._put(shelf, key, record)
            self._touch(thing_of(shelf, key), number)

    def _touch(self, thing: str, number: int) -> None:
        self._own("touched")
        self._touched[thing] = (*self._touched.get(thing, ()), number)

    def _put(self, shelf: str, key: str, record: Any) -> None:
        self._own(shelf)
        if record is None:
            self._shelves[shelf].pop(key, None)
        else:
            self._shelves[shelf][key] = record

    def _own(self, shelf: str) -> None:
        """A state that was given out keeps its shelf; we go on with a copy."""
        if shelf not in self._shared:
            return
        self._shared.discard(shelf)
        if shelf == "touched":
            self._touched = self._touched.copy()
        else:
            self._shelves[shelf] = self._shelves[shelf].copy()

    def _fold_anew(self, number: int, root: int) -> None:
        act = self._fetch(root)
        if act is None:
            return
        for thing in sorted({thing_of(shelf, key) for shelf, key, _ in effects(root, act, self._now)}):
            record = None
            for earlier in self._touched.get(thing, ()):
                record = self._again(earlier, thing, record)
            self._put(*shelf_of(thing), record)
            self._touch(thing, number)

    def _again(self, number: int, thing: str, before: Any) -> Any:
        """What an earlier entry makes of the record of one thing, unless it was taken back."""
        act = self._fetch(number)
        if act is None or isinstance(act, Undone) or not self.in_force(number):
            return before
        done = effects(number, act, lambda shelf, key: before if thing_of(shelf, key) == thing else None)
        return next(record for shelf, key, record in done if thing_of(shelf, key) == thing)

    def glance(self) -> State:
        """The state for this moment only: the next entry changes it."""
        return self._state or self._seen()

    def state(self) -> State:
        """The state to keep: it never changes."""
        if self._state is None:
            self._state = self._seen()
            self._shared = {*SHELVES, "touched"}
        return self._state

    def _seen(self) -> State:
        shelves = {shelf: MappingProxyType(kept) for shelf, kept in self._shelves.items()}
        settings = shelves.pop("settings")
        opened = settings.get("subject", Opened(Person("")))
        policy = settings.get("policy", PolicySet(()))
        return State(
            number=self.number,
            head=self.head,
            subject=opened.subject,
            purpose=opened.purpose,
            terms=policy.terms or None,
            touched=MappingProxyType(self._touched),
            **shelves,
        )
