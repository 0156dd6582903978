"""Words of presence in all their forms, and words that only look like them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from wherewhen.claims.predicates import Predicate, predicates
from wherewhen.languages import words


def read(text: str, language: str = "en") -> tuple[Predicate, ...]:
    return predicates(tuple(words(text)), language)


def forms(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(p.entry.role, p.entry.form) for p in read(text, language)]


@pytest.mark.parametrize(
    ("words_", "role", "form"),
    [
        ("she arrived", "arriving", "ed"),
        ("she arrives", "arriving", "s"),
        ("arriving there", "arriving", "ing"),
        ("to arrive", "arriving", "base"),
        ("she reaches it", "arriving", "s"),
        ("she reached it", "arriving", "ed"),
        ("she fled", "arriving", "ed"),
        ("she flies", "arriving", "s"),
        ("flying there", "arriving", "ing"),
        ("she studied", "present", "ed"),
        ("she studies", "present", "s"),
        ("studying there", "present", "ing"),
        ("she stayed", "present", "ed"),
        ("she stopped", "passing", "ed"),
        ("stopping there", "passing", "ing"),
        ("she left", "leaving", "ed"),
        ("she met him", "meeting", "ed"),
        ("she was born", "born", "ed"),
        ("she died", "died", "ed"),
        ("dying there", "died", "ing"),
        ("she took part", "present", "ed"),
        ("she set sail", "leaving", "ed"),
        ("on her visit", "present", "noun"),
        ("after her arrival", "arriving", "noun"),
    ],
)
def test_an_english_word_of_presence_is_known_in_this_form(words_: str, role: str, form: str) -> None:
    assert (role, form) in forms(words_)


@pytest.mark.parametrize(
    ("word", "role", "form"),
    [
        ("وصل", "arriving", "past"),
        ("وصلت", "arriving", "past"),
        ("وصلوا", "arriving", "past"),
        ("ووصل", "arriving", "past"),
        ("فوصل", "arriving", "past"),
        ("يصل", "arriving", "present"),
        ("تصل", "arriving", "present"),
        ("يصلون", "arriving", "present"),
        ("سيصل", "arriving", "future"),
        ("وصوله", "arriving", "noun"),
        ("زار", "present", "past"),
        ("يزور", "present", "present"),
        ("ستزور", "present", "future"),
        ("زيارته", "present", "noun"),
        ("الزيارة", "present", "noun"),
        ("غادر", "leaving", "past"),
        ("التقى", "meeting", "past"),
        ("التقت", "meeting", "past"),
        ("ولد", "born", "past"),
        ("قُتل", "died", "past"),
    ],
)
def test_an_arabic_word_of_presence_is_known_in_this_form(word: str, role: str, form: str) -> None:
    assert (role, form) in forms(word, "ar")


@pytest.mark.parametrize("verb", ["يزر", "يعد", "تزر"])
def test_the_shortened_arabic_present_is_known_behind_did_not(verb: str) -> None:
    assert forms(f"لم {verb}", "ar")
    assert not forms(verb, "ar")


@pytest.mark.parametrize(
    "text", ["كان في روما", "إنه في روما", "لا يزال في روما", "كانت لا تزال داخل المبنى"]
)
def test_to_be_somewhere_is_a_word_of_presence_in_arabic(text: str) -> None:
    assert ("being", "past") in forms(text, "ar") or ("being", "nominal") in forms(text, "ar")


@pytest.mark.parametrize("text", ["كان سعيدا", "في درس العربية", "عادة", "سافر عبر البحر"])
def test_a_homograph_is_no_word_of_presence(text: str) -> None:
    assert {form for role, form in forms(text, "ar") if role != "arriving"} == set()


@pytest.mark.parametrize("text", ["the visits", "a stop", "her stay"])
def test_no_verb_stands_where_only_a_noun_can(text: str) -> None:
    assert all(form == "noun" for _, form in forms(text))


@pytest.mark.parametrize(
    "text", ["in the presence of witnesses", "in the event of rain", "the weather", "البيت كبير"]
)
def test_these_words_only_look_like_presence(text: str) -> None:
    assert forms(text, "ar" if text == "البيت كبير" else "en") == []


def test_the_tail_belongs_to_the_verb() -> None:
    (found,) = read("set sail")
    assert (found.at, found.end) == (0, 2)


def test_words_of_presence_never_overlap_and_stand_in_order() -> None:
    found = read("After she had taken part, she left, set sail and arrived for her visit.")
    assert all(a.end <= b.at for a, b in pairwise(found))
    assert len(found) >= 5
