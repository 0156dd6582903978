"""The pack file: what is written is read back, and a missing or foreign file says what to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry.base import BaseGeometry

from wherewhen.basemap import Basemap, Layer
from wherewhen.basemap.pack import write
from wherewhen.basemap.shapes import area_of, decode, encode, shape_of, snapped
from wherewhen.model.errors import BasemapMissing
from wherewhen.model.place import Point


@dataclass(frozen=True)
class Shaped:
    code: str
    layer: Layer
    shape: BaseGeometry
    en: str = ""
    ar: str = ""
    country: str | None = None
    geonames_id: int | None = None
    rank: int = 0


WEST, EAST = shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)
TWO_STATES = [
    Shaped("AA", Layer.COUNTRY, shapely.box(0, 0, 2, 1), "Anywhere", "أي مكان", "AA", 1),
    Shaped("AA-W", Layer.FIRST_LEVEL, WEST, "West", "الغرب", "AA", 2),
    Shaped("AA-E", Layer.FIRST_LEVEL, EAST, "East", "الشرق", "AA", 3),
    Shaped("river:1", Layer.RIVER, shapely.LineString([(0.5, -1), (0.5, 2)]), "Long River", "النهر الطويل"),
]


@pytest.fixture
def two_states(tmp_path: Path) -> Basemap:
    write(tmp_path / "two.pack", TWO_STATES)
    return Basemap.open(tmp_path / "two.pack")


def test_a_point_lies_in_its_area_and_its_country(two_states: Basemap) -> None:
    assert [outline.id for outline in two_states.at(Point(0.5, 0.2))] == ["AA-W", "AA"]
    assert two_states.at(Point(5, 5)) == ()


def test_a_harbour_just_off_the_drawn_coast_belongs_to_the_nearest_area(two_states: Basemap) -> None:
    off = Point(0.5, -0.01)
    assert two_states.at(off) == ()
    assert [outline.id for outline in two_states.at(off, shore_km=3)] == ["AA-W", "AA"]


def test_areas_are_found_by_code_and_by_geonames_id(two_states: Basemap) -> None:
    by_code, by_id = two_states.first_level("AA-E"), two_states.first_level("geonames:3")
    assert by_code is not None and by_code == by_id
    assert by_code.name("ar") == "الشرق"
    assert two_states.country("zz") is None


def test_a_box_clips_areas_and_lines(two_states: Basemap) -> None:
    area, river = two_states.within((0.25, 0.25, 0.75, 0.75), [Layer.FIRST_LEVEL, Layer.RIVER])
    assert area.bbox == (0.25, 0.25, 0.75, 0.75)
    assert river.lines == (((0.5, 0.25), (0.5, 0.75)),)
    assert river.area == ()


def test_a_river_is_found_by_its_name_in_either_language(two_states: Basemap) -> None:
    assert two_states.named(Layer.RIVER, "النهر الطويل") == two_states.named(Layer.RIVER, "Long River")


def test_the_same_outlines_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, TWO_STATES)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("content", [None, b"", b"not a pack at all, but long enough to be looked at" * 40])
def test_a_missing_or_foreign_pack_names_the_remedy(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "world.pack"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BasemapMissing, match="set-up"):
        Basemap.open(path)


degrees = st.tuples(st.integers(-3600, 3600), st.integers(-1800, 1800))


@given(st.lists(degrees, min_size=2, max_size=40, unique=True))
def test_packed_lines_come_back_exactly(points: list[tuple[int, int]]) -> None:
    line = snapped(shapely.LineString([(x / 20, y / 20) for x, y in points]))
    assert shapely.equals_exact(shapely.get_parts(decode(encode(line)))[0], line, 1e-9)


@given(degrees, st.integers(1, 90))
def test_packed_areas_keep_their_holes(corner: tuple[int, int], size: int) -> None:
    x, y = corner[0] / 20, corner[1] / 20
    hole = shapely.box(x + 0.25, y + 0.25, x + 0.5, y + 0.5)
    ring = shapely.difference(shapely.box(x, y, x + size, y + size), hole)
    back = decode(encode(ring))
    assert shapely.symmetric_difference(back, ring).area < 1e-9
    assert len(shapely.get_parts(back)[0].interiors) == 1


def test_the_models_rings_and_the_geometry_say_the_same() -> None:
    ring = shapely.difference(shapely.box(0, 0, 4, 4), shapely.box(1, 1, 2, 2))
    (polygon,) = area_of(ring)
    assert len(polygon) == 2
    assert shapely.equals(shape_of(area_of(ring)), ring)
