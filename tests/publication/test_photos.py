"""Photos go out small, sound and without a trace of where they came from."""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import replace
from datetime import date

import pytest
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.document import Image as Picture
from wherewhen.model.dossier import Dossier
from wherewhen.model.sighting import Sighting
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.illustrations.photo import Unusable, alike, photo
from wherewhen.publication.policy import Policy
from wherewhen.publication.publish import publish

SECRET = b"canary-7391"


def drawing(width: int = 1600, height: int = 1000, tone: int = 90) -> Image.Image:
    picture = Image.new("RGB", (width, height), (tone, 120, 200))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((width * 0.1, height * 0.2, width * 0.5, height * 0.9), fill=(230, 200, 120))
    pen.rectangle((width * 0.6, height * 0.1, width * 0.8, height * 0.7), fill=(60, 60, 40))
    return picture


def saved(picture: Image.Image, form: str = "JPEG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def exif() -> bytes:
    tags = Image.Exif()
    tags[0x010E] = SECRET.decode()
    tags[0x9286] = SECRET
    tags[0x0112] = 6
    return tags.tobytes()


def test_a_photo_comes_in_two_widths() -> None:
    assert [(f.width, f.height) for f in photo(saved(drawing())).files] == [(1200, 750), (480, 300)]


def test_a_small_photo_is_not_blown_up() -> None:
    assert [f.width for f in photo(saved(drawing(300, 200))).files] == [300]


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "GIF"])
def test_every_usual_format_is_read_and_goes_out_as_jpeg(form: str) -> None:
    for file in photo(saved(drawing(), form)).files:
        assert file.content[:3] == b"\xff\xd8\xff" and file.file.endswith(".jpg")


def test_no_metadata_goes_out() -> None:
    text = PngInfo()
    text.add_text("Comment", SECRET.decode())
    sources = [
        saved(drawing(), exif=exif(), comment=SECRET, icc_profile=SECRET * 20),
        saved(drawing(), "PNG", pnginfo=text, exif=exif()),
        saved(drawing(), "WEBP", exif=exif(), xmp=SECRET),
        saved(drawing(), "GIF", comment=SECRET),
        saved(drawing()) + SECRET,
    ]
    for source in sources:
        assert SECRET in source
        for file in photo(source).files:
            assert SECRET not in file.content
            with Image.open(io.BytesIO(file.content)) as picture:
                assert not picture.getexif() and set(picture.info) <= {
                    "jfif",
                    "jfif_version",
                    "jfif_unit",
                    "jfif_density",
                    "progressive",
                    "progression",
                }


def test_a_photo_that_lies_on_its_side_is_set_upright() -> None:
    file = photo(saved(drawing(), exif=exif())).files[0]
    assert file.width < file.height


def test_what_is_transparent_lies_on_paper() -> None:
    clear = Image.new("RGBA", (400, 300), (0, 0, 0, 0))
    with Image.open(io.BytesIO(photo(saved(clear, "PNG")).files[0].content)) as picture:
        assert min(picture.getpixel((50, 50))) > 240  # type: ignore[type-var, arg-type]


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims to be huge and has nothing in it."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"\xff\xd8\xff", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.4",
        b"BM" + b"\0" * 99,
        png_header(65000, 65000), png_header(8000, 8000), png_header(500, 500), saved(drawing())[:2000],
        saved(drawing(50, 50)), saved(drawing(), "TIFF"), saved(drawing(), "BMP"), b"II*\0" + b"\xff" * 64,
    ],
)  # fmt: skip
def test_what_is_no_sound_picture_is_refused(content: bytes) -> None:
    with pytest.raises(Unusable):
        photo(content)


def test_a_thousand_damaged_pictures_only_fail() -> None:
    sound = {form: saved(drawing(200, 150), form) for form in ("JPEG", "PNG", "WEBP", "GIF")}
    for number in range(1000):
        form = ("JPEG", "PNG", "WEBP", "GIF")[number % 4]
        damaged = bytearray(sound[form])
        for step in range(1 + number % 7):
            damaged[(number * 7919 + step * 104729) % len(damaged)] = (number * 31 + step * 17) % 256
        try:
            assert photo(bytes(damaged)).files
        except Unusable:
            continue


def test_the_same_picture_is_known_in_another_size() -> None:
    large, small = photo(saved(drawing())), photo(saved(drawing(400, 250), quality=40))
    other = photo(saved(drawing().transpose(Image.Transpose.FLIP_LEFT_RIGHT)))
    assert alike(large.likeness, small.likeness) and not alike(large.likeness, other.likeness)


