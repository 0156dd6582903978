"""An entry as it lies in the table: sealed content, and the chain around it."""

from __future__ import annotations

import os
from dataclasses import dataclass

from wherewhen.casefile.seal import entry_hash, seal
from wherewhen.model.errors import CaseDamaged

COLUMNS = "number, at, actor, kind, previous, seal, body_seal, hash, salt, payload"
_REMEDY = "Go back to a copy of the case that still verifies"
Raw = tuple[int, bytes, bytes, bytes, bytes, bytes, bytes | None, bytes, bytes | None, bytes | None]


@dataclass(frozen=True, slots=True)
class Draft:
    """What is about to be appended; ``body`` is the long part, if there is one."""

    at: str
    actor: str
    kind: str
    payload: bytes
    body: bytes | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """``salt`` and ``payload`` are None once the content was erased."""

    number: int
    at: str
    actor: str
    kind: str
    previous: str
    seal: str
    body_seal: str | None
    hash: str
    salt: bytes | None
    payload: bytes | None

    @classmethod
    def next(cls, draft: Draft, number: int, previous: str) -> Row:
        """The draft as entry ``number`` after the one whose hash is ``previous``."""
        salt = os.urandom(16)
        sealed = seal(salt, draft.payload)
        body = seal(salt, draft.body) if draft.body is not None else None
        whole = entry_hash(number, draft.at, draft.actor, draft.kind, previous, sealed, body)
        return cls(
            number, draft.at, draft.actor, draft.kind, previous, sealed, body, whole, salt, draft.payload
        )

    @classmethod
    def checked(cls, raw: Raw, number: int, previous: str | None) -> Row:
        """A row of the table that is what was written there as entry ``number``. Raises CaseDamaged."""
        if not all(part is None or isinstance(part, bytes) for part in raw[1:]):
            raise damaged(number, "is unreadable")
        try:
            texts = [part.decode() if part is not None else None for part in raw[1:8]]
        except UnicodeDecodeError:
            raise damaged(number, "is unreadable") from None
        row = cls(raw[0], *texts, *raw[8:])  # type: ignore[arg-type, call-arg]
        row._check(number, previous)
        return row

    def _check(self, number: int, previous: str | None) -> None:
        if self.number != number:
            raise damaged(number, "is missing")
        if previous is not None and self.previous != previous:
            raise damaged(number, "does not follow the entry before it")
        said = (self.number, self.at, self.actor, self.kind, self.previous, self.seal, self.body_seal)
        if entry_hash(*said) != self.hash:
            raise damaged(number, "was changed")
        if (self.salt is None) != (self.payload is None) or not self._sealed(self.payload, self.seal):
            raise damaged(number, "has another content than was recorded")

    def _sealed(self, content: object, sealed: str | None) -> bool:
        if content is None or self.salt is None:
            return True
        return isinstance(content, bytes) and len(self.salt) == 16 and seal(self.salt, content) == sealed

    def body(self, content: bytes | None) -> bytes | None:
        """The long part, checked; None where it was erased. Raises CaseDamaged."""
        kept = self.payload is not None and self.body_seal is not None
        if kept != (content is not None) or not self._sealed(content, self.body_seal):
            raise damaged(self.number, "has another reading than was recorded")
        return content


def damaged(number: int, what: str) -> CaseDamaged:
    return CaseDamaged(f"entry {number} {what}", _REMEDY)
