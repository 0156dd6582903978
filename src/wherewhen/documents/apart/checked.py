"""An answer of the reading room, believed only as far as it can be checked."""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from datetime import date
from typing import Any

from wherewhen.documents.apart.answer import KINDS
from wherewhen.documents.apart.frames import Frame
from wherewhen.documents.draft import Draft
from wherewhen.documents.limits import (
    MAX_BLOCKS,
    MAX_BYTES,
    MAX_ENTRIES,
    MAX_IMAGE_BYTES,
    MAX_IMAGES_BYTES,
    MAX_UNPACKED_BYTES,
)  # fmt: skip
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.stated import Stated
from wherewhen.languages import LANGUAGES
from wherewhen.model import errors
from wherewhen.model.document import Block, BlockKind, Image
from wherewhen.model.item import FileClaim, ItemKind, Likeness
from wherewhen.model.provenance import How
from wherewhen.model.recorded import Recorded
from wherewhen.model.tool import Tool

CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
CONTROL_IN_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
ADDRESS = re.compile(r"https?://[^\s<>\"\\]{1,4000}")
MOMENT = re.compile(r"[0-9T:.+Z -]{4,40}")
PRINT = re.compile(r"[0-9a-f]{64}")
LONGEST = 4000
PRINT_WORDS = 256
ERRORS: dict[str, type[errors.InputError]] = {
    error.code: error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, errors.InputError)
}


def refusal(code: str, name: object, why: str) -> errors.InputError:
    """The coded error of a reading. Raises KeyError for a code that no reading has."""
    return ERRORS[code](name, why)


class Doubtful(ValueError):
    """The answer breaks a rule that no honest reading breaks."""


def checked(frame: Frame, name: object) -> Reading:
    """The reading; raises the coded error it tells of, or Doubtful, TypeError, KeyError and their like."""
    header = json.loads(frame.header)
    if "error" in header:
        raise refusal(header["error"], name, _line(header["why"]) or "")
    parts = tuple(_part(given, frame.blobs) for given in _list(header["parts"], MAX_ENTRIES))
    _require(sum(map(len, {id(p.data): p.data for p in parts}.values())) <= MAX_UNPACKED_BYTES + MAX_BYTES)
    return Reading(
        ItemKind(header["kind"]),
        _draft(header["draft"], frame.blobs) if header["draft"] is not None else None,
        tuple(FileClaim(*map(_said_line, given)) for given in _list(header["claims"], 1000)),
        _likeness(*header["likeness"]),
        parts,
        tuple(_left(*given) for given in _list(header["left"], MAX_ENTRIES)),
    )


def _require(holds: bool) -> None:
    if not holds:
        raise Doubtful


def _list(value: Any, most: int) -> list[Any]:
    _require(isinstance(value, list) and len(value) <= most)
    return list(value)


def _line(value: Any, most: int = LONGEST) -> str | None:
    """One line of text; what could steer a terminal is taken out."""
    _require(value is None or (isinstance(value, str) and len(value) <= most))
    return CONTROL.sub(" ", value) if value is not None else None


def _said_line(value: Any) -> str:
    line = _line(value)
    _require(line is not None)
    return line or ""


def _number(value: Any, most: int) -> int:
    _require(type(value) is int and 0 <= value <= most)
    return int(value)


def _blob(value: Any, blobs: tuple[bytes, ...]) -> bytes:
    return blobs[_number(value, len(blobs) - 1)]


def _draft(given: Any, blobs: tuple[bytes, ...]) -> Draft:
    text = _blob(given["text"], blobs).decode("utf-8")
    _require(len(text) <= MAX_BYTES and unicodedata.is_normalized("NFC", text))
    _require(not CONTROL_IN_TEXT.search(text))
    blocks = _blocks(_blob(given["blocks"], blobs), text)
    return Draft(
        text,
        blocks,
        _stated(given["said"]),
        _images(given["images"], blobs, blocks, len(text)),
        _stretches(given["doubtful"], len(text)),
        (),
        tuple(_record(record, len(text)) for record in _list(given["records"], MAX_BLOCKS)),
    )


