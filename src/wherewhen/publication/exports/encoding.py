"""Bytes that are the same on every machine: UTF-8, ``\\n``, keys in the order in which they were given."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

Files = dict[str, bytes]
"""Contents by file name, relative, ``/`` between folders."""


def json_bytes(value: Any) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def json_lines(values: Iterable[Any]) -> bytes:
    lines = (json.dumps(v, ensure_ascii=False, allow_nan=False, separators=(",", ":")) for v in values)
    return "".join(f"{line}\n" for line in lines).encode()
