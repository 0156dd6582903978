"""Where the map begins, what it draws, and at what scale."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wherewhen.publication.public import PublicPlace, PublicSighting
from wherewhen.publication.site.geometry import extent, placed, rings, runs
from wherewhen.publication.site.marks import mark, marks
from wherewhen.publication.site.place_labels import Room
from wherewhen.publication.site.projection import Plane, latitude, mercator
from wherewhen.publication.site.stage import WORLD, stage

from ...browser.fixture.envoy import envoy

CASE = envoy()


def at(sighting: PublicSighting, lat: float, lon: float) -> PublicSighting:
    return replace(sighting, place=replace(sighting.place, lat=lat, lon=lon, geometry=None))


def test_mercator_goes_there_and_back() -> None:
    assert latitude(mercator(36.2)) == pytest.approx(36.2)


def test_a_path_is_whole_steps_without_repeats() -> None:
    plane = Plane.over((0.0, 0.0, 10.0, 10.0))
    square = plane.path([[(1, 1), (1, 1), (2, 1), (2, 2), (1, 1)]])
    assert square.startswith("M") and square.endswith("z") and square.count("l") == 1
    assert plane.path([[(1, 1), (1.00001, 1.00001)]]) == ""


def test_the_fit_holds_every_placed_sighting() -> None:
    scene = stage(CASE)
    x0, y0, x1, y1 = scene.fit
    for found in marks(CASE, scene.plane, {}).values():
        assert x0 < found.x < x1 and y0 < found.y < y1


def test_one_far_sighting_does_not_make_the_rest_small() -> None:
    far = replace(CASE, sightings=(*CASE.sightings, replace(at(CASE.sightings[0], 46.0, -71.0), number=14)))
    scene = stage(far)
    assert scene.near is not None
    assert (scene.focus[2] - scene.focus[0]) * 2.5 < scene.fit[2] - scene.fit[0]
    assert stage(CASE).near is None


def test_a_case_without_places_shows_the_world() -> None:
    nowhere = replace(CASE, sightings=CASE.sightings[10:11])
    assert stage(nowhere).box[0] == WORLD[0]


def test_precision_decides_how_a_place_is_drawn() -> None:
    plane = stage(CASE).plane
    forms = {s.number: m.form for s in CASE.sightings if (m := mark(s, plane, {}))}
    assert forms[1] == "point" and forms[2] == "area" and forms[6] == "near"
    assert 11 not in forms and 13 not in forms


def test_a_country_is_drawn_as_the_country() -> None:
    sighting = CASE.sightings[0]
    syria = replace(sighting, place=replace(sighting.place, precision="country", country="SY"))
    found = mark(syria, stage(CASE).plane, {"SY": "M0 0l1 0 0 1z"})
    assert found and found.form == "country" and found.path == "M0 0l1 0 0 1z"


@pytest.mark.parametrize("geometry", [None, {}, {"type": "Point", "coordinates": [1, 2]}, {"type": "<b>"}])
def test_odd_geometry_is_no_geometry(geometry: dict[str, object] | None) -> None:
    place: PublicPlace = replace(CASE.sightings[0].place, geometry=geometry)
    assert rings(place) == [] and runs(place) == []
    assert placed(place) and extent(place)


def test_a_room_gives_each_rectangle_once() -> None:
    room = Room((0, 0, 100, 100))
    assert room.take((0, 0, 10, 10))
    assert not room.take((5, 5, 15, 15))
    assert not room.take((95, 0, 105, 10))
    assert room.take((10, 10, 20, 20))
