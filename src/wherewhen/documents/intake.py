"""Files, folders and archives to items of evidence: each with who, when, where from, how and hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from wherewhen.documents import signatures
from wherewhen.documents.apart import Request, read_apart
from wherewhen.documents.apart.checked import refusal
from wherewhen.documents.draft import finished
from wherewhen.documents.folder import files_in
from wherewhen.documents.limits import (
    MAX_ARCHIVE_BYTES,
    MAX_ARCHIVES,
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ENTRIES,
    MAX_UNPACKED_BYTES,
    MAX_VIDEO_BYTES,
)  # fmt: skip
from wherewhen.documents.opening import head_of, opened
from wherewhen.documents.reading import Part, Reading
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import Image
from wherewhen.model.errors import (
    DocumentTooLarge,
    EmptyDocument,
    InputError,
    UnreadableFile,
    WherewhenError,
)
from wherewhen.model.item import Item
from wherewhen.model.provenance import How, Provenance

CHUNK = 1_000_000
PAGES = (".html", ".htm", ".xhtml")
BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that could not be taken; ``inside`` names the archives it lies in, outermost first."""

    label: str
    error: WherewhenError
    inside: tuple[str, ...] = ()

    @property
    def path(self) -> Path:
        return Path(BETWEEN.join((*self.inside, self.label)))


Taken = Item | Refused


def take(paths: Iterable[Path], stated: Stated = NOTHING_STATED, who: str | None = None) -> Iterator[Taken]:
    """Everything in files, folders and archives, in reading order; what is refused is told, the rest goes on.

    The same bytes come once for each way in which they came. ``who`` is whoever adds them. What is stated
    counts for the files themselves, not for what is inside archives.
    """
    for path in paths:
        try:
            files = files_in(path, pictures=True) if path.is_dir() else [path]
        except WherewhenError as error:
            yield Refused(str(path), error)
            continue
        for file in files:
            yield from of_file(file, stated, who)


def of_file(
    path: Path, stated: Stated = NOTHING_STATED, who: str | None = None, pictures: bool = True
) -> Iterator[Taken]:
    """One file and everything inside it; without ``pictures`` those inside are passed over."""
    try:
        request, sha256 = _request(path, stated)
        reading = read_apart(request)
        if request.data is None and hashed(path) != sha256:
            raise UnreadableFile(path, "It changed while it was read")
        how = How.SAVED_PAGE if path.suffix.lower() in PAGES else How.FILE
        provenance = Provenance(str(path), how, who)
        item = _item(request, reading, sha256, provenance, stated)
    except InputError as error:
        yield Refused(str(path), error)
        return
    yield item
    yield from _within(item, reading, (str(path),), _Count(pictures))


def of_bytes(
    name: str, data: bytes, stated: Stated = NOTHING_STATED, who: str | None = None
) -> Iterator[Taken]:
    """A file that is in memory, as a browser hands it over; ``name`` is a label, its ending a hint."""
    try:
        if not data or len(data) > MAX_ARCHIVE_BYTES:
            refused = EmptyDocument if not data else DocumentTooLarge
            raise refused(name, f"At most {MAX_ARCHIVE_BYTES:,} bytes, at least one")
        request = Request(name, data, None, stated.title)
        reading = read_apart(request)
        provenance = Provenance(name, How.FILE, who)
        item = _item(request, reading, hashlib.sha256(data).hexdigest(), provenance, stated, name)
    except InputError as error:
        yield Refused(name, error)
        return
    yield item
    yield from _within(item, reading, (name,), _Count())


