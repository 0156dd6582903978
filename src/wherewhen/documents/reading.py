"""What comes of reading one file: a document, what the file says of itself, and what lies inside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wherewhen.documents.draft import Draft
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.item import NO_LIKENESS, FileClaim, ItemKind, Likeness
from wherewhen.model.provenance import How
from wherewhen.model.tool import Tool


@dataclass(frozen=True, slots=True)
class Part:
    """One thing found inside another, to be read by itself.

    name    as the archive calls it: a label, never a path
    source  the web address it came from, where the archive states one
    beside  for a page: its pictures by the address or relative path that the page gives them
    """

    name: str
    data: bytes = field(repr=False)
    how: How
    said: Stated = NOTHING_STATED
    source: str | None = None
    who: str | None = None
    when: str | None = None
    tool: Tool | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class Left:
    """One thing inside an archive that was not taken, with the code of the error that tells why."""

    name: str
    code: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """``draft`` is None where the file has no text of its own, as a picture or an archive."""

    kind: ItemKind
    draft: Draft | None = None
    claims: tuple[FileClaim, ...] = ()
    likeness: Likeness = NO_LIKENESS
    parts: tuple[Part, ...] = ()
    left: tuple[Left, ...] = ()
