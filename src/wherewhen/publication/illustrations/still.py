"""A drawn map as PNG, for those who share a picture: rendered by resvg with our own typefaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from importlib import import_module, resources
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

_TEXT = re.compile(r"<text ([^>]*)>([^<]*)</text>")
_FAMILY = re.compile(r'font-family="([^"]*)"')
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")
_RIGHT_TO_LEFT, _END = "\u2067", "\u2069"
_FONTS = resources.files("wherewhen.publication.site") / "assets" / "still"


def png(svg: bytes) -> bytes | None:
    """The drawing as PNG in its own size; None where the renderer or its typefaces are not installed."""
    fonts = [str(file) for file in sorted(Path(str(_FONTS)).glob("*.ttf"))]
    try:
        renderer = import_module("resvg_py")
    except ImportError:
        return None
    if not fonts:
        return None
    drawn = _TEXT.sub(_spelled_out, svg.decode())
    return bytes(renderer.svg_to_bytes(svg_string=drawn, skip_system_fonts=True, font_files=fonts))


def _spelled_out(found: re.Match[str]) -> str:
    """Each script in its own typeface and the direction in the text: the renderer chooses neither."""
    attributes, text = found[1], unescape(found[2])
    serif = "Serif" in (_FAMILY.search(attributes) or found)[0]
    if 'direction="rtl"' in attributes:
        attributes = attributes.replace('text-anchor="start"', 'text-anchor="end"')
        text = f"{_RIGHT_TO_LEFT}{text}{_END}"
    return f"<text {attributes}>{''.join(_runs(text, serif))}</text>"


def _runs(text: str, serif: bool) -> Iterator[str]:
    latin, arabic = ("Noto Serif", "Noto Naskh Arabic") if serif else ("Noto Sans", "Noto Sans Arabic")
    for is_arabic, letters in groupby(_scripts(text), key=lambda pair: pair[1]):
        written = escape("".join(letter for letter, _ in letters))
        yield f'<tspan font-family="{arabic if is_arabic else latin}">{written}</tspan>'


def _scripts(text: str) -> Iterator[tuple[str, bool]]:
    """Letters with whether they are Arabic; spaces and marks of direction go with what stands before."""
    arabic = bool(_ARABIC.search(text[:2]))
    for letter in text:
        if not (letter.isspace() or "\u2066" <= letter <= "\u2069"):
            arabic = bool(_ARABIC.match(letter))
        yield letter, arabic
