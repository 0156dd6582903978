"""The pack that set-up compiles: complete in both languages, consistent, small and quick."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pytest
import shapely

from wherewhen.basemap import Basemap, Layer
from wherewhen.basemap.pack import default_path
from wherewhen.model.place import Point

EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)


@pytest.fixture(scope="module")
def world() -> Iterator[Basemap]:
    basemap = Basemap.open()
    yield basemap
    basemap.close()


@pytest.mark.parametrize(
    ("lat", "lon", "ids"),
    [
        (36.2, 37.16, ["SY-HL", "SY"]),
        (33.31, 44.37, ["IQ-BG", "IQ"]),
        (33.0, 35.75, ["SY-QU", "SY"]),
        (45.0, 34.1, ["UA-43", "UA"]),
        (31.5, 34.45, ["PS-GZZ", "PS"]),
        (53.4, -2.9, ["GB-LIV", "GB-ENG", "GB"]),
        (-33.9, 151.0, ["AU-NSW", "AU"]),
        (9.56, 44.06, ["-99-X11~", "SO"]),
        (40.71, -89.6, ["US-IL", "US"]),
        (0.0, -30.0, []),
    ],
)
def test_a_point_lies_in_its_area(world: Basemap, lat: float, lon: float, ids: list[str]) -> None:
    assert [outline.id for outline in world.at(Point(lat, lon))] == ids


def test_every_country_and_first_level_area_has_a_name_in_both_languages(world: Basemap) -> None:
    outlines = world.within(EVERYWHERE, [Layer.COUNTRY, Layer.REGION, Layer.FIRST_LEVEL])
    assert [o.id for o in outlines if not o.name("en")] == []
    arabic = [o for o in outlines if any("\u0600" < letter < "\u06ff" for letter in o.name("ar"))]
    assert len(arabic) > 0.99 * len(outlines)


def test_contested_and_dated_names_are_ours(world: Basemap) -> None:
    kirkuk = world.first_level("IQ-TS")
    assert kirkuk is not None and (kirkuk.name("en"), kirkuk.name("ar")) == ("Kirkuk", "كركوك")
    palestine = world.country("PS")
    assert palestine is not None and palestine.name("ar") == "فلسطين"


def test_the_golan_is_one_piece_of_quneitra_and_its_line_is_drawn(world: Basemap) -> None:
    lines = world.within((35.4, 32.5, 36.2, 33.5), [Layer.DISPUTED])
    assert "Syrian claim" in {line.name("en") for line in lines}
    north = world.first_level("IL-Z")
    assert north is not None and not shapely.contains(north.shape, shapely.Point(35.8, 33.1))


def test_neighbours_keep_one_common_border_when_simplified(world: Basemap) -> None:
    box = (34.0, 28.0, 50.0, 38.0)
    areas = [o.shape for o in world.within(box, [Layer.FIRST_LEVEL], 0.05)]
    whole = shapely.union_all(areas)
    overlap = sum(a.area for a in areas) - whole.area
    holes = [
        h for part in shapely.get_parts(whole) for h in part.interiors if shapely.Polygon(h).area < 0.001
    ]
    assert abs(overlap) < 1e-3
    assert holes == []


def test_all_shapes_are_valid(world: Basemap) -> None:
    shapes = np.array([o.shape for o in world.within(EVERYWHERE, list(Layer))])
    assert shapely.is_valid(shapes).all()


def test_rivers_and_lakes_have_names_in_both_languages(world: Basemap) -> None:
    (euphrates,) = world.named(Layer.RIVER, "الفرات")
    assert euphrates.name("en") == "Euphrates"
    assert euphrates.bbox[0] < 39 and euphrates.bbox[2] > 46
    assert world.named(Layer.LAKE, "Lake Victoria")[0].name("ar") == "بحيرة فيكتوريا"


def test_the_pack_is_at_most_six_megabytes() -> None:
    assert default_path().stat().st_size <= 6_000_000


def test_it_answers_ten_thousand_points_of_a_grid(world: Basemap) -> None:
    points = (Point(30 + number % 100 * 0.08, 34 + number // 100 * 0.14) for number in range(10_000))
    countries = {outline.country for found in map(world.at, points) for outline in found}
    assert {"SY", "IQ", "TR"} <= countries
