"""The bytes of a file, or a coded error that says why there are none."""

from __future__ import annotations

import stat
from pathlib import Path

from wherewhen.documents.limits import MAX_BYTES
from wherewhen.model.errors import DocumentTooLarge, EmptyDocument, UnreadableFile

HEAD = 8192


def head_of(path: Path) -> tuple[bytes, int]:
    """The first bytes of a regular file and its size."""
    _refuse_other_than_files(path)
    try:
        with path.open("rb") as file:
            return file.read(HEAD), path.stat().st_size
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, str(error)) from None


def _refuse_other_than_files(path: Path) -> None:
    """Devices and pipes are never opened: they may not end."""
    try:
        mode = path.stat().st_mode
    except FileNotFoundError:
        raise UnreadableFile(path, "There is no such file") from None
    except PermissionError:
        raise UnreadableFile(path, "You are not permitted to read it") from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, str(error)) from None
    if stat.S_ISDIR(mode):
        raise UnreadableFile(path, "It is a folder: give the files in it")
    if not stat.S_ISREG(mode):
        raise UnreadableFile(path, "It is not a regular file")


def opened(path: Path, limit: int = MAX_BYTES) -> bytes:
    """All bytes of a regular file."""
    _refuse_other_than_files(path)
    try:
        with path.open("rb") as file:
            data = file.read(limit + 1)
    except PermissionError:
        raise UnreadableFile(path, "You are not permitted to read it") from None
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, str(error)) from None
    if len(data) > limit:
        raise DocumentTooLarge(path, f"At most {limit:,} bytes; split the document")
    if not data:
        raise EmptyDocument(path, "The file has no bytes")
    return data
