"""The pictures of a case: where each came from, what its file says, which claims it may belong to."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from wherewhen.casefile import Casefile, Item, State
from wherewhen.languages import fold
from wherewhen.model.item import FileClaim
from wherewhen.model.place import Point
from wherewhen.workbench.shown import Shown

KINDS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG": "image/png", b"GIF8": "image/gif", b"RIFF": "image/webp"}
"""What a browser is given to draw: rasters only, told by their first bytes."""
_WORD = re.compile(r"\w{3,}")
NEAR_KM = 50.0


@dataclass(frozen=True, slots=True)
class Picture:
    """``caption`` is that of the document it came with; ``claims`` are those that it was given to."""

    item: Item
    caption: str
    claims: tuple[str, ...]
    says: tuple[FileClaim, ...] = ()


def kind_of(content: bytes) -> str | None:
    """The media type of a raster picture, None for anything else."""
    return next((kind for opening, kind in KINDS.items() if content.startswith(opening)), None)


def items(state: State) -> list[Item]:
    """Pictures, the newest first."""
    found = [item for item in state.items.values() if item.collected[0].media.startswith("image")]
    return found[::-1]


def captions(case: Casefile, state: State, document: str | None) -> dict[str, str]:
    """Captions of the pictures of a document, by the address that the page gives them."""
    item = state.items.get(document or "")
    if item is None or item.reading is None:
        return {}
    made = case.document(item.sha256)
    found = {}
    for image in made.images:
        caption = made.quote(made.blocks[image.caption]) if image.caption is not None else image.alt
        found[image.src] = caption
    return found


def position(says: Sequence[FileClaim]) -> Point | None:
    """Where a file says that it was taken."""
    told = next((claim.value for claim in says if claim.about == "position"), None)
    if told is None:
        return None
    lat, _, lon = told.partition(",")
    return Point(float(lat), float(lon))


def kilometres(a: Point, b: Point) -> float:
    """Along the great circle."""
    lat1, lat2, across = math.radians(a.lat), math.radians(b.lat), math.radians(b.lon - a.lon)
    part = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin(across / 2) ** 2
    return 12742.0 * math.asin(math.sqrt(min(1.0, part)))


def matching(words: str, claims: Sequence[Shown]) -> list[Shown]:
    """Claims whose passages share words with a caption or a name, those that share most first."""
    asked = set(_WORD.findall(fold(words)))
    weighed = [(len(asked & set(_WORD.findall(fold(one.claim.span.quote)))), one) for one in claims]
    return [one for share, one in sorted(weighed, key=lambda pair: -pair[0]) if share]
