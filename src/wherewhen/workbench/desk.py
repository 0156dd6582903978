"""What lies on the desk: the case, who sits there, and what is borrowed from other rooms."""

from __future__ import annotations

from wherewhen.casefile import Casefile, State
from wherewhen.workbench.chart import Chart
from wherewhen.workbench.instruments import Instruments
from wherewhen.workbench.queue import Queue


class Desk:
    """One open case. Requests are answered one after the other, so that calls on the case never overlap."""

    def __init__(self, case: Casefile, actor: str, instruments: Instruments) -> None:
        self.case = case
        self.actor = actor
        self.instruments = instruments
        self.queue = Queue(case)
        self.chart = Chart(instruments.basemap, instruments.towns)

    @property
    def state(self) -> State:
        return self.case.state
