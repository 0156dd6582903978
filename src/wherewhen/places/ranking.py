"""Which place of that name: every reading scored on stated grounds, over the whole document at once.

The mixture follows the toponym-resolution literature: fame (logarithm of population, administrative level),
stated containment, the countries and areas the document speaks of, the outlet's home, and coherence with the
document's other places (within 300 km). One name has one sense
in a document, unless a container says otherwise.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from wherewhen.model.place import Point
from wherewhen.places.gazetteer import Entry, Naming
from wherewhen.places.gazetteer.build import ROMANISED
from wherewhen.places.named import Named
from wherewhen.places.recognition import inside, weight

NEAR_KM = 300.0
MOST = 40
FAME, CONTAINER, COUNTRY, AREA, COHERENCE, HOME = 0.65, 4.0, 1.0, 1.2, 1.6, 1.0
COMPATRIOT, LOCAL, NAMESAKE, OWN = 0.7, 0.5, 1.5, 3.0
_SPELLING = {
    Naming.MAIN: 0.0, Naming.CODE: 0.0, Naming.OTHER: -0.15, Naming.UNLIKE: -1.5, Naming.DEMONYM: 0.0,
    Naming.LOOSE: -0.4, Naming.SKELETON: -0.8,
}  # fmt: skip


@dataclass(slots=True)
class Reading:
    """One reading of a name, its score and the grounds that raised it (code -> gain)."""

    entry: Entry
    score: float
    grounds: dict[str, float] = field(default_factory=dict)


@dataclass(slots=True)
class Verdict:
    """The readings of one name, best first."""

    named: Named
    readings: list[Reading]

    @property
    def best(self) -> Reading:
        return self.readings[0]

    def margin(self) -> float:
        """Score by which the best leads the next reading that lies elsewhere."""
        best = self.best.entry
        rest = (r.score for r in self.readings[1:] if distance(r.entry.point, best.point) > 60)
        return self.best.score - max(rest, default=self.best.score - 5.0)


@dataclass(frozen=True, slots=True)
class Home:
    """Where the document is at home.

    countries  by how much speaks for them, 0..1
    address    the host of its address: a local paper bears its town's name
    """

    countries: dict[str, float] = field(default_factory=dict)
    points: tuple[Point, ...] = ()
    address: str = ""

    def bears(self, key: str) -> bool:
        """The address contains the name: the outlet is at home in a place of that name."""
        return len(key) > 3 and key.replace(" ", "") in self.address.replace("-", "")


def distance(one: Point, other: Point) -> float:
    """Great-circle distance in km."""
    lat1, lat2 = math.radians(one.lat), math.radians(other.lat)
    h = math.sin((lat2 - lat1) / 2) ** 2
    h += math.cos(lat1) * math.cos(lat2) * math.sin(math.radians(other.lon - one.lon) / 2) ** 2
    return 12742.0176 * math.asin(min(1.0, math.sqrt(h)))


def rank(names: list[Named], home: Home) -> list[Verdict]:
    """A verdict for every name, in order; equal names without different containers share one."""
    scene = _Scene(names, home)
    first = {key: scene.judge(group) for key, group in scene.groups.items()}
    leaders = {key: v.readings[:3] for key, v in first.items()}
    second = {key: scene.judge(group, leaders) for key, group in scene.groups.items()}
    leaders = {key: v.readings[:2] for key, v in second.items()}
    final = {key: scene.judge(group, leaders) for key, group in scene.groups.items()}
    return [Verdict(n, final[scene.key(n)].readings) for n in names]


class _Scene:
    def __init__(self, names: list[Named], home: Home) -> None:
        self.home = home
        self.groups: dict[tuple[str, str, str], list[Named]] = defaultdict(list)
        self._stated: dict[str, tuple[Entry, ...]] = {}
        for named in names:
            if named.containers and named.key not in self._stated:
                self._stated[named.key] = named.containers
        for named in names:
            self.groups[self.key(named)].append(named)
        self._countries, self._areas = _spoken_of(names)

    def key(self, named: Named) -> tuple[str, str, str]:
        containers = named.containers or self._stated.get(named.key, ())
        return named.key, containers[0].id if containers else "", ",".join(named.typed)

    def judge(
        self, group: list[Named], leaders: dict[tuple[str, str, str], list[Reading]] | None = None
    ) -> Verdict:
        named = group[0]
        containers = named.containers or self._stated.get(named.key, ())
        pool = sorted(named.pool, key=weight, reverse=True)
        readings = [self._alone(entry, containers, pool) for entry in pool]
        readings.sort(key=lambda r: -r.score)
        del readings[MOST:]
        if leaders is not None and len(readings) > 1:
            others = [rs for key, rs in leaders.items() if key[0] != named.key]
            compatriots = _compatriots(others)
            local = self.home.bears(named.key)
            for reading in readings:
                self._among(reading, others)
                self._at_home(reading, compatriots, local)
            readings.sort(key=lambda r: -r.score)
        return Verdict(named, readings)

    def _alone(self, entry: Entry, containers: tuple[Entry, ...], pool: list[Entry]) -> Reading:
        grounds = {
            "fame": FAME * (weight(entry) - eclipsed(entry, pool)),
            "spelling": _SPELLING[entry.naming],
        }
        if entry.own:
            grounds["own"] = OWN
        if any(inside(entry, c) for c in containers):
            grounds["inside"] = CONTAINER
        elif entry.kind.startswith(("PPL", "ADM2")) and pool[0].kind == "PCLI" and entry.kind != "PPLC":
            grounds["namesake"] = -NAMESAKE
        country = self._countries.get(entry.country or "", 0.0)
        if country and not entry.kind.startswith("PCL"):
            grounds["country"] = COUNTRY * country
        area = self._areas.get(entry.admin1 or entry.id, 0.0)
        if area and entry.kind != "ADM1":
            grounds["area"] = AREA * area
        if entry.country in self.home.countries and not entry.kind.startswith("PCL"):
            grounds["home"] = HOME * self.home.countries[entry.country]
        if any(distance(entry.point, p) < NEAR_KM for p in self.home.points):
            grounds["home"] = HOME
        return Reading(entry, sum(grounds.values()), grounds)

    def _at_home(self, reading: Reading, compatriots: dict[str, float], local: bool) -> None:
        """Add what the countries and areas of the document's other places speak for."""
        entry = reading.entry
        if entry.kind.startswith("PCL"):
            return
        gain = COMPATRIOT * (compatriots.get(entry.country or "", 0) + compatriots.get(entry.admin1 or "", 0))
        if gain:
            reading.grounds["company"] = gain
        if local:
            reading.grounds["fame"] *= LOCAL
        reading.score = sum(reading.grounds.values())

    def _among(self, reading: Reading, others: list[list[Reading]]) -> None:
        """Add what the nearness of the document's other places speaks for."""
        near, names = 0.0, []
        for readings in others:
            total = sum(math.exp(r.score - readings[0].score) for r in readings)
            best, whose = 0.0, ""
            for other in readings:
                if other.entry.kind[:3] in ("PCL", "CON", "RGN", "OCN", "SEA"):
                    continue
                km = _quick(reading.entry.point, other.entry.point)
                if km < NEAR_KM * 3:
                    gain = math.exp(-km / NEAR_KM) * math.exp(other.score - readings[0].score) / total
                    if gain > best:
                        best, whose = gain, other.entry.name
            near += best
            names += [whose] if best > 0.3 else []
        if near:
            gain = COHERENCE * math.sqrt(min(near, 4.0)) / 2 * 1.0
            reading.grounds["near"] = gain
            reading.score += gain


