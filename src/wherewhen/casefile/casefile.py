"""One open case: a folder with ``case.sqlite`` and ``evidence/``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, suppress
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from wherewhen import __version__
from wherewhen.casefile import refusal
from wherewhen.casefile.disk import make_folder, sync_folder
from wherewhen.casefile.entry import Entry
from wherewhen.casefile.erasure import erasure
from wherewhen.casefile.fold import Fold
from wherewhen.casefile.history import History
from wherewhen.casefile.journal import Journal, Pen, unwritable
from wherewhen.casefile.reading import amended, reading
from wherewhen.casefile.row import Row, damaged
from wherewhen.casefile.script import drafted, entry_of, findings_of, now
from wherewhen.casefile.search import Hit, Index
from wherewhen.casefile.state import Held, State
from wherewhen.casefile.store import Store
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused, NoCase
from wherewhen.model.item import FileClaim
from wherewhen.model.judgement import (
    Act,
    Added,
    Collected,
    Erased,
    Findings,
    Opened,
    Read,
    Undone,
)
from wherewhen.model.person import Person
from wherewhen.model.tool import Tool

JOURNAL, EVIDENCE, SEARCH = "case.sqlite", "evidence", "search.sqlite"
LIKENESS = "likeness.sqlite"
"""Which items repeat each other; like the index it can be made anew."""
OURS = Tool("wherewhen", __version__)
_LEFT = {JOURNAL, f"{JOURNAL}-journal", EVIDENCE}


class Casefile:
    """The one door to a case. An entry that ``record`` returned is on the disk and stays.

    Safe to use from several processes at once, each with its own ``Casefile``; calls on one instance
    must not overlap.
    """

    def __init__(self, folder: Path) -> None:
        """Use ``create`` or ``open``."""
        self.folder = folder
        self._journal = Journal(folder / JOURNAL)
        self._store = Store(folder / EVIDENCE)
        self._index: Index | None = None
        self._readings = lru_cache(maxsize=64)(self._findings)
        self._fold = Fold(self._act)
        self._erased: set[str] = set()
        self._indexed = 0

    @classmethod
    def create(cls, folder: Path, subject: Person, actor: str, purpose: str = "") -> Casefile:
        """Make a new case in a folder that does not exist or is empty. Raises NoCase, CaseUnwritable."""
        draft = drafted(Opened(subject, purpose), actor, "", _no_passages)
        try:
            if folder.exists() and not {path.name for path in folder.iterdir()} <= _LEFT:
                raise NoCase(folder, "The folder holds other files: choose an empty or a new one")
            make_folder(folder / EVIDENCE)
            Journal.create(folder / JOURNAL, draft).close()
            sync_folder(folder)
        except OSError as error:
            raise unwritable(folder, error) from None
        return cls.open(folder)

    @classmethod
    def open(cls, folder: Path) -> Casefile:
        """Open a case; every entry is checked against the chain. Raises NoCase, CaseDamaged."""
        with ExitStack() as otherwise:
            case = cls(folder)
            otherwise.callback(case.close)
            case._journal.check_kind()
            if not case._journal.newest()[0]:
                raise NoCase(folder, "It was never finished: make it again with: wherewhen case new")
            case._catch_up()
            otherwise.pop_all()
        return case

    @property
    def state(self) -> State:
        """The case as it stands, with what other processes recorded in the meantime."""
        self._catch_up()
        return self._fold.state()

    @property
    def head(self) -> str:
        """Hash of the newest entry, 64 hexadecimal digits."""
        return self.state.head

    def record(self, act: Act, actor: str, reason: str = "", seen: int | None = None) -> Entry:
        """Append an act and return its entry once it is safe.

        ``seen`` is the ``State.number`` (or ``State.revision`` of the thing) that the writer had on screen.
        Raises StaleError where a thing of the act has a newer revision, ActRefused, CaseUnwritable.
        """
        if isinstance(act, Erased):
            raise ActRefused("an erasure", "Use Casefile.erase, which finds all that has to go")
        return self._record(lambda state: (act,), actor, reason, seen)

    def _record(
        self, acts: Callable[[State], Sequence[Act]], actor: str, reason: str, seen: int | None = None
    ) -> Entry:
        """The acts that follow from the state, all or none; the last one's entry."""
        with self._journal.writing() as pen:
            self._catch_up()
            for act in acts(self._fold.glance()):
                if seen is not None:
                    refusal.check_seen(act, seen, self._fold)
                refusal.check(act, self._fold, self._store, self._act)
                self._append(pen, act, actor, reason)
        for row in pen.written:
            self._fold.add(self._entry(row))
        return self._entry(pen.written[-1])

    def _append(self, pen: Pen, act: Act, actor: str, reason: str) -> None:
        number, previous = self._fold.number + len(pen.written), self._fold.head
        if pen.written:
            previous = pen.written[-1].hash
        pen.append(drafted(act, actor, reason, self._numbering), number + 1, previous)
        if isinstance(act, Erased):
            pen.erase(act.entries)

    def collect(
        self,
        content: bytes | Path,
        label: str,
        origin: str,
        actor: str,
        *,
        method: str = "read from disk",
        media: str = "application/octet-stream",
        tool: Tool = OURS,
        part_of: str | None = None,
        like: tuple[str, ...] = (),
        says: tuple[FileClaim, ...] = (),
        collector: str = "",
        when: str = "",
    ) -> Entry:
        """Keep the bytes (or a file's) as evidence, then record where they came from. Raises CaseUnwritable.

        ``collector`` and ``when`` are as an archive states them; else the actor, now.
        """
        sha256 = self._store.put(content, label)
        size = len(content) if isinstance(content, bytes) else self._store.path(sha256).stat().st_size
        act = Collected(
            sha256, size, label, origin, method, when or now(), collector or actor, media, tool, part_of,
            like, says,
        )  # fmt: skip
        return self.record(act, actor)

    def read(self, document: Document, claims: Sequence[Claim], tool: Tool, actor: str) -> Entry:
        """Record a reading of an item that was collected; pictures that came with it go to the store."""
        pictures = {self._store.put(i.content, i.src): i for i in document.images if i.content is not None}
        entry = self._record(lambda state: reading(document, claims, pictures, state, tool, actor), actor, "")
        self._opened_index().hold(entry.number, document)
        return entry

    def undo(self, number: int, actor: str, reason: str = "") -> Entry:
        """Take back entry ``number``. Taking back an undoing does it again. Raises ActRefused."""
        return self.record(Undone(number), actor, reason)

    def erase(self, item: str, actor: str, reason: str) -> Entry:
        """Delete an item, its readings and all that was decided on them; hashes and the fact remain."""
        if not reason.strip():
            raise ActRefused(item, "An erasure says why")
        entry = self._record(lambda state: (erasure(item, state),), actor, reason)
        self._fold_anew()
        self._finish_erasures()
        self._forget()
        return entry

    def _forget(self) -> None:
        """What was made from the texts goes as well, and is made anew from what is left."""
        if self._index:
            self._index.close()
        self._index, self._indexed = None, 0
        for name in (SEARCH, LIKENESS):
            with suppress(OSError):
                (self.folder / name).unlink(missing_ok=True)

    def _finish_erasures(self) -> None:
        items = self._fold.glance().items
        for sha256 in self._erased - items.keys():
            self._store.remove(sha256)

    def history(self, thing: str | None = None) -> Sequence[Entry]:
        """All entries, or those about one thing, oldest first; decoded only when looked at."""
        state = self.state
        numbers = range(1, state.number + 1) if thing is None else state.touched.get(thing, ())
        return History(numbers, self.entry)

    def entry(self, number: int) -> Entry:
        """One entry. Raises CaseDamaged where there is none."""
        return self._entry(self._journal.row(number))

    def claim(self, claim: str) -> Claim:
        """A claim as it stands, with what a person amended. Raises ActRefused where there is none."""
        held = self._held(claim)
        return amended(self._proposals(held.entry)[claim], held.amendment)

    def proposed(self, claim: str) -> Claim:
        """The same claim as it was read, before anybody amended it."""
        return self._proposals(self._held(claim).entry)[claim]

    def claims(self, held: Iterable[Held], pictures: bool = False) -> Iterator[tuple[Held, Claim]]:
        """Many claims as they stand; quickest where those of one reading follow each other."""
        for entry, group in groupby(sorted(held, key=lambda h: (h.entry, h.start)), lambda h: h.entry):
            proposals = self._proposals(entry, pictures)
            yield from ((one, amended(proposals[one.id], one.amendment)) for one in group)

    def _held(self, claim: str) -> Held:
        held = self.state.claims.get(claim)
        if held is None:
            raise ActRefused(claim, "There is no such claim in the case")
        return held

    def _proposals(self, entry: int, pictures: bool = False) -> dict[str, Claim]:
        """What one entry holds, under the names by which the journal knows it."""
        act = self._act(entry)
        if isinstance(act, Added):
            return {act.claim.id: act.claim}
        assert isinstance(act, Read)
        claims = self.findings(entry, pictures).claims
        return {found.claim: claim for found, claim in zip(act.found, claims, strict=True)}

    def document(self, sha256: str) -> Document:
        """A document in its newest reading. Raises ActRefused where it was never read."""
        item = self.state.items.get(sha256)
        if item is None or item.reading is None:
            raise ActRefused(sha256, "No such document was read into the case")
        return self.findings(item.reading).document

    def findings(self, reading: int, pictures: bool = False) -> Findings:
        """The text and the claims of one reading; ``pictures`` brings the bytes of the images along."""
        return self._findings(reading, True) if pictures else self._readings(reading)

    def _findings(self, reading: int, pictures: bool = False) -> Findings:
        body = self._journal.body(reading)
        if body is None:
            raise ActRefused(f"entry {reading}", "It holds no reading, or it was erased")
        return findings_of(reading, body, self._store.get if pictures else lambda sha256: None)

    def evidence(self) -> Store:
        """The originals, by hash."""
        return self._store

    def search(self, words: str, limit: int = 50) -> Sequence[Hit]:
        """Passages with all the words, best first; Arabic and Latin spellings are folded."""
        items, index = self.state.items, self._opened_index()
        if self._indexed != self._fold.number:
            readings = {item.sha256: item.reading for item in items.values() if item.reading is not None}
            index.update(readings, lambda reading: self.findings(reading).document)
            self._indexed = self._fold.number
        return index.find(words, limit)

    def _opened_index(self) -> Index:
        self._index = self._index or Index(self.folder / SEARCH)
        return self._index

    def check_texts(self) -> None:
        """Raises CaseDamaged where a text is there that no entry speaks of."""
        self._journal.check_bodies()

    def copy_journal(self, target: Path) -> None:
        """A copy of the journal of this very moment, also while others write. Raises CaseUnwritable."""
        self._journal.copy_to(target)

    def close(self) -> None:
        if self._index:
            self._index.close()
        self._journal.close()

    def __enter__(self) -> Casefile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _catch_up(self) -> None:
        """Fold what is new; after an erasure by somebody else remember nothing that is not told any more."""
        number, known = self._journal.newest()[0], self._fold.number
        if number < known:
            raise damaged(number + 1, "is missing")
        if number == known:
            return
        before = len(self._erased)
        for row in self._journal.rows(known, self._fold.head):
            entry = self._entry(row)
            self._fold.add(entry)
            if isinstance(entry.act, Erased):
                self._erased |= set(entry.act.items)
        if len(self._erased) > before:
            if known:
                self._fold_anew()
            self._finish_erasures()

    def _fold_anew(self) -> None:
        self._readings.cache_clear()
        self._fold = Fold(self._act)
        self._catch_up()

    def _entry(self, row: Row) -> Entry:
        return entry_of(row, lambda reading: self.findings(reading).document)

    def _act(self, number: int) -> Act | None:
        return self._entry(self._journal.row(number)).act

    def _numbering(self, document: Document) -> int:
        """The newest reading that has this very text. Raises ActRefused where none has."""
        for number in reversed(self._fold.glance().touched.get(document.id, ())):
            if isinstance(self._act(number), Read) and self.findings(number).document.text == document.text:
                return number
        raise ActRefused(document.title or document.id, "Its text is not in the case: read it first")


def _no_passages(document: Document) -> int | None:
    raise ActRefused(document.id, "A beginning holds no passages")
