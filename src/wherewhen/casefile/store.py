"""The evidence store: originals named by their hash, written once, read-only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path


class Store:
    """A folder of files; the name under which an item came is never used as a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes, label: str = "") -> str:
        """Keep the bytes; returns their SHA-256 once they are safe. Raises CaseUnwritable."""
        raise NotImplementedError

    def get(self, sha256: str) -> bytes:
        """The bytes, checked against their hash. Raises EvidenceDamaged."""
        raise NotImplementedError

    def path(self, sha256: str) -> Path:
        """Where the item lies; for reading only."""
        raise NotImplementedError

    def __contains__(self, sha256: str) -> bool:
        raise NotImplementedError

    def __iter__(self) -> Iterator[str]:
        """All hashes, in order."""
        raise NotImplementedError
