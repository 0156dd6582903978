"""Who is spoken of, word by word."""

from __future__ import annotations

import pytest

from wherewhen import documents, mentions
from wherewhen.documents import Stated
from wherewhen.model.mention import Mention, MentionKind, PersonMention, PlaceMention
from wherewhen.model.person import Person
from wherewhen.model.place import Place, Precision
from wherewhen.model.span import Span

BERG = Person("Anna Berg")
HADDAD = Person("سامي الحداد")


def spoken_of(
    text: str, subject: Person = BERG, language: str = "en", place: str | None = None
) -> tuple[PersonMention, ...]:
    document = documents.of_text(text, Stated(language=language))
    return mentions.people(document, subject, tuple(at(text, place, document) for _ in [0] if place))


def at(text: str, place: str | None, document: documents.Document) -> PlaceMention:
    assert place
    start = text.index(place)
    value = Place(place, Precision.SETTLEMENT)
    return Mention(MentionKind.PLACE, Span(document, start, start + len(place)), value)


def of_subject(text: str, subject: Person = BERG, language: str = "en") -> list[str]:
    return [m.span.quote for m in spoken_of(text, subject, language) if m.value == subject]


def how(text: str, words: str, subject: Person = BERG, language: str = "en") -> list[tuple[str, str]]:
    """(who, in what way) for every mention that reads ``words``."""
    found = spoken_of(text, subject, language)
    return [(m.value.name, m.reasons[0].code.removeprefix("person.")) for m in found if m.span.quote == words]


# Names ----------------------------------------------------------------------------------------


def test_the_subject_is_known_by_whole_name_and_by_surname() -> None:
    assert of_subject("Anna Berg arrived. Berg spoke.") == ["Anna Berg", "Berg"]


def test_an_alias_is_the_subject() -> None:
    subject = Person("Anna Berg", ("La Montagna",))
    assert of_subject("La Montagna sang in Rome.", subject) == ["La Montagna"]


def test_a_surname_behind_another_given_name_is_somebody_else() -> None:
    assert of_subject("Tom Berg arrived in Rome.") == []


def test_a_title_before_the_surname_leaves_it_the_subject() -> None:
    assert of_subject("Then Minister Berg arrived.") == ["Berg"]


def test_a_common_noun_that_is_spelled_like_the_surname_is_nobody() -> None:
    assert of_subject("The ship struck a berg.") == []


def test_another_person_is_known_by_surname_once_named() -> None:
    for text in ("Karl Lindt spoke. Lindt left.", "Karl Lindt spoke. The guests saw Lindt."):
        assert [name for name, _ in how(text, "Lindt")] == ["Karl Lindt"]


def test_the_name_of_a_place_names_nobody() -> None:
    text = "Anna Berg flew to San Marino yesterday."
    assert [m.span.quote for m in spoken_of(text, place="San Marino")] == ["Anna Berg"]


def test_initials_belong_to_the_name() -> None:
    assert "John F. Moss" in [m.span.quote for m in spoken_of("Anna Berg met John F. Moss in Rome.")]


def test_names_of_the_subject_hold_no_pronouns() -> None:
    document = documents.of_text("Anna Berg spoke. She left. Berg slept.", Stated(language="en"))
    assert [s.quote for s in mentions.subject_names(document, BERG)] == ["Anna Berg", "Berg"]


# Words that stand for somebody ------------------------------------------------------------------


def test_a_pronoun_goes_to_whom_the_sentence_before_was_about() -> None:
    assert how("Anna Berg spoke. Then she left.", "she") == [("Anna Berg", "pronoun")]


def test_a_pronoun_before_anybody_is_named_is_nobody() -> None:
    assert of_subject("He came late. Anna Berg spoke.") == ["Anna Berg"]


def test_a_pronoun_behind_somebody_else_is_kept_as_a_guess() -> None:
    assert how("Anna Berg spoke. Karl Lindt listened. Then he left.", "he") == [("Anna Berg", "guess")]


def test_far_from_the_subject_a_pronoun_is_somebody_else() -> None:
    text = "Anna Berg spoke. " + "Karl Lindt listened. " * 5 + "Then he left."
    assert how(text, "he") == [("Karl Lindt", "pronoun")]


def test_a_pronoun_that_cannot_mean_the_one_spoken_of_last_means_the_subject() -> None:
    text = "Anna Berg spoke. She sang. Mr Karl Lindt listened. Then she left."
    assert how(text, "she") == [("Anna Berg", "pronoun")]


def test_he_is_not_a_woman() -> None:
    text = "Anna Berg sang her songs. Karl Lindt met Mrs Berg. Then he left."
    assert how(text, "he") == [("Karl Lindt", "pronoun")]


