"""Evidence into a case: the original kept first, then read, then what was found proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from wherewhen import __version__, documents, pipeline
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile
from wherewhen.documents import Refused, Stated
from wherewhen.documents.media_type import media_type
from wherewhen.model.document import Document
from wherewhen.model.errors import UnreadableFile, WherewhenError
from wherewhen.model.item import Item, ItemKind
from wherewhen.model.judgement import Read
from wherewhen.model.provenance import How, Provenance
from wherewhen.model.tool import Tool
from wherewhen.pipeline import Progress
from wherewhen.places import Gazetteer
from wherewhen.resemblance import Resemblance

READER = Tool("wherewhen", __version__)
LONGEST = 1000
"""Characters of a label or an origin that are kept."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one thing.

    path   where it was found; for what lay in an archive, the archive's path and the name inside it
    found  claims that are proposed; ``gone``: proposals that a newer reading does not make any more
    known  the same bytes were in the case already; how they came this time is kept beside
    like   SHA-256 of items that it nearly repeats, and so is not independent of
    new, dropped   the quotes behind ``found`` and ``gone`` that changed since the document was last read
    """

    path: Path
    sha256: str
    kind: ItemKind
    found: int = 0
    gone: int = 0
    known: bool = False
    like: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


Failure = tuple[Path, WherewhenError]
Outcome = tuple[tuple[Added, ...], tuple[Failure, ...]]


def quiet(step: str, share: float) -> None:
    """Nobody watches."""


def add(
    case: Casefile,
    paths: Sequence[Path],
    stated: Stated,
    actor: str,
    gazetteer: Gazetteer,
    basemap: Basemap,
    progress: Progress = quiet,
) -> Outcome:
    """Take files, folders and archives into a case; what cannot be read is told and the rest goes on.

    A document that is in the case is read again: proposals are replaced, decisions stay. Each thing is
    safe once it is told of; adding the same again after an interruption goes on. Raises CaseError.
    """
    failures: list[Failure] = []
    files = list(_files(paths, failures))
    taken = _watched(files, stated, actor, progress)
    return _added(case, taken, failures, actor, gazetteer, basemap)


def add_bytes(
    case: Casefile,
    name: str,
    content: bytes,
    stated: Stated,
    actor: str,
    gazetteer: Gazetteer,
    basemap: Basemap,
) -> Outcome:
    """The same for one file in memory, as a browser hands it over; ``name`` is only a label."""
    return _added(case, documents.of_bytes(name, content, stated, actor), [], actor, gazetteer, basemap)


def _files(paths: Sequence[Path], failures: list[Failure]) -> Iterator[Path]:
    for path in paths:
        try:
            yield from documents.files_in(path, pictures=True) if path.is_dir() else [path]
        except WherewhenError as error:
            failures.append((path, error))


def _watched(
    files: Sequence[Path], stated: Stated, actor: str, progress: Progress
) -> Iterator[Item | Refused]:
    for number, path in enumerate(files):
        progress(path.name, number / len(files))
        for inside, thing in enumerate(documents.of_file(path, stated, actor)):
            if inside:
                progress(f"{path.name} ({inside})", number / len(files))
            yield thing


def _added(
    case: Casefile,
    taken: Iterable[Item | Refused],
    failures: list[Failure],
    actor: str,
    gazetteer: Gazetteer,
    basemap: Basemap,
) -> Outcome:
    added: list[Added] = []
    with closing(Resemblance(case)) as resemblance:
        desk = _Desk(case, actor, gazetteer, basemap, resemblance)
        for item, pictures in _with_pictures(taken, failures):
            try:
                kept = [(thing, *desk.keep(thing)) for thing in (item, *pictures)]
            except UnreadableFile as error:
                failures.append((_where(item), error))
                continue
            added += [desk.read(*one) for one in kept]
    return tuple(added), tuple(failures)


def _with_pictures(
    taken: Iterable[Item | Refused], failures: list[Failure]
) -> Iterator[tuple[Item, list[Item]]]:
    """Each item with the pictures that came in it, so that they are kept before it is read."""
    held: Item | None = None
    pictures: list[Item] = []
    for thing in taken:
        if isinstance(thing, Refused):
            failures.append((thing.path, thing.error))
        elif held and _shown_in(thing, held):
            pictures.append(thing)
        else:
            if held:
                yield held, pictures
            held, pictures = thing, []
    if held:
        yield held, pictures


def _shown_in(thing: Item, held: Item) -> bool:
    way = thing.provenances[0]
    return way.how is How.ASSET and way.container == held.id


def _where(item: Item) -> Path:
    way = item.provenances[0]
    return Path(*way.inside, item.label) if way.inside else Path(way.source)


@dataclass(slots=True)
class _Desk:
    """One sitting: who sits there, with what at hand; ``done`` is what was read in it."""

    case: Casefile
    actor: str
    gazetteer: Gazetteer
    basemap: Basemap
    resemblance: Resemblance
    done: set[str] = field(default_factory=set)

    def keep(self, item: Item) -> tuple[bool, bool, tuple[str, ...]]:
        """Whether the case held it before, whether it came in a new way, and what it nearly repeats."""
        known = self.case.state.items.get(item.id)
        like = () if known else self.resemblance.like(item.id, item.likeness)
        came = {(way.origin, way.part_of) for way in known.collected} if known else set()
        new = [way for way in item.provenances if (way.source[:LONGEST], way.container) not in came]
        for number, way in enumerate(new):
            self._collect(item, way, like, first=not known and number == 0)
        self.resemblance.keep(item.id, item.likeness)
        return known is not None, bool(new), like

    def _collect(self, item: Item, way: Provenance, like: tuple[str, ...], first: bool) -> None:
        content = item.content if item.content is not None else item.path
        assert content is not None
        if isinstance(content, Path) and documents.hashed(content) != item.id:
            raise UnreadableFile(content, "It changed while it was read")
        self.case.collect(
            content,
            item.label[:LONGEST],
            way.source[:LONGEST],
            self.actor,
            method=way.how.value,
            media=media_type(item),
            tool=way.tool or READER,
            part_of=way.container,
            like=like,
            says=item.claims if first else (),
            collector=way.who or self.actor,
            when=_in_utc(way.when),
        )

    def read(self, item: Item, known: bool, new: bool, like: tuple[str, ...]) -> Added:
        told = Added(_where(item), item.id, item.kind, known=known or item.id in self.done, like=like)
        if item.document is None or item.id in self.done:
            return told
        self.done.add(item.id)
        document = self._completed(item.document) if known and new else item.document
        before = {held.id for held in self.case.state.of(item.id)}
        again = self.case.state.items[item.id].reading is not None
        found = pipeline.read(document, self.case.state.subject, self.gazetteer, self.basemap)
        act = self.case.read(document, found, READER, self.actor).act
        assert isinstance(act, Read)
        come = [one.claim for one in act.found if one.claim not in before] if again else []
        told = replace(told, new=self._quotes(come), dropped=self._quotes(act.gone))
        return replace(told, found=len(act.found), gone=len(act.gone))

    def _quotes(self, claims: Sequence[str]) -> tuple[str, ...]:
        return tuple(self.case.claim(claim).span.quote for claim in claims)

    def _completed(self, document: Document) -> Document:
        """Bytes that came once more, perhaps with less beside them: what the first way told is not lost."""
        if self.case.state.items[document.id].reading is None:
            return document
        before = self.case.document(document.id)
        return replace(
            document,
            publisher=document.publisher or before.publisher,
            author=document.author or before.author,
            url=document.url or before.url,
            published=document.published or before.published,
        )


def _in_utc(moment: str | None) -> str:
    """A stated moment in UTC where it says its offset, else as it is; empty where none is stated."""
    try:
        stated = datetime.fromisoformat(moment or "")
    except ValueError:
        return moment or ""
    return stated.astimezone(UTC).isoformat().replace("+00:00", "Z") if stated.tzinfo else stated.isoformat()
