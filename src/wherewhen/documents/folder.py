"""Folders of documents: which files inside them are to be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from wherewhen.documents.limits import MAX_FILES
from wherewhen.documents.signatures import picture
from wherewhen.model.errors import DocumentTooLarge, UnreadableFile

PAGE_SUFFIXES = (".html", ".htm", ".xhtml")


def files_in(folder: Path, pictures: bool = False) -> list[Path]:
    """Every file below a folder, sorted by path.

    Left out: hidden files, pictures (unless they are asked for), links to folders, links to files outside
    (a folder that came from a stranger takes nothing from elsewhere), and the assets folder that a browser
    saves beside a page. Raises UnreadableFile where nothing is left,
    DocumentTooLarge over the limit.
    """
    try:
        home = folder.resolve()
        inside = (path for path in _walk(folder, pictures) if not _leads_out(path, home))
        found = list(islice(inside, MAX_FILES + 1))
    except OSError as error:
        raise UnreadableFile(folder, error.strerror or "") from None
    if len(found) > MAX_FILES:
        raise DocumentTooLarge(folder, f"At most {MAX_FILES:,} files in one folder")
    if not found:
        raise UnreadableFile(folder, "There is no document in this folder")
    return found


def _walk(folder: Path, pictures: bool) -> Iterator[Path]:
    entries = sorted(folder.iterdir())
    pages = {entry.stem for entry in entries if entry.suffix.lower() in PAGE_SUFFIXES}
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink() and not _assets(entry.name, pages):
                yield from _walk(entry, pictures)
        elif pictures or not _is_picture(entry):
            yield entry


def _leads_out(path: Path, home: Path) -> bool:
    try:
        return path.is_symlink() and not path.resolve().is_relative_to(home)
    except (OSError, RuntimeError):  # a link that leads to itself
        return True


def _assets(name: str, pages: Iterable[str]) -> bool:
    return any(name.removeprefix(page) in ("_files", ".files", "-files") for page in pages)


def _is_picture(path: Path) -> bool:
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return picture(file.read(16))
    except OSError:
        return False
