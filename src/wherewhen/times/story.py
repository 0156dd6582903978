"""The story's own clock: which of the dates that a text names its further dates go on from."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wherewhen.times.anchors import Told

_STEP, _LEAP = 2, 12
"""Years by which a story goes on within a sentence, and where a sentence opens with the date.

A date further ahead is a look into the future, one further back a look into the past.
"""


@dataclass(frozen=True, slots=True)
class Story:
    """The main line, an aside ("as in 1812") that holds until its sentence ends, and the date named last."""

    main: Told | None = None
    aside: Told | None = None
    latest: Told | None = None

    def told(self, sentence: int) -> Told | None:
        """What an expression of the sentence that begins at this offset goes on from."""
        if self.aside and self.aside.offset >= sentence:
            return self.aside
        return self.main

    def onward(self, told: Told, *, sentence: int, bracketed: bool, heading: bool, free: bool) -> Story:
        """The story after one more date of the sentence that begins at an offset.

        ``heading`` dates always set the main line; so does an aside that the next sentence goes on from.
        A report is ``free`` to look back with any date that is more than a year in passing.
        """
        main = self.main
        if main is None and bracketed and free and told.day:  # "(born 12 April 1979)"
            return replace(self, latest=told)
        if main is None or heading or (told.era != main.era):
            return Story(told, latest=told)
        if bracketed:
            return replace(self, latest=told)
        if not told.stated and not told.month and told.year == main.year:  # "all that year"
            return replace(self, latest=told)
        if (free and (told.month or told.opening)) or _goes_on(main, told) or self._taken_up(told, sentence):
            return Story(told, latest=told)
        return replace(self, aside=told, latest=told)

    def _taken_up(self, told: Told, sentence: int) -> bool:
        aside, main = self.aside, self.main
        if aside is None or main is None or not main.year < aside.year <= told.year:
            return False
        return aside.offset < sentence and _goes_on(aside, told)


def _goes_on(main: Told, told: Told) -> bool:
    """A date that opens its sentence may leap; one that stands within it goes on only by short steps."""
    back, forth = (1, _LEAP) if told.opening else (1, _STEP) if told.month else (0, _STEP)
    return main.year - back <= told.year <= main.year + forth
