"""Word processor files and PDFs: what is printed is read, in the order in which it is read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from wherewhen import documents
from wherewhen.documents import Refused, ocr
from wherewhen.documents.pages.lines import Glyph, line_of
from wherewhen.documents.pages.paper import Paper
from wherewhen.model.document import BlockKind, Document
from wherewhen.model.errors import DamagedFile, EmptyDocument

from .conftest import lines
from .made import pictures
from .made.packed import docx, docx_with_picture, paragraph, zipped

MADE = Path(__file__).parent / "made"


def read(folder: Path, name: str, data: bytes) -> Document:
    (folder / name).write_bytes(data)
    return documents.read(folder / name)


def test_styles_of_a_document_become_roles(tmp_path: Path) -> None:
    body = (
        paragraph("زيارة المبعوث", "Title")
        + paragraph("By Jane Doe, 19 November 2017")
        + paragraph("Aleppo", "Heading1")
        + paragraph("He was in Aleppo.")
        + paragraph("The envoy at the citadel", "Caption")
    )
    document = read(tmp_path, "a.docx", docx(body))
    assert [block.kind for block in document.blocks] == [
        BlockKind.TITLE, BlockKind.BYLINE, BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.CAPTION,
    ]  # fmt: skip
    assert document.title == "زيارة المبعوث" and str(document.published) == "2017-11-19"


def test_rows_of_a_table_are_lines(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc>{paragraph(words)}</w:tc>" for words in ("18 May", "حلب", "He was there"))
    document = read(tmp_path, "a.docx", docx(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))
    assert document.text == "18 May | حلب | He was there"


@pytest.mark.parametrize(
    "hidden",
    [
        "<w:p><w:del><w:r><w:delText>SECRET</w:delText></w:r></w:del></w:p>",
        "<w:p><w:moveFrom><w:r><w:t>SECRET</w:t></w:r></w:moveFrom></w:p>",
        paragraph("SECRET", run="<w:rPr><w:vanish/></w:rPr>"),
        paragraph("SECRET", run='<w:rPr><w:color w:val="FFFFFF"/></w:rPr>'),
        "<w:p><w:r><w:instrText>SECRET</w:instrText></w:r></w:p>",
        '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        "<mc:Fallback><w:r><w:t>SECRET</w:t></w:r></mc:Fallback></mc:AlternateContent></w:p>",
    ],
)
def test_what_the_paper_does_not_show_is_not_read(tmp_path: Path, hidden: str) -> None:
    document = read(tmp_path, "a.docx", docx(paragraph("He was in Aleppo.") + hidden))
    assert document.text == "He was in Aleppo."


def test_notes_and_pictures_come_along(tmp_path: Path) -> None:
    picture = pictures.png()
    (document_item, image) = documents.take([_written(tmp_path, "a.docx", docx_with_picture(picture))])
    assert not isinstance(document_item, Refused) and document_item.document
    assert [(i.alt, i.content) for i in document_item.document.images] == [("A citadel", picture)]
    assert not isinstance(image, Refused) and image.provenances[0].container == document_item.id


def _written(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


def test_a_workbook_is_no_text(tmp_path: Path) -> None:
    with pytest.raises(documents.UnknownFormat):
        read(tmp_path, "a.xlsx", zipped({"xl/workbook.xml": "<workbook/>"}))


def test_english_print_in_columns_is_read_column_by_column() -> None:
    document = documents.read(MADE / "printed-en.pdf")
    assert document.title == "The envoy in Aleppo" and str(document.published) == "2017-11-18"
    first, second = lines(document, BlockKind.PARAGRAPH)
    assert first.startswith("The envoy arrived") and first.endswith("before touring the citadel.")
    assert second.startswith("On the next day") and "office and the flight of the first families." in second


def test_arabic_print_is_read_in_the_order_of_reading() -> None:
    document = documents.read(MADE / "printed-ar.pdf")
    assert document.language == "ar" and document.title == "زيارة المبعوث إلى حلب"
    first, second = lines(document, BlockKind.PARAGRAPH)
    assert first == (
        "قال المتحدث إن المبعوث وصل إلى مدينة حلب في ١٨ تشرين الثاني ٢٠١٧، والتقى هناك "
        "محافظ المدينة (أحمد الخطيب) "
        "في الساعة 10:30 صباحاً. وأضاف أن الوفد زار «قلعة حلب» ثم غادر إلى دمشق في 20 نوفمبر 2017 برفقة ممثل "
        "UNHCR John Smith في سوريا."
    )
    assert second.startswith("وفي اليوم التالي، زار المبعوث مخيم اليرموك") and second.endswith(
        "الأسابيع الماضية."
    )


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_in_the_file_does_not_matter(turned: bool) -> None:
    words = "وصل إلى حلب (أمس) في ١٨ May 2017 مساء"
    glyphs, at = [], 500.0
    for run in _as_printed(words):
        at -= 6.0
        glyphs.append(Glyph(run, at, at + 6.0))
    line = line_of(glyphs[::-1] if turned else glyphs, 0.0, 12.0)
    assert line is not None and line.text == words


def _as_printed(words: str) -> list[str]:
    """Right to left as on paper: figures and Latin words turned round, brackets mirrored, gaps left."""
    import re

    out = []
    for run in re.findall(r"[A-Za-z0-9]+(?: [A-Za-z0-9]+)*|[٠-٩]+|.", words):
        latin = re.fullmatch(r"[A-Za-z0-9 ]+|[٠-٩]+", run) and run != " "
        out += list(run[::-1]) if latin else list(run.translate(str.maketrans("()", ")(")))
    return out


def _scan() -> bytes:
    pages = [
        Image.open(io.BytesIO(Paper((MADE / f"printed-{language}.pdf").read_bytes(), language).rendered(0)))
        for language in ("en", "ar")
    ]
    out = io.BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=200)
    return out.getvalue()


@pytest.mark.skipif(ocr.installed() is None, reason="Tesseract is not installed")
def test_scanned_pages_are_read_and_marked_as_doubtful(tmp_path: Path) -> None:
    document = read(tmp_path, "scan.pdf", _scan())
    assert "المتحدث إن المبعوث وصل إلى مدينة حلب" in document.text
    assert "18 November 2017" in document.text
    at = document.text.index("18 November 2017")
    assert document.is_doubtful(at, at + 16)
    assert [(b.start, b.end) for b in document.blocks] == list(document.doubtful)


def test_without_tesseract_scanned_pages_are_refused_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from wherewhen.documents.readers import pdf

    monkeypatch.setattr(ocr, "installed", lambda: None)
    with pytest.raises(EmptyDocument, match="install Tesseract"):
        pdf.read(_scan(), tmp_path / "scan.pdf")


def test_print_is_not_doubtful() -> None:
    assert not documents.read(MADE / "printed-en.pdf").doubtful


def test_a_pdf_under_a_password_and_a_broken_one_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(DamagedFile):
        read(tmp_path, "broken.pdf", b"%PDF-1.7 nothing")
