"""What lies on the desk: the case, who sits there, and what is borrowed from other rooms."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.casefile import Casefile, State
from wherewhen.model.errors import InputError
from wherewhen.model.item import FileClaim
from wherewhen.publication.public import PublicCase
from wherewhen.workbench.chart import Chart
from wherewhen.workbench.instruments import Event, Instruments
from wherewhen.workbench.queue import Queue
from wherewhen.workbench.verbs import Verbs

MOST_PREVIEWED = 3000


class Desk:
    """One open case. Requests are answered one after the other, so that calls on the case never overlap."""

    def __init__(self, case: Casefile, actor: str, instruments: Instruments) -> None:
        self.case = case
        self.actor = actor
        self.instruments = instruments
        self.verbs = Verbs(case, actor, instruments)
        self.queue = Queue(case)
        self.chart = Chart(instruments.basemap, instruments.towns)
        self._events: tuple[int, Sequence[Event] | None] = (0, None)
        self._public: tuple[int, PublicCase | None] = (0, None)
        self._site: tuple[int, dict[str, bytes]] = (0, {})
        self._files: dict[str, tuple[FileClaim, ...]] = {}

    @property
    def state(self) -> State:
        return self.case.state

    def events(self) -> Sequence[Event] | None:
        """The events of the case as it stands, reckoned once for each entry; None for a large case."""
        number = self.state.number
        if self._events[0] != number:
            self._events = (number, self.instruments.events(self.case))
        return self._events[1]

    def public(self) -> PublicCase | None:
        """What would be published as the case stands; None where nothing was passed."""
        number = self.state.number
        if self._public[0] != number:
            self._public = (number, None if self.too_large() else self.instruments.public(self.case))
        return self._public[1]

    def too_large(self) -> int:
        """How many claims people passed, if too many to be laid out while somebody waits; else 0."""
        passed = sum(held.publishable for held in self.state.claims.values())
        return passed if passed > MOST_PREVIEWED else 0

    def site(self) -> dict[str, bytes]:
        """The files of that publication, by relative name."""
        number = self.state.number
        if self._site[0] != number:
            public = self.public()
            self._site = (number, self.instruments.site(public) if public else {})
        return self._site[1]

    def file_claims(self, sha256: str) -> tuple[FileClaim, ...]:
        """What a picture says of itself, as it was recorded; else read once more."""
        item = self.state.items.get(sha256)
        if item and item.collected[0].says:
            return item.collected[0].says
        if sha256 not in self._files:
            try:
                self._files[sha256] = self.instruments.picture(sha256, self.case.evidence().get(sha256))
            except InputError:
                self._files[sha256] = ()
        return self._files[sha256]
