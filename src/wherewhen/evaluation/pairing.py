"""Gold and predictions are paired one to one, best pair first."""

from __future__ import annotations

from collections.abc import Iterable
from math import asin, cos, radians, sin, sqrt

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def one_to_one(candidates: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """From (gold, predicted) index pairs in order of preference those that use no index twice."""
    gold: set[int] = set()
    predicted: set[int] = set()
    pairs = []
    for one, other in candidates:
        if one not in gold and other not in predicted:
            gold.add(one)
            predicted.add(other)
            pairs.append((one, other))
    return pairs


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance between two points given in degrees."""
    north, east = radians(other_lat - lat), radians(other_lon - lon)
    chord = sin(north / 2) ** 2 + cos(radians(lat)) * cos(radians(other_lat)) * sin(east / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(chord)))
