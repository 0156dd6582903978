"""Times that hang on another event name it, and how far away they are."""

from __future__ import annotations

import pytest
from times_document import document

from wherewhen.times import EventRelation, find, relations


def _only(text: str, language: str = "en") -> EventRelation:
    (relation,) = relations(document(text, language))
    return relation


@pytest.mark.parametrize(
    ("text", "language", "kind", "days", "anchor"),
    [
        ("circulated days after the latter was killed", "en", "after", (1, 14), "the latter was killed"),
        ("in the aftermath of the accord", "en", "after", (0, None), "the accord"),
        ("before he arrived in Iraq", "en", "before", (0, None), "he arrived in Iraq"),
        ("three weeks before the vote, he left", "en", "before", (18, 24), "the vote"),
        ("within two days of his release", "en", "after", (0, 2), "his release"),
        ("بعد أيام من مقتله", "ar", "after", (1, 14), "مقتله"),
        ("قبيل وصوله إلى العراق", "ar", "before", (0, 30), "وصوله إلى العراق"),
        ("عقب الاتفاق، عاد", "ar", "after", (0, 30), "الاتفاق"),
        ("قبل يومين من اعتقاله", "ar", "before", (2, 2), "اعتقاله"),
    ],
)
def test_a_relation(text: str, language: str, kind: str, days: tuple[int, int | None], anchor: str) -> None:
    found = _only(text, language)
    assert (found.kind, (found.least_days, found.most_days), found.anchor.quote) == (kind, days, anchor)


def test_a_relation_is_a_time_expression_without_bounds() -> None:
    mention = _only("He left days after the latter was killed.").mention
    assert mention.value.when is None
    assert mention.reasons[0].code == "time.after_event"


def test_days_counted_from_an_event_are_not_counted_from_the_publication() -> None:
    found = find(document("He left two days after the latter was killed."))
    assert all(mention.value.when is None for mention in found)
