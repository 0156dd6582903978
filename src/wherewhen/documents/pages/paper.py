"""The pages of a PDF as the renderer sees them: glyphs, pictures, whole pages as pictures."""

from __future__ import annotations

import ctypes
import io
from collections.abc import Iterator
from types import TracebackType
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from wherewhen.documents.limits import MAX_IMAGE_BYTES, MAX_IMAGES_BYTES, MAX_PAGES, MAX_SCANNED_PAGES
from wherewhen.documents.pages.lines import Glyph, Line, Run, joined, line_of
from wherewhen.documents.signatures import picture
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, LockedFile

FEW = 20
"""Letters up to which a page with a picture is taken for a scan."""
DPI = 200
MOST_PIXELS = 9_000_000
ANOTHER = 0.6
"""Share of the letters' size from which a letter stands on another line; a raised figure stands nearer."""
LARGE = 0.5
"""Share of a page that the picture of a scan covers at least."""
MOST_PICTURES = 60
SMALLEST = 100


class Paper:
    """An open PDF. Raises DamagedFile, LockedFile, DocumentTooLarge."""

    def __init__(self, data: bytes, name: object) -> None:
        self.name = name
        try:
            self.pdf = pypdfium2.PdfDocument(data)
            self.pages = len(self.pdf)
        except pypdfium2.PdfiumError as error:
            if "assword" in str(error):
                raise LockedFile(name, "Save it without a password") from None
            raise DamagedFile(name, f"It cannot be opened: {error}") from None
        if self.pages > MAX_PAGES:
            raise DocumentTooLarge(name, f"At most {MAX_PAGES:,} pages; split the document")
        self.shown: dict[int, list[Line]] = {}
        self.hidden: dict[int, list[Line]] = {}
        self.scans: set[int] = set()

    def __enter__(self) -> Paper:
        return self

    def __exit__(self, kind: type | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.pdf.close()

    def says(self, field: str) -> str | None:
        """A line of the file's own description."""
        return " ".join(self.pdf.get_metadata_value(field).split())[:500] or None

    def lines(self, number: int) -> list[Line]:
        """The printed lines of a page; what is written in invisible ink is kept apart."""
        page = self._page(number)
        shown: list[Line] = []
        hidden: list[Line] = []
        for run in joined(_runs(page)):
            line = line_of(run.glyphs, run.base, run.size)
            if line is not None:
                (shown if run.visible else hidden).append(line)
        if sum(len(line.text) for line in shown) <= FEW and _covered(page) >= LARGE:
            self.scans.add(number)
            if len(self.scans) > MAX_SCANNED_PAGES:
                raise DocumentTooLarge(
                    self.name, f"At most {MAX_SCANNED_PAGES:,} scanned pages; split the document"
                )
            self.hidden[number] = hidden
        page.close()
        return shown

    def scanned(self, number: int) -> bool:
        return number in self.scans

    def hidden_layer(self, number: int) -> list[Line]:
        """What the scanner's own character reader put under the picture."""
        return self.hidden.get(number, [])

    def rendered(self, number: int) -> bytes:
        """The page as PNG in shades of grey."""
        page = self._page(number)
        width, height = page.get_size()
        scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
        image = page.render(scale=scale, grayscale=True).to_pil()
        out = io.BytesIO()
        image.save(out, "PNG", compress_level=1)
        page.close()
        return out.getvalue()

    def pictures(self) -> Iterator[tuple[int, bytes]]:
        """Photographs that are kept as JPEG, byte for byte, with the page; scans are left out."""
        found = taken = 0
        for number in range(self.pages):
            if number in self.scans:
                continue
            page = self._page(number)
            for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
                content = _photograph(image)
                if content is None or found >= MOST_PICTURES or taken + len(content) > MAX_IMAGES_BYTES:
                    continue
                found, taken = found + 1, taken + len(content)
                yield number, content
            page.close()

    def _page(self, number: int) -> Any:
        try:
            return self.pdf[number]
        except pypdfium2.PdfiumError as error:
            raise DamagedFile(self.name, f"Page {number + 1} cannot be read: {error}") from None


def _runs(page: Any) -> Iterator[Run]:
    """What the renderer takes for lines, broken where it makes two into one; in the order of the file."""
    text = page.get_textpage()
    run = Run()
    box = pdfium.FS_RECTF()
    for at in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, at)
        letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
        if letter not in ("", " ") and run.glyphs and abs(_base(text, at) - run.base) > ANOTHER * run.size:
            letter = "\n" + letter
        if letter[:1] in ("\r", "\n"):
            if run.glyphs:
                yield run
            run, letter = Run(), letter[1:]
            if not letter.strip():
                continue
        if not run.glyphs:
            run.base, run.size, run.visible = _base(text, at), _size(text, at), _visible(text, at)
        pdfium.FPDFText_GetLooseCharBox(text, at, ctypes.byref(box))
        letter = "-" if letter in ("\u0002", "\ufffe") else letter
        if letter >= " ":
            run.glyphs.append(Glyph(letter, box.left, box.right))
    if run.glyphs:
        yield run
    text.close()


def _base(text: Any, at: int) -> float:
    x, y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetCharOrigin(text, at, ctypes.byref(x), ctypes.byref(y))
    return y.value


def _size(text: Any, at: int) -> float:
    """The size of the letters on the paper, in points."""
    matrix = pdfium.FS_MATRIX()
    stated = float(pdfium.FPDFText_GetFontSize(text, at))
    if not pdfium.FPDFText_GetMatrix(text, at, ctypes.byref(matrix)):
        return stated
    return stated * float((matrix.c**2 + matrix.d**2) ** 0.5) or stated


def _visible(text: Any, at: int) -> bool:
    thing = pdfium.FPDFText_GetTextObject(text, at)
    return not thing or pdfium.FPDFTextObj_GetTextRenderMode(thing) != pdfium.FPDF_TEXTRENDERMODE_INVISIBLE


def _covered(page: Any) -> float:
    """The share of the page under its largest picture."""
    width, height = page.get_size()
    largest = 0.0
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        largest = max(largest, (right - left) * (top - bottom))
    return float(largest / max(width * height, 1.0))


def _photograph(image: Any) -> bytes | None:
    width, height = image.get_px_size()
    if min(width, height) < SMALLEST or image.get_filters() != ["DCTDecode"]:
        return None
    content = bytes(image.get_data(decode_simple=False))
    return content if len(content) <= MAX_IMAGE_BYTES and picture(content) else None
