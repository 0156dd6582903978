"""Looking: what the case holds, what words can mean, what would be published."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request

from wherewhen.model.errors import ActRefused
from wherewhen.workbench.api.answers import (
    CaseAnswer,
    ClaimAnswer,
    Claims,
    DocumentAnswer,
    DocumentLine,
    EntryAnswer,
    HitAnswer,
    PlaceAnswer,
    Preview,
    TimeAnswer,
)  # fmt: skip
from wherewhen.workbench.api.description import name_of
from wherewhen.workbench.api.faults import FAULTS
from wherewhen.workbench.desk import Desk
from wherewhen.workbench.queue import Show
from wherewhen.workbench.shown import chosen, shown

router = APIRouter(tags=["look"], responses=FAULTS, generate_unique_id_function=name_of)
Name = Annotated[str, Path(max_length=64)]
Words = Annotated[str, Query(max_length=200)]


@router.get("/api/case")
async def case(request: Request) -> CaseAnswer:
    """Whose movements, how far the review has come, and the head to keep outside."""
    desk = desk_of(request)
    state = desk.state
    return CaseAnswer.of(state, *desk.queue.tally(state))


@router.get("/api/documents")
async def documents(
    request: Request, start: Annotated[int, Query(ge=0)] = 0, limit: Annotated[int, Query(ge=1, le=500)] = 100
) -> list[DocumentLine]:
    """Documents in the order in which they came."""
    state = desk_of(request).state
    read = [item for item in state.items.values() if item.reading is not None]
    return [
        DocumentLine(id=item.sha256, label=item.label, claims=len(state.of(item.sha256)))
        for item in read[start : start + limit]
    ]


@router.get("/api/documents/{document}")
async def document(request: Request, document: Name) -> DocumentAnswer:
    """The text of a document in its newest reading."""
    found = desk_of(request).verbs.document(document)
    return DocumentAnswer(
        id=found.id, title=found.title, publisher=found.publisher, published=found.published, url=found.url,
        language=found.language, text=found.text,
    )  # fmt: skip


@router.get("/api/claims")
async def claims(
    request: Request,
    show: Show = Show.ALL,
    document: Annotated[str, Query(max_length=64)] = "",
    start: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> Claims:
    """Claims, the most doubtful first; those of one document in the order of its text."""
    desk = desk_of(request)
    state = desk.state
    listed = desk.queue.listed(state, show, document)
    found = shown(desk.case, state, listed[start : start + limit])
    return Claims(number=state.number, total=len(listed), claims=[ClaimAnswer.of(one) for one in found])


@router.get("/api/claims/{claim}")
async def claim(request: Request, claim: Name) -> ClaimAnswer:
    """One claim as it stands."""
    desk = desk_of(request)
    found = chosen(desk.case, desk.state, claim)
    if found is None:
        raise ActRefused(claim, "There is no such claim in the case")
    return ClaimAnswer.of(found)


@router.get("/api/search")
async def search(
    request: Request, words: Words, limit: Annotated[int, Query(ge=1, le=200)] = 50
) -> list[HitAnswer]:
    """Passages with all the words; Arabic and Latin spellings are folded."""
    hits = desk_of(request).verbs.search(words, limit)
    return [HitAnswer(document=hit.document, start=hit.start, end=hit.end, text=hit.text) for hit in hits]


@router.get("/api/places")
async def places(request: Request, words: Words) -> list[PlaceAnswer]:
    """What words can mean, the best first; send the position in this list as ``choice``."""
    return [PlaceAnswer.of(place) for place in desk_of(request).verbs.places(words)]


@router.get("/api/times")
async def times(
    request: Request, words: Words, document: Annotated[str, Query(max_length=64)]
) -> TimeAnswer | None:
    """The bounds that words put on an event told in a document; null where they name no time."""
    found = desk_of(request).verbs.when(words, document)
    return TimeAnswer.of(found) if found else None


@router.get("/api/history")
async def history(
    request: Request,
    thing: Annotated[str, Query(max_length=300)] = "",
    after: Annotated[int, Query(ge=0)] = 0,
    limit: Annotated[int, Query(ge=1, le=500)] = 100,
) -> list[EntryAnswer]:
    """Entries after a number, the oldest first; of one claim, document or person where a thing is named."""
    desk = desk_of(request)
    numbers = desk.state.touched.get(thing, ()) if thing else range(1, desk.state.number + 1)
    wanted = [number for number in numbers if number > after][:limit]
    return [EntryAnswer.of(desk.case.entry(number)) for number in wanted]


@router.get("/api/preview")
async def preview(request: Request) -> Preview:
    """What would be published now, and what is withheld by category."""
    desk = desk_of(request)
    public = desk.public()
    told = (
        [{"number": s.number, "id": s.id, "status": s.status} | dict(s.summary) for s in public.sightings]
        if public
        else []
    )
    return Preview(number=desk.state.number, sightings=told, withheld=dict(public.withheld) if public else {})


def desk_of(request: Request) -> Desk:
    desk: Desk = request.app.state.desk
    return desk
