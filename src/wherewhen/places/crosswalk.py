"""The precision of a place as other records of events code it: ``geo_precision`` and ``where_prec``.

ACLED (codebook): 1 a town with its coordinates, 2 near a town or a small part of a region, 3 a larger region.
UCDP GED (codebook): 1 exact, 2 within about 25 km of a known point, 3 second-level area, 4 first-level area,
5 a line or an area without borders, 6 the country alone, 7 international waters or airspace.
"""

from __future__ import annotations

from wherewhen.model.place import Place, Precision

_POINTS = (Precision.SITE, Precision.SETTLEMENT)
_NEAR_KM = 25.0
_WATERS = ("SEA", "OCN", "offshore")


def acled(place: Place) -> int | None:
    """1, 2 or 3; None where no place is told at all."""
    if place.precision is Precision.UNSPECIFIED:
        return None
    if place.precision in _POINTS:
        return 1
    return 2 if place.precision is Precision.DISTRICT or _near(place) else 3


def ucdp(place: Place) -> int | None:
    """1 to 7; None where no place is told at all."""
    match place.precision:
        case Precision.UNSPECIFIED:
            return None
        case Precision.SITE | Precision.SETTLEMENT:
            return 1
        case Precision.COUNTRY:
            return 6
        case Precision.IN_TRANSIT:
            return 7
    if place.kind in _WATERS:
        return 7
    return _of_an_area(place)


def _of_an_area(place: Place) -> int:
    if place.kind == "ADM1":
        return 4
    if place.kind == "ADM2":
        return 3
    return 2 if place.precision is Precision.DISTRICT or _near(place) else 5


def _near(place: Place) -> bool:
    return place.radius_km is not None and place.radius_km <= _NEAR_KM
