"""One reader for each format. The first one that claims the bytes reads them.

A reader is a module with ``NAME``, ``claims(data, suffix)`` and ``read(data, path, stated)``,
which returns a ``Draft``. A new format is a new file here and one entry in ``READERS``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from wherewhen.documents.draft import Draft
from wherewhen.documents.readers import docx, html, pdf, table, text, told
from wherewhen.documents.stated import Stated


class Reader(Protocol):
    NAME: str

    def claims(self, data: bytes, suffix: str) -> bool:
        """True where the bytes are of this format; ``suffix`` is a hint, in lower case."""

    def read(self, data: bytes, path: Path | None, stated: Stated) -> Draft:
        """The draft; raises an InputError where the bytes cannot be read."""


READERS: tuple[Reader, ...] = (pdf, docx, told, table, html, text)
