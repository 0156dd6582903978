"""The page that describes the API, without anything from outside."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response

from wherewhen.workbench.api.description import calls, shapes
from wherewhen.workbench.asked import Page

router = APIRouter(include_in_schema=False)


@router.get("/api/openapi.json")
async def description(request: Request) -> Response:
    """OpenAPI, for machines."""
    return JSONResponse(request.app.openapi())


@router.get("/{language:tongue}/scripts")
async def scripts(asked: Page, request: Request) -> HTMLResponse:
    return asked.page("scripts.html", "scripts", calls=calls(request.app), shapes=shapes(request.app))
