"""The desk: the queue, the text, the chosen claim; and one key for each decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response

from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused, CaseError
from wherewhen.model.judgement import Judged, Undone, Verdict
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.bar import bar
from wherewhen.workbench.message import LASTING, Message, failed
from wherewhen.workbench.passages import Passage, paragraphs
from wherewhen.workbench.queue import Show, waiting
from wherewhen.workbench.shown import Shown, chosen, shown

router = APIRouter(include_in_schema=False)
ROWS = 30
MOST_DOCUMENTS = 200
"""More than so many are chosen on the page of documents, not from a list."""
VERDICTS = tuple(verdict for verdict in Verdict if verdict is not Verdict.AMEND)
Name = Annotated[str, Form(max_length=64)]
Why = Annotated[str, Form(max_length=2000)]
Where = Annotated[str, Form(max_length=4000)]


@dataclass(frozen=True, slots=True)
class Listing:
    """One page of the queue; ``earlier`` and ``later`` are where its neighbours begin."""

    show: str
    document: str
    rows: Sequence[Shown]
    documents: Sequence[tuple[str, str, int]]
    many: bool
    earlier: int | None
    later: int | None


@router.get("/{language:tongue}/desk")
async def desk(
    asked: Page,
    claim: Annotated[str, Query(max_length=64)] = "",
    show: Show = Show.OPEN,
    document: Annotated[str, Query(max_length=64)] = "",
    at: Annotated[int | None, Query(ge=0)] = None,
) -> HTMLResponse:
    return on_the_desk(asked, claim, show, document, at)


def on_the_desk(
    asked: Asked,
    claim: str,
    show: Show = Show.OPEN,
    document: str = "",
    at: int | None = None,
    status: int = 200,
    message: Message | None = None,
    **values: Any,
) -> HTMLResponse:
    """The three panes, with a claim chosen: the one that is asked for, else the first of the queue."""
    state = asked.state
    listed = asked.desk.queue.listed(state, show, document)
    picked = chosen(asked.case, state, claim or (listed[at or 0] if len(listed) > (at or 0) else ""))
    listing = _listing(asked, listed, picked, show, document, at)
    text = picked.claim.span.document if picked else _text(asked, document)
    if "text" in values:
        text = values.pop("text")
    around = _on(asked, text) if text else []
    queue = asked.desk.queue
    frame = {
        "queue": listing,
        "chosen": picked,
        "next": queue.after(state, picked.id, show, document) if picked else "",
        "previous": queue.after(state, picked.id, show, document, back=True) if picked else "",
        "document": text,
        "paragraphs": paragraphs(text, [_passage(one) for one in around]) if text else (),
        "seen": state.number,
        "mates": _mates(asked, picked) if picked else (),
        "edit": None,
    }
    return asked.page(
        "desk.html", "desk", status, message, **(frame | _drawn(asked, picked, around) | values)
    )


def _mates(asked: Asked, picked: Shown) -> list[Shown]:
    """The other claims on the same event."""
    event = next((e for e in asked.desk.events() or () if picked.id in e.claims), None)
    others = [claim for claim in event.claims if claim != picked.id] if event else []
    return shown(asked.case, asked.state, others)


def _listing(
    asked: Asked, listed: Sequence[str], picked: Shown | None, show: Show, document: str, at: int | None
) -> Listing:
    place = listed.index(picked.id) if picked and picked.id in listed else 0
    first = (place if at is None else min(at, len(listed))) // ROWS * ROWS
    state = asked.state
    rows = shown(asked.case, state, listed[first : first + ROWS])
    many = sum(item.reading is not None for item in state.items.values()) > MOST_DOCUMENTS
    return Listing(
        show.value,
        document,
        rows,
        _documents(asked, document, many),
        many,
        first - ROWS if first else None,
        first + ROWS if len(listed) > first + ROWS else None,
    )


def _documents(asked: Asked, document: str, many: bool) -> list[tuple[str, str, int]]:
    """Documents to choose from: id, name, claims to be reviewed."""
    state = asked.state
    items = [state.items[document]] if many and document in state.items else []
    if not many:
        items = [item for item in state.items.values() if item.reading is not None]
    counts = waiting(state) if items else {}
    return [
        (i.sha256, asked.case.document(i.sha256).title or i.label, counts.get(i.sha256, 0)) for i in items
    ]


def _text(asked: Asked, document: str) -> Document | None:
    item = asked.state.items.get(document)
    return asked.case.document(document) if item and item.reading is not None else None


def _on(asked: Asked, text: Document) -> list[Shown]:
    """The claims that stand in this very text."""
    found = asked.case.claims(asked.state.of(text.id))
    return [Shown(held, claim) for held, claim in found if claim.span.document.text == text.text]


def _passage(one: Shown) -> Passage:
    return Passage(one.id, one.held.start, one.held.end, one.state, one.machine)


def _drawn(asked: Asked, picked: Shown | None, around: Sequence[Shown]) -> dict[str, Any]:
    """The map and the bar of the chosen claim."""
    if picked is None:
        return {"chart": None, "bar": None}
    claim, words = picked.claim, asked.words
    others = [one.claim.when for one in around if one.id != picked.id]
    return {
        "chart": asked.desk.chart.svg(claim.place, claim.status, asked.language, words("map")),
        "bar": bar(claim.when, others, words),
    }


@router.post("/{language:tongue}/judge")
async def judge(
    asked: Page,
    claim: Name,
    seen: Annotated[int, Form(ge=1)],
    verdict: Annotated[Verdict, Form()],
    reason: Why = "",
    show: Annotated[Show, Form()] = Show.OPEN,
    document: Name = "",
) -> Response:
    """Accept, reject, protect. The next claim comes up after a decision, the same one where it is refused."""
    if verdict not in VERDICTS:
        raise ActRefused(verdict.value, "Say what is amended")
    try:
        entry = asked.case.record(Judged(claim, verdict), asked.desk.actor, reason, seen)
    except CaseError as error:
        return on_the_desk(
            asked, claim, show, document, status=409, message=failed(error, asked.words)
        )  # fmt: skip
    onward = verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.PROTECT)
    after = asked.desk.queue.after(asked.desk.state, claim, show, document) if onward else claim
    return asked.to("desk", claim=after or claim, show=show.value, document=document, said=entry.number)


@router.post("/{language:tongue}/undo")
async def undo(
    asked: Page, number: Annotated[int, Form(ge=0)] = 0, reason: Why = "", back: Where = ""
) -> Response:
    """Take back an entry; without a number the newest decision of whoever sits here."""
    number = number or newest_own(asked)
    if not number:
        return asked.page("fault.html", "", 409, Message(asked.words("nothing_to_undo"), bad=True))
    claim = _claim_of(asked, number)
    try:
        entry = asked.case.undo(number, asked.desk.actor, reason)
    except CaseError as error:
        return asked.page("fault.html", "", 409, failed(error, asked.words))
    onward = {"claim": claim} if claim and "/desk" in back else {}
    return asked.back(back, said=entry.number, **onward)


def newest_own(asked: Asked) -> int:
    """The newest entry of this person that can be taken back and is not; 0 where there is none."""
    taken: set[int] = set()
    for number in range(asked.state.number, 0, -1):
        entry = asked.case.entry(number)
        if isinstance(entry.act, Undone):
            if number not in taken:
                taken.add(entry.act.number)
        elif entry.act and entry.actor == asked.desk.actor and number not in taken:
            return 0 if isinstance(entry.act, LASTING) else number
    return 0


def _claim_of(asked: Asked, number: int) -> str:
    """The claim that an entry decided on."""
    entry = asked.case.entry(number) if 1 <= number <= asked.state.number else None
    while entry and isinstance(entry.act, Undone):
        entry = asked.case.entry(entry.act.number)
    return entry.act.claim if entry and isinstance(entry.act, Judged) else ""
