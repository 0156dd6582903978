"""Names on the base map stand on the ground that is seen."""

from __future__ import annotations

import shapely

from wherewhen.basemap import Layer, Outline
from wherewhen.publication.site.base import Ground, labels
from wherewhen.publication.site.projection import Plane
from wherewhen.publication.site.stage import Stage

BOX = (0.0, 0.0, 10.0, 10.0)
NAMES = (("en", "Land"), ("ar", "أرض"))


def stage() -> Stage:
    plane = Plane.over(BOX)
    whole = (0.0, 0.0, float(plane.width), float(plane.height))
    return Stage(BOX, plane, whole, whole)


def land(*corners: tuple[float, float]) -> Outline:
    return Outline("XX", Layer.COUNTRY, NAMES, "XX", None, 0, shapely.Polygon(corners))


def test_a_land_that_only_touches_the_window_elsewhere_is_named_where_it_is_seen() -> None:
    """One leg reaches into the window; the other ends on its edge, so that a line is left over as well."""
    legs = land((12, 1), (8, 1), (8, 3), (11, 3), (11, 5), (10, 5), (10, 8), (12, 8))
    (label,) = labels(Ground((legs,), ()), stage())
    x, y = stage().plane.point(9, 2)
    assert abs(label.x - x) < 0.05 * stage().plane.width and abs(label.y - y) < 0.05 * stage().plane.height


def test_a_land_that_only_touches_the_window_is_not_named() -> None:
    assert labels(Ground((land((10, 1), (12, 1), (12, 3), (10, 3)),), ()), stage()) == []
