"""A document's picture made fit to publish: decoded with care, re-encoded small, without any metadata."""

from __future__ import annotations

import hashlib
import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass

from PIL import Image, ImageOps

from wherewhen.publication.public import PublicFile

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_BYTES = 60_000_000
MOST_PIXELS = 50_000_000
LEAST_SIDE = 120
WIDTHS = (1200, 480)
_TALLEST = 1.5
_PAPER = (255, 253, 248)
_QUALITY = 82
_BROKEN = (
    OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, TypeError, OverflowError, struct.error,
    Image.DecompressionBombError,
)  # fmt: skip


class Unusable(Exception):
    """A picture that cannot be published, with the reason for the desk."""


@dataclass(frozen=True, slots=True)
class Photo:
    """One picture in its widths, largest first, and its likeness (64 bits that change little with size)."""

    files: tuple[PublicFile, ...]
    likeness: int

    @property
    def width(self) -> int:
        return self.files[0].width


def photo(content: bytes) -> Photo:
    """The picture re-encoded as JPEG. Raises Unusable for anything but a sound picture of a known format."""
    if len(content) > MOST_BYTES:
        raise Unusable(f"{len(content)} bytes are over the limit of {MOST_BYTES}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            plain = _opened(content)
    except _BROKEN as error:
        raise Unusable(f"not a sound picture of {', '.join(FORMATS)}") from error
    return Photo(tuple(_files(plain)), likeness(plain))


def likeness(picture: Image.Image) -> int:
    """Difference hash: is each of 8 × 8 cells brighter than its right neighbour?"""
    cells = picture.convert("L").resize((9, 8), Image.Resampling.BOX).tobytes()
    bits = (cells[row * 9 + column] > cells[row * 9 + column + 1] for row in range(8) for column in range(8))
    return sum(bit << place for place, bit in enumerate(bits))


def alike(one: int, other: int) -> bool:
    """The same picture in another size or compression."""
    return (one ^ other).bit_count() <= 4


def _opened(content: bytes) -> Image.Image:
    """The first frame, upright, on paper where it is transparent, without anything but its pixels."""
    with Image.open(io.BytesIO(content), formats=FORMATS) as picture:
        width, height = picture.size
        if width * height > MOST_PIXELS:
            raise Unusable(f"{width} × {height} pixels are over the limit of {MOST_PIXELS}")
        if min(width, height) < LEAST_SIDE:
            raise Unusable(f"{width} × {height} pixels are too few for an illustration")
        picture.draft("RGB", (WIDTHS[0], WIDTHS[0]))
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    plain = Image.new("RGB", upright.size, _PAPER)
    plain.paste(upright, mask=upright.getchannel("A"))
    return plain


def _files(plain: Image.Image) -> Iterator[PublicFile]:
    sized = [_fitted(plain, width) for width in WIDTHS]
    encoded = [(picture.size, _jpeg(picture)) for picture in sized]
    name = hashlib.sha256(encoded[0][1]).hexdigest()[:12]
    for (width, height), content in dict.fromkeys(encoded):
        yield PublicFile(f"images/photo-{name}-{width}.jpg", width, height, content)


def _fitted(plain: Image.Image, width: int) -> Image.Image:
    small = plain.copy()
    small.thumbnail((width, round(width * _TALLEST)), Image.Resampling.LANCZOS)
    return small


def _jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY, optimize=True, progressive=True)
    return out.getvalue()