def _compatriots(others: list[list[Reading]]) -> dict[str, float]:
    """Countries and first-level areas of the other names' best readings, 0..1."""
    countries: Counter[str] = Counter()
    for readings in others:
        best = readings[0].entry
        countries[best.country or ""] += 1
        if best.admin1:
            countries[best.admin1] += 1
    return {key: count / max(3, len(others)) for key, count in countries.items() if key}


def _quick(one: Point, other: Point) -> float:
    """Distance in km, good enough to compare; no trigonometry where latitudes alone decide."""
    dlat = (one.lat - other.lat) * 111.2
    if abs(dlat) > 900:
        return 9e9
    dlon = abs(one.lon - other.lon)
    dlon = min(dlon, 360 - dlon) * 111.2 * math.cos(math.radians(one.lat))
    return math.hypot(dlat, dlon)


def eclipsed(entry: Entry, pool: list[Entry]) -> float:
    """An area that bears its chief town's name gives way to the town where no word speaks of an area."""
    if not entry.kind.startswith("ADM"):
        return 0.0
    for town in pool:
        within = town.country == entry.country and entry.id in (town.admin1, town.admin2)
        governed = entry.kind == "ADM2" or town.country in ROMANISED
        chief = governed or town.population * 10 > entry.population
        if town.kind.startswith("PPL") and within and chief:
            return 1.5
    return 0.0


def _spoken_of(names: list[Named]) -> tuple[dict[str, float], dict[str, float]]:
    """Countries and first-level areas that the document names, 0..1 by how often."""
    countries: Counter[str] = Counter()
    areas: Counter[str] = Counter()
    for named in names:
        top = max(named.pool, key=weight)
        if top.kind.startswith("PCL") and top.country:
            countries[top.country] += 1
        elif top.kind == "ADM1" and top.country and not _same_named_town(named):
            areas[top.id] += 1
            countries[top.country] += 1
    return _shares(countries), _shares(areas)


def _same_named_town(named: Named) -> bool:
    return any(
        e.kind.startswith("PPL") and e.naming is Naming.MAIN and e.population > 50_000 for e in named.pool
    )


def _shares(counts: Counter[str]) -> dict[str, float]:
    total = sum(counts.values())
    return {key: math.sqrt(count / total) for key, count in counts.items()} if total else {}
