"""The smallest thing worth keeping: one passage that says where the subject was."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from wherewhen.model.evidence import Evidence
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import When


class Status(StrEnum):
    ASSERTED = "asserted"
    ATTRIBUTED = "attributed"
    INFERRED = "inferred"
    PLANNED = "planned"
    DENIED = "denied"

    @property
    def claimed(self) -> bool:
        """True where some source says that it happened."""
        return self in (Status.ASSERTED, Status.ATTRIBUTED, Status.INFERRED)


@dataclass(frozen=True, slots=True)
class Claim:
    """One passage on one presence of the subject.

    attribution  chain of sources, innermost first, the document's publisher left out
    role         how the passage puts the subject there: present, arriving, leaving, passing, born, died ...
    image        index into the document's images of the picture it describes, else None
    """

    subject: str
    span: Span
    place: Place
    when: When
    status: Status = Status.ASSERTED
    evidence: Evidence = Evidence.UNATTRIBUTED
    attribution: tuple[Source, ...] = ()
    companions: tuple[str, ...] = ()
    activity: str = ""
    role: str = "present"
    image: int | None = None
    confidence: float = 1.0
    reasons: tuple[Reason, ...] = ()
    tool: Tool | None = None

    @property
    def id(self) -> str:
        """Hash of what is claimed and where it stands: reading twice adds nothing."""
        said = (
            self.subject, self.span.document.id, self.span.start, self.span.end, self.place.surface,
            self.place.gazetteer_id, self.when.begin, self.when.end, self.status, self.role,
        )  # fmt: skip
        return hashlib.sha256(repr(said).encode()).hexdigest()[:16]
