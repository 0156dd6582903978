"""Everything that one can do with a case, as plain calls: what scripts say over HTTP and in Python alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from pathlib import Path

from wherewhen.casefile import Casefile, Entry, Held, Hit, State
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused
from wherewhen.model.judgement import (
    Act,
    Added,
    Amendment,
    Illustrated,
    Joined,
    Judged,
    Noted,
    Parted,
    PolicySet,
    Role,
    Roles,
    Verdict,
)
from wherewhen.model.place import NOWHERE, Place
from wherewhen.model.span import Span
from wherewhen.model.when import When
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.workbench.instruments import Instruments, Taken, Told
from wherewhen.workbench.pictures import kind_of
from wherewhen.workbench.queue import Show
from wherewhen.workbench.saying import Saying
from wherewhen.workbench.shown import Shown, shown


class Verbs:
    """A case, whoever acts, and what is borrowed to understand them.

    Every act returns its entry once it is on the disk. ``seen`` is the number of the entry that the actor
    had before their eyes (``state.number``): if something about the same thing was recorded since, StaleError
    is raised and nothing happens. All acts raise ActRefused where they do not fit, and CaseUnwritable.
    """

    def __init__(self, case: Casefile, actor: str, instruments: Instruments) -> None:
        self.case = case
        self.actor = actor
        self.instruments = instruments

    @property
    def state(self) -> State:
        """The case as it stands; frozen."""
        return self.case.state

    def claims(self, show: Show | str = Show.ALL, document: str = "") -> list[Shown]:
        """In the order of the texts: ``open`` to be reviewed, ``done`` decided on, or ``all``."""
        state, wanted = self.state, Show(show)
        held = state.of(document) if document else sorted(state.claims.values(), key=_reading_order)
        return shown(self.case, state, [one.id for one in held if wanted.has(one)])

    def claim(self, claim: str) -> Claim:
        """As it stands, with what a person amended."""
        return self.case.claim(claim)

    def document(self, document: str) -> Document:
        return self.case.document(document)

    def accept(self, claim: str, reason: str = "", seen: int | None = None) -> Entry:
        return self.judge(claim, Verdict.ACCEPT, reason, seen)

    def reject(self, claim: str, reason: str = "", seen: int | None = None) -> Entry:
        return self.judge(claim, Verdict.REJECT, reason, seen)

    def protect(self, claim: str, reason: str = "", seen: int | None = None) -> Entry:
        """True, but kept out of every publication for somebody's safety."""
        return self.judge(claim, Verdict.PROTECT, reason, seen)

    def unprotect(self, claim: str, reason: str = "", seen: int | None = None) -> Entry:
        return self.judge(claim, Verdict.UNPROTECT, reason, seen)

    def judge(self, claim: str, verdict: Verdict, reason: str = "", seen: int | None = None) -> Entry:
        if verdict is Verdict.AMEND:
            raise ActRefused(claim, "Say what is amended")
        return self._record(Judged(claim, verdict), reason, seen)

    def amend(self, claim: str, saying: Saying, reason: str = "", seen: int | None = None) -> Entry:
        """Correct parts of a claim; what was corrected before and is not named now stays."""
        stands, read = self.case.claim(claim), self.case.proposed(claim)
        said = saying.parts(stands.place.surface, stands.span.document, self.instruments)
        whole = replace(stands, **said)
        if whole == stands:
            raise ActRefused(claim, "Nothing is different from what stands")
        changed = {
            f.name: getattr(whole, f.name)
            for f in fields(Amendment)
            if getattr(whole, f.name) != getattr(read, f.name)
        }
        return self._record(Judged(claim, Verdict.AMEND, Amendment(**changed)), reason, seen)

    def add_claim(
        self, document: str, start: int, end: int, saying: Saying, reason: str = "", seen: int | None = None
    ) -> Entry:
        """A claim of one's own from code points ``[start, end)`` of a text; it counts as accepted."""
        text = self.case.document(document)
        if not 0 <= start < end <= len(text.text):
            raise ActRefused(f"[{start}, {end})", "Name a passage of the text")
        bare = Claim(self.state.subject.name, Span(text, start, end), NOWHERE, When())
        return self._record(Added(replace(bare, **saying.parts("", text, self.instruments))), reason, seen)

    def join(self, claims: Iterable[str], reason: str = "", seen: int | None = None) -> Entry:
        """These claims speak of one event."""
        return self._record(Joined(tuple(claims)), reason, seen)

    def part(self, claims: Iterable[str], reason: str = "", seen: int | None = None) -> Entry:
        """The first claim does not speak of the same event as the others."""
        return self._record(Parted(tuple(claims)), reason, seen)

    def add_picture(self, content: bytes, label: str) -> Entry:
        """Keep a picture as evidence. Raises InputError for what is no picture."""
        says = self.instruments.picture(label, content)
        return self.case.collect(
            content, label, label, self.actor, method="given as bytes", media=kind_of(content) or "image",
            says=says,
        )  # fmt: skip

    def add_bytes(self, label: str, content: bytes, told: Told | None = None) -> Sequence[Taken]:
        """A file in memory and all that lies in it: kept, read, and what it claims proposed."""
        return self.instruments.add(self.case, label, content, told or Told(), self.actor)

    def illustrate(self, claim: str, item: str | None, reason: str = "", seen: int | None = None) -> Entry:
        """Give a picture of the case to a claim, by SHA-256; None takes it away."""
        return self._record(Illustrated(claim, item), reason, seen)

    def role(self, person: str, role: Role | str, reason: str = "", seen: int | None = None) -> Entry:
        """What a person is in this case, and so whether to be named."""
        return self._record(Roles(person.strip(), Role(role)), reason, seen)

    @property
    def policy(self) -> Policy:
        """The rules under which the case is published."""
        return self.instruments.policy(self.case)

    def set_policy(self, policy: Policy, reason: str = "") -> Entry:
        return self._record(PolicySet(self.instruments.terms(policy)), reason, None)

    def note(self, text: str, about: str = "") -> Entry:
        return self._record(Noted(text, about), "", None)

    def undo(self, number: int, reason: str = "") -> Entry:
        """Take back an entry; taking back a taking back does it again."""
        return self.case.undo(number, self.actor, reason)

    def history(self, thing: str | None = None) -> Sequence[Entry]:
        """All entries, or those about one thing, the oldest first."""
        return self.case.history(thing)

    def search(self, words: str, limit: int = 50) -> Sequence[Hit]:
        """Passages with all the words; Arabic and Latin spellings are folded."""
        return self.case.search(words, limit)

    def places(self, words: str) -> Sequence[Place]:
        """What words can mean, the best first."""
        return self.instruments.places(words)

    def when(self, words: str, document: str) -> When | None:
        """The bounds that words put on an event told in a document; None where they name no time."""
        return self.instruments.when(words, self.case.document(document))

    def preview(self) -> PublicCase | None:
        """What would be published now; None where nobody passed anything."""
        return self.instruments.public(self.case)

    def publish(self, folder: Path | str, draft: bool = False) -> Entry:
        """What people passed, to a folder, whole or not at all. Raises ActRefused, OutputError."""
        return self.instruments.release(self.case, Path(folder), self.actor, draft)

    def _record(self, act: Act, reason: str, seen: int | None) -> Entry:
        return self.case.record(act, self.actor, reason, seen)


def _reading_order(held: Held) -> tuple[str, int, int, str]:
    return held.document, held.start, held.end, held.id
