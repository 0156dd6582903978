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
from wherewhen.places.company import NEAR_KM, Company
from wherewhen.places.gazetteer import Entry, Naming
from wherewhen.places.gazetteer.build import ROMANISED
from wherewhen.places.named import Named
from wherewhen.places.recognition import inside, weight

MOST = 15
FAME, CONTAINER, COUNTRY, AREA, COHERENCE, HOME = 0.65, 4.0, 1.0, 1.2, 1.6, 1.0
COMPATRIOT, LOCAL, NAMESAKE, OWN, ECLIPSE = 0.7, 0.5, 1.5, 3.0, 1.5
# By ``Naming``: main, other, unlike, code, demonym, loose, skeleton.
_SPELLING = (0.0, -0.15, -1.5, 0.0, 0.0, -0.4, -0.8)


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
    lead: float | None = None

    @property
    def best(self) -> Reading:
        return self.readings[0]

    def margin(self) -> float:
        """Score by which the best leads the next reading that lies elsewhere."""
        if self.lead is None:
            best = self.best.entry.point
            rest = (r.score for r in self.readings[1:] if _elsewhere(r.entry.point, best))
            self.lead = self.best.score - max(rest, default=self.best.score - 5.0)
        return self.lead


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


def _elsewhere(one: Point, other: Point) -> bool:
    """More than some 60 km apart."""
    return abs(one.lat - other.lat) > 0.6 or distance(one, other) > 60


def rank(names: list[Named], home: Home) -> list[Verdict]:
    """A verdict for every name, in order; equal names without different containers share one."""
    scene = _Scene(names, home)
    verdicts = {key: scene.alone(group[0]) for key, group in scene.groups.items()}
    for leading in (3, 2):
        company = Company({key[0]: v.readings[:leading] for key, v in verdicts.items()})
        verdicts = {key: scene.among(v, company) for key, v in verdicts.items()}
    shared = ((n, verdicts[scene.key(n)]) for n in names)
    return [Verdict(n, verdict.readings, verdict.margin()) for n, verdict in shared]


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
        containers = self._containers(named)
        return named.key, containers[0].id if containers else "", ",".join(named.typed)

    def _containers(self, named: Named) -> tuple[Entry, ...]:
        return named.containers or self._stated.get(named.key, ())

    def alone(self, named: Named) -> Verdict:
        """The readings by what speaks for each without the document's other places."""
        known = sorted(((weight(e), e) for e in named.pool), key=lambda pair: -pair[0])
        pool = [e for _, e in known]
        governed, chief = _eclipsing(pool)
        containers = self._containers(named)
        readings = []
        for fame, entry in known:
            shade = ECLIPSE if _eclipsed(entry, governed, chief) else 0.0
            grounds = {"fame": FAME * (fame - shade), "spelling": _SPELLING[entry.naming]}
            grounds |= self._stated_grounds(entry, containers, pool[0]) | self._home_grounds(entry)
            readings.append(Reading(entry, sum(grounds.values()), grounds))
        readings.sort(key=lambda r: -r.score)
        return Verdict(named, readings[:MOST])

    def _stated_grounds(self, entry: Entry, containers: tuple[Entry, ...], top: Entry) -> dict[str, float]:
        grounds: dict[str, float] = {}
        if entry.own:
            grounds["own"] = OWN
        if any(inside(entry, c) for c in containers):
            grounds["inside"] = CONTAINER
        elif entry.kind.startswith(("PPL", "ADM2")) and top.kind == "PCLI":
            grounds["namesake"] = -NAMESAKE
        return grounds

    def _home_grounds(self, entry: Entry) -> dict[str, float]:
        grounds: dict[str, float] = {}
        if entry.kind.startswith("PCL"):
            return grounds
        country, area = self._countries.get(entry.country or ""), self._areas.get(entry.admin1 or "")
        if country:
            grounds["country"] = COUNTRY * country
        if area:
            grounds["area"] = AREA * area
        if entry.country in self.home.countries:
            grounds["home"] = HOME * self.home.countries[entry.country]
        if any(distance(entry.point, p) < NEAR_KM for p in self.home.points):
            grounds["home"] = HOME
        return grounds

    def among(self, verdict: Verdict, company: Company) -> Verdict:
        """The readings, weighed anew with the likeliest readings of the other names."""
        named = verdict.named
        if len(verdict.readings) == 1:
            return verdict
        local = self.home.bears(named.key)
        near = company.nearness([r.entry for r in verdict.readings], named.key)
        readings = []
        for reading, pull in zip(verdict.readings, near, strict=True):
            entry, grounds = reading.entry, dict(reading.grounds)
            grounds["near"] = COHERENCE * pull
            if not entry.kind.startswith("PCL"):
                grounds["company"] = COMPATRIOT * company.kinship(entry, named.key)
                grounds["local"] = -grounds["fame"] * LOCAL if local else 0.0
            readings.append(Reading(entry, sum(grounds.values()), grounds))
        return Verdict(named, sorted(readings, key=lambda r: -r.score))


def _eclipsing(pool: list[Entry]) -> tuple[set[str], dict[str, int]]:
    """Areas in which a town of the pool governs, and the people of towns by their first-level area."""
    governed: set[str] = set()
    chief: dict[str, int] = {}
    for town in pool:
        if town.kind.startswith("PPL"):
            governed.add(town.admin2 or "")
            if town.country in ROMANISED:
                governed.add(town.admin1 or "")
            chief[town.admin1 or ""] = max(town.population, chief.get(town.admin1 or "", 0))
    return governed, chief


def _eclipsed(entry: Entry, governed: set[str], chief: dict[str, int]) -> bool:
    """An area that bears its chief town's name gives way to it where no word speaks of an area."""
    if not entry.kind.startswith("ADM"):
        return False
    return entry.id in governed or chief.get(entry.id, 0) * 10 > entry.population


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
