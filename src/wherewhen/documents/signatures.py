"""The opening bytes by which kinds of files are known."""

from __future__ import annotations

UNREAD = (
    (b"\xd0\xcf\x11\xe0", "old office document"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3", "database"),
)
PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")
TIFF = (b"II*\x00", b"MM\x00*")
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
PDF = b"%PDF-"
GZIP = b"\x1f\x8b"
WARC = b"WARC/"
SEALED = b"AZIMUT-BUNDLE\x00"
FILM_BRANDS = (b"ftyp", b"moov", b"mdat", b"wide", b"free")
MATROSKA = b"\x1a\x45\xdf\xa3"
STILL_BRANDS = (b"heic", b"heix", b"mif1", b"avif", b"avis", b"M4A ", b"M4B ")
BINARY = (
    b"\x7fELF", b"BZh9", b"\xfd7zXZ", b"7z\xbc\xaf", b"Rar!", b"OggS", b"ID3", b"MZ\x90\x00", GZIP,
    MATROSKA, *TIFF,
)  # fmt: skip


def picture(data: bytes) -> bool:
    """True for the opening bytes of a raster picture that pages use."""
    return data.startswith(PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def film(data: bytes) -> bool:
    """True for MP4, QuickTime, Matroska, WebM and AVI."""
    boxed = data[4:8] in FILM_BRANDS and data[8:12] not in STILL_BRANDS
    return boxed or data.startswith(MATROSKA) or (data[:4] == b"RIFF" and data[8:12] == b"AVI ")


def unread(data: bytes) -> str | None:
    """The name of a document format that is known by its opening and has no reader, else None."""
    return next((kind for opening, kind in UNREAD if data.startswith(opening)), None)


def binary(data: bytes) -> bool:
    """True for pictures, sound, film, programs and packed files."""
    return picture(data) or film(data) or data.startswith(BINARY) or data[4:8] == b"ftyp"