def _blocks(data: bytes, text: str) -> tuple[Block, ...]:
    numbers = array("I")
    numbers.frombytes(data)
    _require(len(numbers) % 3 == 0 and len(numbers) <= 3 * MAX_BLOCKS)
    blocks, last = [], 0
    for at in range(0, len(numbers), 3):
        kind, start, end = numbers[at : at + 3]
        _require(last <= start < end <= len(text))
        blocks.append(Block(KINDS[kind], start, end))
        last = end
    return tuple(blocks)


def _images(given: Any, blobs: tuple[bytes, ...], blocks: tuple[Block, ...], end: int) -> tuple[Image, ...]:
    images = []
    for src, alt, caption, before, content in _list(given, MAX_BLOCKS):
        data = None if content is None else _blob(content, blobs)
        _require(data is None or len(data) <= MAX_IMAGE_BYTES)
        if caption is not None:
            kind = blocks[_number(caption, len(blocks) - 1)].kind
            _require(kind in (BlockKind.CAPTION, BlockKind.BOILERPLATE))
        images.append(Image(_said_line(src), _said_line(alt), caption, _number(before, end), data))
    total = sum(len(image.content or b"") for image in images)
    _require(total <= MAX_IMAGES_BYTES + MAX_IMAGE_BYTES)
    return tuple(images)


def _stretches(given: Any, end: int) -> tuple[tuple[int, int], ...]:
    stretches, last = [], 0
    for start, stop in _list(given, MAX_BLOCKS):
        _require(last <= _number(start, end) < _number(stop, end))
        stretches.append((start, stop))
        last = stop
    return tuple(stretches)


def _record(given: Any, end: int) -> Recorded:
    lines = {
        name: _line(given[name]) for name in ("when", "earliest", "latest", "place", "description", "status")
    }
    for name in ("earliest", "latest"):
        _require(lines[name] is None or bool(date.fromisoformat(lines[name] or "")))
    latitude, longitude = given["latitude"], given["longitude"]
    _require((latitude is None) == (longitude is None))
    if latitude is not None:
        _require(-90.0 <= float(latitude) <= 90.0 and -180.0 <= float(longitude) <= 180.0)
    return Recorded(
        _number(given["start"], end), _number(given["end"], end),
        latitude=latitude, longitude=longitude,
        people=tuple(map(_said_line, _list(given["people"], 1000))),
        sources=tuple(map(_said_line, _list(given["sources"], 1000))),
        **lines,
    )  # fmt: skip


def _stated(given: Any) -> Stated:
    published, url, language = given.get("published"), given.get("url"), given.get("language")
    return Stated(
        published=date.fromisoformat(published) if published is not None else None,
        publisher=_line(given.get("publisher")),
        title=_line(given.get("title")),
        url=url if url is None or ADDRESS.fullmatch(url) else None,
        language=language if language in LANGUAGES else None,
        author=_line(given.get("author")),
    )


def _likeness(words: Any, size: Any, picture: Any) -> Likeness:
    prints = tuple(_number(word, 2**64 - 1) for word in _list(words, PRINT_WORDS))
    _require(picture is None or bool(PRINT.fullmatch(picture)))
    return Likeness(prints, _number(size, MAX_BYTES), picture)


def _part(given: Any, blobs: tuple[bytes, ...]) -> Part:
    source, when, tool = given["source"], given["when"], given["tool"]
    return Part(
        _said_line(given["name"]),
        _blob(given["data"], blobs),
        How(given["how"]),
        _stated(given["said"]),
        _line(source),
        _line(given["who"]),
        when if when is not None and MOMENT.fullmatch(when) else None,
        Tool(_said_line(tool[0]), _said_line(tool[1])) if tool is not None else None,
        {_said_line(src): _blob(number, blobs) for src, number in given["beside"].items()},
    )


def _left(name: Any, code: Any, why: Any) -> Left:
    _require(code in ERRORS)
    return Left(_said_line(name), code, _line(why) or "")
