"""Entries to be looked at, decoded one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import overload

from wherewhen.casefile.entry import Entry


class History(Sequence[Entry]):
    """A hundred thousand entries cost nothing until they are looked at."""

    def __init__(self, numbers: Sequence[int], entry: Callable[[int], Entry]) -> None:
        self._numbers = numbers
        self._entry = entry

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Entry: ...
    @overload
    def __getitem__(self, index: slice) -> History: ...
    def __getitem__(self, index: int | slice) -> Entry | History:
        if isinstance(index, slice):
            return History(self._numbers[index], self._entry)
        return self._entry(self._numbers[index])
