"""What the workbench borrows: the gazetteer, the reading of dates, the events of a whole case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import islice
from pathlib import Path
from unicodedata import normalize

from wherewhen import collecting, places, releasing, reviewing, times
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile, Entry, Held, Review
from wherewhen.documents import Stated
from wherewhen.documents.apart import Request, read_apart
from wherewhen.languages import LANGUAGES
from wherewhen.model.claim import Claim
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.errors import UnknownFormat
from wherewhen.model.item import FileClaim, ItemKind
from wherewhen.model.judgement import Terms
from wherewhen.model.place import Place
from wherewhen.model.when import Grain, When
from wherewhen.publication import site
from wherewhen.publication.ground import Towns, towns_of
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.offer import offered
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.publish import publish
from wherewhen.workbench.instruments import Event, Taken, Told

MOST_CLAIMS = 400
"""Beyond so many claims the events of a case are not reckoned while somebody waits."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """``wherewhen.workbench.instruments.Instruments`` for real."""

    gazetteer: places.Gazetteer
    basemap: Basemap

    @property
    def towns(self) -> Towns:
        return towns_of(self.gazetteer)

    def places(self, words: str) -> Sequence[Place]:
        return places.candidates(words, self.gazetteer, self.basemap)

    def when(self, words: str, document: Document) -> When | None:
        """The longest expression of the words that bounds anything, counted from the document's day."""
        said = normalize("NFC", " ".join(words.split()))
        if not said:
            return None
        block, name = Block(BlockKind.PARAGRAPH, 0, len(said)), sha256(said.encode()).hexdigest()
        order = sorted(LANGUAGES, key=lambda language: language != _script(said))
        for language in order:
            asked = Document(name, said, (block,), language, published=document.published)
            found = [m for m in times.find(asked) if m.value.when and not m.value.when.unknown]
            if found:
                best = max(found, key=lambda m: len(m.span.quote)).value.when
                assert best
                return replace(best, reasons=tuple(replace(r, span=None) for r in best.reasons))
        return None

    def between(self, earliest: date | None, latest: date | None) -> When:
        grain = Grain.DAY if earliest and earliest == latest else Grain.UNKNOWN
        return When.between(earliest, latest, grain, times.edtf(earliest, latest))

    def events(self, case: Casefile, instead: Mapping[str, Claim] | None = None) -> Sequence[Event] | None:
        state = case.state
        found = (h for h in state.claims.values() if h.stands and h.decision is not Review.REJECTED)
        held = list(islice(found, MOST_CLAIMS + 1))
        if len(held) > MOST_CLAIMS:
            return None
        read = {h: (instead or {}).get(h.id, claim) for h, claim in case.claims(held)}
        claims, ordered = reviewing.settled(read, case, reviewed_only=False)
        names = {claim.id: h.id for h, claim in claims.items()}
        merged = reviewing.merged(_told_apart(claims), state)
        journey = ordered(merged)
        places_ = {sighting: number for number, sighting in enumerate(journey.order, 1)}
        clashes = Counter(sighting for conflict in journey.conflicts for sighting in conflict.sightings)
        return tuple(
            Event(tuple(names[c.id] for c in s.claims), s.when, places_.get(s.id), clashes[s.id])
            for s in merged
        )

    def picture(self, name: str, content: bytes) -> tuple[FileClaim, ...]:
        reading = read_apart(Request(name, content))
        if reading.kind is not ItemKind.IMAGE:
            raise UnknownFormat(name, "Give a JPEG, PNG, GIF or WebP picture")
        return reading.claims

    def add(self, case: Casefile, label: str, content: bytes, told: Told, actor: str) -> Sequence[Taken]:
        stated = Stated(told.published, told.publisher or None, told.title or None, told.url or None)
        added, failures = collecting.add_bytes(
            case, label, content, stated, actor, self.gazetteer, self.basemap
        )
        kept = [Taken(one.path.name, one.sha256, one.found, one.known) for one in added]
        return [*kept, *(Taken(path.name, error=error) for path, error in failures)]

    def policy(self, case: Casefile) -> Policy:
        return reviewing.policy(case)

    def terms(self, policy: Policy) -> Terms:
        return reviewing.terms_of(policy)

    def public(self, case: Casefile) -> PublicCase | None:
        dossier = reviewing.dossier(case)
        if not dossier.sightings:
            return None
        return publish(dossier, reviewing.policy(case), date.today(), self.basemap, towns=self.towns)

    def site(self, public: PublicCase) -> dict[str, bytes]:
        downloads, data = offered(public)
        return picture_files(public) | site.build(public, self.basemap, downloads, self.towns) | data

    def release(self, case: Casefile, target: Path, actor: str, draft: bool) -> Entry:
        made = releasing.release(
            case, target, actor, date.today(), self.basemap, towns=self.towns, draft=draft
        )
        return made.entry


def _told_apart(claims: Mapping[Held, Claim]) -> dict[Held, Claim]:
    """One of each where two say the very same."""
    first = {claim.id: held for held, claim in reversed(list(claims.items()))}
    return {held: claims[held] for held in first.values()}


def _script(said: str) -> str:
    return "ar" if any("\u0600" <= letter <= "\u06ff" for letter in said) else "en"
