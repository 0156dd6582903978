"""``wherewhen review CASE``: the workbench in the browser."""

from __future__ import annotations

import webbrowser
from contextlib import ExitStack
from pathlib import Path

from wherewhen.spoken import spoken
from wherewhen.terminal import Steps, say
from wherewhen.workbench import Desk, Door, serve


def review(folder: Path, actor: str, port: int, browser: bool, scripts: bool) -> None:
    """Serve the workbench of a case on loopback until it is interrupted. Raises NoCase, CaseDamaged."""
    from wherewhen.basemap import Basemap
    from wherewhen.casefile import Casefile
    from wherewhen.instruments import Instruments
    from wherewhen.places import Gazetteer

    with ExitStack() as kept:
        case = kept.enter_context(Casefile.open(folder))
        with Steps() as steps:
            gazetteer = kept.enter_context(Gazetteer.open(progress=steps))
        desk = Desk(case, actor, Instruments(gazetteer, Basemap.open()))

        def ready(door: Door) -> None:
            say(spoken("say", "door", link=door.link))
            if door.key:
                say(spoken("say", "key", key=door.key))
            if browser:
                webbrowser.open(door.link)

        serve(desk, port, scripts, ready)
