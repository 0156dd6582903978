"""Pictures: added, read for what their files claim, given to the claims that they show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Form, Query, UploadFile
from fastapi.responses import HTMLResponse, Response

from wherewhen.casefile import Item
from wherewhen.model.errors import CaseError, InputError
from wherewhen.model.judgement import Collected, Illustrated
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.instruments import Told
from wherewhen.workbench.message import Message, failed
from wherewhen.workbench.pictures import (
    NEAR_KM,
    Picture,
    captions,
    items,
    kilometres,
    kind_of,
    matching,
    position,
)
from wherewhen.workbench.shown import Shown, chosen, shown

router = APIRouter(include_in_schema=False)
ON_A_PAGE = 24
MOST_FILES = 20
MOST_CHOICES = 60


@dataclass(frozen=True, slots=True)
class Shelf:
    """A picture with the claims to choose from, and how far it says it was taken from the chosen one."""

    picture: Picture
    given: tuple[Shown, ...]
    choices: tuple[Shown, ...]
    away: int | None


@router.get("/{language:tongue}/pictures")
async def gallery(
    asked: Page, claim: Annotated[str, Query(max_length=64)] = "", at: Annotated[int, Query(ge=0)] = 0
) -> HTMLResponse:
    """All pictures; with a claim those of its document first, to be given to it."""
    return _page(asked, claim, at)


@router.get("/{language:tongue}/picture")
async def picture(asked: Page, item: Annotated[str, Query(max_length=64)]) -> Response:
    """The bytes of a raster picture; nothing else of the store is ever sent."""
    if item not in asked.state.items or item not in asked.case.evidence():
        return Response(status_code=404)
    content = asked.case.evidence().get(item)
    kind = kind_of(content)
    return Response(content, media_type=kind) if kind else Response(status_code=404)


@router.post("/{language:tongue}/pictures")
async def add(
    asked: Page, files: list[UploadFile], claim: Annotated[str, Form(max_length=64)] = ""
) -> Response:
    """Each file is read apart from us before it is kept; what is no picture is told and left out."""
    refused: list[str] = []
    added = 0
    for file in files[:MOST_FILES]:
        content, label = await file.read(), (file.filename or "picture")[:200]
        try:
            asked.desk.instruments.picture(label, content)
        except InputError:
            refused.append(asked.words("picture_refused", name=label))
            continue
        asked.desk.instruments.add(asked.case, label, content, Told(), asked.desk.actor)
        added += 1
    said = [asked.words("picture_added", n=added), *refused]
    return _page(
        replace(asked, state=asked.desk.state),
        claim,
        0,
        Message(" · ".join(said), bad=bool(refused)),
        422 if refused else 200,
    )


@router.post("/{language:tongue}/illustrate")
async def illustrate(
    asked: Page,
    claim: Annotated[str, Form(max_length=64)],
    seen: Annotated[int, Form(ge=1)],
    item: Annotated[str, Form(max_length=64)] = "",
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Give a picture to a claim; without an item take away the one that it has."""
    try:
        entry = asked.case.record(Illustrated(claim, item or None), asked.desk.actor, reason, seen)
    except CaseError as error:
        return _page(asked, claim, 0, failed(error, asked.words), 409)
    return asked.to("pictures", claim=claim, said=entry.number)


def _page(
    asked: Asked, claim: str, at: int, message: Message | None = None, status: int = 200
) -> HTMLResponse:
    picked = chosen(asked.case, asked.state, claim)
    found = items(asked.state)
    if picked:
        found.sort(key=lambda item: not _of(item, picked))
    shelves = [_shelf(asked, item, picked) for item in found[at : at + ON_A_PAGE]]
    return asked.page(
        "pictures.html", "pictures", status, message,
        shelves=shelves, picked=picked, seen=asked.state.number, near=NEAR_KM,
        later=at + ON_A_PAGE if len(found) > at + ON_A_PAGE else None,
    )  # fmt: skip


def _shelf(asked: Asked, item: Item, picked: Shown | None) -> Shelf:
    state, case, came = asked.state, asked.case, _way(item, picked)
    given = tuple(claim for claim, image in state.pictures.items() if image == item.sha256)
    says = asked.desk.file_claims(item.sha256)
    caption = captions(case, state, came.part_of).get(came.label, "")
    one = Picture(item, caption, given, says)
    place, taken = picked.claim.place.point if picked else None, position(says)
    away = round(kilometres(place, taken)) if place and taken else None
    return Shelf(one, tuple(shown(case, state, given)), () if picked else _choices(asked, one), away)


def _of(item: Item, picked: Shown) -> bool:
    return any(way.part_of == picked.held.document for way in item.collected)


def _way(item: Item, picked: Shown | None) -> Collected:
    """How the picture came with the claim's document, else how it came first."""
    ways = (way for way in item.collected if picked and way.part_of == picked.held.document)
    return next(ways, item.collected[0])


def _choices(asked: Asked, one: Picture) -> tuple[Shown, ...]:
    """Claims of its document, those that share words with the caption first; else what the search finds."""
    document = one.item.collected[0].part_of
    held = [h.id for h in asked.state.of(document)] if document else []
    if not held:
        words = " ".join(
            f"{one.caption} {one.item.label.rpartition('.')[0]}".replace("_", " ").replace("-", " ").split()
        )
        names = [claim.value for claim in one.says if claim.about == "description"]
        for hit in asked.case.search(" ".join([*names, words]), 10) or asked.case.search(words, 10):
            held += [h.id for h in asked.state.of(hit.document) if h.start < hit.end and hit.start < h.end]
    if not held and len(asked.state.claims) <= MOST_CHOICES:
        held = [h.id for h in asked.state.claims.values() if h.stands]
    found = shown(asked.case, asked.state, list(dict.fromkeys(held))[:MOST_CHOICES])
    first = matching(one.caption, found)
    return (*first, *(other for other in found if other not in first))
