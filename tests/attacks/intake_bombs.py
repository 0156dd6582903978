"""Files built to exhaust whoever reads them, each made when it is asked for."""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable

ZEROS = b"\x00" * 1_000_000
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True))
    + "]>"
)


def zipped(files: list[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as pack:
        for name, content in files:
            pack.writestr(zipfile.ZipInfo(name), content, method)
    return out.getvalue()


def streamed(name: str, megabytes: int, filling: bytes = ZEROS) -> bytes:
    """An entry of so many megabytes that was never whole in memory."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as pack, pack.open(name, "w") as entry:
        for _ in range(megabytes):
            entry.write(filling)
    return out.getvalue()


def docx(body: bytes, more: list[tuple[str, bytes]] | None = None) -> bytes:
    return zipped([("word/document.xml", body), *(more or [])])


def nested(depth: int, wide: int = 1) -> bytes:
    data = zipped([("a.txt", b"He was in Homs.")])
    for _ in range(depth):
        data = zipped([(f"{number}.zip", data) for number in range(wide)])
    return data


def lying_about_size() -> bytes:
    """The table says ten bytes, the entry unpacks to a hundred megabytes."""
    data = bytearray(streamed("a.txt", 100))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 10)
    return bytes(data)


def overlapping(count: int = 250) -> bytes:
    """Many entries in the table, one entry of packed bytes."""
    packed = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packed.compress(ZEROS) + packed.flush()
    crc = zlib.crc32(ZEROS)
    local = (
        struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 33, crc, len(body), len(ZEROS), 1, 0)
        + b"a"
        + body
    )
    entry = struct.pack(
        "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 33, crc, len(body), len(ZEROS), 1, 0, 0, 0, 0, 0, 0
    )
    table = b"".join(entry + bytes([97 + number % 26]) for number in range(count))
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(table), len(local), 0)
    return local + table + end


def crowded(count: int) -> bytes:
    return zipped([(f"{number}.txt", b"") for number in range(count)], zipfile.ZIP_STORED)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width: int, height: int, lines: bytes = b"", more: bytes = b"") -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + more + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b"")


def jpeg(width: int, height: int) -> bytes:
    frame = struct.pack(">BHHB", 8, height & 0xFFFF, width & 0xFFFF, 1) + b"\x01\x11\x00"
    return b"\xff\xd8\xff\xc0" + struct.pack(">H", len(frame) + 2) + frame + b"\xff\xd9"


def gif(width: int, height: int) -> bytes:
    return (
        b"GIF89a"
        + struct.pack("<HHBBB", width, height, 0x80, 0, 0)
        + b"\x00" * 6
        + b","
        + struct.pack("<HHHHB", 0, 0, width, height, 0)
        + b"\x02\x02\x44\x01\x00;"
    )


def webp(width: int, height: int) -> bytes:
    body = (
        b"VP8X"
        + struct.pack("<I", 10)
        + b"\x00" * 4
        + (width - 1).to_bytes(3, "little")
        + (height - 1).to_bytes(3, "little")
    )
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def tiff(width: int, height: int) -> bytes:
    tags = [
        (256, 4, 1, width), (257, 4, 1, height), (258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1),
        (273, 4, 1, 8), (277, 3, 1, 1), (278, 4, 1, height), (279, 4, 1, width),
    ]  # fmt: skip
    return (
        b"II*\x00\x08\x00\x00\x00"
        + struct.pack("<H", len(tags))
        + b"".join(struct.pack("<HHII", *tag) for tag in tags)
        + b"\x00\x00\x00\x00"
    )


def tiff_loop() -> bytes:
    return b"II*\x00\x08\x00\x00\x00" + struct.pack("<H", 0) + struct.pack("<I", 8)


def pdf(*objects: bytes, root: int = 1) -> bytes:
    out, offsets = bytearray(b"%PDF-1.7\n"), []
    for number, thing in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, thing)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(data: bytes, more: bytes = b"/Filter/FlateDecode") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(data), more, data)


def one_page(
    content: bytes, resources: bytes = b"<<>>", *more: bytes, box: bytes = b"[0 0 600 800]"
) -> bytes:
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox%b/Contents 4 0 R/Resources%b>>" % (box, resources),
        content,
        *more,
    )


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
        *[page] * count,
    )


def one_page_many_times(count: int) -> bytes:
    kids = b" ".join([b"3 0 R"] * count)
    return pdf(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, count),
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>",
    )


def doubled(data: bytes, times: int) -> bytes:
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def form_tree(depth: int) -> bytes:
    """Each form draws the next one ten times."""
    forms = [
        stream(b"/F%d Do " % (number + 1) * 10, FORM + b"/Resources<</XObject<</F%d %d 0 R>>>>"
               % (number + 1, number + 6))
        for number in range(depth)
    ]  # fmt: skip
    last = stream(b"BT ET", FORM)
    return one_page(stream(b"/F0 Do", b""), b"<</XObject<</F0 5 0 R>>>>", *forms, last)


FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
HTTP = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Type: text/html\r\n\r\n"
PAGES = b"<</Type/Catalog/Pages 2 0 R>>"
LETTERS = b"(" + b"x" * 42 + b") Tj "
TEXT_FONT = b"<</Font<</F 5 0 R>>>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def warc_record(length: int, body: bytes = b"") -> bytes:
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
    head += f"Content-Length: {length}\r\n\r\n"
    return head.encode() + body


def mail(body: bytes) -> bytes:
    return b"MIME-Version: 1.0\r\nMessage-ID: <1@a>\r\n" + body


def nested_mail(depth: int) -> bytes:
    head = "".join(f'Content-Type: multipart/mixed; boundary="{n}"\r\n\r\n--{n}\r\n' for n in range(depth))
    return mail(head.encode())


def flat_mail(count: int) -> bytes:
    return mail(
        b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + b"--b\r\n\r\n\r\n" * count + b"--b--"
    )


def attached(count: int) -> bytes:
    part = b"--b\r\nContent-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nx\r\n"
    return mail(b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n' + part * count + b"--b--")


def wacz(warc: bytes) -> bytes:
    return zipped([("datapackage.json", b"{}"), ("archive/a.warc", warc)])


Bomb = Callable[[], bytes]
BOMBS: dict[str, Bomb] = {
    # archives
    "zeros.zip": lambda: streamed("a.txt", 1000),
    "slow zeros.zip": lambda: streamed("a.txt", 200, bytes(range(256)) * 3906),
    "lying.zip": lying_about_size,
    "overlap.zip": overlapping,
    "overlap many.zip": lambda: overlapping(15_000),
    "crowd.zip": lambda: crowded(21_000),
    "large crowd.zip": lambda: crowded(150_000),
    "many zeros.zip": lambda: zipped([(f"{n}.txt", ZEROS * 9) for n in range(40)]),
    "deep.zip": lambda: nested(40),
    "wide and deep.zip": lambda: nested(5, 12),
    "only table.zip": lambda: b"PK\x05\x06" + b"\xff" * 18,
    "table of nothing.zip": lambda: b"PK\x03\x04" + b"PK\x01\x02" * 1_000_000,
    "no end.zip": lambda: zipped([("a.txt", b"x")])[:-10],
    "bzip2.zip": lambda: zipped([("a.txt", ZEROS * 50)], zipfile.ZIP_BZIP2),
    "lzma.zip": lambda: zipped([("a.txt", ZEROS * 50)], zipfile.ZIP_LZMA),
    "zeros.docx": lambda: streamed("word/document.xml", 400),
    "laughs.docx": lambda: docx(LAUGHS.encode() + f"<w:document {W}><w:p>&j;</w:p></w:document>".encode()),
    "outside.docx": lambda: docx(
        f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {W}>&x;</w:document>'.encode()
    ),
    "outside utf-16.docx": lambda: docx(
        ('<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
         f"<w {W}>&x;</w>").encode("utf-16")
    ),
    "late type.docx": lambda: docx(b" " * 5000 + LAUGHS[21:].encode() + b"<w>&j;</w>"),
    "deep.docx": lambda: docx(f"<w:document {W}>".encode() + b"<w:p>" * 100_000),
    "attributes.docx": lambda: docx(b"<w " + b" ".join(b"a%d='1'" % n for n in range(400_000)) + b"/>"),
    "paragraphs.docx": lambda: docx(
        f"<w:document {W}><w:body>".encode() + b"<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 310_000
        + b"</w:body></w:document>"
    ),
    "one long word.docx": lambda: docx(b"<w>" + b"x" * 19_000_000 + b"</w>"),
    "laughing notes.docx": lambda: docx(
        f"<w:document {W}><w:body><w:p/></w:body></w:document>".encode(),
        [("word/footnotes.xml", LAUGHS.encode() + b"<w>&j;</w>")],
    ),
    "no body.docx": lambda: zipped([("word/document.xml.rels", b"x")]),
    # web archives and mail
    "zeros.warc.gz": lambda: gzip.compress(warc_record(500_000_000) + ZEROS * 100),
    "zeros after.warc.gz": lambda: (
        gzip.compress(warc_record(4, b"abcd\r\n\r\n")) + gzip.compress(ZEROS * 300)
    ),
    "petabyte.warc": lambda: warc_record(10**15),
    "endless head.warc": lambda: b"WARC/1.0\r\n" + b"A: b\r\n" * 3_000_000,
    "records.warc": lambda: warc_record(4, b"abcd\r\n\r\n") * 120_000 + warc_record(9),
    "negative.warc": lambda: warc_record(-5),
    "gzip inside.warc": lambda: (
        lambda body: warc_record(len(body), body)
    )(HTTP + gzip.compress(ZEROS * 60)),
    "petabyte.wacz": lambda: wacz(warc_record(10**15)),
    "deep list.wacz": lambda: zipped([("datapackage.json", b"[" * 4_000_000), ("archive/a.warc", b"")]),
    "nested.eml": lambda: nested_mail(20_000),
    "empty parts.eml": lambda: flat_mail(400_000),
    "attached.eml": lambda: attached(100_000),
    # pictures
    "wide.png": lambda: png(65_000, 65_000),
    "largest.png": lambda: png(2**31 - 1, 2**31 - 1),
    "white.png": lambda: png(20_000, 20_000, ZEROS),
    "just over.png": lambda: png(10_000, 6_001, ZEROS),
    "words.png": lambda: png(10, 10, ZEROS, chunk(b"zTXt", b"k\x00\x00" + zlib.compress(ZEROS * 30)) * 30),
    "profile.png": lambda: png(10, 10, b"", chunk(b"iCCP", b"p\x00\x00" + zlib.compress(ZEROS * 100))),
    "lines missing.png": lambda: png(7_000, 7_000),
    "wide.jpg": lambda: jpeg(65_535, 65_535),
    "no lines.jpg": lambda: jpeg(7_000, 7_000),
    "wide.gif": lambda: gif(65_535, 65_535),
    "wide.webp": lambda: webp(16_384 * 4, 16_384 * 4),
    "wide.tif": lambda: tiff(2**31, 2**31),
    "wide again.tif": lambda: tiff(100_000, 100_000),
    "loop.tif": tiff_loop,
    "heavy.png": lambda: b"\x89PNG\r\n\x1a\n" + ZEROS * 19 + b"x" * 900_000,
    # PDF
    "pages.pdf": lambda: many_pages(60_000),
    "million pages.pdf": lambda: one_page_many_times(1_000_000),
    "page loop.pdf": lambda: pdf(PAGES, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"),
    "false count.pdf": lambda: pdf(PAGES, b"<</Type/Pages/Kids[]/Count 2000000000>>"),
    "zeros.pdf": lambda: one_page(stream(zlib.compress(ZEROS * 400))),
    "packed thrice.pdf": lambda: one_page(
        stream(doubled(ZEROS * 300, 3), b"/Filter[/FlateDecode/FlateDecode/FlateDecode]")
    ),
    "many filters.pdf": lambda: one_page(stream(b"x", b"/Filter[" + b"/FlateDecode" * 100_000 + b"]")),
    "forms.pdf": lambda: form_tree(12),
    "deep arrays.pdf": lambda: pdf(b"<</Type/Catalog/Pages 2 0 R>>", b"[" * 500_000),
    "deep names.pdf": lambda: pdf(b"<</Type/Catalog/Pages 2 0 R/A" + b"<</A" * 200_000, b"<<>>"),
    "brackets.pdf": lambda: one_page(stream(zlib.compress(b"q " * 9_000_000))),
    "dead end.pdf": lambda: pdf(b"<</Type/Catalog/Pages 1 0 R>>"),
    "self.pdf": lambda: pdf(b"1 0 R"),
    "words.pdf": lambda: one_page(
        stream(zlib.compress(b"BT /F 1 Tf " + LETTERS * 300_000)), TEXT_FONT, FONT
    ),
    "endless.pdf": lambda: b"%PDF-1.7\n" + b"1 0 obj<</A 1 0 R>>endobj\n" * 700_000,
    "no table.pdf": lambda: b"%PDF-1.7\n" + ZEROS * 15,
    "astronomical.pdf": lambda: one_page(stream(b"", b""), b"<<>>", box=b"[0 0 1e30 1e30]"),
    # exports and tables
    "deep list.json": lambda: b'{"bulletins": ' + b"[" * 5_000_000,
    "many bulletins.json": lambda: b'{"bulletins": [' + b"{}," * 200_000 + b"{}]}",
    "columns.csv": lambda: b"date,place\n" + b"," * 5_000_000,
    "rows.csv": lambda: b"date,place\n" + b"2017-01-01,Homs\n" * 300_000,
    "open quote.csv": lambda: b'date,place\n"' + b"x,\n" * 3_000_000,
    "metadata.csv": lambda: b"status,metadata,media\n" + b"s,\"" + b"[" * 90_000 + b"\",m\n",
    "deep header.azimut.zip": lambda: zipped(
        [("bundle-header.json", b"[" * 3_000_000), ("bundle.json", b"{}")]
    ),
    "database.azimut.zip": lambda: zipped(
        [("bundle-header.json", b"{}"), ("case/azimut/case.json", b"{}"),
         ("case/azimut/.data/case.db", b"SQLite format 3\x00" + b"\xff" * 5000), ("bundle.json", b"{}")]
    ),
    "told.json": lambda: json.dumps({"form": "wherewhen.told/1", "told": [{}] * 60_000}).encode(),
    # films
    "no film.mp4": lambda: b"\x00\x00\x00\x18ftypmp42" + ZEROS,
    "no clusters.mkv": lambda: b"\x1a\x45\xdf\xa3" + b"\xff" * 2_000_000,
    "playlist.mp4": lambda: b"\x00\x00\x00\x18ftypisom" + b"#EXTM3U\n" * 9000,
}  # fmt: skip
