"""The whole page as one file: script, style, typefaces, pictures and data inside it, within a budget."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from wherewhen.model.errors import OutputError
from wherewhen.publication.site.markup import text
from wherewhen.publication.site.page import POLICY

BUDGET = 10_000_000
"""Bytes: what mail still carries and a phone still opens."""
_SMALL = 1200
_KINDS = {
    "svg": "image/svg+xml", "jpg": "image/jpeg", "png": "image/png", "woff2": "font/woff2",
    "json": "application/json", "geojson": "application/geo+json", "csv": "text/csv",
}  # fmt: skip
_PICTURE = re.compile(r'<figure class="card-image">.*?</figure>', re.DOTALL)
_LINKED = re.compile(r'<a href="images/[^"]*"[^>]*>(<img [^>]*/>)</a>')
_SOURCE = re.compile(r' src="(images/[^"]+)"(?: srcset="([^"]*)")?(?: sizes="[^"]*")?')
_FILE = re.compile(r'<a href="([^"#:]+)" download="">')
_FONT = re.compile(r"url\(\"?(?:\./)?(fonts/[^)\"]+)\"?\)")
_POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Report:
    """What the file is made of, in bytes, and what found no room (pictures and data by their names)."""

    budget: int
    parts: tuple[tuple[str, int], ...]
    left_out: tuple[str, ...]

    @property
    def size(self) -> int:
        return sum(size for _, size in self.parts)

    def lines(self) -> Iterator[str]:
        for name, size in (*self.parts, ("in all", self.size), ("allowed", self.budget)):
            yield f"{name:12}{size / 1e6:8.2f} MB"
        if self.left_out:
            yield f"left out: {', '.join(self.left_out)}"


def single(files: Mapping[str, bytes], budget: int = BUDGET) -> tuple[bytes, Report]:
    """The page of ``files`` (as ``site.build`` made them, with the data beside it) as one HTML file.

    First comes what the page cannot be without,
    then the pictures in the order of the story, then the data. Raises OutputError if not even the page fits.
    """
    script, style = files["page.js"].decode(), _style(files)
    page = _LINKED.sub(r"\1", files["index.html"].decode())
    page = page.replace(text(POLICY), text(_POLICY.format(script=_hash(script), style=_hash(style))))
    page = page.replace('<link rel="stylesheet" href="page.css"/>', f"<style>{style}</style>")
    page = page.replace('<script src="page.js"></script>', f"<script>{script}</script>")
    bare = len(_PICTURE.sub("", page).encode())
    if bare > budget:
        remedy = f"Allow at least {bare / 1e6:.1f} MB, or publish a folder"
        raise OutputError(f"one file of {budget / 1e6:g} MB", remedy)
    room = _Room(files, budget - bare)
    page = _PICTURE.sub(room.picture, page)
    pictures = len(page.encode()) - bare
    page = _FILE.sub(room.download, page)
    whole = page.encode()
    parts = (
        ("page", bare - len(style.encode()) - len(script.encode())),
        ("type", len(style.encode())),
        ("script", len(script.encode())),
        ("pictures", pictures),
        ("data", len(whole) - bare - pictures),
    )
    return whole, Report(budget, parts, tuple(dict.fromkeys(room.left_out)))


class _Room:
    """What of the budget is left; whatever is taken in makes it smaller."""

    def __init__(self, files: Mapping[str, bytes], left: int) -> None:
        self._files = files
        self._left = left
        self.left_out: list[str] = []

    def picture(self, figure: re.Match[str]) -> str:
        """The figure with its smaller picture inside, nothing where there is no room."""
        found = _SOURCE.search(figure[0])
        name = _smallest(found) if found else ""
        drawn = _SOURCE.sub(f' src="{self._inside(name)}"', figure[0]) if name in self._files else ""
        return self._taken(drawn, name)

    def download(self, link: re.Match[str]) -> str:
        """The link with the file inside; where there is no room, a link that leads nowhere."""
        name = link[1]
        if name not in self._files:
            return "<a>"
        return self._taken(f'<a href="{self._inside(name)}" download="{name.split("/")[-1]}">', name) or "<a>"

    def _taken(self, markup: str, name: str) -> str:
        if not markup or len(markup) > self._left:
            self.left_out.append(name)
            return ""
        self._left -= len(markup.encode())
        return markup

    def _inside(self, name: str) -> str:
        return _data(name, self._files[name])


def _smallest(source: re.Match[str]) -> str:
    """The narrowest rendition that is named, else the picture itself."""
    widths = [part.split() for part in (source[2] or "").split(", ") if part]
    narrow = [
        name for name, width in sorted(widths, key=lambda w: int(w[1][:-1])) if int(width[:-1]) < _SMALL
    ]
    return narrow[0] if narrow else source[1]


def _style(files: Mapping[str, bytes]) -> str:
    return _FONT.sub(lambda found: f"url({_data(found[1], files[found[1]])})", files["page.css"].decode())


def _data(name: str, content: bytes) -> str:
    kind = _KINDS.get(name.rsplit(".", 1)[-1], "application/octet-stream")
    return f"data:{kind};base64,{b64encode(content).decode()}"


def _hash(content: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(content.encode()).digest()).decode()}"
