"""The workbench's script and style as set-up built them, and the page's typefaces; nothing from outside."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources

from wherewhen.publication.site.assets import AssetsMissing
from wherewhen.publication.site.assets import assets as page_assets

NAMES = ("main.js", "enter.js", "htmx.js", "desk.css", "icon.svg")
KINDS = {
    "js": "text/javascript",
    "css": "text/css",
    "svg": "image/svg+xml",
    "woff2": "font/woff2",
    "txt": "text/plain",
}


@cache
def assets() -> dict[str, bytes]:
    """Relative path to bytes. Raises AssetsMissing where set-up did not run."""
    folder = resources.files(__package__) / "built"
    if not all((folder / name).is_file() for name in NAMES):
        raise AssetsMissing(folder, "Run `make` in the checkout, or install the wheel")
    own = {name: (folder / name).read_bytes() for name in NAMES}
    return own | {name: data for name, data in page_assets().items() if name.startswith("fonts/")}


@cache
def version() -> str:
    """Changes with the content, so that a browser may keep what it has."""
    return hashlib.sha256(b"".join(assets()[name] for name in NAMES)).hexdigest()[:12]


def media_type(name: str) -> str:
    return KINDS.get(name.rpartition(".")[2], "application/octet-stream")
