"""Markup that cannot be broken by text: every string is escaped unless it was made here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from html import escape
from typing import Any
from urllib.parse import quote, urlsplit

VOID = frozenset(
    {"meta", "link", "img", "br", "input", "hr", "path", "use", "rect", "circle", "line", "stop"}
)
_CONTROL = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160), 65534, 65535))
_CONTROL |= dict.fromkeys(range(0xD800, 0xE000))
_SPECIAL = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[&<>\"'\x7f-\x9f]")


class Markup(str):
    """Text that is markup already. Only this file makes it."""

    __slots__ = ()


Child = str | None | Iterable["Child"]
Attributes = Mapping[str, str | int | float | bool | None]


def clean(value: str) -> str:
    """The string without control characters and broken code points."""
    return value.translate(_CONTROL)


def text(value: str) -> Markup:
    """A string as harmless character data: escaped and clean."""
    if isinstance(value, Markup):
        return value
    return Markup(escape(clean(value), quote=True)) if _SPECIAL.search(value) else Markup(value)


def fragment(identity: str) -> str:
    """The link to an element of this page."""
    return "#" + quote(clean(identity), safe="")


def join(children: Child) -> Markup:
    """Children in order, flattened; None is nothing."""
    parts: list[str] = []
    _gather(children, parts)
    return Markup("".join(parts))


def _gather(children: Child, parts: list[str]) -> None:
    if isinstance(children, str):
        parts.append(text(children))
    elif children is not None:
        for child in children:
            _gather(child, parts)


def tag(name: str, attributes: Attributes | None = None, *children: Child) -> Markup:
    """``tag("p", {"class": "note"}, "a < b")``. Attributes that are None or False are left out."""
    opening = "".join(_attribute(key, value) for key, value in (attributes or {}).items())
    if name in VOID:
        return Markup(f"<{name}{opening}/>")
    return Markup(f"<{name}{opening}>{join(children)}</{name}>")


def _attribute(key: str, value: str | int | float | bool | None) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return f' {key}=""'
    return f' {key}="{value if isinstance(value, int | float) else text(value)}"'


def data_block(identity: str, data: Any) -> Markup:
    """Data for the page's script as an inert block that no text can close."""
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character in "<>&\u2028\u2029":
        content = content.replace(character, f"\\u{ord(character):04x}")
    content = "".join(c if not 0xD800 <= ord(c) < 0xE000 else f"\\u{ord(c):04x}" for c in content)
    return Markup(f'<script type="application/json" id="{text(identity)}">{content}</script>')


def web_address(address: str | None) -> str | None:
    """The address if a reader may follow it: http or https with a host, nothing else."""
    if not address or any(ord(c) <= 32 or 0x7F <= ord(c) < 0xA0 or c in '<>"\\' for c in address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None
