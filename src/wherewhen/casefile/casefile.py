"""One open case: a folder with ``case.sqlite`` and ``evidence/``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from wherewhen.casefile.entry import Entry
from wherewhen.casefile.search import Hit
from wherewhen.casefile.state import State
from wherewhen.casefile.store import Store
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.judgement import Act, Findings
from wherewhen.model.person import Person
from wherewhen.model.tool import Tool


class Casefile:
    """The one door to a case. An entry that ``record`` returned is on the disk and stays.

    Safe to use from several processes at once, each with its own ``Casefile``; calls on one instance
    must not overlap.
    """

    @classmethod
    def create(cls, folder: Path, subject: Person, actor: str, purpose: str = "") -> Casefile:
        """Make a new case in a folder that does not exist or is empty. Raises NoCase, CaseUnwritable."""
        raise NotImplementedError

    @classmethod
    def open(cls, folder: Path) -> Casefile:
        """Open a case; every entry is checked against the chain. Raises NoCase, CaseDamaged."""
        raise NotImplementedError

    @property
    def state(self) -> State:
        """The case as it stands, with what other processes recorded in the meantime."""
        raise NotImplementedError

    @property
    def head(self) -> str:
        """Hash of the newest entry, 64 hexadecimal digits."""
        raise NotImplementedError

    def record(self, act: Act, actor: str, reason: str = "", seen: int | None = None) -> Entry:
        """Append an act and return its entry once it is safe.

        ``seen`` is the ``State.number`` (or ``State.revision`` of the thing) that the writer had on screen.
        Raises StaleError where a thing of the act has a newer revision, ActRefused, CaseUnwritable.
        """
        raise NotImplementedError

    def read(self, document: Document, claims: Sequence[Claim], tool: Tool, actor: str) -> Entry:
        """Record a reading of an item that was collected; pictures that came with it go to the store."""
        raise NotImplementedError

    def undo(self, number: int, actor: str, reason: str = "") -> Entry:
        """Take back entry ``number``. Taking back an undoing does it again. Raises ActRefused."""
        raise NotImplementedError

    def erase(self, item: str, actor: str, reason: str) -> Entry:
        """Delete an item, its readings and all that was decided on them; hashes and the fact remain."""
        raise NotImplementedError

    def history(self, thing: str | None = None) -> Sequence[Entry]:
        """All entries, or those about one thing, oldest first; decoded only when looked at."""
        raise NotImplementedError

    def claim(self, claim: str) -> Claim:
        """A claim as it stands, with what a person amended. Raises ActRefused where there is none."""
        raise NotImplementedError

    def proposed(self, claim: str) -> Claim:
        """The same claim as it was read, before anybody amended it."""
        raise NotImplementedError

    def document(self, sha256: str) -> Document:
        """A document in its newest reading. Raises ActRefused where it was never read."""
        raise NotImplementedError

    def findings(self, reading: int) -> Findings:
        """The text and the claims of one reading, by number of its entry."""
        raise NotImplementedError

    def evidence(self) -> Store:
        """The originals, by hash."""
        raise NotImplementedError

    def search(self, words: str, limit: int = 50) -> Sequence[Hit]:
        """Passages with all the words, best first; Arabic and Latin spellings are folded."""
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def __enter__(self) -> Casefile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
