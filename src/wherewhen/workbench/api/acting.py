"""Acting: every decision that a person can take at the desk, said by a script."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Form, Path, Request, UploadFile
from pydantic import Field

from wherewhen.model.errors import ActRefused
from wherewhen.model.judgement import Role, Verdict
from wherewhen.workbench.api.answers import EntryAnswer, TakenAnswer
from wherewhen.workbench.api.description import name_of
from wherewhen.workbench.api.faults import FAULTS
from wherewhen.workbench.api.looking import desk_of
from wherewhen.workbench.instruments import Told
from wherewhen.workbench.rules import FOLDER, Rules
from wherewhen.workbench.saying import Saying, Strict

router = APIRouter(tags=["act"], responses=FAULTS, generate_unique_id_function=name_of)
Name = Annotated[str, Path(max_length=64)]
Id = Annotated[str, Field(max_length=64)]
Why = Annotated[str, Field(max_length=2000)]
Seen = Annotated[int, Field(ge=1, description="The number of the newest entry when you looked.")]


class Judging(Strict):
    verdict: Verdict
    seen: Seen
    reason: Why = ""


class Amending(Strict):
    change: Saying
    seen: Seen
    reason: Why = ""


class Adding(Strict):
    """``start`` and ``end`` count code points of the document's text."""

    document: Id
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    says: Saying
    seen: Seen
    reason: Why = ""


class Bonding(Strict):
    """``one`` event, or else the first claim apart from the others."""

    claims: Annotated[list[Id], Field(min_length=2, max_length=100)]
    one: bool
    seen: Seen
    reason: Why = ""


class Illustrating(Strict):
    """``item`` is the SHA-256 of a picture of the case; null takes the picture away."""

    item: Id | None
    seen: Seen
    reason: Why = ""


class Naming(Strict):
    person: Annotated[str, Field(min_length=1, max_length=200)]
    role: Role
    seen: Seen
    reason: Why = ""


class Noting(Strict):
    text: Annotated[str, Field(min_length=1, max_length=10_000)]
    about: Annotated[str, Field(max_length=300)] = ""


class Undoing(Strict):
    number: Annotated[int, Field(ge=1)]
    reason: Why = ""


class Publishing(Strict):
    """``folder`` is a plain name; it is made beside the case."""

    folder: Annotated[str, Field(pattern=FOLDER)]
    draft: bool = False


@router.post("/api/claims/{claim}/judge")
async def judge(request: Request, claim: Name, asked: Judging) -> EntryAnswer:
    """Accept, reject, protect, or lift the protection."""
    return EntryAnswer.of(desk_of(request).verbs.judge(claim, asked.verdict, asked.reason, asked.seen))


@router.post("/api/claims/{claim}/amend")
async def amend(request: Request, claim: Name, asked: Amending) -> EntryAnswer:
    """Correct parts of a claim; what is left out stays as it is."""
    return EntryAnswer.of(desk_of(request).verbs.amend(claim, asked.change, asked.reason, asked.seen))


@router.post("/api/claims/{claim}/picture")
async def illustrate(request: Request, claim: Name, asked: Illustrating) -> EntryAnswer:
    """Give a picture of the case to a claim."""
    return EntryAnswer.of(desk_of(request).verbs.illustrate(claim, asked.item, asked.reason, asked.seen))


@router.post("/api/claims")
async def add(request: Request, asked: Adding) -> EntryAnswer:
    """A claim of one's own from a passage; it counts as accepted."""
    verbs = desk_of(request).verbs
    made = verbs.add_claim(asked.document, asked.start, asked.end, asked.says, asked.reason, asked.seen)
    return EntryAnswer.of(made)


@router.post("/api/bonds")
async def bond(request: Request, asked: Bonding) -> EntryAnswer:
    """One event or several, whatever the rules say."""
    verbs = desk_of(request).verbs
    act = verbs.join if asked.one else verbs.part
    return EntryAnswer.of(act(asked.claims, asked.reason, asked.seen))


@router.post("/api/pictures")
async def add_picture(request: Request, file: UploadFile) -> EntryAnswer:
    """Keep a picture as evidence; it is read in a process of its own first."""
    label = (file.filename or "picture")[:200]
    return EntryAnswer.of(desk_of(request).verbs.add_picture(await file.read(), label))


@router.post("/api/roles")
async def role(request: Request, asked: Naming) -> EntryAnswer:
    """What a person is in this case, and so whether to be named."""
    return EntryAnswer.of(desk_of(request).verbs.role(asked.person, asked.role, asked.reason, asked.seen))


@router.post("/api/policy")
async def policy(request: Request, asked: Rules) -> EntryAnswer:
    """The rules of the next publication; loosening them takes a second person and a reason."""
    verbs = desk_of(request).verbs
    try:
        if not asked.answered:
            raise ActRefused("looser rules", "Name a second person and say why")
        return EntryAnswer.of(
            verbs.set_policy(asked.over(verbs.policy), asked.why(f"second person: {asked.second.strip()}"))
        )
    except ValueError as error:
        raise ActRefused(f"a rule ({error})", "A rule is a number, or empty") from None


@router.post("/api/notes")
async def note(request: Request, asked: Noting) -> EntryAnswer:
    """A remark on a thing, or on the case."""
    return EntryAnswer.of(desk_of(request).verbs.note(asked.text, asked.about))


@router.post("/api/undo")
async def undo(request: Request, asked: Undoing) -> EntryAnswer:
    """Take back an entry; taking back a taking back does it again."""
    return EntryAnswer.of(desk_of(request).verbs.undo(asked.number, asked.reason))


@router.post("/api/publish")
async def publish(request: Request, asked: Publishing) -> EntryAnswer:
    """What people passed, to a folder beside the case, with its proof."""
    desk = desk_of(request)
    return EntryAnswer.of(desk.verbs.publish(desk.case.folder.parent / asked.folder.strip(), asked.draft))


@router.post("/api/documents")
async def add_document(
    request: Request,
    file: UploadFile,
    publisher: Annotated[str, Form(max_length=400)] = "",
    published: Annotated[date | None, Form()] = None,
    url: Annotated[str, Form(max_length=2000)] = "",
    title: Annotated[str, Form(max_length=400)] = "",
) -> list[TakenAnswer]:
    """Take in a file and all that lies in it; what is refused is told and the rest goes on."""
    told = Told(publisher, published, url, title)
    taken = desk_of(request).verbs.add_bytes((file.filename or "file")[:200], await file.read(), told)
    return [TakenAnswer.of(one) for one in taken]