@pytest.mark.parametrize(("name", "form"), [("Daniel Berg", "Daniel"), ("Phineas Berg", "Phin")])
def test_a_given_name_alone_is_the_subject(name: str, form: str) -> None:
    assert of_subject(f"{name} spoke. Then {form} left.", Person(name)) == [name, form]


def test_a_given_name_before_another_surname_is_somebody_else() -> None:
    assert of_subject("Daniel Berg spoke. Then Daniel Lindt left.", Person("Daniel Berg")) == ["Daniel Berg"]


def test_a_name_with_its_article_is_known_behind_a_title() -> None:
    assert of_subject("Then Mr al-Hakim left.", Person("Sami al-Hakim")) == ["al-Hakim"]


def test_the_office_in_the_name_stands_for_the_subject() -> None:
    text = "Captain Karl Berg slept. Tom Lindt listened. Then the captain left."
    assert how(text, "the captain", Person("Captain Karl Berg")) == [("Captain Karl Berg", "description")]


def test_an_opening_word_is_nobody() -> None:
    assert spoken_of("Photographs showed a bridge.") == ()


def test_the_latter_is_who_was_named_last() -> None:
    assert how("Anna Berg met Karl Lindt before the latter left.", "the latter") == [
        ("Karl Lindt", "description")
    ]


def test_an_office_told_beside_the_name_stands_for_the_subject() -> None:
    text = "The ambassador Anna Berg spoke. Karl Lindt listened. Then the ambassador left."
    assert how(text, "the ambassador") == [("Anna Berg", "description")]


def test_the_office_of_another_body_is_not_the_subject() -> None:
    assert of_subject("Anna Berg spoke. The minister of health left.") == ["Anna Berg"]


def test_the_subject_of_a_diary_speaks_as_i() -> None:
    assert how("Anna Berg wrote this. In May I went to Rome.", "I") == [("Anna Berg", "first_person")]


# Groups -----------------------------------------------------------------------------------------


def test_a_group_is_they_and_the_team() -> None:
    team = Person("Oslo chess team", group=True)
    text = "The Oslo chess team landed in Rome. They slept. The team left."
    found = of_subject(text, team)
    assert found == ["The Oslo chess team", "They", "The team"]


def test_a_described_group_goes_by_its_noun() -> None:
    elders = Person("the elders of Rima")
    assert of_subject("The elders of Rima landed. The elders slept.", elders) == [
        "The elders of Rima",
        "The elders",
    ]


def test_he_is_not_a_group() -> None:
    team = Person("Oslo chess team", group=True)
    text = "The Oslo chess team met Karl Lindt. Then he left."
    assert how(text, "he", team) == [("Karl Lindt", "pronoun")]


# Arabic -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("particle", ["و", "ف", "ب", "ل", "ك"])
def test_particles_are_written_on_to_an_arabic_name(particle: str) -> None:
    assert of_subject(f"قيل {particle}سامي الحداد أمس.", HADDAD, "ar") == [f"{particle}سامي الحداد"]


def test_an_arabic_surname_stands_alone() -> None:
    assert of_subject("وصل سامي الحداد. ثم غادر الحداد.", HADDAD, "ar") == ["سامي الحداد", "الحداد"]


def test_hamza_and_vowel_signs_do_not_hide_an_arabic_name() -> None:
    subject = Person("أحمد الخطيب")
    assert of_subject("وصل احمد الخطيب، ثم قال أحمدُ الخَطيب.", subject, "ar") == [
        "احمد الخطيب",
        "أحمدُ الخَطيب",
    ]


def test_an_arabic_title_names_another_person() -> None:
    names = [m.value.name for m in spoken_of("وصل الوزير خالد منصور.", HADDAD, "ar")]
    assert names[-1] == "خالد منصور"


def test_an_arabic_title_before_a_name_belongs_to_its_bearer() -> None:
    assert of_subject("التقى سامي الحداد الوزير خالد منصور.", HADDAD, "ar") == ["سامي الحداد"]


def test_an_arabic_pronoun_is_whom_the_sentence_was_about() -> None:
    assert how("وصل سامي الحداد إلى روما. هو سعيد.", "هو", HADDAD, "ar") == [("سامي الحداد", "pronoun")]


def test_every_mention_quotes_the_text_and_says_why() -> None:
    for found in (
        spoken_of("Anna Berg met Karl Lindt. She left with him."),
        spoken_of("التقى سامي الحداد الوزير خالد منصور. ثم غادر الحداد.", HADDAD, "ar"),
    ):
        assert found
        assert all(m.reasons[0].span == m.span and m.tool for m in found)
