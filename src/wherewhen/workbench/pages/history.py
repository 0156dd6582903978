"""The history: every entry with who, when, why, what it changed; and the button that takes it back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from wherewhen.casefile import Entry
from wherewhen.model.judgement import (
    Added,
    Collected,
    Illustrated,
    Joined,
    Judged,
    Noted,
    Parted,
    Published,
    Read,
    Roles,
    Undone,
)  # fmt: skip
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.difference import Difference, differences
from wherewhen.workbench.message import LASTING, act_name

router = APIRouter(include_in_schema=False)
ENTRIES = 40


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as the page tells it; ``claims`` can be gone to, ``taken`` is where it was taken back."""

    entry: Entry
    what: str
    about: str
    claims: tuple[str, ...]
    changed: tuple[Difference, ...]
    taken: int
    undoes: int

    @property
    def undoable(self) -> bool:
        return self.entry.act is not None and not self.taken and not isinstance(self.entry.act, LASTING)


@router.get("/{language:tongue}/history")
async def history(
    asked: Page,
    thing: Annotated[str, Query(max_length=300)] = "",
    before: Annotated[int | None, Query(ge=1)] = None,
) -> HTMLResponse:
    """The newest first; ``before`` turns the page to older ones."""
    state = asked.state
    numbers = state.touched.get(thing, ()) if thing else range(1, state.number + 1)
    older = [n for n in numbers if n < before] if before else numbers
    shown = [asked.case.entry(n) for n in reversed(older[-ENTRIES:])]
    taken = _taken(asked, shown[-1].number if shown else 1)
    return asked.page(
        "history.html", "history",
        lines=[_line(asked, entry, taken) for entry in shown],
        thing=thing,
        older=shown[-1].number if len(older) > ENTRIES else None,
        head=state.head,
    )  # fmt: skip


def _taken(asked: Asked, first: int) -> dict[int, int]:
    """Which entries from the first on are taken back, and by which."""
    by: dict[int, int] = {}
    for number in range(asked.state.number, first - 1, -1):
        act = asked.case.entry(number).act
        if isinstance(act, Undone) and number not in by:
            by[act.number] = number
    return by


def _line(asked: Asked, entry: Entry, taken: dict[int, int]) -> Line:
    about, claims = _about(asked, entry)
    changed = differences(asked.case, asked.state, entry, asked.words)
    undoes = entry.act.number if isinstance(entry.act, Undone) else 0
    there = tuple(c for c in claims if c in asked.state.claims)
    return Line(
        entry, act_name(entry, asked.words), about, there, changed, taken.get(entry.number, 0), undoes
    )


def _about(asked: Asked, entry: Entry) -> tuple[str, tuple[str, ...]]:
    """What an entry is about, in a few words, and the claims that it names."""
    match entry.act:
        case Judged(claim):
            return _quote(asked, claim), (claim,)
        case Added(claim):
            return claim.span.quote, (claim.id,)
        case Joined(claims) | Parted(claims):
            return " · ".join(_quote(asked, claim) for claim in claims), claims
        case Illustrated(claim, image):
            item = asked.state.items.get(image or "")
            return item.label if item else "", (claim,)
        case Collected():
            return entry.act.label, ()
        case Read(document):
            item = asked.state.items.get(document)
            return f"{item.label}: {asked.words.count('claims', len(entry.act.found))}" if item else "", ()
        case Roles(person):
            return person, ()
        case Noted(text):
            return text, ()
        case Published(where):
            return where, ()
    return "", ()


def _quote(asked: Asked, claim: str) -> str:
    return asked.case.claim(claim).span.quote if claim in asked.state.claims else claim
