"""Frozen values to JSON and back, by their declared types. A part that equals its default is left out.

Two types are not written as they are. A ``Span`` becomes its offsets, its quote and the number of the reading
whose text it counts in (none: the text that is being written). Bytes of a picture become their hash; they
lie in the store.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from wherewhen.model.document import Document
from wherewhen.model.span import Span

Numbering = Callable[[Document], int | None]
"""Which reading holds this very text; None is the one that is being written."""
Texts = Callable[[int | None], Document]
"""The document of a reading; None is the one that is being read."""
Pictures = Callable[[str], bytes | None]


def encode(value: Any, numbering: Numbering) -> Any:
    """Plain lists, dicts, texts and numbers."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, Span):
        return _span(value, numbering)
    if is_dataclass(value):
        return _parts(value, numbering)
    if isinstance(value, tuple):
        return [encode(part, numbering) for part in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    raise TypeError(f"{type(value).__name__} is never kept in a journal")


def _span(span: Span, numbering: Numbering) -> dict[str, Any]:
    number = numbering(span.document)
    place = {"start": span.start, "end": span.end, "quote": span.quote}
    return place if number is None else place | {"reading": number}


def _parts(value: Any, numbering: Numbering) -> dict[str, Any]:
    parts = ((name, getattr(value, name), default) for name, default in _kept(cast(Hashable, type(value))))
    return {name: encode(part, numbering) for name, part, default in parts if not _same(part, default)}


def _same(part: Any, default: Any) -> bool:
    """``1`` and ``True`` are equal in Python, but not in JSON."""
    return type(part) is type(default) and bool(part == default)


@cache
def _kept(kind: Hashable) -> tuple[tuple[str, Any], ...]:
    """The fields of a type that are written, with their defaults; what is left out of comparisons is not."""
    return tuple((f.name, f.default) for f in fields(cast(Any, kind)) if f.compare)


def decode(kind: Any, data: Any, texts: Texts, pictures: Pictures = lambda sha256: None) -> Any:
    """The value again. Raises ValueError, TypeError or KeyError for what is not of the kind."""
    return _decoder(kind)(data, texts, pictures)


Decoder = Callable[[Any, Texts, Pictures], Any]


@cache
def _decoder(kind: Any) -> Decoder:
    if kind is Span:
        return _read_span
    if kind is bytes:
        return lambda data, texts, pictures: pictures(_exact(str, data))
    if is_dataclass(kind):
        return _whole(kind)
    if get_origin(kind) is tuple:
        return _row(get_args(kind))
    if get_origin(kind) in (Union, UnionType):
        return _either(get_args(kind))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return lambda data, texts, pictures: kind(data)
    if kind is date:
        return lambda data, texts, pictures: date.fromisoformat(_exact(str, data))
    if kind is float:
        return lambda data, texts, pictures: float(data) if type(data) is int else _exact(float, data)
    return lambda data, texts, pictures: _exact(kind, data)


def _exact(kind: type, data: Any) -> Any:
    if type(data) is not kind:
        raise TypeError(f"{type(data).__name__} where {kind.__name__} was written")
    return data


def _read_span(data: Any, texts: Texts, pictures: Pictures) -> Span:
    return Span.quoted(texts(data.get("reading")), data["start"], data["end"], data["quote"])


def _whole(kind: Any) -> Decoder:
    hints = get_type_hints(kind)
    names = {f.name: f for f in fields(kind) if f.compare}
    needed = frozenset(name for name, f in names.items() if _needed(f))

    @cache
    def part(name: str) -> Decoder:
        return _decoder(hints[names[name].name])

    def read(data: Any, texts: Texts, pictures: Pictures) -> Any:
        given = {name: part(name)(value, texts, pictures) for name, value in _exact(dict, data).items()}
        if not needed <= given.keys():
            raise KeyError(f"{kind.__name__} lacks {sorted(needed - given.keys())}")
        return kind(**given)

    return read


def _needed(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _row(kinds: tuple[Any, ...]) -> Decoder:
    if kinds[-1] is Ellipsis:
        every = _decoder(kinds[0])
        return lambda data, texts, pictures: tuple(every(d, texts, pictures) for d in _exact(list, data))
    each = tuple(_decoder(kind) for kind in kinds)
    return lambda data, texts, pictures: tuple(
        read(d, texts, pictures) for read, d in zip(each, _exact(list, data), strict=True)
    )


def _either(kinds: tuple[Any, ...]) -> Decoder:
    """The member of the union that fits what is written: nothing, a row, a number, a text, a whole."""
    rows = [kind for kind in kinds if get_origin(kind) is tuple]
    plain = {kind: _decoder(kind) for kind in kinds if kind in (str, int, float, bool)}
    others = [kind for kind in kinds if kind not in plain and kind is not NoneType and kind not in rows]

    def read(data: Any, texts: Texts, pictures: Pictures) -> Any:
        if data is None and NoneType in kinds:
            return None
        if type(data) in plain:
            return data
        if type(data) is list and rows:
            return _decoder(rows[0])(data, texts, pictures)
        return _decoder(others[0] if others else next(iter(plain)))(data, texts, pictures)

    return read
