"""What can happen to a case: every act that its journal keeps. An act is appended, never edited.

A *thing* is what an act is about, by name: a claim by its id (16 hexadecimal digits), a document or
picture by the SHA-256 of its bytes (64), else ``roles:NAME``, ``bonds:ID+ID``, ``settings:policy``,
``settings:subject``, ``pictures:CLAIM``, ``notes:NUMBER``, ``publications:NUMBER``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Document
from wherewhen.model.evidence import Evidence
from wherewhen.model.item import FileClaim
from wherewhen.model.person import Person
from wherewhen.model.place import Place
from wherewhen.model.source import Source
from wherewhen.model.tool import Tool
from wherewhen.model.when import When

Term = str | int | float | bool | None | tuple[str, ...]
Terms = tuple[tuple[str, Term], ...]
"""A policy as data: the names of its rules with their values."""


class Verdict(StrEnum):
    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    PROTECT = "protect"
    UNPROTECT = "unprotect"


class Role(StrEnum):
    """What a person is in this case; who has no role is treated as unknown, and not named."""

    OFFICIAL = "official"
    ACCUSED = "accused"
    VICTIM = "victim"
    MISSING = "missing"
    WITNESS = "witness"
    BYSTANDER = "bystander"
    MINOR = "minor"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a person corrected; None leaves a part as it was read."""

    place: Place | None = None
    when: When | None = None
    status: Status | None = None
    evidence: Evidence | None = None
    companions: tuple[str, ...] | None = None
    activity: str | None = None
    attribution: tuple[Source, ...] | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """One reading of one document: its text and what was found in it."""

    document: Document
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Where a claim stands: code points ``[start, end)`` of the document's text in that reading.

    confidence  0..1, as the reading has it: the most doubtful are reviewed first
    """

    claim: str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Opened:
    """The first act of every case: whose movements, and for what purpose."""

    subject: Person
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """Something came into the case.

    sha256     of its bytes, which lie in the evidence store; the same bytes may be collected twice
    size       bytes
    label      the name under which it came; never used as a path
    origin     where from: an address, a medium, the file's path as given
    method     how: "read from disk", "taken out of ARCHIVE" ...
    when       UTC of the collecting, ISO 8601; may be earlier than the entry
    collector  who
    media      media type, e.g. ``text/html``
    part_of    SHA-256 of the archive, mail or page that held it
    like       SHA-256 of items that are nearly the same (a syndicated text, a photo in another size)
    says       what the file says about itself: claims that anybody can write, never facts
    """

    sha256: str
    size: int
    label: str
    origin: str
    method: str
    when: str
    collector: str
    media: str
    tool: Tool
    part_of: str | None = None
    like: tuple[str, ...] = ()
    says: tuple[FileClaim, ...] = ()

    @property
    def evidentiary(self) -> bool:
        """Whether nothing is missing that the chain of custody asks for."""
        said = (self.sha256, self.label, self.origin, self.method, self.when, self.collector, self.media)
        return all(said) and bool(self.tool.name and self.tool.version)


@dataclass(frozen=True, slots=True)
class Read:
    """A document was read, for the first time or again; a later reading replaces proposals, never a decision.

    found     the claims of this reading
    gone      proposals of earlier readings that this one does not make any more
    findings  the text and the claims themselves; None when it comes out of the history
    """

    document: str
    tool: Tool
    found: tuple[Found, ...] = ()
    gone: tuple[str, ...] = ()
    findings: Findings | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Judged:
    """A person decided about a claim. ``amendment`` belongs to AMEND and replaces an earlier one whole."""

    claim: str
    verdict: Verdict
    amendment: Amendment | None = None

    def __post_init__(self) -> None:
        if (self.verdict is Verdict.AMEND) != (self.amendment is not None):
            raise ValueError("an amendment, and only that, says what is amended")


@dataclass(frozen=True, slots=True)
class Added:
    """A person made a claim from a passage; it counts as accepted."""

    claim: Claim


@dataclass(frozen=True, slots=True)
class Joined:
    """These claims speak of one event, whatever the rules say."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parted:
    """The first claim does not speak of the same event as the others."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Illustrated:
    """The picture that goes with a claim's sighting, by SHA-256; None takes it away."""

    claim: str
    image: str | None


@dataclass(frozen=True, slots=True)
class Roles:
    """What a person is in this case, and so whether to be named."""

    person: str
    role: Role


@dataclass(frozen=True, slots=True)
class PolicySet:
    """By which rules this case is published."""

    terms: Terms


@dataclass(frozen=True, slots=True)
class Noted:
    """A remark on a thing, or on the case as a whole where ``about`` is empty."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Undone:
    """Entry ``number`` is taken back; taking back such an entry brings the first one into force again."""

    number: int


@dataclass(frozen=True, slots=True)
class Published:
    """A publication went out: where to, as it stood at which head, under which rules, made by what."""

    where: str
    head: str
    draft: bool
    terms: Terms
    tools: tuple[Tool, ...]
    files: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """Deleted by law or for safety: contents of entries, items of the evidence store. Never taken back."""

    entries: tuple[int, ...]
    items: tuple[str, ...] = ()


Act = (
    Opened
    | Collected
    | Read
    | Judged
    | Added
    | Joined
    | Parted
    | Illustrated
    | Roles
    | PolicySet
    | Noted
    | Undone
    | Published
    | Erased
)
ACTS: tuple[type, ...] = Act.__args__
