"""The commands on a case as a person meets them, in both languages."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from wherewhen.casefile import Casefile
from wherewhen.cli import main
from wherewhen.languages import lexicon
from wherewhen.model.errors import WherewhenError
from wherewhen.model.judgement import Judged, Verdict
from wherewhen.model.tool import Tool

STORY = "Anna Berg arrived in Rome on 3 May 2019. On 7 May 2019 Berg left for Vienna."


class Said(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    monkeypatch.setenv("WHEREWHEN_DESK", str(tmp_path / "desk"))
    monkeypatch.setenv("WHEREWHEN_ACTOR", "Mona")
    monkeypatch.setenv("LC_ALL", "C")

    def running(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["wherewhen", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Said(int(left.value.code or 0), said.out, said.err)

    return running


@pytest.fixture
def case(run: Run, tmp_path: Path) -> Path:
    article = tmp_path / "article.txt"
    article.write_text(STORY, "utf-8")
    folder = tmp_path / "case"
    assert run("case", "new", folder, "--subject", "Anna Berg", "--purpose", "to show").status == 0
    assert run("case", "add", folder, article, "--published", "2019-06-01").status == 0
    return folder


def accept_all(folder: Path) -> None:
    with Casefile.open(folder) as case:
        for claim in list(case.state.claims):
            case.record(Judged(claim, Verdict.ACCEPT), "Mona", "seen")


def test_a_document_becomes_an_original_and_proposals(run: Run, case: Path) -> None:
    about = json.loads(run("case", "status", case, "--json").out)
    assert about["items"] == about["read"] == 1
    assert about["reviews"] == {"proposed": about["claims"]}
    assert about["claims"] >= 2


def test_adding_again_keeps_decisions_and_says_what_changed(run: Run, case: Path, tmp_path: Path) -> None:
    accept_all(case)
    said = run("case", "add", case, tmp_path / "article.txt", "--published", "2019-06-01")
    assert "no longer proposed: 0" in said.out
    assert list(json.loads(run("case", "status", case, "--json").out)["reviews"]) == ["accepted"]


def test_adding_lists_which_proposals_came_and_went(run: Run, case: Path, tmp_path: Path) -> None:
    with Casefile.open(case) as opened:
        (document,) = opened.state.items
        opened.read(opened.document(document), [], Tool("wherewhen", "0.0.1"), "Mona")
    said = run("case", "add", case, tmp_path / "article.txt", "--published", "2019-06-01")
    assert "newly proposed: Anna Berg arrived in Rome on 3 May 2019." in said.out


def test_adding_says_what_is_known_and_what_nearly_repeats_it(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "copy.txt").write_text(STORY, "utf-8")
    (tmp_path / "wire.txt").write_text(f"{STORY}\n\n(Agency)", "utf-8")
    assert "has the same bytes already" in run("case", "add", case, tmp_path / "copy.txt").out
    monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    assert "يكاد يكرر article.txt" in run("case", "add", case, tmp_path / "wire.txt").out


def test_errors_speak_the_persons_language(
    run: Run, case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    (tmp_path / "empty.txt").write_text("", "utf-8")
    assert "W202 لا نص في الوثيقة" in run("case", "add", case, tmp_path / "empty.txt").err
    assert "W505 لا يمكن تسجيل هذا" in run("case", "publish", case, "-o", tmp_path / "site").err


def test_every_error_has_its_arabic_sentence() -> None:
    kinds: list[type[WherewhenError]] = [WherewhenError]
    codes: set[str] = set()
    while kinds:
        kind = kinds.pop()
        codes.add(kind.code)
        kinds += kind.__subclasses__()
    assert codes <= set(lexicon("ar", "errors")["error"])


def test_the_status_speaks_the_persons_language(
    run: Run, case: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "proposed: " in run("case", "status", case).out
    monkeypatch.setenv("LC_ALL", "ar_SY.UTF-8")
    said = run("case", "status", case)
    assert "مقترح: " in said.out
    assert "البصمة" in said.err


def test_nothing_that_nobody_passed_is_published(run: Run, case: Path, tmp_path: Path) -> None:
    said = run("case", "publish", case, "-o", tmp_path / "site")
    assert (said.status, "W505" in said.err) == (1, True)
    assert run("case", "publish", case, "-o", tmp_path / "site", "--draft").status == 0


def test_what_was_passed_is_published_verified_and_exported(run: Run, case: Path, tmp_path: Path) -> None:
    accept_all(case)
    assert run("case", "publish", case, "-o", tmp_path / "site").status == 0
    assert run("case", "export", case, "--format", "geojson", "-o", tmp_path / "data").status == 0
    said = run("case", "verify", case, "--publication", tmp_path / "site")
    assert (said.status, said.err) == (0, "All is as recorded.\n")
    (tmp_path / "site" / "index.html").write_text("other", "utf-8")
    assert run("case", "verify", case, "--publication", tmp_path / "site").status == 1


def test_a_rewritten_case_is_known_by_the_head_that_was_kept(run: Run, case: Path) -> None:
    head = json.loads(run("case", "status", case, "--json").out)["head"]
    assert run("case", "verify", case, "--head", head).status == 0
    assert run("case", "verify", case, "--head", "0" * 64).status == 1


def test_the_history_tells_and_undoing_takes_back(run: Run, case: Path) -> None:
    accept_all(case)
    newest = json.loads(run("case", "history", case, "--json").out.splitlines()[-1])
    assert (newest["kind"], newest["act"]["verdict"], newest["reason"]) == ("judged", "accept", "seen")
    said = run("case", "undo", case, newest["number"], "--reason", "a slip")
    assert said.err == f"Entry {newest['number']} was taken back by entry {newest['number'] + 1}.\n"
    told = run("case", "history", case, newest["act"]["claim"]).out.splitlines()
    assert [line.split(": ")[1].split()[0] for line in told] == ["read", "accepted", "taken"]


def test_a_thing_that_nobody_knows_has_no_history(run: Run, case: Path) -> None:
    assert run("case", "history", case, "0" * 16).status == 1


def test_a_case_is_packed_and_unpacked(run: Run, case: Path, tmp_path: Path) -> None:
    assert run("case", "pack", case, tmp_path / "bag").status == 0
    assert run("case", "unpack", tmp_path / "bag", tmp_path / "again").status == 0
    assert run("case", "verify", tmp_path / "again").status == 0
    assert run("case", "unpack", tmp_path, tmp_path / "third").status == 1


def test_an_erasure_says_why(run: Run, case: Path) -> None:
    with Casefile.open(case) as open_case:
        item = next(iter(open_case.state.items))
    assert run("case", "erase", case, item, "--reason", " ").status == 1
    assert run("case", "erase", case, item, "--reason", "asked for").status == 0
    said = run("case", "verify", case)
    assert said.status == 0
    assert "asked for" in said.out


@pytest.mark.parametrize(
    "command",
    [
        ("case", "status", "nowhere"),
        ("case", "verify", "nowhere"),
        ("case", "undo", "nowhere", "1"),
        ("case", "unpack", "nowhere", "there"),
    ],
)
def test_a_folder_without_a_case_is_told_with_its_code(run: Run, command: tuple[str, ...]) -> None:
    said = run(*command)
    assert said.status == 1
    assert "W50" in said.err


def test_a_case_needs_a_subject(run: Run, tmp_path: Path) -> None:
    assert run("case", "new", tmp_path / "case", "--subject", " ").status == 2


def test_a_file_that_cannot_be_read_is_told_and_the_rest_goes_on(
    run: Run, case: Path, tmp_path: Path
) -> None:
    said = run("case", "add", case, tmp_path / "missing.txt", tmp_path / "article.txt")
    assert said.status == 1
    assert "W201" in said.err
    assert "article.txt" in said.out


def test_both_languages_have_the_same_words() -> None:
    english, arabic = (lexicon(language, "casefile") for language in ("en", "ar"))
    assert {part: set(words) for part, words in english.items()} == {
        part: set(words) for part, words in arabic.items()
    }
