"""Documents and pictures in memory: which of them repeat each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from wherewhen.documents.apart import Request, read_apart
from wherewhen.documents.likeness import families, kin, likeness_of_text
from wherewhen.model.document import Document
from wherewhen.model.errors import InputError
from wherewhen.model.item import NO_LIKENESS, Likeness


def alike(documents: Sequence[Document], pictures: Iterable[bytes] = ()) -> dict[str, str]:
    """For each SHA-256 with kin the name of its family; who is alone in the world is left out."""
    prints = {document.id: likeness_of_text(document.text) for document in documents}
    prints |= {sha256(picture).hexdigest(): likeness_of_picture(picture) for picture in pictures}
    return families((k.first, k.second) for k in kin(prints)) if len(prints) > 1 else {}


def likeness_of_picture(content: bytes) -> Likeness:
    """Read apart, as every picture; no print where it cannot be shown."""
    try:
        return read_apart(Request("picture", content)).likeness
    except InputError:
        return NO_LIKENESS
