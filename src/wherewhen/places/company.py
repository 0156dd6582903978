"""What the other places of a document speak for: nearness to them, and their countries and areas."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from wherewhen.model.place import Point
from wherewhen.places.gazetteer import Entry

NEAR_KM = 300.0
_FAR = 3.0
_KM = 111.2
_BROAD = ("PCL", "CON", "RGN", "OCN", "SEA")
_FEW = 3
_MOST_NEAR = 4.0
Anchor = tuple[float, float, float]


class Read(Protocol):
    """A reading of another name."""

    entry: Entry
    score: float


class Company:
    """The likeliest readings of every name of the document, ready to be compared with."""

    def __init__(self, leaders: dict[str, Sequence[Read]]) -> None:
        self._anchors = {key: _anchors(readings) for key, readings in leaders.items()}
        self._best = {key: readings[0].entry for key, readings in leaders.items()}
        self._counts: Counter[str] = Counter()
        for entry in self._best.values():
            self._counts.update(_homes(entry))

    def nearness(self, entry: Entry, name: str) -> float:
        """0..1 by how many other names have a likely reading within some hundred km."""
        point, total = entry.point, 0.0
        scale = math.cos(math.radians(point.lat))
        for key, anchors in self._anchors.items():
            if key != name:
                total += max((_pull(point, scale, a) for a in anchors), default=0.0)
        return math.sqrt(min(total, _MOST_NEAR)) / 2

    def kinship(self, entry: Entry, name: str) -> float:
        """Share of the other names in the same country, plus the share in the same first-level area."""
        own = _homes(self._best[name]) if name in self._best else ()
        others = max(_FEW, len(self._best) - (name in self._best))
        return sum(self._counts[home] - (home in own) for home in _homes(entry)) / others


def _homes(entry: Entry) -> tuple[str, ...]:
    return tuple(home for home in (entry.country, entry.admin1) if home)


def _anchors(readings: Sequence[Read]) -> list[Anchor]:
    """Points of the readings that have a narrow place, with their share of likelihood."""
    shares = [math.exp(r.score - readings[0].score) for r in readings]
    total = sum(shares)
    return [
        (r.entry.point.lat, r.entry.point.lon, share / total)
        for r, share in zip(readings, shares, strict=True)
        if r.entry.kind[:3] not in _BROAD
    ]


def _pull(point: Point, scale: float, anchor: Anchor) -> float:
    lat, lon, share = anchor
    north = (point.lat - lat) * _KM
    if abs(north) > NEAR_KM * _FAR:
        return 0.0
    apart = abs(point.lon - lon)
    km = math.hypot(north, min(apart, 360 - apart) * _KM * scale)
    return share * math.exp(-km / NEAR_KM) if km < NEAR_KM * _FAR else 0.0
