"""What the other places of a document speak for: nearness to them, and their countries and areas."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import Protocol

import numpy as np

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
        anchors = {key: found for key, readings in leaders.items() if (found := _anchors(readings))}
        self._rank = {key: rank for rank, key in enumerate(anchors)}
        self._begins = [0, *accumulate(map(len, anchors.values()))][:-1]
        self._places = np.array([anchor for found in anchors.values() for anchor in found])
        self._best = {key: readings[0].entry for key, readings in leaders.items()}
        self._counts: Counter[str] = Counter()
        for entry in self._best.values():
            self._counts.update(_homes(entry))

    def nearness(self, entries: Sequence[Entry], name: str) -> list[float]:
        """0..1 for each entry, by how many other names have a likely reading within some hundred km."""
        if not len(self._places):
            return [0.0] * len(entries)
        lat, lon = (np.array([[getattr(e.point, axis)] for e in entries]) for axis in ("lat", "lon"))
        north = (lat - self._places[:, 0]) * _KM
        apart = np.abs(lon - self._places[:, 1])
        east = np.minimum(apart, 360 - apart) * (_KM * np.cos(np.radians(lat)))
        km = np.hypot(north, east)
        pulls = np.where(km < NEAR_KM * _FAR, self._places[:, 2] * np.exp(-km / NEAR_KM), 0.0)
        strongest = np.maximum.reduceat(pulls, self._begins, axis=1)
        if name in self._rank:
            strongest[:, self._rank[name]] = 0.0
        found: list[float] = (np.sqrt(np.minimum(strongest.sum(axis=1), _MOST_NEAR)) / 2).tolist()
        return found

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
