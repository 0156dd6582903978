"""The whole application: its pages, what it says when something goes wrong, and the guard before it all."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, Response
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware

from wherewhen import __version__
from wherewhen.languages import LANGUAGES
from wherewhen.model.errors import (
    CaseError,
    InputError,
    OutputError,
    StaleError,
    UsageError,
    WherewhenError,
)
from wherewhen.workbench.api import PREFIX, ROUTERS
from wherewhen.workbench.api.faults import fault
from wherewhen.workbench.asked import Asked
from wherewhen.workbench.desk import Desk
from wherewhen.workbench.guard import HEADERS, Guard
from wherewhen.workbench.message import Message, failed
from wherewhen.workbench.pages import PAGES
from wherewhen.workbench.session import Session

DESCRIPTION = "The decisions of a case for scripts, on this machine only. Nothing changes by GET."


def application(desk: Desk, session: Session, port: int) -> FastAPI:
    """The workbench of one case, to be served on that port of loopback and nowhere else."""
    guard = Middleware(Guard, session=session, port=port)
    app = FastAPI(
        title="Wherewhen", version=__version__, description=DESCRIPTION, middleware=[guard],
        docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False,
    )  # fmt: skip
    app.state.desk, app.state.session = desk, session
    for router in (*ROUTERS, *PAGES):
        app.router.routes.extend(router.routes)
    app.add_exception_handler(WherewhenError, _refused)
    app.add_exception_handler(RequestValidationError, _misunderstood)
    app.add_exception_handler(HTTPException, _not_there)
    app.add_exception_handler(Exception, _mistaken)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, WherewhenError)
    ours = isinstance(error, CaseError | InputError | OutputError | UsageError)
    status = 409 if isinstance(error, StaleError) else 400 if ours else 500
    if _script(request):
        return fault(status, error.code, f"{error.summary}: {error.value}", error.remedy)
    asked = _asked(request)
    return asked.page("fault.html", "", status, failed(error, asked.words))


async def _misunderstood(request: Request, error: Exception) -> Response:
    """Names the field, never what was sent."""
    assert isinstance(error, RequestValidationError)
    fields = ", ".join(dict.fromkeys(str(wrong["loc"][-1])[:40] for wrong in error.errors()))
    if _script(request):
        return fault(422, "W607", f"Something cannot be understood: {fields}", "Look at the description")
    asked = _asked(request)
    said = asked.words("error_422", what=fields)
    return asked.page("fault.html", "", 422, Message(said, bad=True))


async def _not_there(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if _script(request):
        return fault(error.status_code, "W608", "There is nothing at this address, or it cannot be read")
    if error.status_code not in (404, 405):
        return PlainTextResponse("", error.status_code)
    asked = _asked(request)
    said = asked.words("error_404")
    return asked.page("fault.html", "", error.status_code, Message(said, bad=True))


async def _mistaken(request: Request, error: Exception) -> Response:
    """Our own mistake: said without a word of what was in hand. It is answered outside the guard."""
    answer: Response
    if _script(request):
        answer = fault(500, "W609", "The workbench made a mistake. Nothing that was confirmed is lost")
    else:
        asked = _asked(request)
        answer = asked.page("fault.html", "", 500, Message(asked.words("error_500"), bad=True))
    answer.headers.update(HEADERS)
    return answer


def _script(request: Request) -> bool:
    return request.url.path.startswith(f"{PREFIX}/")


def _asked(request: Request) -> Asked:
    """The page that an error is told on: in the language of the address, else in English."""
    first = request.url.path.split("/")[1]
    language = first if first in LANGUAGES else LANGUAGES[0]
    desk: Desk = request.app.state.desk
    return Asked(desk, desk.state, language, f"/{language}/desk")
