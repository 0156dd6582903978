"""One thing that a case holds as evidence: a document, a picture, a film, with how it came."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from wherewhen.model.document import Document
from wherewhen.model.provenance import Provenance
from wherewhen.model.recorded import Recorded

HASH = re.compile(r"[0-9a-f]{64}")


class ItemKind(StrEnum):
    DOCUMENT = "document"
    IMAGE = "image"
    VIDEO = "video"
    ARCHIVE = "archive"


@dataclass(frozen=True, slots=True)
class FileClaim:
    """What a file says about itself. Anybody can write it: a claim, never a fact.

    about  ``taken position device author description modified duration size …``
    value  ISO 8601 for moments, ``latitude,longitude`` in degrees, seconds for durations
    field  where in the file it stands, e.g. ``EXIF DateTimeOriginal``
    """

    about: str
    value: str
    field: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """A print of the content that survives small changes.

    words    the smallest hashes of a text's five-word runs, ascending
    size     how many different runs the text has
    picture  256 bits of a picture's coarse structure, hexadecimal
    """

    words: tuple[int, ...] = ()
    size: int = 0
    picture: str | None = None


NO_LIKENESS = Likeness()


@dataclass(frozen=True, slots=True)
class Item:
    """Bytes under their sha256, what they are, and every way in which they came.

    label    a name to show; never a path to open
    content  the bytes, where they are at hand; a large file is at ``path`` instead
    """

    id: str
    label: str
    kind: ItemKind
    provenances: tuple[Provenance, ...]
    document: Document | None = None
    claims: tuple[FileClaim, ...] = ()
    likeness: Likeness = NO_LIKENESS
    path: Path | None = None
    content: bytes | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if not HASH.fullmatch(self.id):
            raise ValueError("an item's id is a sha256 in hexadecimal")
        if not self.provenances:
            raise ValueError("an item has come in some way")

    @property
    def records(self) -> tuple[Recorded, ...]:
        """What its document records as sightings."""
        return self.document.records if self.document else ()


class Kinship(StrEnum):
    SAME_TEXT = "same_text"
    SHARED_TEXT = "shared_text"
    SAME_PICTURE = "same_picture"


@dataclass(frozen=True, slots=True)
class Kin:
    """Two items that are not independent of each other; ``share`` is 0 to 1, ``first`` < ``second``."""

    first: str
    second: str
    how: Kinship
    share: float
