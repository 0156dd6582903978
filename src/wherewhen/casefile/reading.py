"""A reading of a document, as acts: what came with it, what is found, what is not proposed any more."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace

from wherewhen.casefile.script import now
from wherewhen.casefile.state import State
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document, Image
from wherewhen.model.judgement import Act, Amendment, Collected, Findings, Found, Read
from wherewhen.model.tool import Tool


def reading(
    document: Document,
    claims: Sequence[Claim],
    pictures: Mapping[str, Image],
    state: State,
    tool: Tool,
    actor: str,
) -> list[Act]:
    """Pictures by SHA-256 that the case does not hold yet, then the reading itself."""
    by_id = {claim.id: claim for claim in claims}
    new = [
        _picture(sha256, image, document, tool, actor)
        for sha256, image in pictures.items()
        if sha256 not in state.items
    ]
    found = tuple(
        Found(name, claim.span.start, claim.span.end, round(claim.confidence, 3))
        for name, claim in by_id.items()
    )
    gone = tuple(h.id for h in state.of(document.id) if not (h.gone or h.added or h.id in by_id))
    return [*new, Read(document.id, tool, found, gone, Findings(document, tuple(by_id.values())))]


def _picture(sha256: str, image: Image, document: Document, tool: Tool, actor: str) -> Collected:
    size = len(image.content or b"")
    origin = document.url or document.path or document.id
    return Collected(
        sha256, size, image.src, origin, "came with the document", now(), actor, "image", tool, document.id
    )


def amended(claim: Claim, amendment: Amendment | None) -> Claim:
    """The claim with what a person corrected."""
    if amendment is None:
        return claim
    said = {f.name: getattr(amendment, f.name) for f in fields(amendment)}
    return replace(claim, **{name: value for name, value in said.items() if value is not None})
