"""Same event? Two claims side by side, joined and parted."""

from __future__ import annotations

from wherewhen.casefile import Casefile
from wherewhen.model.judgement import Joined

from .conftest import Laid


def test_the_most_alike_are_offered_first(laid: Laid) -> None:
    page = laid.tab.get(f"/en/compare?a={laid.claim('Rome')}").text
    choices = page[page.index("Most alike") :]
    assert choices.index("Rome") < choices.index("Vienna")


def test_two_claims_stand_side_by_side_with_what_agrees(laid: Laid) -> None:
    page = laid.tab.get(f"/en/compare?a={laid.claim('Rome')}&b={laid.claim('Vienna')}").text
    assert page.count("differ</span>") == 1 and "agree</span>" in page


def test_they_are_joined_and_kept_apart(laid: Laid) -> None:
    a, b = laid.claim("Rome"), laid.claim("Vienna")
    key = "+".join(sorted((a, b)))
    for one in ("true", "false"):
        asked = {"a": a, "b": b, "seen": laid.case.state.number, "one": one, "reason": "the same day"}
        page = laid.tab.followed(laid.tab.post("/en/bond", **asked)).text
        assert laid.case.state.bonds[key].joined is (one == "true")
        assert ("joined by Mona" if one == "true" else "kept apart by Mona") in page


def test_joining_shows_on_the_record_and_among_the_events(laid: Laid) -> None:
    a, b = laid.claim("Rome"), laid.claim("Vienna")
    laid.case.record(Joined((a, b)), "Omar")
    record = laid.tab.get(f"/en/desk?claim={a}").text
    assert f"b={b}" in record
    assert "Said by people" in laid.tab.get("/en/events").text


def test_a_claim_is_not_joined_to_itself_nor_to_nothing(laid: Laid) -> None:
    a = laid.claim("Rome")
    for b in (a, "", "nothing"):
        seen = laid.case.state.number
        assert laid.tab.post("/en/bond", a=a, b=b, seen=seen, one="true").status in (409, 422)
    assert not laid.case.state.bonds


def test_what_somebody_else_joined_meanwhile_is_not_overwritten(laid: Laid) -> None:
    a, b, seen = laid.claim("Rome"), laid.claim("Vienna"), laid.case.state.number
    with Casefile.open(laid.case.folder) as command_line:
        command_line.record(Joined((a, b)), "Omar")
    answer = laid.tab.post("/ar/bond", a=a, b=b, seen=seen, one="false")
    assert answer.status == 409 and "W504" in answer.text
