"""What a reader would see, what is withheld and why; and the button that publishes it."""

from __future__ import annotations

import re
from collections import Counter
from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from wherewhen.casefile import Review
from wherewhen.model.errors import WherewhenError
from wherewhen.publication.public import PublicCase
from wherewhen.publication.wording import Voice, withheld
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.assets import media_type
from wherewhen.workbench.message import failed
from wherewhen.workbench.rules import FOLDER

router = APIRouter(include_in_schema=False)
MOST_SIGHTINGS = 300
"""So many cards are shown; the page in full shows all."""
_FOLDER = re.compile(FOLDER)


@router.get("/{language:tongue}/preview")
async def preview(asked: Page) -> HTMLResponse:
    return _page(asked)


@router.get("/{language:tongue}/reader/{name:path}")
async def reader(asked: Page, name: str) -> Response:
    """The published page as files, made in memory; the same that publishing would write."""
    content = asked.desk.site().get(name)
    if content is None:
        return Response(status_code=404)
    kind = "text/html" if name.endswith(".html") else media_type(name)
    return Response(content, media_type=kind)


@router.post("/{language:tongue}/publish")
async def publish(
    asked: Page, folder: Annotated[str, Form(max_length=100)], draft: Annotated[bool, Form()] = False
) -> Response:
    """Into a folder beside the case; a path is never taken from a form."""
    name = folder.strip()
    if not _FOLDER.fullmatch(name):
        return _page(asked, asked.words("folder_name"), 422, name)
    try:
        entry = asked.desk.instruments.release(
            asked.case, asked.case.folder.parent / name, asked.desk.actor, draft
        )
    except WherewhenError as error:
        return _page(asked, failed(error, asked.words).text, 409, name)
    return asked.to("preview", said=entry.number)


def _page(asked: Asked, fault: str = "", status: int = 200, folder: str = "") -> HTMLResponse:
    public = asked.desk.public()
    state = asked.state
    reviews = Counter(held.review for held in state.claims.values() if held.stands)
    voice = Voice(asked.language)
    return asked.page(
        "preview.html", "preview", status,
        public=public,
        large=asked.desk.too_large(),
        cards=public.sightings[:MOST_SIGHTINGS] if public else (),
        more=max(0, len(public.sightings) - MOST_SIGHTINGS) if public else 0,
        withheld=[withheld(category, number, voice) for category, number in _withheld(public)],
        out=[(review, reviews[review]) for review in (Review.PROPOSED, Review.REJECTED, Review.PROTECTED)],
        publications=[asked.case.entry(int(number)) for number in state.publications],
        folder=folder or f"{asked.case.folder.name}-site",
        fault=fault,
    )  # fmt: skip


def _withheld(public: PublicCase | None) -> tuple[tuple[str, int], ...]:
    return public.withheld if public else ()
