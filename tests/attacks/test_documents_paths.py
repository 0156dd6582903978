"""A page's pictures come from inside its own folder and from nowhere else."""

from __future__ import annotations

import base64
import os
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents import files_in, limits

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 40
TEXT = "<p>The envoy was seen in Rome on the first of May.</p>"

OUTSIDE = [
    "../secret.png",
    "..\\secret.png",
    "%2e%2e/secret.png",
    "..%2fsecret.png",
    "..%5csecret.png",
    "%2e%2e%2fsecret.png",
    "page_files/../../secret.png",
    "page_files/..%2f..%2fsecret.png",
    "./../secret.png",
    ".//../secret.png",
    "{outside}/secret.png",
    "/{outside}/secret.png",
    "//{outside}/secret.png",
    "file://{outside}/secret.png",
    "FILE://{outside}/secret.png",
    "file:{outside}/secret.png",
    "file:///../..{outside}/secret.png",
    "\\\\server\\share\\secret.png",
    "//server/share/secret.png",
    "C:\\secret.png",
    "C:/secret.png",
    "C:secret.png",
    "~/secret.png",
    "~root/secret.png",
    "page_files/~/secret.png",
    "http://127.0.0.1:9/secret.png",
    "https://x.example/a.png",
    "ftp://x/secret.png",
    "blob:secret.png",
    "about:blank",
    "javascript:secret.png",
    "jar:file:secret.png!/a",
    "secret.png\x00.png",
    "%00secret.png",
    "secret.png%00",
    "..;/secret.png",
    "....//secret.png",
    "..././secret.png",
    "\u202egnp.terces",
    "．．/secret.png",
    "%c0%ae%c0%ae/secret.png",
    "%252e%252e/secret.png",
    "..%u2215secret.png",
    "CON",
    "NUL.png",
    "aux",
    "link.png",
    "linked/secret.png",
    ".hidden.png",
    "page_files/.hidden.png",
    "a" * 5000,
    "x/" * 400 + "a.png",
    "page_files",
    "page_files/",
    ".",
    "",
    "?",
    "#",
    "page.html",
    "page_files/note.txt",
    "page_files/fake.png",
    "pipe.png",
    "%",
    "%zz",
    "http://[::1",
    "page_files/pic.png:stream",
    "\npage_files/../../secret.png",
]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A page's folder with a true picture, and a secret picture beside and behind links."""
    folder = tmp_path / "home"
    (folder / "page_files").mkdir(parents=True)
    (folder / "page_files" / "pic.png").write_bytes(PNG)
    (folder / "page_files" / "صورة 1.png").write_bytes(PNG)
    (folder / "page_files" / "note.txt").write_text("secret")
    (folder / "page_files" / "fake.png").write_text("secret")
    for hidden in (".hidden.png", "page_files/.hidden.png"):
        (folder / hidden).write_bytes(PNG)
    (tmp_path / "secret.png").write_bytes(PNG + b"secret")
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    (folder / "linked").symlink_to(tmp_path)
    os.mkfifo(folder / "pipe.png")
    return folder


def contents(home: Path, src: str) -> list[bytes | None]:
    page = home / "page.html"
    quoted = src.replace("&", "&amp;").replace('"', "&quot;")
    page.write_text(f'{TEXT}<img src="{quoted}">{TEXT}', encoding="utf-8", errors="replace")
    return [image.content for image in documents.read(page).images]


@pytest.mark.parametrize("trick", OUTSIDE)
def test_nothing_outside_the_folder_and_no_other_file_is_taken(home: Path, trick: str) -> None:
    assert set(contents(home, trick.replace("{outside}", str(home.parent)))) <= {None}


@pytest.mark.parametrize(
    "src",
    [
        "page_files/pic.png",
        "./page_files/pic.png",
        "page_files//pic.png",
        "page_files/pic.png?v=3",
        "page_files/pic.png#x",
        "page_files/صورة 1.png",
        "page_files/%D8%B5%D9%88%D8%B1%D8%A9%201.png",
        " page_files/pic.png ",
    ],
)
def test_a_picture_in_the_assets_folder_is_taken(home: Path, src: str) -> None:
    assert contents(home, src) == [PNG]


def test_an_embedded_picture_is_taken_and_other_embedded_data_is_not(home: Path) -> None:
    coded = base64.b64encode(PNG).decode()
    assert contents(home, f"data:image/png;base64,{coded}") == [PNG]
    for trick in (
        f"data:text/html;base64,{coded}",
        "data:image/svg+xml,<svg/>",
        "data:image/png;base64,!!!!",
        "data:,",
    ):
        assert set(contents(home, trick)) <= {None}


def test_a_picture_over_the_limit_is_left_out(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = home / "page_files" / "large.png"
    with large.open("wb") as file:
        file.write(PNG)
        file.truncate(limits.MAX_IMAGE_BYTES + 1)
    assert contents(home, "page_files/large.png") == [None]


def test_only_so_many_pictures_bring_their_bytes(home: Path) -> None:
    page = home / "page.html"
    page.write_text(TEXT + "<img src=page_files/pic.png>" * (limits.MAX_IMAGES + 5) + TEXT)
    images = documents.read(page).images
    assert len(images) == limits.MAX_IMAGES + 5
    assert sum(image.content is not None for image in images) == limits.MAX_IMAGES


def test_reading_writes_nothing(home: Path) -> None:
    contents(home, "page_files/pic.png")
    before = sorted(str(path) for path in home.parent.rglob("*"))
    for trick in OUTSIDE[:20]:
        contents(home, trick)
    assert sorted(str(path) for path in home.parent.rglob("*")) == before


def test_a_link_in_a_folder_takes_no_file_from_elsewhere(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "secret.txt").write_text("Anna Berg was in Rome.", "utf-8")
    (folder / "a.txt").write_text("Anna Berg was in Oslo.", "utf-8")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "up.txt").symlink_to("../secret.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "same.txt").symlink_to("a.txt")
    assert [path.name for path in files_in(folder)] == ["a.txt", "same.txt"]
