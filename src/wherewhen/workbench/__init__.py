"""The workbench: a case reviewed in the browser, on this machine only.

``application(desk, session, port)`` is the whole of it; ``serve`` puts it on loopback.
"""

from wherewhen.workbench.application import application
from wherewhen.workbench.desk import Desk
from wherewhen.workbench.serving import Door, serve
from wherewhen.workbench.session import Session

__all__ = ["Desk", "Door", "Session", "application", "serve"]
