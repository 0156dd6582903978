"""What wins where places and areas stand side by side, and what is no area at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from wherewhen.basemap import Basemap, shape_of
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Point, Precision
from wherewhen.places.areas import enlarge

Read = Callable[[str], tuple[PlaceMention, ...]]


@pytest.mark.parametrize(
    ("text", "surface", "container"),
    [
        ("In the town of Khan Shaykhun in Idlib countryside, south of Aleppo", "Khan Shaykhun", "Aleppo"),
        ("She visited the Al-Bukamal area on the Syrian-Iraqi border.", "the Al-Bukamal area", "Syria"),
        ("They lived in Idlib, northern Syria.", "Idlib", "northern Syria"),
        ("It was in rural Aleppo, northern Syria.", "rural Aleppo", "northern Syria"),
        ("كان في بلدة خان شيخون بريف إدلب الجنوبي.", "خان شيخون", "southern countryside of Idlib"),
        ("زار منطقة البوكمال على الحدود السورية العراقية.", "منطقة البوكمال", "Iraq"),
        ("التقيا في ريف حلب الجنوبي، شمال سوريا.", "ريف حلب الجنوبي", "northern Syria"),
        ("عاش في مدينة درعا جنوبي سوريا.", "درعا", "southern Syria"),
    ],
)  # fmt: skip
def test_the_smallest_place_wins_and_the_others_contain_it(
    text: str, surface: str, container: str, read: Read
) -> None:
    (mention,) = read(text)
    assert mention.span.quote == surface
    assert container in mention.value.containment


def test_two_places_joined_by_and_stay_two(read: Read) -> None:
    assert [m.value.name("en") for m in read("They met in Homs and south of Hama.")] == [
        "Homs",
        "south of Hama",
    ]
    assert [m.value.name("en") for m in read("قصف جنوبي حلب وغربي إدلب.")] == [
        "south of Aleppo",
        "west of Idlib",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Relations between Homs and Palmyra were poor.",
        "He flew between Paris and Nice.",
        "She lived in the southern Syrian city of Daraa.",
        "The train took off Aleppo's name.",
        "العلاقات بين سوريا والعراق قديمة.",
        "تنقل بين حمص وتدمر.",
        "ولد في مدينة حلب السورية.",
    ],
)
def test_these_words_draw_no_area(text: str, read: Read) -> None:
    assert [m.span.quote for m in read(text) if m.value.area] == []


def test_one_record_gives_both_names(read: Read) -> None:
    english = read("He was seen in the southern countryside of Aleppo.")[0].value
    arabic = read("شوهد في ريف حلب الجنوبي.")[0].value
    assert (
        english.names == arabic.names == (("en", "southern countryside of Aleppo"), ("ar", "ريف حلب الجنوبي"))
    )
    assert english.area == arabic.area


def test_the_city_is_the_town_spoken_of_before(read: Read) -> None:
    text = "Tripoli was calm. He toured the outskirts of the city."
    town, edge = read(text)
    assert (town.value.name("en"), edge.value.name("en")) == ("Tripoli", "outskirts of Tripoli")
    assert "area.city_before" in [reason.code for reason in edge.value.reasons]


def test_the_turkish_border_after_a_syrian_town_is_the_border_of_the_two(read: Read) -> None:
    _, border = read("He met them in Aleppo and near the Turkish border.")
    assert border.value.name("en") == "border of Turkey and Syria"


def test_outside_a_country_is_no_place_in_it(read: Read) -> None:
    (abroad,) = read("He lived outside Syria for years.")
    assert abroad.value.precision is Precision.UNSPECIFIED


def test_precision_follows_the_words(read: Read) -> None:
    for text, precision in (
        ("in the eastern neighbourhoods of Mosul", Precision.DISTRICT),
        ("in central Cairo", Precision.DISTRICT),
        ("in southern Syria", Precision.REGION),
        ("in rural Kandahar", Precision.REGION),
        ("on the Syrian-Iraqi border", Precision.REGION),
        ("near Tikrit", Precision.DISTRICT),
    ):
        assert read(text)[0].value.precision is precision


def test_the_countryside_of_damascus_is_the_governorate_of_that_name(read: Read, world: Basemap) -> None:
    place = read("He hid in the Damascus countryside.")[0].value
    assert place.area
    land = shape_of(place.area)
    rural = world.first_level("SY-RD")
    assert rural is not None
    assert land.intersection(rural.shape).area > 0.95 * rural.shape.area


def test_mentions_without_a_phrase_come_back_as_they_were(pocket: Any, world: Basemap) -> None:
    document = pocket.document("He went from Aleppo to Homs.")
    mentions = pocket.mentions(document)
    assert enlarge(document, mentions, world) == mentions
    assert mentions[0].value.point == Point(36.2012, 37.1612)
