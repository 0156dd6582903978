"""Files that are whole and on the disk before anybody is told so."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from pathlib import Path


def write_durably(target: Path, content: bytes | Iterable[bytes], mode: int = 0o644) -> None:
    """Write a file whole or not at all; on return it and its name survive a power cut. Raises OSError.

    A large file comes in pieces.
    """
    part = target.parent / f".{secrets.token_hex(8)}.part"
    try:
        _write(part, [content] if isinstance(content, bytes) else content, mode)
        os.replace(part, target)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)


def _write(path: Path, pieces: Iterable[bytes], mode: int) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    try:
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(handle, rest) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, each on the disk in the one that holds it. Raises OSError."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(exist_ok=True)
    for path in missing:
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Asks the system to keep a folder's names; systems that cannot open folders keep them anyway."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
