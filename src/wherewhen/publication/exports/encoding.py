"""Bytes that are the same on every machine: UTF-8, ``\\n``, keys in the order in which they were given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

Files = dict[str, bytes]
"""Contents by file name, relative, ``/`` between folders."""


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def json_bytes(value: Any) -> bytes:
    """One line for each entry of the outermost lists and objects, so that changes show line by line."""
    return (_lines(value, 2) + "\n").encode()


def _lines(value: Any, levels: int) -> str:
    if not levels or not value or not isinstance(value, dict | list):
        return _ENCODER.encode(value)
    if isinstance(value, list):
        return "[\n" + ",\n".join(_lines(item, levels - 1) for item in value) + "\n]"
    inside = (f"{_ENCODER.encode(str(key))}: {_lines(item, levels - 1)}" for key, item in value.items())
    return "{\n" + ",\n".join(inside) + "\n}"


def json_lines(values: Iterable[Any]) -> bytes:
    lines = (json.dumps(v, ensure_ascii=False, allow_nan=False, separators=(",", ":")) for v in values)
    return "".join(f"{line}\n" for line in lines).encode()
