"""What a person decides stands until a person takes it back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.casefile.conftest import ARABIC, BERG, ENGLISH, ROBOT, claim, collected, document

from wherewhen.casefile import Casefile, Review
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused, NoCase, StaleError
from wherewhen.model.judgement import (
    Act,
    Added,
    Amendment,
    Illustrated,
    Joined,
    Judged,
    Noted,
    Parted,
    PolicySet,
    Role,
    Roles,
    Verdict,
)
from wherewhen.model.tool import Tool


def first(case: Casefile) -> str:
    return next(iter(case.state.claims))


def reviews(case: Casefile) -> list[Review]:
    return [held.review for held in case.state.claims.values()]


def test_a_new_case_knows_its_subject_and_purpose(case: Casefile) -> None:
    assert (case.state.subject, case.state.purpose) == (BERG, "to show how it works")


def test_claims_begin_as_proposals(case: Casefile, english: Document) -> None:
    assert reviews(case) == [Review.PROPOSED, Review.PROPOSED]
    assert not any(held.publishable for held in case.state.of(english.id))


def test_what_was_read_comes_back_as_it_was(case: Casefile, english: Document) -> None:
    expected = claim(english, "in Vienna")
    assert case.claim(expected.id) == expected
    assert case.document(english.id).text == ENGLISH


@pytest.mark.parametrize(
    ("verdict", "review", "publishable"),
    [
        (Verdict.ACCEPT, Review.ACCEPTED, True),
        (Verdict.REJECT, Review.REJECTED, False),
        (Verdict.PROTECT, Review.PROTECTED, False),
        (Verdict.UNPROTECT, Review.PROPOSED, False),
    ],
)
def test_a_verdict_decides(
    case: Casefile, english: Document, verdict: Verdict, review: Review, publishable: bool
) -> None:
    case.record(Judged(first(case), verdict), "Mona", "seen the original")
    held = case.state.claims[first(case)]
    assert (held.review, held.publishable) == (review, publishable)


def test_protection_leaves_the_decision_beneath_as_it_was(case: Casefile, english: Document) -> None:
    for verdict in (Verdict.ACCEPT, Verdict.PROTECT, Verdict.UNPROTECT):
        case.record(Judged(first(case), verdict), "Mona")
    assert case.state.claims[first(case)].review is Review.ACCEPTED


def test_an_amendment_changes_what_it_names_and_keeps_what_was_read(
    case: Casefile, english: Document
) -> None:
    read = case.claim(first(case))
    case.record(Judged(first(case), Verdict.AMEND, Amendment(companions=(), activity="a visit")), "Mona")
    assert case.claim(first(case)) == replace(read, companions=(), activity="a visit")
    assert case.proposed(first(case)) == read


def test_accepting_again_does_not_drop_a_correction(case: Casefile, english: Document) -> None:
    case.record(Judged(first(case), Verdict.AMEND, Amendment(activity="a visit")), "Mona")
    case.record(Judged(first(case), Verdict.REJECT), "Mona")
    case.record(Judged(first(case), Verdict.ACCEPT), "Mona")
    assert case.claim(first(case)).activity == "a visit"
    assert reviews(case)[0] is Review.AMENDED


def test_an_amended_place_keeps_reasons_that_point_into_the_text(case: Casefile, english: Document) -> None:
    elsewhere = replace(claim(english, "in Vienna", "Vienna").place, reasons=claim(english, "Rome").reasons)
    case.record(Judged(first(case), Verdict.AMEND, Amendment(place=elsewhere)), "Mona")
    with Casefile.open(case.folder) as again:
        assert again.claim(first(case)).place == elsewhere


def test_a_person_adds_a_claim_from_a_passage(case: Casefile, english: Document) -> None:
    added = claim(english, "met Carla Dorn", "Vienna")
    case.record(Added(added), "Mona")
    assert case.claim(added.id) == added
    assert case.state.claims[added.id].publishable


def test_a_second_reading_replaces_proposals_but_no_decision(case: Casefile, english: Document) -> None:
    decided, open_ = list(case.state.claims)
    case.record(Judged(decided, Verdict.ACCEPT), "Mona")
    new = claim(english, "She met Carla Dorn in Vienna", "Vienna")
    entry = case.read(english, [new], Tool("wherewhen", "2.0"), "Mona")
    standing = {held.id for held in case.state.of(english.id)}
    assert standing == {decided, new.id}
    assert set(entry.act.gone) == {decided, open_}  # type: ignore[union-attr]
    assert case.state.claims[decided].gone


def test_a_reading_that_was_taken_back_leaves_the_earlier_one(case: Casefile, english: Document) -> None:
    before = case.state.of(english.id)
    entry = case.read(english, [], ROBOT, "Mona")
    assert case.state.of(english.id) == ()
    case.undo(entry.number, "Mona")
    assert case.state.of(english.id) == before


def test_a_decision_made_on_an_older_text_keeps_that_text(case: Casefile, english: Document) -> None:
    decided = first(case)
    case.record(Judged(decided, Verdict.ACCEPT), "Mona")
    better = Document(english.id, f"Herald\n{ENGLISH}", published=english.published)
    case.read(better, [claim(better, "in Vienna")], ROBOT, "Mona")
    assert case.claim(decided).span.quote == "in Rome on 3 May 2019"
    assert case.document(english.id).text.startswith("Herald")


def test_undoing_gives_back_the_state_and_undoing_that_decides_again(
    case: Casefile, english: Document
) -> None:
    before = case.state
    entry = case.record(Judged(first(case), Verdict.ACCEPT), "Mona")
    after = case.state
    undoing = case.undo(entry.number, "Mona", "a slip")
    assert case.state.claims == before.claims
    case.undo(undoing.number, "Mona")
    assert case.state.claims == after.claims


def test_undoing_an_older_decision_leaves_the_newer_one(case: Casefile, english: Document) -> None:
    protecting = case.record(Judged(first(case), Verdict.PROTECT), "Mona")
    case.record(Judged(first(case), Verdict.REJECT), "Mona")
    case.undo(protecting.number, "Mona")
    assert reviews(case)[0] is Review.REJECTED


def test_nothing_is_taken_back_that_a_decision_rests_on(case: Casefile, english: Document) -> None:
    case.record(Judged(first(case), Verdict.ACCEPT), "Mona")
    with pytest.raises(ActRefused, match="entry 3"):
        case.undo(3, "Mona")


@pytest.mark.parametrize("number", [0, 1, 99])
def test_a_beginning_or_nothing_cannot_be_taken_back(case: Casefile, number: int) -> None:
    with pytest.raises(ActRefused):
        case.undo(number, "Mona")


def test_who_saw_an_older_state_is_told(case: Casefile, english: Document) -> None:
    seen = case.state.number
    case.record(Judged(first(case), Verdict.ACCEPT), "Mona", seen=seen)
    with pytest.raises(StaleError, match=first(case)):
        case.record(Judged(first(case), Verdict.REJECT), "Omar", seen=seen)
    assert reviews(case)[0] is Review.ACCEPTED


def test_decisions_about_different_claims_do_not_disturb_each_other(
    case: Casefile, english: Document
) -> None:
    seen = case.state.number
    for name in list(case.state.claims):
        case.record(Judged(name, Verdict.ACCEPT), "Mona", seen=seen)
    assert set(reviews(case)) == {Review.ACCEPTED}


def test_two_open_cases_see_each_other(case: Casefile, english: Document) -> None:
    with Casefile.open(case.folder) as other:
        other.record(Judged(first(case), Verdict.ACCEPT), "Omar")
        assert reviews(case)[0] is Review.ACCEPTED
        assert case.head == other.head


def test_joins_partings_pictures_roles_rules_and_notes_are_kept(case: Casefile, english: Document) -> None:
    a, b = sorted(case.state.claims)
    case.record(Joined((b, a)), "Mona")
    case.record(Illustrated(a, english.id), "Mona")
    case.record(Roles("Carla Dorn", Role.WITNESS), "Mona")
    case.record(PolicySet((("embargo_days", 90), ("named", ("Anna Berg",)), ("grid_km", 0.5))), "Mona")
    case.record(Noted("ask the Herald", about=a), "Mona")
    case.record(Parted((a, b)), "Omar")
    with Casefile.open(case.folder) as again:
        state = again.state
        assert not state.bonds[f"{a}+{b}"].joined
        assert state.pictures == {a: english.id}
        assert state.roles == {"Carla Dorn": Role.WITNESS}
        assert dict(state.terms or ())["named"] == ("Anna Berg",)
        assert [note.text for note in state.notes.values()] == ["ask the Herald"]
        assert state == case.state


def test_the_history_of_a_thing_tells_who_and_why(case: Casefile, english: Document) -> None:
    entry = case.record(Judged(first(case), Verdict.REJECT), "Omar", "another Berg")
    case.undo(entry.number, "Mona")
    told = [(e.kind, e.actor, e.reason) for e in case.history(first(case))]
    assert told == [("read", "Mona", ""), ("judged", "Omar", "another Berg"), ("undone", "Mona", "")]
    assert len(case.history()) == case.state.number


def test_the_same_bytes_twice_are_one_item_with_two_origins(case: Casefile, english: Document) -> None:
    case.collect(ENGLISH.encode(), "copy.txt", "a stick", "Omar", media="text/plain")
    item = case.state.items[english.id]
    assert [c.origin for c in item.collected] == ["https://herald.example/1", "a stick"]
    assert all(c.evidentiary for c in item.collected)


@pytest.mark.parametrize(
    "act",
    [
        Judged("0" * 16, Verdict.ACCEPT),
        Joined(("0" * 16, "1" * 16)),
        Joined(("0" * 16,)),
        Illustrated("0" * 16, None),
        Roles(" ", Role.WITNESS),
        Noted(""),
        Noted("about nothing", about="f" * 64),
        Added(claim(document("Anna Berg was in Rome."), "in Rome")),
        Roles("\ud800", Role.WITNESS),
    ],
)
def test_an_act_that_does_not_fit_is_refused_and_leaves_no_trace(case: Casefile, act: Act) -> None:
    before = case.state
    with pytest.raises(ActRefused):
        case.record(act, "Mona")
    assert case.state == before


def test_every_entry_says_who_acted(case: Casefile) -> None:
    with pytest.raises(ActRefused, match="nobody"):
        case.record(Noted("a remark"), " ")


def test_a_folder_with_other_files_is_no_place_for_a_case(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    with pytest.raises(NoCase, match="W501"):
        Casefile.create(tmp_path, BERG, "Mona")


def test_a_case_is_not_made_twice_in_one_folder(case: Casefile) -> None:
    with pytest.raises(NoCase, match="already"):
        Casefile.create(case.folder, BERG, "Mona")


def test_a_folder_without_a_case_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(NoCase, match="case new"):
        Casefile.open(tmp_path)


def test_passages_are_found_by_folded_words(case: Casefile, english: Document) -> None:
    arabic = collected(case, ARABIC, "في روما")
    assert [hit.document for hit in case.search("ROME vienn")] == [english.id]
    assert [hit.document for hit in case.search("إلى فيينا غادرت")] == [arabic.id]
    assert [hit.text for hit in case.search("اِيار")] == [ARABIC]
    assert case.search('"; DROP (') == ()


def test_an_erased_item_is_gone_with_everything_that_told_of_it(case: Casefile, english: Document) -> None:
    case.search("Rome")
    arabic = collected(case, ARABIC, "في روما")
    kept = case.state.of(arabic.id)
    case.record(Judged(first(case), Verdict.ACCEPT), "Mona", "she told me")
    case.erase(english.id, "Mona", "a witness asked for it")
    assert english.id not in case.state.items
    assert case.state.of(arabic.id) == kept
    assert english.id not in case.evidence()
    assert case.search("Rome") == ()
    for file in (case.folder / "case.sqlite", case.folder / "search.sqlite"):
        assert b"Carla Dorn in Vienna" not in file.read_bytes()
        assert b"she told me" not in file.read_bytes()
    with Casefile.open(case.folder) as again:
        assert again.state == case.state
