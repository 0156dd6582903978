"""Towns by the names of the Arabic press: each row of the table finds its town, whoever else bears it."""

from __future__ import annotations

import pytest

from wherewhen.documents import Stated, of_text
from wherewhen.places import Gazetteer, find
from wherewhen.places.gazetteer import supplement


def test_every_listed_name_finds_its_town() -> None:
    with Gazetteer.open() as gazetteer:
        for identifier, names in supplement.in_arabic().items():
            for name in names:
                assert identifier in {entry.id for entry in gazetteer.search(name)}, (identifier, name)


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("وصل الوزير إلى دكار مساء الأحد.", "Dakar", "SN"),
        ("غادر جاكرتا فجر اليوم.", "Jakarta", "ID"),
        ("عاد إلى هرجيسا يوم الخميس.", "Hargeysa", "SO"),
        ("سافر من عنتيبي إلى كوناكري.", "Entebbe", "UG"),
        ("أقام في مرسين ثلاثة أشهر.", "Mersin", "TR"),
        ("التقاه في الدار البيضاء أمس.", "Casablanca", "MA"),
    ],
)
def test_a_town_is_found_as_the_press_writes_it(text: str, town: str, country: str) -> None:
    with Gazetteer.open() as gazetteer:
        first = find(of_text(text, Stated(language="ar")), gazetteer)[0].value
    assert (first.name("en"), first.country) == (town, country)


@pytest.mark.parametrize("text", ["لم يصل الوزير إلى اتفاق مع الوفد.", "عاد إلى منزله بعد يومين."])
def test_a_common_word_is_no_town(text: str) -> None:
    with Gazetteer.open() as gazetteer:
        assert not find(of_text(text, Stated(language="ar")), gazetteer)


def test_a_lone_sign_is_read_over() -> None:
    with Gazetteer.open() as gazetteer:
        found = find(of_text("وصل إلى ء روما.", Stated(language="ar")), gazetteer)
    assert [mention.span.quote for mention in found] == ["روما"]
