"""A folder is written whole or not at all, and never over what is not ours."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wherewhen.model.dossier import Dossier
from wherewhen.model.errors import OutputError
from wherewhen.publication.folder import MARKER, write_folder
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.publish import publish


@pytest.fixture
def case(dossier: Dossier, today: date) -> PublicCase:
    return publish(dossier, Policy.reading(), today)


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_holds_the_files_and_the_mark_that_it_is_ours(case: PublicCase, tmp_path: Path) -> None:
    write_folder(case, {"index.html": b"x", "maps/a.svg": b"y"}, tmp_path / "new" / "out")
    assert names(tmp_path / "new" / "out") == {"index.html", "maps/a.svg", MARKER}
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["out"]


def test_a_folder_of_ours_is_replaced_whole(case: PublicCase, tmp_path: Path) -> None:
    write_folder(case, {"old.html": b"old", "index.html": b"old"}, tmp_path / "out")
    write_folder(case, {"index.html": b"new"}, tmp_path / "out")
    assert names(tmp_path / "out") == {"index.html", MARKER}
    assert (tmp_path / "out" / "index.html").read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_an_empty_folder_may_be_filled(case: PublicCase, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    write_folder(case, {"index.html": b"x"}, tmp_path / "out")
    assert "index.html" in names(tmp_path / "out")


@pytest.mark.parametrize("mark", [None, b"", b"{}", b"[]", b'{"schema": "other"}', b"\xff"])
def test_a_folder_that_is_not_ours_is_left_alone(
    case: PublicCase, tmp_path: Path, mark: bytes | None
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.txt").write_text("years of work")
    if mark is not None:
        (out / MARKER).write_bytes(mark)
    with pytest.raises(OutputError, match="did not make"):
        write_folder(case, {"index.html": b"x"}, out)
    assert (out / "thesis.txt").read_text() == "years of work"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_notes_that_somebody_put_into_our_folder_are_not_lost(case: PublicCase, tmp_path: Path) -> None:
    write_folder(case, {"index.html": b"x"}, tmp_path / "out")
    (tmp_path / "out" / "notes.txt").write_text("mine")
    with pytest.raises(OutputError, match=r"notes\.txt"):
        write_folder(case, {"index.html": b"y"}, tmp_path / "out")
    assert (tmp_path / "out" / "index.html").read_bytes() == b"x"


def test_a_file_in_the_way_is_not_overwritten(case: PublicCase, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a letter")
    with pytest.raises(OutputError, match="not a folder"):
        write_folder(case, {"index.html": b"x"}, tmp_path / "out")
    assert (tmp_path / "out").read_text() == "a letter"


def test_a_link_is_not_followed(case: PublicCase, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to(tmp_path / "real")
    with pytest.raises(OutputError):
        write_folder(case, {"index.html": b"x"}, tmp_path / "out")
    assert not names(tmp_path / "real")


@pytest.mark.parametrize(
    "name",
    [
        "../x",
        "/etc/x",
        "a/../../x",
        "",
        ".",
        "a//b",
        "./a",
        "a\\b",
        "C:x",
        "a\0b",
        "a\nb",
        "a/",
        'a"b',
        "a|b",
    ],
)
def test_no_file_leaves_the_folder(case: PublicCase, tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError):
        write_folder(case, {name: b"x"}, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_when_writing_fails(case: PublicCase, tmp_path: Path) -> None:
    write_folder(case, {"index.html": b"x"}, tmp_path / "out")
    with pytest.raises(OutputError):
        write_folder(case, {"a": b"file", "a/b": b"and a folder of the same name"}, tmp_path / "out")
    assert (tmp_path / "out" / "index.html").read_bytes() == b"x"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_that_cannot_be_made_is_an_error_with_a_remedy(case: PublicCase, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="W400"):
        write_folder(case, {"index.html": b"x"}, tmp_path / "file" / "out")
