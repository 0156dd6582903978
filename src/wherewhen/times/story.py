"""The story's own clock: which of the dates that a text names its further dates go on from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wherewhen.times.anchors import Told

_LEAP = 6
"""A bare year further ahead than this is a look into the future, not the story's next step."""


@dataclass(frozen=True, slots=True)
class Story:
    """The main line, and an aside ("as in 1812", "(signed in 1924)") that holds until its paragraph ends."""

    main: Told | None = None
    aside: Told | None = None

    def told(self, paragraph: int) -> Told | None:
        """What an expression of the paragraph that begins at this offset goes on from."""
        if self.aside and self.aside.offset >= paragraph:
            return self.aside
        return self.main

    def onward(self, told: Told, *, bracketed: bool, heading: bool) -> Story:
        """The story after one more date; ``heading`` dates always set the main line."""
        main = self.main
        if main is None or heading or (told.era != main.era):
            return Story(told)
        if bracketed:
            return self
        if _goes_on(main, told):
            return Story(told)
        return replace(self, aside=told)


def _goes_on(main: Told, told: Told) -> bool:
    if told.month or told.opening:
        return main.year - 1 <= told.year <= main.year + 2 * _LEAP
    return main.year <= told.year <= main.year + _LEAP