def hashed(path: Path) -> str:
    """The sha256 of a file of any size, hexadecimal."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                digest.update(chunk)
    except OSError as error:
        raise UnreadableFile(path, str(error)) from None
    return digest.hexdigest()


def _request(path: Path, stated: Stated) -> tuple[Request, str]:
    """Small files are read here; films and archives are opened by the reading room."""
    head, size = head_of(path)
    large = signatures.film(head) or head.startswith((*signatures.ZIP, signatures.GZIP, signatures.WARC))
    if not large or size <= MAX_BYTES:
        data = opened(path)
        return Request(path.name, data, path, stated.title), hashlib.sha256(data).hexdigest()
    most = MAX_VIDEO_BYTES if signatures.film(head) else MAX_ARCHIVE_BYTES
    if size > most:
        raise DocumentTooLarge(path, f"At most {most:,} bytes; split it")
    return Request(path.name, None, path, stated.title, size=size), hashed(path)


def _item(
    request: Request, reading: Reading, sha256: str, provenance: Provenance, stated: Stated, label: str = ""
) -> Item:
    document = None
    path = Path(label) if label else request.path
    if reading.draft is not None:
        document = finished(reading.draft, request.data or b"", path, stated)
    return Item(
        sha256, request.name, reading.kind, (provenance,), document, reading.claims, reading.likeness,
        request.path, request.data,
    )  # fmt: skip


@dataclass(slots=True)
class _Count:
    """What was taken out of one file, at all depths together."""

    pictures: bool = True
    things: int = 0
    archives: int = 0
    bytes: int = 0

    def more(self, part: Part) -> None:
        self.things += 1
        self.bytes += len(part.data)
        self.archives += part.data.startswith((*signatures.ZIP, signatures.GZIP, signatures.WARC))
        if self.over():
            raise DocumentTooLarge(part.name, "Too much in one archive; split it")

    def over(self) -> bool:
        many = self.things > MAX_ENTRIES or self.archives > MAX_ARCHIVES
        return many or self.bytes > MAX_UNPACKED_BYTES + MAX_BYTES


def _within(item: Item, reading: Reading, inside: tuple[str, ...], count: _Count) -> Iterator[Taken]:
    for left in reading.left:
        yield Refused(left.name, refusal(left.code, left.name, left.why), inside)
    for image in item.document.images if item.document else ():
        if image.content is not None and count.pictures:
            yield from _part(_picture(image, item), item, inside, count)
    for part in reading.parts:
        if count.over():
            return
        if not count.pictures and signatures.picture(part.data):
            continue
        if len(inside) > MAX_DEPTH:
            yield Refused(
                part.name, DocumentTooLarge(part.name, f"At most {MAX_DEPTH} archives in each other"), inside
            )
            return
        yield from _part(part, item, inside, count)


def _picture(image: Image, item: Item) -> Part:
    """A picture of a document; its own address where the page tells one."""
    name = image.src if not image.src.startswith("data:") else "embedded picture"
    return Part(name[:300], image.content or b"", How.ASSET)


def _part(part: Part, outer: Item, inside: tuple[str, ...], count: _Count) -> Iterator[Taken]:
    first = outer.provenances[0]
    label = BETWEEN.join((*inside, part.name))
    try:
        count.more(part)
        request = Request(part.name, part.data, None, part.said.title, part.beside)
        reading = read_apart(request)
        provenance = Provenance(
            part.source or label, part.how, part.who or first.who, part.when or first.when,
            inside, outer.id, part.tool or first.tool,
        )  # fmt: skip
        sha256 = hashlib.sha256(part.data).hexdigest()
        item = _item(request, reading, sha256, provenance, part.said, label)
    except InputError as error:
        yield Refused(part.name, error, inside)
        return
    yield item
    yield from _within(item, reading, (*inside, part.name), count)


def gathered(taken: Iterable[Taken]) -> tuple[Item, ...]:
    """Each content once, with every way in which it came, in the order of the first."""
    items: dict[str, Item] = {}
    for thing in taken:
        if isinstance(thing, Item):
            known = items.get(thing.id)
            ways = dict.fromkeys((*(known.provenances if known else ()), *thing.provenances))
            items[thing.id] = replace(known or thing, provenances=tuple(ways))
    return tuple(items.values())
