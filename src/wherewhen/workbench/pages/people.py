"""People and policy: who may be named, and what else may go out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from fastapi.responses import HTMLResponse, Response

from wherewhen.model.errors import CaseError
from wherewhen.model.judgement import PolicySet, Role, Roles
from wherewhen.workbench.asked import Asked, Page
from wherewhen.workbench.message import failed
from wherewhen.workbench.people import people
from wherewhen.workbench.rules import Rules

router = APIRouter(include_in_schema=False)
Seen = Annotated[int, Form(ge=1)]


@router.get("/{language:tongue}/people")
async def who(asked: Page) -> HTMLResponse:
    return _page(asked, Rules.of(asked.desk.instruments.policy(asked.case)))


@router.post("/{language:tongue}/role")
async def role(
    asked: Page,
    person: Annotated[str, Form(min_length=1, max_length=200)],
    role: Annotated[Role, Form()],
    seen: Seen,
    reason: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """What a person is in this case, and so whether to be named."""
    try:
        entry = asked.case.record(Roles(person.strip(), role), asked.desk.actor, reason, seen)
    except CaseError as error:
        rules = Rules.of(asked.desk.instruments.policy(asked.case))
        return _page(asked, rules, failed(error, asked.words).text, 409)
    return asked.to("people", said=entry.number)


@router.post("/{language:tongue}/policy")
async def policy(asked: Page, rules: Annotated[Rules, Form()]) -> Response:
    """The rules of the next publication; loosening them takes two."""
    words, instruments = asked.words, asked.desk.instruments
    try:
        if not rules.answered:
            return _page(asked, rules, words("override_note"), 422)
        terms = instruments.terms(rules.over(instruments.policy(asked.case)))
    except ValueError:
        return _page(asked, rules, words("not_a_number"), 422)
    second = words("second_person", name=rules.second.strip())
    entry = asked.case.record(PolicySet(terms), asked.desk.actor, rules.why(second))
    return asked.to("people", said=entry.number)


def _page(asked: Asked, rules: Rules, fault: str = "", status: int = 200) -> HTMLResponse:
    named = asked.desk.instruments.policy(asked.case).named
    return asked.page(
        "people.html", "people", status,
        people=people(asked.case, asked.state), roles=list(Role), rules=rules, fault=fault,
        seen=asked.state.number, named=sorted(named or ()), subject=asked.state.subject,
    )  # fmt: skip
