"""What a reader is given, and which reader it is."""

from __future__ import annotations

import mmap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from wherewhen.documents.archives import ARCHIVES
from wherewhen.documents.kind import reader_of
from wherewhen.documents.likeness import likeness_of_text
from wherewhen.documents.media import film, picture
from wherewhen.documents.page.images import given
from wherewhen.documents.readers import html, pdf
from wherewhen.documents.reading import Reading
from wherewhen.documents.signatures import TIFF
from wherewhen.documents.signatures import film as is_film
from wherewhen.documents.signatures import picture as is_picture
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.errors import UnreadableFile
from wherewhen.model.item import ItemKind

Bytes = bytes | mmap.mmap


class Mapped(mmap.mmap):
    """A large file as bytes, which ``zipfile`` may take for a file also before Python 3.13."""

    def seekable(self) -> bool:  # type: ignore[override, unused-ignore]
        return True


@dataclass(frozen=True, slots=True)
class Source:
    """``data`` is None for a large file, which is then mapped from ``path``."""

    name: str
    data: bytes | None = field(default=None, repr=False)
    path: Path | None = None
    stated: Stated = NOTHING_STATED
    beside: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    more_time: Callable[[], None] = lambda: None

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name.replace("\\", "/")).suffix.lower()

    def bytes(self) -> Bytes:
        if self.data is not None:
            return self.data
        try:
            with (self.path or Path(self.name)).open("rb") as file:
                return Mapped(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:
            raise UnreadableFile(self.name, str(error)) from None


def reading_of(source: Source) -> Reading:
    """Raises an InputError where the file cannot be read."""
    data = source.bytes()
    head = bytes(data[:8192])
    if is_film(head):
        return film.reading(data, source.name)
    if is_picture(head) or head.startswith(TIFF):
        return picture.reading(bytes(data), source.name)
    archive = next((a for a in ARCHIVES if a.claims(data, head, source.suffix)), None)
    if archive is not None:
        return archive.reading(data, source.name)
    return _document(source, bytes(data))


def _document(source: Source, data: bytes) -> Reading:
    reader = reader_of(data, source.suffix, source.path or source.name)
    name = source.path or Path(source.name)
    if reader is html and source.path is None:
        draft = html.read(data, name, source.stated, given(source.beside))
    elif reader is pdf:
        draft = pdf.read(data, name, source.stated, source.more_time)
    else:
        draft = reader.read(data, name, source.stated)
    return Reading(ItemKind.DOCUMENT, draft, draft.claims, likeness_of_text(draft.text))
