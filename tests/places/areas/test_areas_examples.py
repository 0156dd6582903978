"""Every example of the language files: the words in [brackets] are read, as that relation, and drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import shapely

from wherewhen.basemap import shape_of
from wherewhen.languages import LANGUAGES, lexicon, sentence
from wherewhen.model.mention import PlaceMention
from wherewhen.places.areas import placeless

Read = Callable[[str], tuple[PlaceMention, ...]]
BECOMES = {"toward": ("side", "part"), "outside": ("near",)}


def examples(section: str, key: str) -> list[Any]:
    return list(_examples(section, key))


def _examples(section: str, key: str) -> Iterator[Any]:
    for language in LANGUAGES:
        for rule in lexicon(language, "areas")[section]:
            for number, example in enumerate(rule["examples"]):
                yield pytest.param(example, rule[key], id=f"{language}-{rule[key]}-{number}")


def parted(example: str) -> tuple[str, str]:
    start, end = example.index("["), example.index("]")
    return example.replace("[", "").replace("]", ""), example[start + 1 : end]


def test_there_are_a_hundred_phrases_in_each_language() -> None:
    for language in LANGUAGES:
        data = lexicon(language, "areas")
        assert sum(len(rule["examples"]) for rule in data["rule"] + data["placeless"]) >= 100


@pytest.mark.parametrize(("example", "relation"), examples("rule", "relation"))
def test_a_phrase_becomes_its_area(example: str, relation: str, read: Read) -> None:
    text, words = parted(example)
    (mention,) = [m for m in read(text) if m.value.area]
    place = mention.value
    assert (mention.span.quote, place.surface) == (words, words)
    assert place.kind in BECOMES.get(relation, (relation,))
    assert place.area and shapely.is_valid(shape_of(place.area))
    assert place.point is not None and place.radius_km and place.radius_km > 0
    assert dict(place.names).keys() == {"en", "ar"}
    for language in LANGUAGES:
        for reason in place.reasons:
            told = sentence(reason, language)
            assert (
                told != reason.code and "…" not in told and "{" not in told
            ) or reason.code == "place.demonym"


@pytest.mark.parametrize(("example", "precision"), examples("placeless", "precision"))
def test_words_that_name_no_place_stay_unplaced(example: str, precision: str, pocket: Any) -> None:
    text, words = parted(example)
    document = pocket.document(text)
    (mention,) = placeless(document, pocket.mentions(document))
    assert (mention.span.quote, mention.value.precision) == (words, precision)
    assert mention.value.point is None and mention.value.area is None
    assert sentence(mention.value.reasons[0], document.language) != mention.value.reasons[0].code
