"""A folder packed as ZIP: documents, pictures, saved pages with their pictures, archives."""

from __future__ import annotations

import mmap
import posixpath

from wherewhen.documents.archives.pictures import inside, shown_in
from wherewhen.documents.limits import MAX_ENTRIES, MAX_IMAGE_BYTES, MAX_UNPACKED_BYTES
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.signatures import ZIP
from wherewhen.documents.unpacking import Unpacker
from wherewhen.model.errors import DocumentTooLarge, EmptyDocument, InputError
from wherewhen.model.item import ItemKind
from wherewhen.model.provenance import How

NAME = "folder"
OFFICE = (b"word/document.xml", b"xl/workbook.xml", b"ppt/presentation.xml", b"mimetypeapplication/vnd.oasis")
PAGES = (".html", ".htm", ".xhtml")
ASSETS = ("_files", ".files", "-files")


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    return head.startswith(ZIP) and all(data.find(mark) < 0 for mark in OFFICE)


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    return packed(Unpacker(data, name))


def packed(pack: Unpacker, skip: frozenset[str] = frozenset()) -> Reading:
    """Every entry that is shown in a folder, in the order of the names."""
    names = [entry for entry in sorted(pack.names()) if entry not in skip and _shown(entry)]
    if len(names) > MAX_ENTRIES:
        raise DocumentTooLarge(pack.name, f"At most {MAX_ENTRIES:,} files in one archive")
    if not names:
        raise EmptyDocument(pack.name, "The archive holds no files")
    pages = {entry for entry in names if entry.lower().endswith(PAGES)}
    unpacked = Unpacked(pack)
    parts: list[Part] = []
    for entry in names:
        if not _is_asset(entry, pages):
            data = unpacked.get(entry)
            if data is not None:
                parts.append(_part(entry, data, unpacked, entry in pages))
    return Reading(ItemKind.ARCHIVE, parts=tuple(parts), left=tuple(unpacked.left))


class Unpacked:
    """Entries, each unpacked once; one that cannot be is left. The archive's own limits end it."""

    def __init__(self, pack: Unpacker) -> None:
        self.pack = pack
        self.held: dict[str, bytes | None] = {}
        self.left: list[Left] = []

    def get(self, entry: str) -> bytes | None:
        if entry not in self.held:
            self.held[entry] = self._read(entry)
        return self.held[entry]

    def _read(self, entry: str) -> bytes | None:
        try:
            return self.pack.read(entry, MAX_UNPACKED_BYTES)
        except DocumentTooLarge:
            raise
        except InputError as error:
            self.left.append(Left(entry, error.code, error.remedy))
            return None


def _part(entry: str, data: bytes, unpacked: Unpacked, page: bool) -> Part:
    if not page:
        return Part(entry, data, How.ARCHIVE_MEMBER)

    def lookup(address: str) -> bytes | None:
        other = inside(posixpath.dirname(entry), address)
        if (
            other is None
            or other not in unpacked.pack
            or unpacked.pack.entries[other].file_size > MAX_IMAGE_BYTES
        ):
            return None
        return unpacked.get(other)

    return Part(entry, data, How.SAVED_PAGE, beside=shown_in(data, lookup))


def _shown(entry: str) -> bool:
    steps = entry.replace("\\", "/").split("/")
    return steps[0] != "__MACOSX" and not any(step.startswith(".") for step in steps if step.strip("."))


def _is_asset(entry: str, pages: set[str]) -> bool:
    """True below the folder that a browser saves beside a page."""
    steps = entry.split("/")
    for depth, step in enumerate(steps[:-1]):
        ending = next((ending for ending in ASSETS if step.endswith(ending)), None)
        stem = "/".join([*steps[:depth], step.removesuffix(ending)]) if ending else None
        if stem is not None and any(stem + page in pages for page in PAGES):
            return True
    return False
