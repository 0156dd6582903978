"""Times that hang on another event name it, and how far away they are."""

from __future__ import annotations

import pytest
from times_document import document

from wherewhen.times import EventRelation, as_json, find, relations, with_hanging


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


@pytest.mark.parametrize(
    ("language", "text", "quote", "earliest", "latest"),
    [
        ("en", "Left two days after the raid of 3 May 2014", "two days after", "2014-05-05", "2014-05-05"),
        ("en", "He left before his arrest on 3 May 2014.", "before his arrest", None, "2014-05-03"),
        ("en", "It circulated days after he was killed.", "days after he was killed", None, None),
        ("ar", "غادر بعد يومين من الغارة في 3 أيار 2014.", "بعد يومين من الغارة", "2014-05-05", "2014-05-05"),
        ("ar", "انتشرت الصورة بعد أيام من مقتله.", "بعد أيام من مقتله", None, None),
    ],
)  # fmt: skip
def test_what_hangs_on_another_event_is_told_among_the_expressions(
    language: str, text: str, quote: str, earliest: str | None, latest: str | None
) -> None:
    asked = document(text, language)
    (row,) = (r for r in as_json(with_hanging(asked, find(asked))) if r["text"].startswith(quote))
    assert (row["earliest"], row["latest"]) == (earliest, latest)
    assert row["reasons"][0]["code"] in ("time.after_event", "time.before_event")


@pytest.mark.parametrize(("language", "text"), [("en", "He left after 2014."), ("ar", "غادر بعد عام 2014.")])
def test_a_date_behind_a_preposition_is_told_once(language: str, text: str) -> None:
    asked = document(text, language)
    assert len(with_hanging(asked, find(asked))) == 1
