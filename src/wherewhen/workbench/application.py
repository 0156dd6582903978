"""The whole application: its pages, what it says when something goes wrong, and the guard before it all."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from wherewhen import __version__
from wherewhen.languages import LANGUAGES
from wherewhen.model.errors import CaseError, StaleError, WherewhenError
from wherewhen.workbench.asked import Asked
from wherewhen.workbench.desk import Desk
from wherewhen.workbench.guard import HEADERS, Guard
from wherewhen.workbench.message import Message, failed
from wherewhen.workbench.pages import PAGES
from wherewhen.workbench.session import Session


def application(desk: Desk, session: Session, port: int) -> FastAPI:
    """The workbench of one case, to be served on that port of loopback and nowhere else."""
    guard = Middleware(Guard, session=session, port=port)
    app = FastAPI(
        title="Wherewhen", version=__version__, docs_url=None, redoc_url=None, openapi_url=None,
        middleware=[guard], redirect_slashes=False,
    )  # fmt: skip
    app.state.desk, app.state.session = desk, session
    for router in PAGES:
        app.router.routes.extend(router.routes)
    app.add_exception_handler(WherewhenError, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(Exception, _mistaken)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, WherewhenError)
    asked = _asked(request)
    status = 409 if isinstance(error, StaleError) else 400 if isinstance(error, CaseError) else 500
    return asked.page("fault.html", "", status, failed(error, asked.words))


async def _misunderstood(request: Request, error: Exception) -> Response:
    """Names the field, never what was sent."""
    assert isinstance(error, RequestValidationError)
    asked = _asked(request)
    fields = dict.fromkeys(str(fault["loc"][-1])[:40] for fault in error.errors())
    said = asked.words("error_422", what=", ".join(fields))
    return asked.page("fault.html", "", 422, Message(said, bad=True))


async def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code not in (404, 405):
        return PlainTextResponse("", error.status_code)
    asked = _asked(request)
    said = asked.words("error_404")
    return asked.page("fault.html", "", error.status_code, Message(said, bad=True))


async def _mistaken(request: Request, error: Exception) -> Response:
    """Our own mistake: said without a word of what was in hand. It is answered outside the guard."""
    asked = _asked(request)
    answer = asked.page("fault.html", "", 500, Message(asked.words("error_500"), bad=True))
    answer.headers.update(HEADERS)
    return answer


def _asked(request: Request) -> Asked:
    """The page that an error is told on: in the language of the address, else in English."""
    first = request.url.path.split("/")[1]
    language = first if first in LANGUAGES else LANGUAGES[0]
    desk: Desk = request.app.state.desk
    return Asked(desk, desk.state, language, f"/{language}/desk")
