"""Documents: files to texts with blocks, captions, publisher and date.

``read(path, stated)`` reads one file, ``read_all(paths, stated)`` many and whole folders,
``of_text(text, stated)`` a text that is already in memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wherewhen.documents.draft import finished
from wherewhen.documents.folder import files_in
from wherewhen.documents.kind import reader_of
from wherewhen.documents.opening import opened
from wherewhen.documents.readers import text as plain
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import Document
from wherewhen.model.errors import WherewhenError

__all__ = ["Failure", "Stated", "of_text", "read", "read_all"]

Failure = tuple[Path, WherewhenError]


def read(path: Path, stated: Stated = NOTHING_STATED) -> Document:
    """One document from one file. What the user states overrides what the document says.

    Raises UnreadableFile, EmptyDocument, NotText, UnknownFormat or DocumentTooLarge.
    """
    data = opened(path)
    reader = reader_of(data, path.suffix.lower(), path)
    return finished(reader.read(data, path, stated), data, path, stated)


def read_all(
    paths: Iterable[Path], stated: Stated = NOTHING_STATED
) -> tuple[tuple[Document, ...], tuple[Failure, ...]]:
    """Every document that can be read, each once, and every failure with its path."""
    documents: dict[str, Document] = {}
    failures: list[Failure] = []
    for path in paths:
        try:
            files = files_in(path) if path.is_dir() else [path]
        except WherewhenError as error:
            failures.append((path, error))
            continue
        for file in files:
            try:
                document = read(file, stated)
                documents.setdefault(document.id, document)
            except WherewhenError as error:
                failures.append((file, error))
    return tuple(documents.values()), tuple(failures)


def of_text(text: str, stated: Stated = NOTHING_STATED) -> Document:
    """A document of a text in memory, as if it came from a UTF-8 file."""
    data = text.encode("utf-8", "replace")
    return finished(plain.read(data, None, stated), data, None, stated)
