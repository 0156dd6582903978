"""Drawn maps: sound SVG in both languages, names that never overlap, nothing that could run."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
import shapely
from PIL import Image

from wherewhen.basemap import Box, Layer, Outline
from wherewhen.model.dossier import Dossier
from wherewhen.model.place import Point
from wherewhen.publication.ground import Town
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.labels import TOWN, Labels
from wherewhen.publication.illustrations.sheet import Sheet, path
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.publish import publish

SVG = "{http://www.w3.org/2000/svg}"


def land(code: str, layer: Layer, name: str, arabic: str, *sides: float) -> Outline:
    return Outline(code, layer, (("en", name), ("ar", arabic)), code[:2], None, 0, shapely.box(*sides))


class FlatWorld:
    """Two countries side by side, the western one of two areas, a lake, a river."""

    outlines = (
        land("SY", Layer.COUNTRY, "Westland", "الغرب", 34, 32, 39, 38),
        land("IQ", Layer.COUNTRY, "Eastland", "الشرق", 39, 30, 48, 38),
        land("SY-N", Layer.FIRST_LEVEL, "North", "الشمال", 34, 35, 39, 38),
        land("SY-S", Layer.FIRST_LEVEL, "South", "الجنوب", 34, 32, 39, 35),
        land("L", Layer.LAKE, "Lake", "بحيرة", 37.5, 34, 38.4, 34.6),
        Outline("R", Layer.RIVER, (), None, None, 1, shapely.LineString([(36, 33), (38, 37)])),
    )

    def within(self, bbox: Box, layers: Iterable[Layer], tolerance: float = 0.0) -> Sequence[Outline]:
        wanted = set(layers)
        cut = [
            replace(o, shape=shapely.intersection(o.shape, shapely.box(*bbox)))
            for o in self.outlines
            if o.layer in wanted
        ]
        return [o for o in cut if not o.shape.is_empty]

    def at(self, point: Point, shore_km: float = 0.0) -> Sequence[Outline]:
        order = (Layer.FIRST_LEVEL, Layer.COUNTRY)
        return [
            o
            for layer in order
            for o in self.outlines
            if o.layer is layer and shapely.contains_xy(o.shape, point.lon, point.lat)
        ]


def towns(box: Box) -> Sequence[Town]:
    return [Town((("en", "Fairtown"), ("ar", "البلدة")), 34.3, 36.1, 90_000)]


@pytest.fixture
def case(dossier: Dossier, today: date) -> PublicCase:
    return publish(dossier, Policy.reading(), today, FlatWorld(), towns=towns)


def test_the_story_has_the_areas_of_the_country_as_headings(case: PublicCase) -> None:
    assert [dict(s.region)["en"] for s in case.sightings] == [
        "South", "South", "South", "South", "North", "On the way", "Place not known",
    ]  # fmt: skip
    assert dict(case.sightings[0].region)["ar"] == "الجنوب"


def test_every_placed_sighting_has_a_map_in_both_languages(case: PublicCase) -> None:
    for sighting in case.sightings:
        placed = sighting.place.lat is not None
        assert (sighting.image is not None) == placed
        if sighting.image:
            assert sighting.image.drawn
            assert {file.language for file in sighting.image.renditions} == {"en", "ar"}
            assert "Locator map: " in dict(sighting.image.alt)["en"]
            assert "خريطة موقع: " in dict(sighting.image.alt)["ar"]


def test_a_map_names_its_place_and_its_surroundings(case: PublicCase) -> None:
    image = case.sightings[0].image
    assert image is not None
    words = {
        language: {
            t.text for t in ElementTree.fromstring(image.in_language(language).content).iter(f"{SVG}text")
        }
        for language in ("en", "ar")
    }
    assert {"Homs", "Fairtown", "WESTLAND"} <= words["en"]
    assert {"حمص", "البلدة", "الغرب"} <= words["ar"]


def test_every_drawing_is_sound_and_holds_nothing_that_runs_or_loads(case: PublicCase) -> None:
    drawings = {name: content for name, content in picture_files(case).items() if name.endswith(".svg")}
    assert {f"images/{kind}-{lang}.svg" for kind in ("overview", "share") for lang in ("en", "ar")} <= set(
        drawings
    )
    for content in drawings.values():
        root = ElementTree.fromstring(content)
        tags = {element.tag.removeprefix(SVG) for element in root.iter()}
        assert tags <= {"svg", "title", "defs", "pattern", "path", "rect", "circle", "text", "use", "g"}
        for element in root.iter():
            for name, value in element.attrib.items():
                assert not name.lower().startswith("on") and name != "style"
                assert not name.endswith("href") or value.startswith("#")


def test_hostile_names_stay_text(dossier: Dossier, today: date) -> None:
    hostile = "</text><script>alert(1)</script>\x00\x0b\ufffe\" onload='x' &amp; ]]>"
    lead = dossier.sightings[0]
    place = replace(lead.place, names=(("en", hostile), ("ar", hostile)), surface=hostile)
    sightings = (replace(lead, place=place), *dossier.sightings[1:])
    case = publish(replace(dossier, sightings=sightings), Policy.reading(), today, FlatWorld(), towns=towns)
    drawn = {name: content for name, content in picture_files(case).items() if name.endswith(".svg")}
    assert len(drawn) > 4
    for name, content in drawn.items():
        tags = {element.tag for element in ElementTree.fromstring(content).iter()}
        assert f"{SVG}script" not in tags, name


def test_the_picture_to_share_is_a_png_of_its_size_in_both_languages(case: PublicCase) -> None:
    for language in ("en", "ar"):
        content = picture_files(case)[f"images/share-{language}.png"]
        with Image.open(io.BytesIO(content)) as picture:
            assert (picture.format, picture.size) == ("PNG", (1200, 630))
            head = picture.convert("L").crop((0, 0, 1200, 118))
        left, right = (
            sum(v < 90 for v in head.crop(side).tobytes()) for side in ((0, 0, 600, 118), (600, 0, 1200, 118))
        )
        assert (left > right) == (language == "en")


def test_a_country_is_drawn_as_a_country(dossier: Dossier, today: date) -> None:
    country = replace(
        dossier.sightings[0].place,
        precision=type(dossier.sightings[0].place.precision).COUNTRY,
        names=(("en", "Westland"), ("ar", "الغرب")),
    )
    sightings = (replace(dossier.sightings[0], place=country),)
    case = publish(replace(dossier, sightings=sightings), Policy.reading(), today, FlatWorld())
    assert dict(case.sightings[0].region)["en"] == "Somewhere in Westland"
    image = case.sightings[0].image
    assert image is not None and b"fill-opacity" in image.content


def test_equal_cases_have_equal_maps(dossier: Dossier, today: date) -> None:
    one, two = (publish(dossier, Policy.reading(), today, FlatWorld(), towns=towns) for _ in range(2))
    assert picture_files(one) == picture_files(two)


def test_names_never_lie_on_one_another() -> None:
    sheet = Sheet(300, 300, "en", "crowd", "c")
    labels = Labels(sheet, (0, 0, 300, 300))
    put = [labels.at_point(f"Town {n}", 150 + n % 7, 150 + n % 5, 3, TOWN) for n in range(30)]
    assert 3 <= sum(put) <= 8
    blocks = labels._taken
    for number, (left, top, right, bottom) in enumerate(blocks):
        for other in blocks[number + 1 :]:
            assert (
                right - 3 <= other[0] or other[2] - 3 <= left or bottom - 1 <= other[1] or other[3] - 1 <= top
            )


def test_a_scale_bar_is_a_round_number() -> None:
    for span in (3, 40, 150, 900, 7000):
        frame = Frame.around((36, 34, 36, 34), 480, 320, 0.2, span)
        km, length = frame.scale_bar(120)
        assert (re.fullmatch(r"[125]0*", str(km)) and 0 < length <= 120.01) or km == 1


def test_a_path_counts_its_steps_and_leaves_out_what_is_no_line() -> None:
    assert path([[(0, 0), (1.04, 0), (1, 2), (0, 0)]], closed=True) == "M0 0l1 0 0 2-1-2z"
    assert path([[(5, 5), (5.01, 5)]], closed=False) == ""
