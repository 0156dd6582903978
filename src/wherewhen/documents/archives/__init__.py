"""Files that hold other things: each is a module with ``NAME``, ``claims`` and ``reading``.

``claims(data, head, suffix)`` is told by the opening bytes where they are enough; ``reading(data, name)``
gives the parts in memory, each with where it came from. The first one that claims a file reads it.
"""

from __future__ import annotations

import mmap
from typing import Protocol

from wherewhen.documents.archives import archiver_table, azimut, bayanat, folder, mail, wacz, warc
from wherewhen.documents.reading import Reading


class Archive(Protocol):
    NAME: str

    def claims(self, data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
        """True where the file is of this format."""

    def reading(self, data: bytes | mmap.mmap, name: object) -> Reading:
        """Raises an InputError where the archive as a whole cannot be read."""


ARCHIVES: tuple[Archive, ...] = (warc, wacz, azimut, bayanat, folder, archiver_table, mail)
