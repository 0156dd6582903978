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
