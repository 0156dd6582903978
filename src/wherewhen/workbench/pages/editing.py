"""Changing a claim, and making one from a passage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any

from fastapi import APIRouter, Form, Query
from fastapi.responses import HTMLResponse, Response

from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused, CaseError
from wherewhen.model.evidence import Evidence
from wherewhen.model.judgement import Act, Added, Amendment, Judged, Verdict
from wherewhen.model.place import NOWHERE, Place, Precision
from wherewhen.model.source import SourceKind
from wherewhen.model.span import Span
from wherewhen.model.when import When
from wherewhen.publication.wording import Voice, date_words
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.form import Entered, Unclear, written
from wherewhen.workbench.message import failed
from wherewhen.workbench.pages.review import on_the_desk
from wherewhen.workbench.shown import Shown, chosen

router = APIRouter(include_in_schema=False)
PARTS = ("place", "when", "status", "evidence", "companions", "activity", "attribution")
Filled = Annotated[Entered, Form()]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is being changed: the claim as it stands, or a passage with nothing said yet."""

    claim: Claim
    picked: Shown | None

    @property
    def document(self) -> Document:
        return self.claim.span.document


@router.get("/{language:tongue}/edit")
async def edit(
    asked: Page,
    claim: Annotated[str, Query(max_length=64)] = "",
    part: Annotated[str, Query(max_length=8)] = "all",
    document: Annotated[str, Query(max_length=64)] = "",
    start: Annotated[int, Query(ge=0)] = 0,
    end: Annotated[int, Query(ge=0)] = 0,
) -> HTMLResponse:
    """The form, filled with what stands."""
    asking = Entered(claim=claim, document=document, start=start, end=end, part=part)
    draft = _draft(asked, asking)
    return _form(asked, draft, written(draft.claim, asking, asked))


@router.post("/{language:tongue}/edit")
async def look(asked: Page, form: Filled) -> HTMLResponse:
    """The form again, with the candidates or the meaning of what was typed. Nothing is recorded."""
    return _form(asked, _draft(asked, form), form)


@router.post("/{language:tongue}/change")
async def change(asked: Page, form: Filled) -> Response:
    """Record the change or the new claim; where something is unclear the form comes back as it was."""
    draft = _draft(asked, form)
    try:
        act = _act(asked, draft, form)
        entry = asked.case.record(act, asked.desk.actor, form.reason, form.seen)
    except Unclear as fault:
        return _form(asked, draft, form.model_copy(update={"look": fault.look}), asked.words(fault.code), 422)
    except CaseError as error:
        return _form(asked, draft, form, failed(error, asked.words).text, 409)
    claim = act.claim.id if isinstance(act, Added) else form.claim
    return asked.to("desk", claim=claim, said=entry.number)


def _draft(asked: Asked, form: Entered) -> Draft:
    """Raises ActRefused for a claim or a passage that is not there."""
    if form.claim:
        picked = chosen(asked.case, asked.state, form.claim)
        if picked is None:
            raise ActRefused(form.claim, "There is no such claim in the case")
        return Draft(picked.claim, picked)
    document = asked.case.document(form.document)
    if not form.start < form.end <= len(document.text):
        raise ActRefused("an empty passage", "Select some words of the text")
    span = Span(document, form.start, form.end)
    return Draft(Claim(asked.state.subject.name, span, NOWHERE, When()), None)


def _act(asked: Asked, draft: Draft, form: Entered) -> Act:
    said = _said(asked, draft, form)
    if draft.picked is None:
        return Added(replace(draft.claim, **said))
    if all(getattr(draft.claim, part) == said[part] for part in PARTS):
        raise Unclear("nothing_changed")
    read = asked.case.proposed(form.claim)
    changed = {part: value for part, value in said.items() if getattr(read, part) != value}
    return Judged(form.claim, Verdict.AMEND, Amendment(**changed))


def _said(asked: Asked, draft: Draft, form: Entered) -> dict[str, Any]:
    """Every part of the claim as the form has it."""
    return {
        "place": _place(asked, draft, form),
        "when": _when(asked, draft, form),
        "status": form.status,
        "evidence": form.evidence,
        "companions": form.named_companions(),
        "activity": form.activity.strip(),
        "attribution": form.chain(asked.words),
    }


