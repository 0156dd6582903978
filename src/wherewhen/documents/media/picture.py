"""A picture: its size, what its file claims about place and time, its print."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image, UnidentifiedImageError

from wherewhen.documents.laid_out import plain
from wherewhen.documents.likeness import picture_print
from wherewhen.documents.limits import MAX_IMAGE_BYTES, MAX_PIXELS
from wherewhen.documents.reading import Reading
from wherewhen.model.errors import DamagedFile, DocumentTooLarge
from wherewhen.model.item import FileClaim, ItemKind, Likeness

FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF")
BROKEN = (UnidentifiedImageError, OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError,
          ZeroDivisionError, AttributeError, OverflowError, NotImplementedError)  # fmt: skip
STAMP = re.compile(r"(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?")
OFFSET = re.compile(r"[+-]\d{2}:\d{2}|Z")
MOMENTS = (
    ("taken", "DateTimeOriginal", "OffsetTimeOriginal"),
    ("digitised", "DateTimeDigitized", "OffsetTimeDigitized"),
)
WORDS = (("device", "Make"), ("device", "Model"), ("program", "Software"), ("author", "Artist"),
         ("rights", "Copyright"), ("description", "ImageDescription"))  # fmt: skip
TAGS = {name: tag for tag, name in ExifTags.TAGS.items()}
LONGEST = 500


def reading(data: bytes, name: object) -> Reading:
    """Raises DamagedFile where it cannot be shown, DocumentTooLarge where it has too many pixels."""
    if len(data) > MAX_IMAGE_BYTES:
        raise DocumentTooLarge(name, f"At most {MAX_IMAGE_BYTES:,} bytes for one picture")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        image = _opened(data, name)
        claims = (FileClaim("size", f"{image.width}×{image.height}", "pixels"), *_exif(image))
        try:
            image.draft("L", (256, 256))
            image.seek(0)
            likeness = Likeness(picture=picture_print(image))
        except BROKEN as error:
            raise DamagedFile(name, f"The picture cannot be shown: {error}") from None
    return Reading(ItemKind.IMAGE, claims=claims, likeness=likeness)


def _opened(data: bytes, name: object) -> Image.Image:
    Image.MAX_IMAGE_PIXELS = None
    try:
        image = Image.open(io.BytesIO(data), formats=FORMATS)
    except BROKEN:
        raise DamagedFile(name, "The picture cannot be opened") from None
    if image.width * image.height > MAX_PIXELS:
        raise DocumentTooLarge(name, f"At most {MAX_PIXELS:,} pixels")
    return image


def _exif(image: Image.Image) -> Iterator[FileClaim]:
    try:
        tags = image.getexif()
        inner = dict(tags.get_ifd(ExifTags.IFD.Exif))
        place = dict(tags.get_ifd(ExifTags.IFD.GPSInfo))
        main = dict(tags)
    except BROKEN:
        return
    for about, field, offset in MOMENTS:
        yield from _moment(about, f"EXIF {field}", inner.get(TAGS[field]), inner.get(TAGS[offset]))
    yield from _moment("modified", "EXIF DateTime", main.get(TAGS["DateTime"]), None)
    for about, field in WORDS:
        words = " ".join(plain(str(main.get(TAGS[field]) or "")).split())
        if words:
            yield FileClaim(about, words[:LONGEST], f"EXIF {field}")
    position = _position(place)
    if position:
        yield FileClaim("position", position, "EXIF GPS")


def _moment(about: str, field: str, value: Any, offset: Any) -> Iterator[FileClaim]:
    found = STAMP.match(str(value or ""))
    if found and found[1] != "0000":
        year, month, day, hour, minute, second = found.groups()
        zone = str(offset) if OFFSET.fullmatch(str(offset or "")) else ""
        yield FileClaim(about, f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{zone}", field)


def _position(place: dict[int, Any]) -> str | None:
    """Latitude and longitude in degrees."""
    try:
        latitude = _degrees(place[2]) * (-1 if str(place.get(1, "N")).upper().startswith("S") else 1)
        longitude = _degrees(place[4]) * (-1 if str(place.get(3, "E")).upper().startswith("W") else 1)
    except BROKEN:
        return None
    inside = -90 <= latitude <= 90 and -180 <= longitude <= 180
    return f"{latitude:.6f},{longitude:.6f}" if inside and (latitude, longitude) != (0.0, 0.0) else None


def _degrees(parts: Any) -> float:
    degrees, minutes, seconds = (float(part) for part in parts)
    return degrees + minutes / 60 + seconds / 3600
