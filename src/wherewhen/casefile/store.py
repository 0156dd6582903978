"""The evidence store: originals named by their hash, written once, read-only."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

from wherewhen.casefile.disk import make_folder, sync_folder, write_durably
from wherewhen.model.errors import CaseUnwritable, EvidenceDamaged

_HASH = re.compile(r"[0-9a-f]{64}")
_PIECE = 1_000_000
_RESTORE = "Restore it from a copy of the case"


class Store:
    """A folder of files; the name under which an item came is never used as a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes | Path, label: str = "") -> str:
        """Keep the bytes, or those of a large file; returns their SHA-256 once they are safe.

        Raises EvidenceDamaged where other bytes lie under that hash, CaseUnwritable.
        """
        try:
            sha256 = _sum(_pieces(content))
            target = self.path(sha256)
            if not target.exists():
                make_folder(target.parent)
                write_durably(target, _pieces(content), 0o444)
            sync_folder(target.parent)
            sync_folder(self.folder)
        except OSError as error:
            raise CaseUnwritable(f"{label or 'an original'} ({error.strerror})", "Is there room?") from None
        self.check(sha256)
        return sha256

    def check(self, sha256: str) -> None:
        """Raises EvidenceDamaged unless the bytes are those of their hash; holds little of them at a time."""
        try:
            sound = _sum(_pieces(self.path(sha256))) == sha256
        except OSError as error:
            raise EvidenceDamaged(f"{sha256} ({error.strerror})", _RESTORE) from None
        if not sound:
            raise EvidenceDamaged(sha256, _RESTORE)

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash. Raises EvidenceDamaged."""
        try:
            content = self.path(sha256).read_bytes()
        except OSError as error:
            raise EvidenceDamaged(f"{sha256} ({error.strerror})", _RESTORE) from None
        if hashlib.sha256(content).hexdigest() != sha256:
            raise EvidenceDamaged(sha256, _RESTORE)
        return content

    def path(self, sha256: str) -> Path:
        """Where the item lies; for reading only. Raises EvidenceDamaged for what is no hash."""
        if not _HASH.fullmatch(sha256):
            raise EvidenceDamaged(repr(sha256), "Items are named by 64 hexadecimal digits")
        return self.folder / sha256[:2] / sha256

    def remove(self, sha256: str) -> None:
        """Delete an item; only ``Casefile.erase`` may ask for it. Raises CaseUnwritable."""
        path = self.path(sha256)
        try:
            path.unlink(missing_ok=True)
            if path.parent.exists():
                sync_folder(path.parent)
        except OSError as error:
            raise CaseUnwritable(f"{sha256} ({error.strerror})", "Erase it again") from None

    def __contains__(self, sha256: str) -> bool:
        return bool(_HASH.fullmatch(sha256)) and self.path(sha256).is_file()

    def __iter__(self) -> Iterator[str]:
        """All hashes, in order."""
        for folder, folders, files in os.walk(self.folder):
            folders.sort()
            yield from (
                name for name in sorted(files) if _HASH.fullmatch(name) and Path(folder).name == name[:2]
            )


def _pieces(content: bytes | Path) -> Iterator[bytes]:
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _sum(pieces: Iterator[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