def _place(asked: Asked, draft: Draft, form: Entered) -> Place:
    surface = draft.claim.place.surface
    match form.place:
        case "keep":
            return draft.claim.place
        case "unspecified" | "in_transit":
            return Place(surface, Precision(form.place))
        case "drawn":
            return form.drawn_place(surface, asked.language)
    choices = asked.desk.instruments.places(form.place_words)
    if form.found_for != form.place_words or not form.place.isdigit() or int(form.place) >= len(choices):
        raise Unclear("choose_place", "place")
    picked = choices[int(form.place)]
    return replace(picked, surface=surface or picked.surface, confidence=1.0)


def _when(asked: Asked, draft: Draft, form: Entered) -> When:
    match form.time:
        case "words":
            found = asked.desk.instruments.when(form.time_words, draft.document)
            if found is None:
                raise Unclear("not_understood", "time")
            return found
        case "bounds":
            earliest, latest = form.bounds()
            return asked.desk.instruments.between(earliest, latest) if earliest or latest else When()
    return draft.claim.when


def _form(asked: Asked, draft: Draft, form: Entered, fault: str = "", status: int = 200) -> HTMLResponse:
    """The desk with the form in the place of the record."""
    meant = _meant(asked, draft, form) if form.look == "time" else None
    choices = asked.desk.instruments.places(form.place_words) if form.place_words else ()
    seen = form.seen or asked.state.number
    values = {
        "edit": form.model_copy(update={"seen": seen, "found_for": form.place_words}),
        "kept": draft.claim,
        "fault": fault,
        "choices": choices,
        "meant": meant,
        "moves": _moves(asked, draft, meant) if meant else None,
        "statuses": [s.value for s in Status],
        "kinds_of_evidence": [kind.value for kind in Evidence],
        "kinds_of_source": [asked.words.named("kind", kind.value) for kind in SourceKind],
        "chart": _chart(asked, draft, form, choices),
        "text": draft.document,
    }
    return on_the_desk(asked, form.claim, document=draft.document.id, status=status, **values)


def _chart(asked: Asked, draft: Draft, form: Entered, choices: Any) -> Any:
    """The chosen candidate, else the place as it stands, else wherever the document speaks of."""
    first = choices[int(form.place)] if form.place.isdigit() and int(form.place) < len(choices) else None
    near = [c for _, c in asked.case.claims(asked.state.of(draft.document.id))]
    for place in (first, *choices[:1], draft.claim.place, *(c.place for c in near)):
        if place and (place.point or place.area):
            return asked.desk.chart.svg(place, draft.claim.status, asked.language, asked.words("map"))
    return None


def _meant(asked: Asked, draft: Draft, form: Entered) -> When | None:
    try:
        found = _when(asked, draft, form)
    except Unclear:
        return None
    return None if found.unknown else found


def _moves(asked: Asked, draft: Draft, meant: When) -> list[tuple[str, str, str]] | None:
    """What else moves with the date: (what, before, after); None where that was not reckoned."""
    if draft.picked is None:
        return []
    before = asked.desk.events()
    after = asked.desk.instruments.events(asked.case, {draft.picked.id: replace(draft.claim, when=meant)})
    if before is None or after is None:
        return None
    one = next((e for e in before if draft.picked.id in e.claims), None)
    two = next((e for e in after if draft.picked.id in e.claims), None)
    if one is None or two is None:
        return []
    words, voice = asked.words, Voice(asked.language)

    def number(n: int | None) -> str:
        return words("none") if n is None else words.number(n)

    told = [
        ("move_order", number(one.place), number(two.place)),
        ("move_company", number(len(one.claims) - 1), number(len(two.claims) - 1)),
        ("move_date", date_words(one.when, voice), date_words(two.when, voice)),
        ("move_conflicts", number(one.conflicts), number(two.conflicts)),
    ]
    return [(words(what), was, now) for what, was, now in told if was != now]
