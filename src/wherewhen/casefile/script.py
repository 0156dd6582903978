"""Acts as they are written: a short payload that is sealed, and for readings a long body."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from wherewhen.casefile import codec
from wherewhen.casefile.entry import Entry
from wherewhen.casefile.row import Draft, Row, damaged
from wherewhen.casefile.seal import canonical
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused, WherewhenError
from wherewhen.model.judgement import ACTS, Act, Findings, Read

KINDS = {kind.__name__.lower(): kind for kind in ACTS}
_MALFORMED = (ValueError, TypeError, KeyError, AttributeError, RecursionError)


def drafted(act: Act, actor: str, reason: str, numbering: codec.Numbering) -> Draft:
    """Raises ActRefused for what cannot be written."""
    if not actor.strip():
        raise ActRefused("nobody", "Every entry says who acted")
    try:
        payload = {"act": codec.encode(act, numbering), "reason": reason}
        body = _body(act.findings) if isinstance(act, Read) and act.findings else None
        return Draft(now(), actor, type(act).__name__.lower(), canonical(payload).encode(), body)
    except (ValueError, TypeError) as error:
        raise ActRefused(
            f"{type(act).__name__} ({error})", "It holds something that cannot be kept"
        ) from None


def _body(findings: Findings) -> bytes:
    return canonical(codec.encode(findings, _own_text(findings.document))).encode()


def _own_text(document: Document) -> codec.Numbering:
    def number(other: Document) -> None:
        if other.id != document.id or other.text != document.text:
            raise ValueError("a claim of a reading stands in the text of that reading")

    return number


def now() -> str:
    """UTC, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def entry_of(row: Row, text_of: Callable[[int], Document]) -> Entry:
    """Raises CaseDamaged where the content is not an act that we know."""
    act, reason = (None, "") if row.payload is None else _act(row, row.payload, text_of)
    return Entry(row.number, row.at, row.actor, row.kind, reason, act, row.previous, row.hash)


def _act(row: Row, payload: bytes, text_of: Callable[[int], Document]) -> tuple[Act, str]:
    def text(reading: int | None) -> Document:
        if not isinstance(reading, int) or not 0 < reading < row.number:
            raise KeyError("a passage of no reading")
        return text_of(reading)

    try:
        content = json.loads(payload)
        return codec.decode(KINDS[row.kind], content["act"], text), str(content["reason"])
    except WherewhenError:
        raise
    except _MALFORMED as error:
        raise damaged(row.number, f"tells nothing that is known ({error})") from None


def told(entry: Entry) -> dict[str, Any]:
    """An entry as plain JSON, for other programs."""
    about = {"number": entry.number, "at": entry.at, "actor": entry.actor, "kind": entry.kind}
    act = codec.encode(entry.act, lambda document: None) if entry.act else None
    return about | {"reason": entry.reason, "act": act, "hash": entry.hash, "previous": entry.previous}


def findings_of(number: int, body: bytes, pictures: codec.Pictures) -> Findings:
    """Raises CaseDamaged, EvidenceDamaged."""
    try:
        content: dict[str, Any] = json.loads(body)
        document: Document = codec.decode(Document, content["document"], _no_text, pictures)
        claims = codec.decode(tuple[Claim, ...], content.get("claims", []), lambda reading: document)
        return Findings(document, claims)
    except WherewhenError:
        raise
    except _MALFORMED as error:
        raise damaged(number, f"holds no reading ({error})") from None


def _no_text(reading: int | None) -> Document:
    raise KeyError("a document holds no passages of another")
