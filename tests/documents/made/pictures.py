from __future__ import annotations

import io
import random

from PIL import ExifTags, Image, ImageDraw


def drawing(width: int = 320, height: int = 240, seed: float = 0.0) -> Image.Image:
    """Overlapping shapes in shades: a picture with structure of every size."""
    dice = random.Random(seed)
    image = Image.new("RGB", (width, height), (90, 120, 150))
    brush = ImageDraw.Draw(image)
    for _ in range(60):
        x, y, size = dice.random(), dice.random(), dice.uniform(0.03, 0.4)
        box = (x * width, y * height, (x + size) * width, (y + size) * height)
        shade = tuple(dice.randrange(256) for _ in range(3))
        (brush.ellipse if dice.random() < 0.5 else brush.rectangle)(box, fill=shade)
    return image


def jpeg(image: Image.Image | None = None, quality: int = 90, **exif: object) -> bytes:
    tags = Image.Exif()
    for name, value in exif.items():
        if name.startswith("DateTime") and name != "DateTime":
            tags.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base[name].value] = value
        else:
            tags[ExifTags.Base[name].value] = value
    out = io.BytesIO()
    (image or drawing()).save(out, "JPEG", quality=quality, exif=tags)
    return out.getvalue()


def placed(latitude: float, longitude: float) -> bytes:
    """A JPEG whose EXIF claims a position."""
    tags = Image.Exif()
    place = tags.get_ifd(ExifTags.IFD.GPSInfo)
    place[1], place[2] = ("N" if latitude >= 0 else "S"), _parts(latitude)
    place[3], place[4] = ("E" if longitude >= 0 else "W"), _parts(longitude)
    out = io.BytesIO()
    drawing(64, 48).save(out, "JPEG", exif=tags)
    return out.getvalue()


def _parts(degrees: float) -> tuple[float, float, float]:
    whole = abs(degrees)
    minutes = (whole % 1) * 60
    return float(int(whole)), float(int(minutes)), round((minutes % 1) * 60, 2)


def png(image: Image.Image | None = None) -> bytes:
    out = io.BytesIO()
    (image or drawing(64, 48)).save(out, "PNG")
    return out.getvalue()
