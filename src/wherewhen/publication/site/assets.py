"""The page's script, style and typefaces as set-up built them."""

from __future__ import annotations

from functools import cache
from importlib import resources

from wherewhen.model.errors import DataError

NAMES = ("page.js", "page.css")


class AssetsMissing(DataError):
    """The page's script and style were not built."""

    code, summary = "W304", "The page's script and style are missing"


@cache
def assets() -> dict[str, bytes]:
    """Relative path to bytes of everything that every published page carries."""
    folder = resources.files(__package__) / "assets"
    if not all((folder / name).is_file() for name in NAMES):
        raise AssetsMissing(folder, "Run `make` in the checkout, or install the wheel")
    found = {name: (folder / name).read_bytes() for name in NAMES}
    for font in sorted((folder / "fonts").iterdir(), key=lambda f: f.name):
        found[f"fonts/{font.name}"] = font.read_bytes()
    return found
