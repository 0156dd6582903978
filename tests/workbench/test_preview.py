"""What a reader would see: the gate, the rules, and the publication from the browser."""

from __future__ import annotations

import json

import pytest

from wherewhen.model.judgement import Judged, Verdict

from .conftest import Laid


def accept(laid: Laid, *towns: str) -> None:
    for town in towns:
        laid.case.record(Judged(laid.claim(town), Verdict.ACCEPT), "Mona")


def test_nothing_is_shown_before_anybody_decided(laid: Laid) -> None:
    page = laid.tab.get("/en/preview").text
    assert "Nothing would be published" in page and "Not reviewed yet: 3 claims" in page


def test_only_what_was_accepted_is_shown_and_the_rest_is_counted(laid: Laid) -> None:
    accept(laid, "Rome")
    laid.case.record(Judged(laid.claim("Vienna"), Verdict.PROTECT), "Mona")
    page = laid.tab.get("/en/preview").text
    assert (
        "1 sighting would be published" in page
        and "in Rome on 3 May 2019" in page
        and "in Vienna" not in page
    )
    assert "Protected: 1 claim" in page and "the name of 1 companion" in page
    assert "Carla Dorn" not in page


def test_the_page_in_full_is_the_one_that_would_be_published(laid: Laid) -> None:
    accept(laid, "Rome")
    page = laid.tab.get("/en/reader/index.html")
    assert page.headers["content-type"].startswith("text/html") and "Rome" in page.text
    assert laid.tab.get("/en/reader/page.css").headers["content-type"].startswith("text/css")
    assert (
        laid.tab.get("/en/reader/page.css")
        .headers["content-security-policy"]
        .startswith("default-src 'none'")
    )
    assert laid.tab.get("/en/reader/nothing.html").status == 404


def test_publishing_writes_the_folder_beside_the_case_with_its_proof(laid: Laid) -> None:
    accept(laid, "Rome")
    answer = laid.tab.post("/en/publish", folder="berg-site")
    target = laid.case.folder.parent / "berg-site"
    assert "Saved: published" in laid.tab.followed(answer).text
    assert (target / "index.html").is_file()
    proof = json.loads((target.parent / "berg-site.proof.json").read_text())
    assert proof["entry"] == laid.case.state.number and proof["draft"] is False


def test_nothing_is_published_that_nobody_passed(laid: Laid) -> None:
    answer = laid.tab.post("/en/publish", folder="berg-site")
    assert answer.status == 409 and "W505" in answer.text
    assert not (laid.case.folder.parent / "berg-site").exists()


def test_a_draft_shows_proposals_and_says_so(laid: Laid) -> None:
    laid.tab.post("/ar/publish", folder="desk", draft="true")
    page = (laid.case.folder.parent / "desk" / "index.html").read_text("utf-8")
    assert "Unreviewed machine reading" in page and "Vienna" in page
    assert "draft" in laid.tab.get("/en/preview").text


def test_a_large_publication_is_not_laid_out_while_one_waits(
    laid: Laid, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wherewhen.workbench.desk.MOST_PREVIEWED", 1)
    accept(laid, "Rome", "Vienna")
    page = laid.tab.get("/en/preview").text
    assert "2 claims are passed" in page and "disabled" not in page
    assert laid.tab.post("/en/publish", folder="berg-site").status == 303


def test_a_path_is_never_taken_from_the_form(laid: Laid) -> None:
    accept(laid, "Rome")
    before = sorted(laid.case.folder.parent.iterdir())
    for folder in (
        "../out",
        "/tmp/x",
        "a/b",
        "..",
        ".",
        "",
        "a\\b",
        "x\x00y",
        "-o",
        "~",
        "a" * 100,
        ".hidden",
        "end.",
    ):
        assert laid.tab.post("/en/publish", folder=folder).status == 422
    assert laid.tab.post("/en/publish", folder=laid.case.folder.name).status == 409
    assert sorted(laid.case.folder.parent.iterdir()) == before
