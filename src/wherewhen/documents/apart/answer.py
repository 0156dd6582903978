"""A reading as a frame: texts and bytes as blobs, the rest as plain JSON."""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from wherewhen.documents.apart.frames import Frame
from wherewhen.documents.apart.request import Request
from wherewhen.documents.draft import Draft
from wherewhen.documents.reading import Part, Reading
from wherewhen.documents.source import Source, reading_of
from wherewhen.documents.stated import Stated
from wherewhen.model.document import BlockKind
from wherewhen.model.errors import DocumentTooLarge, InputError

KINDS = tuple(BlockKind)
NUMBER = {kind: number for number, kind in enumerate(KINDS)}


def answer_to(request: Request, more_time: Callable[[], None]) -> Frame:
    """The answer, or the code of the error. Anything unforeseen ends the process without an answer."""
    source = Source(request.name, request.data, request.path, request.stated(), request.beside, more_time)
    try:
        return _frame(reading_of(source))
    except InputError as error:
        return _refusal(error)
    except (MemoryError, RecursionError):
        return _refusal(DocumentTooLarge(request.name, "Reading it needs more memory than is allowed"))


def _refusal(error: InputError) -> Frame:
    return Frame(b"A", json.dumps({"error": error.code, "why": error.remedy[:300]}).encode())


class Blobs(list[bytes]):
    """Blobs by number; the same bytes are sent once."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers: dict[int, int] = {}

    def number(self, data: bytes) -> int:
        key = id(data)
        if key not in self.numbers:
            self.numbers[key] = len(self)
            self.append(data)
        return self.numbers[key]


def _frame(reading: Reading) -> Frame:
    blobs = Blobs()
    header = {
        "kind": reading.kind,
        "draft": _draft(reading.draft, blobs) if reading.draft else None,
        "claims": [[claim.about, claim.value, claim.field] for claim in reading.claims],
        "likeness": [list(reading.likeness.words), reading.likeness.size, reading.likeness.picture],
        "parts": [_part(part, blobs) for part in reading.parts],
        "left": [[left.name[:1000], left.code, left.why[:300]] for left in reading.left],
    }
    return Frame(b"A", json.dumps(header).encode(), tuple(blobs))


def _draft(draft: Draft, blobs: Blobs) -> dict[str, Any]:
    blocks = array("I")
    for block in draft.blocks:
        blocks.extend((NUMBER[block.kind], block.start, block.end))
    return {
        "text": blobs.number(draft.text.encode("utf-8")),
        "blocks": blobs.number(blocks.tobytes()),
        "said": _said(draft.said),
        "images": [
            [image.src[:4000], image.alt[:4000], image.caption, image.before, _optional(image.content, blobs)]
            for image in draft.images
        ],
        "doubtful": [list(stretch) for stretch in draft.doubtful],
        "records": [asdict(record) for record in draft.records],
    }


def _optional(data: bytes | None, blobs: Blobs) -> int | None:
    return None if data is None else blobs.number(data)


def _said(said: Stated) -> dict[str, str]:
    known = {name: value for name, value in asdict(said).items() if value is not None}
    return {name: str(value)[:4000] for name, value in known.items()}


def _part(part: Part, blobs: Blobs) -> dict[str, Any]:
    return {
        "name": part.name[:1000],
        "data": blobs.number(part.data),
        "how": part.how,
        "said": _said(part.said),
        "source": part.source,
        "who": part.who,
        "when": part.when,
        "tool": [part.tool.name, part.tool.version] if part.tool else None,
        "beside": {src[:2000]: blobs.number(data) for src, data in part.beside.items()},
    }
