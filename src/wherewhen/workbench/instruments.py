"""What the workbench borrows from other rooms; ``wherewhen.instruments`` makes it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from wherewhen.casefile import Casefile, Entry
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.errors import WherewhenError
from wherewhen.model.item import FileClaim
from wherewhen.model.judgement import Terms
from wherewhen.model.place import Place
from wherewhen.model.when import When
from wherewhen.publication.ground import Towns
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.site.base import Basemap


@dataclass(frozen=True, slots=True)
class Event:
    """A sighting by the names that the case has for its claims; ``place`` in the itinerary counts from 1."""

    claims: tuple[str, ...]
    when: When
    place: int | None
    conflicts: int


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one thing that was handed over; ``error`` is set where it was refused.

    found  claims that are proposed now
    known  the case held the same bytes already
    """

    label: str
    sha256: str = ""
    found: int = 0
    known: bool = False
    error: WherewhenError | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """Where and when a document was published, as whoever adds it says."""

    publisher: str = ""
    published: date | None = None
    url: str = ""
    title: str = ""


class Instruments(Protocol):
    """Reading of words, and the events of a case."""

    @property
    def basemap(self) -> Basemap: ...
    @property
    def towns(self) -> Towns: ...

    def places(self, words: str) -> Sequence[Place]:
        """What words can mean: areas that they describe first, then places of that name, best first."""
        ...

    def when(self, words: str, document: Document) -> When | None:
        """The bounds that words put on an event told in a document; None where they name no time."""
        ...

    def between(self, earliest: date | None, latest: date | None) -> When:
        """An event somewhere between two days."""
        ...

    def events(self, case: Casefile, instead: Mapping[str, Claim] | None = None) -> Sequence[Event] | None:
        """Every event of all claims that were not rejected, with some claims put in the place of others.

        None where the case is too large to be reckoned while somebody waits.
        """
        ...

    def picture(self, name: str, content: bytes) -> tuple[FileClaim, ...]:
        """What a picture's file says of itself. Raises InputError for what is no picture."""
        ...

    def add(self, case: Casefile, label: str, content: bytes, told: Told, actor: str) -> Sequence[Taken]:
        """A file and all that lies in it: kept, read, and what it claims proposed. Raises CaseError."""
        ...

    def policy(self, case: Casefile) -> Policy:
        """The rules under which the case is published."""
        ...

    def terms(self, policy: Policy) -> Terms:
        """The same as data for the journal."""
        ...

    def public(self, case: Casefile) -> PublicCase | None:
        """What may go out of what people have passed; None where nobody passed anything."""
        ...

    def site(self, public: PublicCase) -> dict[str, bytes]:
        """The files of the page, by relative name."""
        ...

    def release(self, case: Casefile, target: Path, actor: str, draft: bool) -> Entry:
        """Publish to a folder, whole or not at all. Raises ActRefused, OutputError."""
        ...
