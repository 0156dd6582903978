"""Arabic clauses that tell no presence, each beside its twin that does."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Read

from wherewhen.model.claim import Status

HADDAD = "سامي الحداد"


@pytest.mark.parametrize(
    ("told", "not_told"),
    [
        ("زار سامي الحداد روما وسئل عن الأمر.", "لو زار سامي الحداد روما لسئل عن الأمر."),
        ("أكدت الوزارة أن سامي الحداد زار روما.", "لم تؤكد الوزارة أن سامي الحداد زار روما."),
        ("ثبت أن سامي الحداد زار روما.", "لم يثبت أن سامي الحداد زار روما."),
        ("قال مصدر إن سامي الحداد وصل إلى روما.", "قال مصدر في روما إن سامي الحداد مريض."),
        ("تحدث سامي الحداد بعد أن وصل إلى روما.", "تحدث سامي الحداد عن روما."),
        ("قال سامي الحداد إنه سافر إلى روما.", "قال سامي الحداد إن زوجته سافرت إلى روما."),
        ("ثم عاد سامي الحداد إلى روما.", "قرأ سامي الحداد الخبر. ثم عاد زملاؤه إلى روما."),
    ],
)
def test_a_clause_puts_the_subject_there_and_its_twin_does_not(read: Read, told: str, not_told: str) -> None:
    assert [c.place.surface for c in read(told, HADDAD, language="ar")] == ["روما"]
    assert not [c for c in read(not_told, HADDAD, language="ar") if c.place.surface == "روما"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("يعتقد أن سامي الحداد وصل في أول أيار إلى بيروت ومكث في روما.", Status.INFERRED),
        ("منع سامي الحداد من السفر إلى روما.", Status.PLANNED),
        ("اعتذر سامي الحداد عن الدعوة وبقي في روما.", Status.ASSERTED),
        ("أنكر سامي الحداد المال، وأنكر أنه زار روما.", Status.DENIED),
        ("أنكر سامي الحداد المال لكنه قال إنه زار روما.", Status.ATTRIBUTED),
        ("ولما وصل سامي الحداد إلى روما نام.", Status.ASSERTED),
    ],
)
def test_a_word_of_plan_or_doubt_reaches_as_far_as_its_clause(read: Read, text: str, status: Status) -> None:
    found = read(text, HADDAD, language="ar")
    assert [c.status for c in found if c.place.surface == "روما"] == [status]
