"""Bytes become text: by mark, by validity, by declaration, and only then by a guess."""

from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.model.errors import DamagedFile, NotText

ARABIC = (
    "وصل الوزير إلى مدينة حلب في شهر أيار، وقال إنه سيبقى فيها أسبوعاً من أجل اللقاء.\n\nثم غادر إلى دمشق."
)
ENGLISH = "The minister – “a tired man” – reached Zürich in May; café owners saw him.\n\nHe left."


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"]
)
def test_arabic_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARABIC.encode(encoding))
    document = documents.read(path)
    assert document.text == ARABIC
    assert document.language == "ar"


def test_arabic_text_of_the_old_iso_set_is_told_from_the_windows_set(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARABIC.encode("iso8859_6"))
    assert documents.read(path).text == ARABIC


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_text_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "e.txt"
    path.write_bytes(ENGLISH.encode(encoding))
    document = documents.read(path)
    assert document.text == ENGLISH
    assert document.language == "en"


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-8"])
def test_a_page_is_read_in_the_set_that_it_declares(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "p.html"
    path.write_bytes(f'<html><head><meta charset="{encoding}"></head><body><p>{ARABIC}</p>'.encode(encoding))
    assert "مدينة حلب في شهر أيار" in documents.read(path).text


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "utf-8", "utf-7", "unicode_escape", "hex", "nonsense", "us-ascii"]
)
def test_a_wrong_declaration_is_not_believed(tmp_path: Path, declared: str) -> None:
    path = tmp_path / "p.html"
    path.write_bytes(f'<html><head><meta charset="{declared}"></head><body><p>{ARABIC}</p>'.encode("cp1256"))
    assert "مدينة حلب" in documents.read(path).text


def test_a_few_broken_bytes_do_not_change_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(ARABIC.encode() + b"\xff" + ARABIC.encode())
    assert documents.read(path).text == f"{ARABIC}\ufffd{ARABIC}"


def test_control_characters_and_the_byte_order_mark_are_dropped(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(
        b"\xef\xbb\xbf" + b"He was in Al\x00ep\x1bpo, and the whole town saw him walk there.\x0cThen he left."
    )
    assert (
        documents.read(path).text == "He was in Aleppo, and the whole town saw him walk there.\nThen he left."
    )


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 40,
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
        b"\xff\xd8\xff\xe0" + b"x" * 100,
        b"\x7fELF" + b"\x00" * 100,
        b"\x00" * 1000,
        b"\x1f\x8b\x08" + b"abc" * 50,
    ],
)
def test_binary_files_are_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises((NotText, DamagedFile)) as refused:
        documents.read(path)
    assert refused.value.code in ("W203", "W210")


@pytest.mark.parametrize(
    ("text", "stated", "language"),
    [
        ("He was in حلب yesterday.", None, "en"),
        ("كان في Paris أمس وفي اليوم السابق.", None, "ar"),
        ("كان في حلب.", "en", "ar"),
        ("He was in Aleppo.", "ar", "en"),
        ("حلب Aleppo", "en-GB", "en"),
        ("حلب Aleppo", "ar", "ar"),
        ("12 2016", "ar", "en"),
    ],
)
def test_the_script_decides_the_language(text: str, stated: str | None, language: str) -> None:
    assert documents.of_text(text, documents.Stated(language=stated)).language == language


def test_dashes_that_were_saved_as_control_characters_become_dashes_at_the_same_offset() -> None:
    document = documents.of_text("He came \x96 on foot \x97 to \x93Rome\x94.")
    assert document.text == "He came – on foot — to “Rome”."
