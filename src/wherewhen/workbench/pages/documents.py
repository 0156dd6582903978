"""Documents: what the case holds, how far each is reviewed; and more of them taken in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Query, UploadFile
from fastapi.responses import HTMLResponse, Response

from wherewhen.model.document import Document
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.instruments import Taken, Told
from wherewhen.workbench.message import failed
from wherewhen.workbench.queue import waiting

router = APIRouter(include_in_schema=False)
ON_A_PAGE = 100
MOST_FILES = 100


@dataclass(frozen=True, slots=True)
class Row:
    document: Document
    label: str
    claims: int
    waiting: int


@router.get("/{language:tongue}/documents")
async def listed(asked: Page, at: Annotated[int, Query(ge=0)] = 0) -> HTMLResponse:
    return _page(asked, at=at)


@router.post("/{language:tongue}/documents")
async def add(
    asked: Page,
    files: list[UploadFile],
    publisher: Annotated[str, Form(max_length=400)] = "",
    published: Annotated[str, Form(max_length=10)] = "",
    url: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Files, archives too, as the command line takes them: kept first, then read apart from us."""
    try:
        day = date.fromisoformat(published.strip()) if published.strip() else None
    except ValueError:
        return _page(asked, asked.words("not_a_day"), 422)
    told = Told(publisher.strip(), day, url.strip())
    taken: list[Taken] = []
    for file in files[:MOST_FILES]:
        label = (file.filename or "file")[:200]
        taken += asked.desk.verbs.add_bytes(label, await file.read(), told)
    return _page(asked, status=200 if any(one.error is None for one in taken) else 422, taken=taken)


def _page(
    asked: Asked, fault: str = "", status: int = 200, at: int = 0, taken: list[Taken] | None = None
) -> HTMLResponse:
    state = asked.desk.state
    read = [item for item in state.items.values() if item.reading is not None]
    counts = waiting(state)
    rows = [
        Row(asked.case.document(i.sha256), i.label, len(state.of(i.sha256)), counts.get(i.sha256, 0))
        for i in read[at : at + ON_A_PAGE]
    ]
    refused = [(one.label, failed(one.error, asked.words).text) for one in taken or () if one.error]
    return asked.page(
        "documents.html", "documents", status,
        rows=rows, fault=fault, refused=refused, taken=[one for one in taken or () if not one.error],
        later=at + ON_A_PAGE if len(read) > at + ON_A_PAGE else None,
    )  # fmt: skip
