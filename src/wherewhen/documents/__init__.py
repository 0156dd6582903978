"""Documents: files to texts with blocks, captions, publisher and date; files to items of evidence.

``read(path, stated)`` reads one file, ``read_all(paths, stated)`` many, whole folders and archives,
``of_text(text, stated)`` a text that is already in memory. ``take(paths)`` gives everything in them as
items with hash and provenance, pictures and films too; ``kin(likenesses)`` tells which repeat each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wherewhen.documents.alike import alike, likeness_of_picture
from wherewhen.documents.apart import Request, read_apart
from wherewhen.documents.draft import finished
from wherewhen.documents.folder import files_in
from wherewhen.documents.intake import Refused, gathered, hashed, of_bytes, of_file, take
from wherewhen.documents.likeness import akin, families, kin, likeness_of_text
from wherewhen.documents.opening import opened
from wherewhen.documents.readers import text as plain
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import Document
from wherewhen.model.errors import NotText, UnknownFormat, WherewhenError
from wherewhen.model.item import ItemKind

__all__ = [
    "Failure",
    "Refused",
    "Stated",
    "akin",
    "alike",
    "families",
    "files_in",
    "gathered",
    "hashed",
    "kin",
    "likeness_of_picture",
    "likeness_of_text",
    "of_bytes",
    "of_file",
    "of_text",
    "read",
    "read_all",
    "take",
]

Failure = tuple[Path, WherewhenError]


def read(path: Path, stated: Stated = NOTHING_STATED) -> Document:
    """One document from one file. What the user states overrides what the document says.

    Raises UnreadableFile, EmptyDocument, NotText, UnknownFormat, DocumentTooLarge, ReaderFailed,
    ReadingTooSlow, LockedFile or DamagedFile.
    """
    data = opened(path)
    reading = read_apart(Request(path.name, data, path, stated.title))
    if reading.draft is not None:
        return finished(reading.draft, data, path, stated)
    if reading.kind is ItemKind.ARCHIVE:
        raise UnknownFormat(f"{path} (archive)", "Give it to read_all, or unpack it and give the files")
    raise NotText(path, "A picture or film has no text; add it to a case as evidence")


def read_all(
    paths: Iterable[Path], stated: Stated = NOTHING_STATED
) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """Every document that can be read, each once, also inside archives, and every failure with its path."""
    documents: dict[str, Document] = {}
    failures: list[Failure] = []
    for path in paths:
        try:
            files = files_in(path) if path.is_dir() else [path]
        except WherewhenError as error:
            failures.append((path, error))
            continue
        for file in files:
            found, failed = _documents_in(file, stated)
            failures += failed
            for document in found:
                documents.setdefault(document.id, document)
    return tuple(documents.values()), tuple(failures)


def _documents_in(file: Path, stated: Stated) -> tuple[list[Document], list[Failure]]:
    taken = list(of_file(file, stated, pictures=False))
    found = [
        thing.document for thing in taken if not isinstance(thing, Refused) and thing.document is not None
    ]
    failed = [(thing.path, thing.error) for thing in taken if isinstance(thing, Refused)]
    first = taken[0]
    if not isinstance(first, Refused) and first.kind in (ItemKind.IMAGE, ItemKind.VIDEO):
        failed.append((file, NotText(file, "A picture or film has no text; add it to a case as evidence")))
    return found, failed


def of_text(text: str, stated: Stated = NOTHING_STATED) -> Document:
    """A document of a text in memory, as if it came from a UTF-8 file."""
    data = text.encode("utf-8", "replace")
    return finished(plain.read(data, None, stated), data, None, stated)
