"""Did it happen, does somebody say so, is it concluded, planned or denied? Minimal pairs."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Read

from wherewhen.model.claim import Status


def status(read: Read, text: str, subject: str = "Anna Berg", language: str = "en") -> list[Status]:
    return [claim.status for claim in read(text, subject, language=language)]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Anna Berg visited Rome.", Status.ASSERTED),
        ("Anna Berg plans to visit Rome.", Status.PLANNED),
        ("Anna Berg will visit Rome.", Status.PLANNED),
        ("Anna Berg cancelled her trip to Rome.", Status.PLANNED),
        ("Anna Berg did not visit Rome.", Status.DENIED),
        ("Anna Berg never visited Rome.", Status.DENIED),
        ("Anna Berg denied having been in Rome.", Status.DENIED),
        ("Anna Berg reportedly visited Rome.", Status.ATTRIBUTED),
        ("Reuters reported that Anna Berg visited Rome.", Status.ATTRIBUTED),
        ("Anna Berg must have visited Rome.", Status.INFERRED),
        ("Anna Berg was probably in Rome.", Status.INFERRED),
    ],
)
def test_an_english_sentence_tells_what_kind_of_claim_it_is(read: Read, text: str, verdict: Status) -> None:
    assert status(read, text) == [verdict]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("زار سامي الحداد روما.", Status.ASSERTED),
        ("يعتزم سامي الحداد زيارة روما.", Status.PLANNED),
        ("سيزور سامي الحداد روما.", Status.PLANNED),
        ("ألغى سامي الحداد زيارته إلى روما.", Status.PLANNED),
        ("لن يزور سامي الحداد روما.", Status.DENIED),
        ("نفى سامي الحداد وجوده في بيروت.", Status.DENIED),
        ("قالت مصادر إن سامي الحداد في روما.", Status.ATTRIBUTED),
        ("ذكرت وكالة رويترز أن سامي الحداد وصل إلى روما.", Status.ATTRIBUTED),
        ("يبدو أن سامي الحداد زار روما.", Status.INFERRED),
    ],
)
def test_an_arabic_sentence_tells_what_kind_of_claim_it_is(read: Read, text: str, verdict: Status) -> None:
    assert status(read, text, "سامي الحداد", "ar") == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Not only did Anna Berg visit Rome, she stayed.",
        "It was not her first visit: Anna Berg visited Rome again.",
        "Anna Berg planned the operation and then visited Rome.",
    ],
)
def test_words_of_plan_and_denial_about_something_else_change_nothing(read: Read, text: str) -> None:
    assert set(status(read, text)) == {Status.ASSERTED}


def test_the_ground_for_the_status_is_kept(read: Read) -> None:
    (claim,) = read("Anna Berg plans to visit Rome.", "Anna Berg")
    assert ("claim.planned", (("word", "plans"),)) in [(r.code, r.values) for r in claim.reasons]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Anna Berg is due in Rome on Tuesday.", Status.PLANNED),
        ("Anna Berg is in Rome on leave.", Status.ASSERTED),
        ("Anna Berg had been expected in Rome that week.", Status.PLANNED),
        ("Anna Berg is to visit Rome in May.", Status.PLANNED),
        ("Anna Berg went on to visit Rome in May.", Status.ASSERTED),
        ("Anna Berg was to have received him at Rome.", Status.PLANNED),
        ("Anna Berg received him at Rome.", Status.ASSERTED),
        ("Anna Berg should reach Rome tomorrow.", Status.PLANNED),
        ("Offers to record in Paris Anna Berg refused all her life.", Status.PLANNED),
        ("The visit of Anna Berg to Rome was authorised but not made.", Status.PLANNED),
        ("The visit of Anna Berg to Rome was authorised and made.", Status.ASSERTED),
        ("Anna Berg offered to sing in Rome.", Status.PLANNED),
        ("Anna Berg is going to Rome next month.", Status.PLANNED),
        ("Anna Berg skipped Saturday's summit in Rome.", Status.DENIED),
        ("Anna Berg attended Saturday's summit in Rome.", Status.ASSERTED),
        ("Anna Berg was absent from the opening in Rome.", Status.DENIED),
        ("Anna Berg wasn't in Rome on 3 May.", Status.DENIED),
        ("Reports that Anna Berg was arrested in Rome on 20 May are incorrect.", Status.DENIED),
        ("Anna Berg is said to have visited Rome.", Status.ATTRIBUTED),
        ("Anna Berg has been to Rome.", Status.ASSERTED),
    ],
)
def test_what_is_due_offered_fell_through_or_was_missed_has_not_happened(
    read: Read, text: str, verdict: Status
) -> None:
    assert status(read, text) == [verdict]


def test_a_place_on_the_way_is_reached_and_the_one_ahead_is_not(read: Read) -> None:
    found = read("Anna Berg visited Rome on her way to Paris.", "Anna Berg")
    assert [(c.place.surface, c.status) for c in found] == [
        ("Rome", Status.ASSERTED),
        ("Paris", Status.PLANNED),
    ]


def test_a_day_after_the_publication_is_a_plan_and_says_so(read: Read) -> None:
    (claim,) = read("Anna Berg flies to Rome tomorrow.", "Anna Berg")
    assert claim.status is Status.PLANNED
    assert "claim.after_publication" in [reason.code for reason in claim.reasons]
