"""The workbench on loopback: bound to a free port, told to whoever started it, served until it is stopped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import uvicorn

from wherewhen.workbench.application import application
from wherewhen.workbench.desk import Desk
from wherewhen.workbench.guard import MOST_HEADERS
from wherewhen.workbench.session import Session

LOOPBACK = "127.0.0.1"
BACKLOG = 64


@dataclass(frozen=True, slots=True)
class Door:
    """``link`` opens the workbench once, in one browser; ``key`` is for scripts, None where none may in."""

    link: str
    key: str | None


def serve(desk: Desk, port: int, scripts: bool, ready: Callable[[Door], None]) -> None:
    """Serve until interrupted. Port 0 takes a free one; ``ready`` hears of the door before."""
    config = uvicorn.Config(
        _nothing, LOOPBACK, port, access_log=False, log_level="error", server_header=False,
        proxy_headers=False, http="h11", ws="none", lifespan="off", timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=MOST_HEADERS,
    )  # fmt: skip
    bound = config.bind_socket()
    bound.listen(BACKLOG)  # a browser that is quicker than we are waits
    taken = bound.getsockname()[1]
    session = Session(taken, scripts)
    config.app = application(desk, session, taken)
    ready(Door(f"http://{LOOPBACK}:{taken}/enter#{session.token}", session.key))
    uvicorn.Server(config).run(sockets=[bound])


async def _nothing(scope: object, receive: object, send: object) -> None:
    """In the place of the application until the port is known."""
