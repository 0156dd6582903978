"""What the words beside a name state as its container: "Paris, Kentucky", "the Syrian city of Aleppo"."""

from __future__ import annotations

import re

from wherewhen.places.gazetteer import Entry
from wherewhen.places.named import Named
from wherewhen.places.recognition import inside, weight

_AFTER = re.compile(
    r"^(?:,| \(|,? in|,? of|،| في|،? ب?(?:محافظة|ولاية|إقليم|ريف))?"
    r"(?: (?:the|(?:north|south|east|west)\w*|central|rural|upstate|شمال\w*|جنوب\w*|شرق\w*|غرب\w*|وسط))* ?ب?$"
)
_BEFORE = re.compile(
    r"^(?:['’]s)?(?: (?:(?:north|south|east|west)\w*|central|rural|port|coastal|border|ancient|historic|"
    r"city|town|village|suburb|district|province|region|state|capital|of|the|is|largest|second|old))*,? $"
)
_AREAS = ("PCL", "ADM", "RGN", "ISL", "PEN", "CONT", "VAL")


def contain(names: list[Named], text: str) -> None:
    """Give every name the container that a neighbour states; right to left, so that chains hold."""
    for number in range(len(names) - 1, -1, -1):
        named = names[number]
        follower = names[number + 1] if number + 1 < len(names) else None
        if follower and _AFTER.match(text[named.end : follower.start]) and not named.demonym:
            _put(named, follower, names[number + 2] if number + 2 < len(names) else None, text)
        if number and not named.containers and not named.demonym:
            before = names[number - 1]
            gap = text[before.end : named.start]
            if (gap.strip() and _BEFORE.match(gap)) or (before.demonym and _BEFORE.match(gap)):
                named.containers = _holding(named, before)


def _put(named: Named, outer: Named, third: Named | None, text: str) -> None:
    state = max(named.pool, key=weight).kind.startswith("PCL")
    if state and text[named.end : named.end + 1] not in (",", "،"):
        return  # "Russia in Ohio" says nothing of a town
    holding = _holding(named, outer)
    if state and not any(e.kind == "ADM1" for e in (*named.pool, *holding)):
        return  # two countries in a row are a list
    if not holding or _same_rank(named, outer):
        return
    narrowed = tuple(
        h for h in holding if not outer.containers or any(inside(h, c) for c in outer.containers)
    )
    named.containers = narrowed or holding
    if not outer.demonym and not _listed(outer, third, text):
        outer.pool = named.containers


def _listed(outer: Named, third: Named | None, text: str) -> bool:
    """ "A, B and C" may be a list of towns: B keeps its readings where one of them is a town."""
    towns = any(e.kind.startswith("PPL") and e.population > 20_000 for e in outer.pool)
    goes_on = third is not None and re.match(r"^,? (?:and |و)", text[outer.end : third.start + 1]) is not None
    return towns and goes_on


def _holding(named: Named, outer: Named) -> tuple[Entry, ...]:
    """Readings of ``outer`` that hold some reading of ``named``."""
    areas = [e for e in outer.spot.entries if e.kind.startswith(_AREAS)]
    if outer.demonym:
        return tuple(e for e in areas if any(e.country == i.country and i.id != e.id for i in named.pool))
    return tuple(e for e in areas if any(inside(i, e) for i in named.pool))


def _same_rank(named: Named, outer: Named) -> bool:
    """A list of states or countries is no chain of containers."""
    one, two = max(named.pool, key=weight), max(outer.spot.entries, key=weight)
    same = one.kind[:3] == two.kind[:3] and one.kind.startswith(("PCL", "ADM1"))
    return same and not (outer.spot.code and two.kind == "ADM1")
