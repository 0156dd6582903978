"""What every reader keeps, whatever the format: one contract over all of them."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents.readers import READERS, Reader
from wherewhen.model.document import BlockKind
from wherewhen.model.errors import InputError

from .made.packed import docx, paragraph
from .test_offsets import well_formed

MADE = Path(__file__).parent / "made"

EVENT = {"description": ["He was in Aleppo.", "كان في حلب."], "place": "Aleppo", "earliest": "2017-11-18"}
SAMPLES = {
    "html": (
        "page.html",
        b"<h1>Cafe\xcc\x81 road</h1><p>He was in Aleppo.</p><p>" + "كان في حلب.</p>".encode(),
    ),
    "text": ("note.txt", "Cafe\u0301 road\n\nHe was in Aleppo.\r\n\r\nكان في حلب.".encode()),
    "docx": (
        "a.docx",
        docx(
            paragraph("Cafe\u0301 road", "Title") + paragraph("He was in Aleppo.") + paragraph("كان في حلب.")
        ),
    ),
    "pdf": ("a.pdf", (MADE / "two-lines.pdf").read_bytes()),
    "table": ("a.csv", "place,notes\nCafe\u0301 road,He was in Aleppo.\n,كان في حلب.".encode()),
    "told": (
        "a.json",
        json.dumps({"form": "wherewhen.told/1", "told": [{"event": EVENT}]}, ensure_ascii=False).encode(),
    ),
}


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.NAME)
class TestReader:
    def sample(self, reader: Reader, folder: Path) -> Path:
        name, content = SAMPLES[reader.NAME]
        path = folder / name
        path.write_bytes(content)
        return path

    def test_it_claims_its_own_format(self, reader: Reader, tmp_path: Path) -> None:
        path = self.sample(reader, tmp_path)
        first = next(r for r in READERS if r.claims(path.read_bytes(), path.suffix))
        assert first is reader

    def test_the_identity_is_the_hash_of_the_bytes(self, reader: Reader, tmp_path: Path) -> None:
        path = self.sample(reader, tmp_path)
        assert documents.read(path).id == hashlib.sha256(path.read_bytes()).hexdigest()

    def test_the_text_is_normal_and_its_blocks_are_well_formed(self, reader: Reader, tmp_path: Path) -> None:
        document = documents.read(self.sample(reader, tmp_path))
        assert unicodedata.is_normalized("NFC", document.text)
        assert "\r" not in document.text
        well_formed(document)

    def test_reports_in_both_scripts_are_paragraphs(self, reader: Reader, tmp_path: Path) -> None:
        document = documents.read(self.sample(reader, tmp_path))
        paragraphs = [document.quote(b) for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
        assert paragraphs == ["He was in Aleppo.", "كان في حلب."]

    def test_reading_twice_gives_the_same(self, reader: Reader, tmp_path: Path) -> None:
        path = self.sample(reader, tmp_path)
        one, two = documents.read(path), documents.read(path)
        assert (one.text, one.blocks, one.images) == (two.text, two.blocks, two.images)

    @pytest.mark.parametrize("data", [b" ", b"\xef\xbb\xbf \n", "\u200b\u00a0".encode()])
    def test_what_holds_no_words_is_refused(self, reader: Reader, data: bytes) -> None:
        blank = (
            b"<html><body>" + data + b"</body></html>"
            if reader.NAME == "html"
            else data.replace("\u200b".encode(), b"")
        )
        with pytest.raises(InputError):
            documents.draft.finished(
                reader.read(blank, None, documents.Stated()), blank, None, documents.Stated()
            )
