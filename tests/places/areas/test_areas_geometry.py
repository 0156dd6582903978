"""The area holds every point of a grid that satisfies the words and none that does not.

Each case states the words again in plain spherical geometry, without the code under test. Points within
a few hundred metres of the area's edge are not judged: circles are drawn with corners.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
import shapely

from wherewhen.basemap import Basemap, Layer, shape_of
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Place, Point
from wherewhen.places.geodesy import bearing, destinations, disc, distance, on_the_map, spread_km, widened

Read = Callable[[str], tuple[PlaceMention, ...]]
BEARINGS = {"north": 0, "east": 90, "south": 180, "west": 270, "northeast": 45, "southwest": 225}
EDGE = 0.012
SIDE = 25
PROVINCES = [("Aleppo", "SY-HL"), ("Hama", "SY-HM"), ("Kandahar", "AF-KAN")]
BORDERS = [("Ghana", "Togo"), ("Syria", "Iraq"), ("Mali", "Niger"), ("Finland", "Russia")]
NEIGHBOURS = [("Homs", "Palmyra"), ("Fez", "Meknes"), ("Gao", "Timbuktu"), ("Karbala", "Ramadi")]
LANDS = ["Syria", "Kenya", "Poland", "Peru", "Mali"]
QUARTERS = ["north", "south", "east", "west"]
COASTS = ["the Syrian coast", "the Libyan coast", "Somalia's northern coast", "coastal Ecuador"]
SEAS = ["off the coast of Yemen", "off Lampedusa", "off the Libyan coast", "in the Gulf of Aden"]


def drawn(text: str, read: Read) -> Place:
    (mention,) = [m for m in read(text) if m.value.area]
    return mention.value


def grid(place: Place, margin: float = 0.15) -> Iterator[Point]:
    """Points around the area, well over its edges."""
    assert place.area
    west, south, east, north = shape_of(place.area).bounds
    dx, dy = margin * (east - west) + 0.05, margin * (north - south) + 0.05
    lons, lats = np.linspace(west - dx, east + dx, SIDE), np.linspace(south - dy, north + dy, SIDE)
    return (Point(float(lat), float(lon)) for lon, lat in product(lons, lats))


def agrees(place: Place, satisfies: Callable[[Point], bool], edge: float = EDGE, least: int = 6) -> None:
    """The area and the words judge every point of the grid alike."""
    assert place.area
    shape = shape_of(place.area)
    inside = outside = 0
    for point in grid(place):
        spot = shapely.Point(point.lon, point.lat)
        if shapely.distance(shape.boundary, spot) < edge:
            continue
        wanted = satisfies(point)
        assert shapely.contains(shape, spot) == wanted, (place.surface, point)
        inside, outside = inside + wanted, outside + (not wanted)
    assert inside >= least and outside >= least


def dry(world: Basemap, point: Point) -> bool:
    """On land and in no lake."""
    box = (point.lon, point.lat, point.lon, point.lat)
    lakes = world.within((box[0] - 0.01, box[1] - 0.01, box[2] + 0.01, box[3] + 0.01), [Layer.LAKE])
    spot = shapely.Point(point.lon, point.lat)
    return bool(world.at(point)) and not any(shapely.contains(lake.shape, spot) for lake in lakes)


def turned(centre: Point, point: Point, direction: str) -> float:
    """Degrees between the direction and the way from the centre to the point."""
    return abs((bearing(centre, point) - BEARINGS[direction] + 180) % 360 - 180)


TOWNS = ["Aleppo", "Nairobi", "Winnipeg", "Johannesburg", "Bogotá", "Samarkand", "Kharkiv", "Cusco"]


@pytest.mark.parametrize(("town", "direction"), [*product(TOWNS, BEARINGS)])
def test_south_of_a_town_is_outside_it_on_that_side(
    town: str, direction: str, read: Read, pocket: Any, world: Basemap
) -> None:
    place, centre = drawn(f"He camped {direction} of {town}.", read), pocket.places[town].point
    radius, half = (
        pocket.places[town].radius_km,
        67.5 if direction in ("north", "south", "east", "west") else 45,
    )

    def satisfies(point: Point) -> bool:
        far = distance(centre, point)
        return radius < far < radius + 30 and turned(centre, point, direction) < half and dry(world, point)

    agrees(place, satisfies)


@pytest.mark.parametrize("town", TOWNS)
@pytest.mark.parametrize("km", [12, 40, 130])
def test_a_distance_is_a_band_as_wide_as_the_figure_is_round(
    town: str, km: int, read: Read, pocket: Any, world: Basemap
) -> None:
    place, centre = drawn(f"He stopped {km} km from {town}.", read), pocket.places[town].point
    give = km * (0.25 if km % 10 == 0 else 0.15)
    outer = km + give + pocket.places[town].radius_km / 2
    agrees(place, lambda point: km - give < distance(centre, point) < outer and dry(world, point))


@pytest.mark.parametrize("town", [*TOWNS, "Mombasa", "Tripoli", "Manila"])
def test_near_a_town_is_a_ring_on_land(town: str, read: Read, pocket: Any, world: Basemap) -> None:
    place, centre = drawn(f"She rested near {town}.", read), pocket.places[town].point
    radius = pocket.places[town].radius_km
    agrees(place, lambda p: radius < distance(centre, p) < radius + 10 and dry(world, p))


@pytest.mark.parametrize(("town", "province"), PROVINCES)
@pytest.mark.parametrize("direction", QUARTERS)
def test_a_countryside_is_the_province_on_that_side_without_the_town(
    town: str, province: str, direction: str, read: Read, pocket: Any, world: Basemap
) -> None:
    place = drawn(f"He hid in the {direction}ern countryside of {town}.", read)
    centre, radius = pocket.places[town].point, pocket.places[town].radius_km

    def satisfies(point: Point) -> bool:
        held = province in [outline.id for outline in world.at(point)] and dry(world, point)
        return held and distance(centre, point) > radius and turned(centre, point, direction) < 67.5

    agrees(place, satisfies)


@pytest.mark.parametrize("pair", BORDERS)
def test_a_border_is_ten_km_to_either_side_of_the_common_line(
    pair: tuple[str, str], read: Read, pocket: Any, world: Basemap
) -> None:
    place = drawn(f"on the border between {pair[0]} and {pair[1]}", read)
    one, two = (world.country(pocket.places[name].country) for name in pair)
    assert one and two
    ours = shapely.points(shapely.get_coordinates(shapely.segmentize(one.shape.boundary, 0.01)))
    line = [p for p in ours if shapely.dwithin(p, two.shape, 0.003)]
    corners = [Point(p.y, p.x) for p in line]

    def satisfies(point: Point) -> bool:
        close = [c for c in corners if abs(c.lat - point.lat) < 0.2 and abs(c.lon - point.lon) < 0.5]
        return min((distance(c, point) for c in close), default=99.0) < 10

    agrees(place, satisfies, edge=0.03)


@pytest.mark.parametrize("pair", NEIGHBOURS)
def test_between_two_towns_is_a_band_along_the_line(
    pair: tuple[str, str], read: Read, pocket: Any, world: Basemap
) -> None:
    place = drawn(f"It happened between {pair[0]} and {pair[1]}.", read)
    one, two = (pocket.places[name] for name in pair)
    whole = distance(one.point, two.point)
    width = min(30.0, max(4.0, 0.15 * whole))

    def satisfies(point: Point) -> bool:
        angle = math.radians(bearing(one.point, point) - bearing(one.point, two.point))
        arc = distance(one.point, point) / 6371.0088
        across = abs(math.asin(math.sin(arc) * math.sin(angle))) * 6371.0088
        along = math.atan2(math.sin(arc) * math.cos(angle), math.cos(arc)) * 6371.0088
        free = distance(one.point, point) > min(one.radius_km, whole / 3)
        clear = distance(two.point, point) > min(two.radius_km, whole / 3)
        return across < width and 0 < along < whole and free and clear and dry(world, point)

    agrees(place, satisfies, edge=0.03)


@pytest.mark.parametrize(
    ("land", "direction"),
    [*product(LANDS, QUARTERS)],
)
def test_a_part_of_a_country_is_its_furthest_two_fifths(
    land: str, direction: str, read: Read, pocket: Any, world: Basemap
) -> None:
    place = drawn(f"He served in {direction}ern {land}.", read)
    country = world.country(pocket.places[land].country)
    assert country and place.area
    shape, whole = shape_of(place.area), country.shape
    latitudes = (whole.bounds[1] + whole.bounds[3]) / 2
    squeeze = math.cos(math.radians(latitudes))
    assert shape.area / whole.area == pytest.approx(0.4, abs=0.01)
    towards = math.radians(BEARINGS[direction])

    def height(point: Point) -> float:
        return point.lon * squeeze * math.sin(towards) + point.lat * math.cos(towards)

    held = [p for p in grid(place, 1.5) if shapely.contains(whole, shapely.Point(p.lon, p.lat))]
    inside = [height(p) for p in held if shapely.contains(shape, shapely.Point(p.lon, p.lat))]
    outside = [height(p) for p in held if not shapely.dwithin(shape, shapely.Point(p.lon, p.lat), 0.05)]
    assert min(inside) >= max(outside) - 0.05


@pytest.mark.parametrize("words", COASTS)
def test_a_coast_is_land_within_fifteen_km_of_the_sea(words: str, read: Read, world: Basemap) -> None:
    place = drawn(f"He stayed on {words}.", read)
    assert place.area
    shape = shape_of(place.area)
    assert shapely.difference(shape, world.land(shape.buffer(0.1).bounds)).area < 0.02 * shape.area
    sea = shapely.difference(shapely.box(*shape.buffer(1).bounds), world.land(shape.buffer(1).bounds))
    for point in shapely.get_coordinates(shape)[::25]:
        assert shapely.distance(sea, shapely.Point(point)) < 0.2


@pytest.mark.parametrize("words", SEAS)
def test_off_a_coast_is_sea_and_no_land(words: str, read: Read, world: Basemap) -> None:
    place = drawn(f"The ship lay {words}.", read)
    assert place.area
    shape = shape_of(place.area)
    assert shapely.intersection(shape, world.land(shape.bounds)).area < 0.02 * shape.area


def test_a_stretch_of_river_is_within_five_km_of_it(read: Read, world: Basemap) -> None:
    place = drawn("Posts stood along the Euphrates.", read)
    river = world.named(Layer.RIVER, "Euphrates")[0]
    corners = [Point(y, x) for x, y in shapely.get_coordinates(shapely.segmentize(river.shape, 0.01))]

    def satisfies(point: Point) -> bool:
        close = [c for c in corners if abs(c.lat - point.lat) < 0.1 and abs(c.lon - point.lon) < 0.15]
        return min((distance(c, point) for c in close), default=99.0) < 5

    agrees(place, satisfies, edge=0.02, least=2)


def test_the_radius_reaches_the_furthest_corner(read: Read) -> None:
    place = drawn("He hid in the southern countryside of Aleppo.", read)
    assert place.area and place.point and place.radius_km
    corners = [Point(lat, lon) for polygon in place.area for lon, lat in polygon[0]]
    assert max(distance(place.point, corner) for corner in corners) == pytest.approx(place.radius_km, abs=1.5)


def test_an_area_over_the_date_line_is_cut_and_not_wrapped_around_the_world(read: Read) -> None:
    whole = disc(Point(-17.0, 179.9), 80)
    cut = on_the_map(whole)
    assert cut.bounds[0] >= -180 and cut.bounds[2] <= 180
    assert cut.area == pytest.approx(whole.area, rel=1e-6)
    assert spread_km(Point(-17.0, 179.9), cut) < 82
    place = drawn("He sailed 40 km (25 miles) south of Suva.", read)
    assert place.radius_km and place.radius_km < 60


@pytest.mark.parametrize("lat", [-70.0, -33.0, 0.0, 36.2, 64.0])
def test_a_disc_is_as_wide_in_every_direction(lat: float) -> None:
    centre = Point(lat, 20.0)
    shape = disc(centre, 50.0)
    for way in range(0, 360, 15):
        (near,) = destinations(centre, np.array([float(way)]), 49.0)
        (far,) = destinations(centre, np.array([float(way)]), 51.0)
        assert shapely.contains(shape, shapely.Point(near))
        assert not shapely.contains(shape, shapely.Point(far))


def test_a_long_line_is_widened_true_to_scale_at_both_ends() -> None:
    band = widened(shapely.LineString([(20, 0), (20, 65)]), 20.0)
    for lat in (5.0, 60.0):
        east = destinations(Point(lat, 20.0), np.array([90.0, 90.0]), 19.0)[0]
        beyond = destinations(Point(lat, 20.0), np.array([90.0]), 21.5)[0]
        assert shapely.contains(band, shapely.Point(east))
        assert not shapely.contains(band, shapely.Point(beyond))
