"""Same event? Claims side by side, joined or kept apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response

from wherewhen.model.errors import CaseError
from wherewhen.model.judgement import Joined, Parted
from wherewhen.workbench.alike import alike, together
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.difference import told
from wherewhen.workbench.message import failed
from wherewhen.workbench.shown import Shown, chosen, shown

router = APIRouter(include_in_schema=False)
Name = Annotated[str, Query(max_length=64)]
Given = Annotated[str, Form(max_length=64)]
COMPARED = ("place", "when", "status", "evidence", "companions", "activity", "attribution")


@dataclass(frozen=True, slots=True)
class Row:
    """One part of two claims; ``agree`` is None where they cannot be weighed."""

    what: str
    a: str
    b: str
    agree: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Claims that stand for one event."""

    members: tuple[Shown, ...]


@router.get("/{language:tongue}/compare")
async def compare(asked: Page, a: Name = "", b: Name = "") -> HTMLResponse:
    """Two claims side by side; without a second one the most alike to choose from."""
    return _compared(asked, a, b)


@router.get("/{language:tongue}/events")
async def events(asked: Page) -> HTMLResponse:
    """What the program and people take for one event; of a large case only what people said."""
    found = asked.desk.events()
    names = [e.claims for e in found or () if len(e.claims) > 1]
    groups = [Group(tuple(shown(asked.case, asked.state, claims))) for claims in names]
    said = [
        (tuple(shown(asked.case, asked.state, bond.claims)), bond.joined)
        for bond in asked.state.bonds.values()
    ]
    return asked.page("events.html", "events", groups=groups, said_so=said, reckoned=found is not None)


@router.post("/{language:tongue}/bond")
async def bond(
    asked: Page,
    a: Given,
    b: Given,
    seen: Annotated[int, Form(ge=1)],
    one: Annotated[bool, Form()],
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """One event or two, whatever the rules say."""
    try:
        entry = asked.case.record((Joined if one else Parted)((a, b)), asked.desk.actor, reason, seen)
    except CaseError as error:
        return _compared(asked, a, b, failed(error, asked.words).text, 409)
    return asked.to("compare", a=a, b=b, said=entry.number)


def _compared(asked: Asked, a: str, b: str, fault: str = "", status: int = 200) -> HTMLResponse:
    first, second = chosen(asked.case, asked.state, a), chosen(asked.case, asked.state, b)
    return asked.page(
        "compare.html", "events", status,
        sides=(first, second), rows=_rows(asked, first, second), fault=fault, seen=asked.state.number,
        choices=alike(asked.case, asked.state, first) if first else [],
        stands=_stands(asked, a, b),
    )  # fmt: skip


def _rows(asked: Asked, a: Shown | None, b: Shown | None) -> list[Row]:
    if a is None or b is None:
        return []
    rows = []
    for part in COMPARED:
        one, two = getattr(a.claim, part), getattr(b.claim, part)
        agree = (
            together(one, two)
            if part == "when"
            else told(part, one, asked.words) == told(part, two, asked.words)
        )
        rows.append(
            Row(
                asked.words.named("field", part),
                told(part, one, asked.words),
                told(part, two, asked.words),
                agree,
            )
        )
    return rows


def _stands(asked: Asked, a: str, b: str) -> str:
    """How the two stand to each other, and who said so."""
    key = "+".join(sorted((a, b)))
    said = asked.state.bonds.get(key)
    if said:
        by = asked.case.entry(asked.state.revision(f"bonds:{key}")).actor
        return asked.words("joined_by_person" if said.joined else "parted_by_person", name=by)
    for event in asked.desk.events() or ():
        if a in event.claims and b in event.claims:
            return asked.words("joined_by_machine")
    return ""
