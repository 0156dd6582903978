"""The pictures of a saved page, from inside its own folder and from nowhere else."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable, Mapping
from pathlib import Path, PureWindowsPath
from urllib.parse import unquote, urlsplit

from wherewhen.documents.limits import MAX_IMAGE_BYTES
from wherewhen.documents.page.names import names
from wherewhen.documents.page.tree import Element, names_of
from wherewhen.documents.signatures import picture

LAZY = ("data-src", "data-lazy-src", "data-original", "data-full-url", "data-srcset", "srcset")
ICONS = names("icons")
SMALLEST = 40
"""Pixels: a picture stated to be smaller on one side is an ornament."""
DATA = re.compile(r"data:image/(?:jpeg|jpg|png|gif|webp);base64,([A-Za-z0-9+/=\s]+)$", re.I)
LONGEST_NAME = 1024


def source_of(element: Element) -> str:
    """The address of the picture; a lazy loader's true address where ``src`` is only a placeholder."""
    src = (element.get("src") or "").strip()
    if src and not src.startswith(("data:", "about:", "blob:")):
        return src
    for name in LAZY:
        value = (element.get(name) or "").strip()
        if value and not value.startswith("data:"):
            return value.split(",")[0].split()[0] if "srcset" in name else value
    return src


def is_ornament(element: Element) -> bool:
    """Icons, logos, avatars and counting pixels are no pictures of the report."""
    if not ICONS.isdisjoint(names_of(element)) or (element.get("role") or "") == "presentation":
        return True
    sizes = (re.match(r"\d+", element.get(side) or "") for side in ("width", "height"))
    return any(size is not None and int(size[0][:6]) < SMALLEST for size in sizes)


Contents = Callable[[str], bytes | None]


def beside(page: Path | None) -> Contents:
    """The pictures of a page on disk."""
    return lambda src: content_of(src, page)


def given(pictures: Mapping[str, bytes]) -> Contents:
    """The pictures of a page that came in an archive, by the address that the page gives them."""

    def content(src: str) -> bytes | None:
        if src[:5].lower() == "data:":
            return _embedded(src)
        data = pictures.get(src)
        return data if data is not None and len(data) <= MAX_IMAGE_BYTES and picture(data) else None

    return content


def content_of(src: str, page: Path | None) -> bytes | None:
    """The bytes, where they came with the page: embedded, or a file below the page's own folder.

    None for everything else: the network, other schemes, absolute paths, ``..``, drives, links that
    lead out, hidden files, and what is no raster picture.
    """
    if src[:5].lower() == "data:":
        return _embedded(src)
    path = _beside(src, page) if page is not None else None
    if path is None:
        return None
    try:
        if path.stat().st_size > MAX_IMAGE_BYTES:
            return None
        data = path.read_bytes()
    except (OSError, ValueError):
        return None
    return data if picture(data) else None


def _embedded(src: str) -> bytes | None:
    found = DATA.match(src) if len(src) <= MAX_IMAGE_BYTES * 4 // 3 else None
    if found is None:
        return None
    try:
        data = base64.b64decode(found[1], validate=False)
    except (binascii.Error, ValueError):
        return None
    return data if picture(data) else None


def _beside(src: str, page: Path) -> Path | None:
    try:
        parts = urlsplit(src)
    except ValueError:
        return None
    name = unquote(parts.path)
    if parts.scheme or parts.netloc or not harmless(name):
        return None
    folder = page.parent
    try:
        home, path = folder.resolve(), (folder / name).resolve()
        inside = path.is_relative_to(home) and path.is_file()
    except (OSError, ValueError, RuntimeError):
        return None
    return path if inside else None


def harmless(name: str) -> bool:
    """A plain relative path: no root, drive, backslash, NUL, ``..``, ``~`` or hidden part."""
    if not name or len(name) > LONGEST_NAME or re.search(r"[\x00-\x1f\x7f\\:]", name):
        return False
    windows = PureWindowsPath(name)
    if windows.anchor or windows.is_reserved():
        return False
    steps = [step for step in name.split("/") if step not in ("", ".")]
    return not name.startswith("/") and bool(steps) and not any(step[0] in ".~" for step in steps)
