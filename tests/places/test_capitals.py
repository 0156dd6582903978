"""Capitals named by their country, and words that name a country and its capital: pairs with a twin."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from wherewhen.model.document import Document
from wherewhen.places import Gazetteer, find, is_literal

Made = Callable[..., Document]


def ids(text: str, language: str, world: Gazetteer, paragraph: Made) -> dict[str, tuple[str, bool]]:
    """What each name of the text means, and whether it is meant as a place."""
    found = find(paragraph(text, language), world)
    return {m.span.quote: (m.value.name("en"), is_literal(m)) for m in found}


@pytest.mark.parametrize(
    ("language", "text", "quote", "town"),
    [
        ("ar", "هبطت طائرته في العاصمة الجزائرية صباحا.", "العاصمة الجزائرية", "Algiers"),
        ("ar", "وصل إلى العاصمة الأذرية قبل يومين.", "العاصمة الأذرية", "Baku"),
        ("ar", "التقيا بالعاصمة اللبنانية أمس.", "العاصمة اللبنانية", "Beirut"),
        ("ar", "عاد إلى العاصمة السورية أمس.", "العاصمة السورية", "Damascus"),
        ("ar", "عاد للعاصمة الكينية أمس.", "عاصمة الكينية", "Nairobi"),
        ("en", "He landed in the Algerian capital on Sunday.", "Algerian capital", "Algiers"),
    ],
)
def test_a_capital_is_named_by_its_country(
    language: str, text: str, quote: str, town: str, world: Gazetteer, paragraph: Made
) -> None:
    found = ids(text, language, world, paragraph)
    assert [value for key, value in found.items() if key.endswith(quote)] == [(town, True)]


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("ar", "قال إن الحكومة الجزائرية وافقت.", "الجزائرية"),
        ("ar", "وصل إلى العاصمة الإيرانية طهران.", "الإيرانية"),
        ("ar", "عاد إلى القاهرة، العاصمة المصرية.", "المصرية"),
        ("en", "He fled the Algerian capital markets on Sunday.", "Algerian"),
        ("en", "He wants Oran as Algerian capital.", "Algerian"),
        ("en", "He left for the southern Algerian capital of dates.", "Algerian"),
        ("en", "He landed in the Algerian capital, Algiers, on Sunday.", "Algerian"),
    ],
)
def test_a_people_stays_a_people(
    language: str, text: str, people: str, world: Gazetteer, paragraph: Made
) -> None:
    assert not ids(text, language, world, paragraph)[people][1]


@pytest.mark.parametrize(
    ("text", "name", "meant"),
    [
        ("سافر من صفاقس إلى تونس ليلا.", "تونس", "Tunis"),
        ("غادر تونس إلى فرنسا.", "تونس", "Tunisia"),
        ("سافر من وهران إلى الجزائر.", "الجزائر", "Algiers"),
        ("سافر من باريس إلى الجزائر.", "الجزائر", "Algeria"),
        ("أقام في مدينة الكويت شهرا.", "مدينة الكويت", "Kuwait City"),
        ("أقام في دولة الكويت شهرا.", "دولة الكويت", "Kuwait"),
        ("وصل الوزير إلى عمّان مساء الأحد.", "عمّان", "Amman"),
        ("زار الوزير عُمان مساء الأحد.", "عُمان", "Oman"),
        ("التقى به في الدار البيضاء أمس.", "الدار البيضاء", "Casablanca"),
        ("تنقل بين الجزائر العاصمة وباب الزوار والدار البيضاء.", "الدار البيضاء", "Dar el Beïda"),
        ("وصل إلى سوسة الليبية قبل الفجر.", "سوسة", "Susah"),
        ("وصل إلى سوسة التونسية قبل الفجر.", "سوسة", "Sousse"),
    ],
)
def test_one_word_for_two_places_means_what_the_text_leaves(
    text: str, name: str, meant: str, world: Gazetteer, paragraph: Made
) -> None:
    assert ids(text, "ar", world, paragraph)[name][0] == meant


def test_tripoli_of_lebanon_is_not_the_libyan_one(world: Gazetteer, paragraph: Made) -> None:
    (lebanese, *_) = find(paragraph("وصل إلى مدينة طرابلس اللبنانية.", "ar"), world)
    (libyan, *_) = find(paragraph("وصل إلى مدينة طرابلس الليبية.", "ar"), world)
    assert (lebanese.value.country, libyan.value.country) == ("LB", "LY")


@pytest.mark.parametrize("text", ["قال إن الإنسان أولا.", "قال فإن عاد عدنا.", "رجع إلى أبيه ولأبيه دين."])
def test_a_common_word_is_not_taken_for_a_listed_town(text: str, world: Gazetteer, paragraph: Made) -> None:
    assert not find(paragraph(text, "ar"), world)