def illustrated(dossier: Dossier, *pictures: Picture) -> Dossier:
    """The dossier whose document has these pictures, the photo passage bound to the first of them."""
    old = dossier.documents[0]
    caption = Block(BlockKind.CAPTION, 80, 135)
    page = replace(old, images=pictures, blocks=(caption,))
    claims = [replace(s.lead, span=replace(s.lead.span, document=page)) for s in dossier.sightings]
    claims[1] = replace(claims[1], image=0)
    claims[2] = replace(claims[2], image=len(pictures) - 1)
    sightings = tuple(Sighting((c,), c.place, c.when, c.status) for c in claims)
    return replace(dossier, documents=(page,), sightings=sightings)


def caption_of(document: Document) -> str:
    return document.text[80:135]


def test_a_sighting_shows_its_photo_with_caption_credit_and_words(dossier: Dossier, today: date) -> None:
    shown = illustrated(dossier, Picture("a.jpg", caption=0, content=saved(drawing())))
    case = publish(shown, Policy.reading(), today)
    image = next(s.image for s in case.sightings if s.evidence == ("photo",))
    assert image is not None and not image.drawn
    assert image.caption == caption_of(dossier.documents[0]) and image.credit == "Al-Manara"
    assert dict(image.alt)["en"].startswith("Photo. ") and dict(image.alt)["ar"].startswith("صورة. ")
    assert set(picture_files(case)) == {image.file, image.renditions[0].file}


def test_a_picture_without_words_is_described_by_its_sighting(dossier: Dossier, today: date) -> None:
    case = publish(illustrated(dossier, Picture("a.jpg", content=saved(drawing()))), Policy.reading(), today)
    image = next(s.image for s in case.sightings if s.evidence == ("photo",))
    assert image is not None
    assert dict(image.alt)["en"] == (
        "Photo belonging to the sighting in the southern countryside of Aleppo, on some day in October 2015"
    )


def test_of_two_copies_of_a_picture_the_larger_is_shown(dossier: Dossier, today: date) -> None:
    small, large = saved(drawing(400, 250)), saved(drawing())
    case = publish(
        illustrated(dossier, Picture("s.jpg", content=small), Picture("l.jpg", content=large)),
        Policy.reading(),
        today,
    )
    images = [s.image for s in case.sightings if s.image]
    assert [image.width for image in images] == [1200, 1200]
    assert len({image.file for image in images}) == 1


def test_a_broken_picture_is_left_out_and_told(dossier: Dossier, today: date) -> None:
    told: list[str] = []
    shown = illustrated(dossier, Picture("broken.jpg", content=b"nothing"), Picture("gone.jpg"))
    case = publish(shown, Policy.reading(), today, tell=told.append)
    assert all(s.image is None for s in case.sightings)
    assert len(told) == 1 and "broken.jpg" in told[0]


def test_a_caption_does_not_name_whom_the_policy_covers(dossier: Dossier, today: date) -> None:
    shown = illustrated(dossier, Picture("a.jpg", alt="Layla Nassar smiling", content=saved(drawing())))
    case = publish(shown, Policy.public(), today)
    assert "Layla" not in repr(case) and "[…] smiling" in repr(case)


def laid_out(dossier: Dossier, *pictures: Picture) -> Dossier:
    """The dossier whose document is two paragraphs, its pictures described by no passage."""
    old = dossier.documents[0]
    half = old.text.index("She was on a plane")
    blocks = (Block(BlockKind.PARAGRAPH, 0, half), Block(BlockKind.PARAGRAPH, half, len(old.text)))
    page = replace(old, images=pictures, blocks=blocks)
    claims = [replace(s.lead, span=replace(s.lead.span, document=page)) for s in dossier.sightings]
    sightings = tuple(Sighting((c,), c.place, c.when, c.status) for c in claims)
    return replace(dossier, documents=(page,), sightings=sightings)


def test_a_caption_that_names_the_place_brings_its_picture(dossier: Dossier, today: date) -> None:
    shown = laid_out(dossier, Picture("a.jpg", alt="A street in Homs", content=saved(drawing())))
    case = publish(shown, Policy.reading(), today)
    assert all((s.image is not None) == (s.place.surface == "Homs") for s in case.sightings[:1])
    assert {s.place.surface for s in case.sightings if s.image} >= {"Homs"}
    assert "on a plane" not in {s.place.surface for s in case.sightings if s.image and s.place.lat is None}


def test_a_picture_beside_a_paragraph_illustrates_what_it_tells(dossier: Dossier, today: date) -> None:
    half = dossier.documents[0].text.index("She was on a plane")
    shown = laid_out(dossier, Picture("a.jpg", before=half - 1, content=saved(drawing())))
    case = publish(shown, Policy.reading(), today)
    first, later = (
        [s for s in case.sightings if (s.claims[0].start < half) == early] for early in (True, False)
    )
    assert all(s.image for s in first) and not any(s.image for s in later)


def test_pictures_are_matched_by_words_or_position_only_in_drafts(dossier: Dossier, today: date) -> None:
    shown = laid_out(dossier, Picture("a.jpg", alt="A street in Homs", content=saved(drawing())))
    case = publish(shown, Policy.public(), today)
    assert all(s.image is None for s in case.sightings)
