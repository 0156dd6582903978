"""What the reading room is asked: one file, or one thing taken out of an archive."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from wherewhen.documents.apart.frames import Frame
from wherewhen.documents.limits import MAX_SECONDS
from wherewhen.documents.stated import NOTHING_STATED, Stated


@dataclass(frozen=True, slots=True)
class Request:
    """``data`` is None for a large file, which the room opens at ``path`` itself.

    name     a label; its ending is a hint to the format
    path     the file on disk, whose folder may hold the pictures of a page; None inside archives
    beside   pictures of a page that came in an archive, by the address that the page gives them
    """

    name: str
    data: bytes | None = field(default=None, repr=False)
    path: Path | None = None
    title: str | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    size: int = 0

    @property
    def seconds(self) -> int:
        """How long reading may take: larger files get more."""
        return MAX_SECONDS + max(self.size, len(self.data or b"")) // 1_000_000

    def frame(self) -> Frame:
        blobs = [*([self.data] if self.data is not None else []), *self.beside.values()]
        header = {
            "name": self.name,
            "path": str(self.path.absolute()) if self.path else None,
            "given": self.data is not None,
            "title": self.title,
            "beside": list(self.beside),
            "seconds": self.seconds,
        }
        return Frame(b"Q", json.dumps(header).encode(), tuple(blobs))

    @classmethod
    def of(cls, frame: Frame) -> Request:
        header = json.loads(frame.header)
        blobs = list(frame.blobs)
        data = blobs.pop(0) if header["given"] else None
        path = Path(header["path"]) if header["path"] else None
        return cls(
            header["name"], data, path, header["title"], dict(zip(header["beside"], blobs, strict=True))
        )

    def stated(self) -> Stated:
        return Stated(title=self.title) if self.title else NOTHING_STATED
