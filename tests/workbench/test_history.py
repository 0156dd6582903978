"""The history: who, when, why, what changed; and anything taken back from there."""

from __future__ import annotations

from wherewhen.model.judgement import Judged, Noted, Role, Roles, Verdict

from .conftest import Laid
from .test_changing import change


def test_every_entry_says_who_and_what_the_newest_first(laid: Laid) -> None:
    laid.case.record(Judged(laid.claim("Rome"), Verdict.REJECT), "Omar", "another Berg")
    page = laid.tab.get("/en/history").text
    assert page.index("rejected") < page.index("case opened")
    assert "Omar" in page and "another Berg" in page and "in Rome on 3 May 2019" in page


def test_a_change_is_shown_before_and_after(laid: Laid) -> None:
    rome = laid.claim("Rome")
    change(laid, rome, time="bounds", earliest="2016", latest="2016")
    change(laid, rome, activity="spoke")
    page = laid.tab.get(f"/en/history?thing={rome}").text
    newest, older, _ = page.split('id="entry-')[1:]
    assert "spoke" in newest and "2016" not in newest.split("difference")[1]
    assert "3 May 2019" in older and "2016" in older


def test_a_decision_is_told_with_the_one_before(laid: Laid) -> None:
    rome = laid.claim("Rome")
    for verdict in (Verdict.ACCEPT, Verdict.REJECT, Verdict.PROTECT, Verdict.UNPROTECT):
        laid.case.record(Judged(rome, verdict), "Mona")
    entries = laid.tab.get(f"/en/history?thing={rome}").text.split('id="entry-')[1:]
    told = [entry[entry.index("<del") :] for entry in entries[:4]]
    assert [
        "protected" in told[0],
        "to review" in told[1],
        "accepted" in told[2],
        "to review" in told[3],
    ] == [True] * 4


def test_a_role_is_told_with_the_one_before(laid: Laid) -> None:
    for role in (Role.WITNESS, Role.ACCUSED):
        laid.case.record(Roles("Carla Dorn", role), "Mona")
    assert "witness</bdi></del>" in laid.tab.get("/en/history").text


def test_anything_is_taken_back_and_brought_into_force_again(laid: Laid) -> None:
    laid.case.record(Roles("Carla Dorn", Role.ACCUSED), "Omar")
    number = laid.case.state.number
    page = laid.tab.followed(laid.tab.post("/en/undo", number=number, back="/en/history"))
    assert "Carla Dorn" not in laid.case.state.roles and f"taken back in {number + 1}" in page.text
    laid.tab.post("/en/undo", number=number + 1, back="/en/history")
    assert laid.case.state.roles["Carla Dorn"] is Role.ACCUSED


def test_what_others_rest_on_is_not_taken_back_first(laid: Laid) -> None:
    answer = laid.tab.post("/en/undo", number=2, back="/en/history")
    assert answer.status == 409 and "W505" in answer.text


def test_a_beginning_has_no_button(laid: Laid) -> None:
    first = laid.tab.get("/en/history").text.split('id="entry-1"')[1]
    assert "<button" not in first.split("</ol>")[0]


def test_older_entries_are_on_the_next_page(laid: Laid) -> None:
    for turn in range(60):
        laid.case.record(Noted(f"note {turn}"), "Mona")
    newest = laid.tab.get("/ar/history").text
    assert "note 59" in newest and "case opened" not in newest and "before=" in newest
    assert 'id="entry-1"' in laid.tab.get("/ar/history?before=20").text
