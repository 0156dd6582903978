"""Search in the texts of the case."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from wherewhen.casefile import Hit
from wherewhen.model.document import Document
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.found import Piece, pieces
from wherewhen.workbench.shown import Shown, shown

router = APIRouter(include_in_schema=False)
HITS = 20


@dataclass(frozen=True, slots=True)
class Found:
    """A passage, the document that it stands in, and the claims that rest on it."""

    document: Document
    pieces: tuple[Piece, ...]
    claims: tuple[Shown, ...]


@router.get("/{language:tongue}/search")
async def search(asked: Page, q: Annotated[str, Query(max_length=200)] = "") -> HTMLResponse:
    """Passages with all the words, in whichever spelling."""
    hits = asked.case.search(q, HITS) if q.strip() else ()
    found = [_found(asked, hit, q) for hit in hits]
    return asked.page("search.html", "search", asked=q, hits=found)


def _found(asked: Asked, hit: Hit, words: str) -> Found:
    around = [
        held.id for held in asked.state.of(hit.document) if held.start < hit.end and hit.start < held.end
    ]
    claims = tuple(shown(asked.case, asked.state, around))
    return Found(asked.case.document(hit.document), pieces(hit.text, words), claims)
