"""The repository's own pages come out clean."""

from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.model.document import BlockKind

from .conftest import lines

PAGES = sorted((Path(__file__).parents[2] / "samples").glob("*/*.html"))
AROUND = (
    "cookie",
    "newsletter",
    "read also",
    "subscribe",
    "member",
    "pounds a month",
    "dollars a month",
    "sample written for",
    "اقرأ أيضا",
    "النشرة",
    "اشترك",
    "شهريا",
    "ملفات تعريف",
    "الحقوق محفوظة",
    "نموذجا",
)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
class TestSample:
    def test_no_appeal_or_link_is_a_paragraph(self, path: Path) -> None:
        paragraphs = lines(documents.read(path), BlockKind.PARAGRAPH)
        assert len(paragraphs) > 8
        assert all(len(p) > 60 for p in paragraphs)
        assert not [p for p in paragraphs if any(word in p.lower() for word in AROUND)]

    def test_every_picture_has_its_caption_and_its_bytes(self, path: Path) -> None:
        document = documents.read(path)
        captions = [image.caption for image in document.images]
        assert len(captions) >= 6
        assert None not in captions and len(set(captions)) == len(captions)
        assert len(captions) == len(lines(document, BlockKind.CAPTION))
        assert all(image.content for image in document.images)

    def test_publisher_day_and_address_are_known(self, path: Path) -> None:
        document = documents.read(path)
        assert document.publisher and document.published and document.url and document.author
        assert document.language == path.stem[-2:]
        assert lines(document, BlockKind.TITLE) == [document.title]
