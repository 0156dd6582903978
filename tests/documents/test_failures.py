"""What cannot be read is refused with a code, the file's name and a remedy; the rest goes on."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents.limits import MAX_BYTES
from wherewhen.model.errors import (
    DamagedFile,
    DocumentTooLarge,
    EmptyDocument,
    InputError,
    UnknownFormat,
    UnreadableFile,
)


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", EmptyDocument),
        (b" \n\t\r\n ", EmptyDocument),
        (b"\xef\xbb\xbf", EmptyDocument),
        ("\u00a0\u2003\n".encode(), EmptyDocument),
        (b"<html><body><script>alert(1)</script></body></html>", EmptyDocument),
        (b"<html></html>", EmptyDocument),
        (b"%PDF-1.7 ...", DamagedFile),
        (b"PK\x03\x04....", DamagedFile),
        (b"{\\rtf1 hello}", UnknownFormat),
        (b"<?xml version='1.0'?><rss><item>x</item></rss>", UnknownFormat),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><text>x</text></svg>", UnknownFormat),
        (
            b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            EmptyDocument,
        ),
    ],
)
def test_a_file_without_a_readable_text_is_refused(
    tmp_path: Path, content: bytes, error: type[InputError]
) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    with pytest.raises(error) as refused:
        documents.read(path)
    assert "odd.txt" in str(refused.value)
    assert refused.value.remedy


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "missing.txt", tmp_path, tmp_path / ("x" * 5000)):
        with pytest.raises(UnreadableFile):
            documents.read(path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "locked.txt"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(UnreadableFile):
        documents.read(path)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    path = tmp_path / "pipe.txt"
    os.mkfifo(path)
    with pytest.raises(UnreadableFile):
        documents.read(path)


def test_a_file_over_the_limit_is_refused_before_it_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(DocumentTooLarge) as refused:
        documents.read(path)
    assert f"{MAX_BYTES:,}" in refused.value.remedy


def test_failures_are_listed_and_the_rest_goes_on(tmp_path: Path) -> None:
    good, empty = tmp_path / "good.txt", tmp_path / "empty.txt"
    good.write_text("He was in Rome.")
    empty.write_text("")
    read, failures = documents.read_all([empty, tmp_path / "missing.txt", good])
    assert [d.text for d in read] == ["He was in Rome."]
    assert [(path.name, error.code) for path, error in failures] == [
        ("empty.txt", "W202"),
        ("missing.txt", "W201"),
    ]


def test_a_folder_gives_its_documents_in_order_without_pictures_and_assets(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "sub/c.txt", ".hidden.txt", "a_files/ad.html"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"<p>He was in {name}.</p>")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0rest")
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.4")
    read, failures = documents.read_all([tmp_path])
    assert [Path(d.path or "").name for d in read] == ["a.html", "b.txt", "c.txt"]
    assert [path.name for path, _ in failures] == ["report.pdf"]


def test_the_same_bytes_are_one_document(tmp_path: Path) -> None:
    for name in ("one.txt", "two.txt"):
        (tmp_path / name).write_text("He was in Rome.")
    read, failures = documents.read_all([tmp_path])
    assert len(read) == 1 and not failures


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    read, failures = documents.read_all([tmp_path])
    assert not read
    assert failures[0][1].code == "W201"
