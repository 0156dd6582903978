"""Both languages say the same things, each in its own numerals and plurals."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from string import Formatter
from typing import Any

import pytest

from wherewhen.publication.site.words import plural_form, text_direction, words

EN, AR = words("en"), words("ar")


def phrases(data: dict[str, Any], path: str = "") -> Iterator[tuple[str, str]]:
    for key, value in data.items():
        if isinstance(value, dict):
            yield from phrases(value, f"{path}{key}.")
        elif isinstance(value, str):
            yield f"{path}{key}", value


def test_both_languages_have_the_same_phrases() -> None:
    keys = [{key for key, _ in phrases(w.data) if not key.startswith("plural.")} for w in (EN, AR)]
    assert keys[0] == keys[1]
    assert EN.data["plural"].keys() == AR.data["plural"].keys()


def test_both_languages_fill_the_same_gaps() -> None:
    arabic = dict(phrases(AR.data))
    for key, phrase in phrases(EN.data):
        if not key.startswith("plural."):
            gaps = [{name for _, name, _, _ in Formatter().parse(p) if name} for p in (phrase, arabic[key])]
            assert gaps[0] == gaps[1], key


@pytest.mark.parametrize(
    ("n", "form"),
    [
        *((0, "zero"), (1, "one"), (2, "two"), (3, "few"), (10, "few"), (11, "many"), (99, "many")),
        *((100, "other"), (102, "other"), (103, "few"), (111, "many")),
    ],
)
def test_arabic_plurals_follow_the_number(n: int, form: str) -> None:
    assert plural_form("arabic", n) == form


def test_counts_read_naturally() -> None:
    assert [EN.count("sightings", n) for n in (1, 21)] == ["1 sighting", "21 sightings"]
    assert [AR.count("sightings", n) for n in (1, 2, 5, 21)] == [
        "ظهور واحد",
        "ظهوران",
        "٥ ظهورات",
        "٢١ ظهوراً",
    ]


def test_days_are_written_in_the_language() -> None:
    assert EN.day(date(2016, 5, 13)) == "13 May 2016"
    assert AR.day(date(2016, 5, 13)) == "١٣ أيار ٢٠١٦"


def test_an_unknown_term_stands_as_it_is() -> None:
    assert EN.named("evidence", "photo") == "photo"
    assert AR.named("evidence", "carrier_pigeon") == "carrier pigeon"


def test_a_name_falls_back_to_english_and_then_to_anything() -> None:
    assert AR.of((("en", "Aleppo"),)) == "Aleppo"
    assert EN.of((("ar", "حلب"),)) == "حلب"
    assert EN.of((), "words of the document") == "words of the document"


def test_direction_is_that_of_the_text() -> None:
    assert [text_direction(code) for code in ("ar", "fa", "en", "tr", "ar-SY")] == [
        "rtl",
        "rtl",
        "ltr",
        "ltr",
        "rtl",
    ]
