"""The door, the style that it wears, and the way in."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from wherewhen.workbench import paint
from wherewhen.workbench.assets import assets, media_type
from wherewhen.workbench.session import Session
from wherewhen.workbench.words import preferred

router = APIRouter(include_in_schema=False)
KEEP = "private, max-age=31536000, immutable"


@router.get("/")
async def inside(request: Request) -> RedirectResponse:
    return RedirectResponse(f"/{_language(request)}/desk", 303)


@router.get("/enter")
async def door(request: Request) -> HTMLResponse:
    return paint.page("enter.html", _language(request), wrong=False)


@router.post("/enter")
async def enter(request: Request, token: Annotated[str, Form(max_length=200)] = "") -> Response:
    """The code of the printed link, once, for a cookie."""
    session: Session = request.app.state.session
    cookie = session.enter(token.strip())
    if cookie is None:
        return paint.page("enter.html", _language(request), 403, wrong=True)
    answer = RedirectResponse(f"/{_language(request)}/desk", 303)
    answer.set_cookie(session.cookie, cookie, httponly=True, samesite="strict", path="/")
    return answer


@router.get("/assets/{name:path}")
async def asset(name: str) -> Response:
    content = assets().get(name)
    if content is None:
        return Response(status_code=404)
    return Response(content, media_type=media_type(name), headers={"Cache-Control": KEEP})


def _language(request: Request) -> str:
    return preferred(request.headers.get("accept-language", ""))
