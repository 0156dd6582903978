"""Whom a document is about, where nobody said."""

from __future__ import annotations

import pytest

from wherewhen import documents
from wherewhen.documents import Stated
from wherewhen.mentions import propose_subject


def proposed(text: str, language: str = "en", title: str | None = None) -> str | None:
    person = propose_subject([documents.of_text(text, Stated(language=language, title=title))])
    return person.name if person else None


def test_the_person_most_spoken_of_is_proposed_by_full_name() -> None:
    text = "Anna Berg met Karl Lindt. Berg then left for Oslo. Berg was tired."
    assert proposed(text) == "Anna Berg"


def test_initials_of_a_country_are_nobody() -> None:
    assert proposed("The U.S. Senate met. The U.S. Senate left. Anna Berg spoke.") == "Anna Berg"


def test_a_text_without_people_proposes_nobody() -> None:
    assert proposed("It rained for three days.") is None
    assert proposed("هطل المطر ثلاثة أيام.", "ar") is None


def test_the_name_in_the_title_counts_more() -> None:
    text = "Karl Lindt spoke. Karl Lindt left. Anna Berg spoke. Anna Berg left."
    assert proposed(text, title="Where Anna Berg went") == "Anna Berg"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل وزير الدفاع النرويجي أولي هانسن إلى روما. وقال هانسن إنه سعيد.", "أولي هانسن"),
        ("التقى خالد منصور الوفد في روما. وغادر منصور المدينة.", "خالد منصور"),
        ("وصل عمر بن ناصر الكندي إلى روما. وألقى الكندي كلمة.", "عمر بن ناصر الكندي"),
        ("قال محامي خالد منصور إن منصور في روما.", "خالد منصور"),
        ("ظهر عبد الكريم الحداد في باريس، وصافح الحداد الوزير.", "عبد الكريم الحداد"),
    ],
)
def test_arabic_names_are_whole_and_without_titles_or_verbs(text: str, name: str) -> None:
    assert proposed(text, "ar") == name


def test_a_particle_is_no_part_of_an_arabic_name() -> None:
    assert proposed("وقال المحامي إن لخالد منصور بيتًا في روما، وغادرها منصور.", "ar") == "خالد منصور"


def test_a_preposition_written_like_a_first_name_starts_no_name() -> None:
    assert proposed("سيطرت القوات على المدينة، ووقف الجنود على المدينة القديمة.", "ar") is None
