"""One small honest file for every reader, to be damaged."""

from __future__ import annotations

import base64
import io
import json
from pathlib import Path

from PIL import Image
from tests.documents.made import exports, packed, pictures, web

from .intake_bombs import FONT, TEXT_FONT, one_page, stream

MADE = Path(__file__).parents[1] / "documents" / "made"
ENGLISH = (
    "Envoy in Aleppo\n\nThe envoy was seen in Aleppo on 18 November 2017.\n\nA photo shows him. (Herald)\n"
)
ARABIC = "المبعوث في حلب\n\nشوهد المبعوث في حلب يوم 18 تشرين الثاني 2017.\n\nصورة: المبعوث أمام القلعة\n"
PAGE = (
    '<html lang="ar"><head><title>زيارة</title><meta property="article:published_time" content="2017-11-19">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "زيارة"}</script></head><body>'
    "<article><h1>زيارة المبعوث</h1><p>زار المبعوث حلب.</p><figure>"
    f'<img src="{web.PICTURE}"><figcaption>قلعة</figcaption></figure></article></body></html>'
)
TABLE = (
    "date,place,latitude,longitude,description\n2017-11-18,Aleppo,36.2,37.16,He was seen\n,حلب,,,كان هناك\n"
)
POSTS = (
    "status,metadata,media\n"
    "\"telegram: success\",\"{'url': 'https://t.example/1', 'title': 'x', 'content': 'He was seen.', "
    "'timestamp': datetime.datetime(2017, 11, 18, 9, 30, tzinfo=datetime.timezone.utc)}\",[]\n"
)


def message() -> bytes:
    picture = base64.encodebytes(pictures.png()).decode()
    return (
        "From: =?utf-8?b?2KPZhdmE?= <amal@herald.example>\r\nSubject: Envoy\r\n"
        "Date: Sun, 19 Nov 2017 10:00:00 +0200\r\nMIME-Version: 1.0\r\nMessage-ID: <1@a>\r\n"
        'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\n'
        "Content-Type: text/plain; charset=utf-8\r\n\r\nHe was seen in Aleppo. كان في حلب.\r\n--b\r\n"
        "Content-Type: image/png; name=a.png\r\n"
        f"Content-Transfer-Encoding: base64\r\nContent-Disposition: attachment\r\n\r\n{picture}\r\n--b--\r\n"
    ).encode()


def one_file_page() -> bytes:
    return (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {web.PAGE}\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html\r\nContent-Location: {web.PAGE}\r\n\r\n{PAGE}\r\n--b--\r\n"
    ).encode()


def saved(form: str) -> bytes:
    out = io.BytesIO()
    pictures.drawing(64, 48).save(out, form)
    return out.getvalue()


def film(form: str) -> bytes | None:
    """One second; None where PyAV is not installed."""
    try:
        import av
    except ImportError:
        return None
    out = io.BytesIO()
    with av.open(out, "w", format=form) as container:
        container.metadata["creation_time"] = "2017-11-18T09:30:00.000000Z"
        track = container.add_stream("mpeg4", rate=4)
        track.width, track.height, track.pix_fmt, track.gop_size = 64, 48, "yuv420p", 2
        for number in range(4):
            image = pictures.drawing(64, 48, number).convert("RGB")
            container.mux(track.encode(av.VideoFrame.from_image(image)))
        container.mux(track.encode())
    return out.getvalue()


def scan() -> bytes:
    """A page that is nothing but a picture."""
    out = io.BytesIO()
    Image.new("L", (200, 60), 255).save(out, "PDF")
    return out.getvalue()


def told() -> bytes:
    event = {"place": "Aleppo", "earliest": "2017-11-18", "description": ["He was seen"], "latitude": 36.2}
    things = [{"title": "Visit"}, {"line": "زار حلب"}, {"rich": "<p>x <b>y</b></p>"}, {"event": event}]
    return json.dumps({"form": "wherewhen.told/1", "told": things}).encode()


def specimens() -> dict[str, bytes]:
    """Name, whose ending hints at the format, and content."""
    photo, page = (
        pictures.jpeg(pictures.drawing(64, 48), DateTimeOriginal="2017:11:18 09:30:00"),
        PAGE.encode(),
    )
    words = stream(b"BT /F 12 Tf 20 700 Td (The envoy was in Aleppo on 18 November 2017.) Tj ET", b"")
    note = {"word/footnotes.xml": f"<w:footnotes {packed.W}>{packed.paragraph('A note')}</w:footnotes>"}
    letter = packed.paragraph("زار حلب", "Heading1") + packed.paragraph("He was there")
    pair = {"page.html": page, "page_files/a.png": pictures.png(), "b.eml": message()}
    films = {"a.mp4": film("mp4"), "a.mkv": film("matroska")}
    return {
        "english.txt": ENGLISH.encode(), "arabic.txt": ARABIC.encode("cp1256"), "page.html": page,
        "page.mhtml": one_file_page(), "a.eml": message(), "plain.pdf": one_page(words, TEXT_FONT, FONT),
        "printed-en.pdf": (MADE / "printed-en.pdf").read_bytes(),
        "printed-ar.pdf": (MADE / "printed-ar.pdf").read_bytes(),
        "two-lines.pdf": (MADE / "two-lines.pdf").read_bytes(), "scan.pdf": scan(),
        "a.docx": packed.docx(letter, note),
        "picture.docx": packed.docx_with_picture(pictures.png()),
        "a.warc": web.warc(page, pictures.png(), packed=False), "a.warc.gz": web.warc(page, pictures.png()),
        "a.wacz": web.wacz(web.warc(page, pictures.png()), [{"url": web.PAGE, "title": "x"}]),
        "sightings.csv": TABLE.encode(), "sightings.tsv": TABLE.replace(",", "\t").encode("utf-16"),
        "posts.csv": POSTS.encode(), "a.json": exports.bayanat(),
        "bayanat.zip": packed.zipped({"bulletins.json": exports.bayanat(), "abc-photo.png": pictures.png()}),
        "azimut.zip": exports.azimut(pictures.png()), "told.json": told(),
        "folder.zip": packed.zipped(pair),
        "photo.jpg": photo, "placed.jpg": pictures.placed(36.2, 37.1), "a.png": pictures.png(),
        "a.gif": saved("GIF"), "a.webp": saved("WEBP"), "a.tif": saved("TIFF"),
        **{name: data for name, data in films.items() if data is not None},
    }  # fmt: skip
