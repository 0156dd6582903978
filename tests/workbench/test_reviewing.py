"""Reviewing at the desk: accept, reject, protect, take back, and what somebody else did meanwhile."""

from __future__ import annotations

from wherewhen.casefile import Casefile
from wherewhen.model.judgement import Judged, Verdict

from .conftest import Laid


def test_the_most_doubtful_claim_comes_first(laid: Laid) -> None:
    page = laid.tab.get("/en/desk").text
    assert page.index("Vienna") < page.index("Rome")
    assert f'value="{laid.claim("Vienna")}"' in page


def test_within_a_document_claims_come_as_the_text_reads(laid: Laid) -> None:
    document = laid.case.state.claims[laid.claim("Rome")].document
    page = laid.tab.get(f"/en/desk?document={document}").text
    assert f'value="{laid.claim("Rome")}"' in page


def test_a_decision_is_recorded_and_the_next_claim_comes_up(laid: Laid) -> None:
    vienna = laid.claim("Vienna")
    answer = laid.tab.post(
        "/en/judge", claim=vienna, seen=laid.case.state.number, verdict="accept", reason="seen"
    )
    assert laid.review(vienna) == "accepted"
    assert vienna not in answer.location
    page = laid.tab.followed(answer).text
    assert "2 to review · 1 decided" in page
    assert "Saved: accepted" in page


def test_the_reason_and_the_person_are_kept(laid: Laid) -> None:
    rome = laid.claim("Rome")
    laid.tab.post("/ar/judge", claim=rome, seen=laid.case.state.number, verdict="reject", reason="شخص آخر")
    newest = laid.case.history()[-1]
    assert (newest.actor, newest.reason) == ("Mona", "شخص آخر")


def test_the_newest_own_decision_is_taken_back_and_then_the_one_before(laid: Laid) -> None:
    rome, vienna = laid.claim("Rome"), laid.claim("Vienna")
    for claim in (rome, vienna):
        laid.tab.post("/en/judge", claim=claim, seen=laid.case.state.number, verdict="accept")
    laid.tab.post("/en/undo", back="/en/desk")
    assert (laid.review(rome), laid.review(vienna)) == ("accepted", "proposed")
    laid.tab.post("/en/undo", back="/en/desk")
    assert (laid.review(rome), laid.review(vienna)) == ("proposed", "proposed")


def test_protecting_and_lifting_it(laid: Laid) -> None:
    rome = laid.claim("Rome")
    laid.tab.post("/en/judge", claim=rome, seen=laid.case.state.number, verdict="protect")
    assert laid.review(rome) == "protected"
    laid.tab.post("/en/judge", claim=rome, seen=laid.case.state.number, verdict="unprotect")
    assert laid.review(rome) == "proposed"


def test_what_somebody_else_decided_meanwhile_is_not_overwritten(laid: Laid) -> None:
    rome, seen = laid.claim("Rome"), laid.case.state.number
    with Casefile.open(laid.case.folder) as command_line:
        command_line.record(Judged(rome, Verdict.REJECT), "Omar")
    answer = laid.tab.post("/en/judge", claim=rome, seen=seen, verdict="accept")
    assert answer.status == 409
    assert "Somebody decided on this in the meantime" in answer.text
    assert laid.review(rome) == "rejected"


def test_what_the_command_line_did_is_on_the_next_page(laid: Laid) -> None:
    with Casefile.open(laid.case.folder) as command_line:
        command_line.record(Judged(laid.claim("Rome"), Verdict.ACCEPT), "Omar")
    assert "2 to review · 1 decided" in laid.tab.get("/en/desk").text


def test_both_languages_show_the_whole_desk(laid: Laid) -> None:
    english, arabic = laid.tab.get("/en/desk").text, laid.tab.get("/ar/desk").text
    assert '<html lang="en" dir="ltr">' in english and '<html lang="ar" dir="rtl">' in arabic
    assert "فيينا" in arabic and "للمراجعة" in arabic


def test_a_claim_that_is_not_there_and_a_page_that_is_not_there(laid: Laid) -> None:
    assert laid.tab.get("/en/desk?claim=nothing").status == 200
    assert laid.tab.get("/ar/nothing").status == 404
    assert laid.tab.get("/fr/desk").status == 404


def test_an_error_names_the_field_and_never_what_was_sent(laid: Laid) -> None:
    answer = laid.tab.post("/en/judge", claim="x", seen="<script>", verdict="burn")
    assert answer.status == 422
    assert "seen, verdict" in answer.text and "burn" not in answer.text
