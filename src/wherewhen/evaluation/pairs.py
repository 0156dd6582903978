"""Minimal pairs: two short texts that differ in one thing, and what each of them does and does not tell.

A pair is right only if both twins are. A twin is right if every presence that it tells is among the
sightings, each another one and with all that the pair asks of it, and if no true sighting is at a place
where it puts nobody.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from wherewhen.evaluation import agreement
from wherewhen.evaluation.agreement import Row, folded
from wherewhen.evaluation.material import Given, given
from wherewhen.evaluation.score import Score, share

TASK = "pairs"
CLAIMED = ("asserted", "attributed", "inferred")
POINTS = ("whose", "presence", "status", "evidence", "sources", "companions", "context")
"""What a pair is about, by its number from 1."""


def twins(row: Row) -> Iterator[Given]:
    """The two texts as documents, without what they are known to tell."""
    whole = given({**row, "text": ""})
    for number, twin in enumerate(row["twins"], 1):
        yield replace(whole, id=f"{row['id']}.{number}", text=twin["text"])


def right(row: Row, answers: Sequence[Row]) -> tuple[bool, ...]:
    """For each twin whether it is read right; ``answers`` are as ``wherewhen read`` writes them."""
    sightings = (answer.get("sightings") or [] for answer in answers)
    return tuple(_twin_right(*pair) for pair in zip(row["twins"], sightings, strict=True))


def score(rows: Sequence[Row], answers: Mapping[str, Sequence[Row]], name: str) -> Score:
    """Shares of the pairs that are right, in all and by point; "twins" is the share of texts."""
    read = [(POINTS[row["point"] - 1], right(row, answers[row["id"]])) for row in rows]
    asked, met = Counter(point for point, _ in read), Counter(point for point, both in read if all(both))
    figures = {
        "pairs right": share(met.total(), len(read)),
        "twins right": share(sum(sum(both) for _, both in read), 2 * len(read)),
        **{point: share(met[point], asked[point]) for point in POINTS},
    }
    characters = sum(len(twin["text"]) for row in rows for twin in row["twins"])
    return Score(TASK, name, 2 * len(rows), len(rows), met.total(), tuple(figures.items()), characters)


def _twin_right(twin: Row, sightings: Sequence[Row]) -> bool:
    left = list(sightings)
    for told in twin["there"]:
        found = next((s for s in left if _tells(told, s)), None)
        if found is None:
            return False
        left.remove(found)
    claimed = [s for s in sightings if s.get("status") in CLAIMED]
    return not any(_named(place, s) for place in twin["not_there"] for s in claimed)


def _tells(told: Row, sighting: Row) -> bool:
    return (
        _named(told["place"], sighting)
        and sighting.get("status") in told.get("status", CLAIMED)
        and agreement.time_agrees(told, sighting)
        and _rests_on(told.get("evidence") or (), sighting)
        and _people(told, sighting.get("companions") or [])
        and _sources(told, sighting.get("attribution") or [])
        and folded(told.get("activity")) in folded(sighting.get("activity"))
    )


def _named(place: str, sighting: Row) -> bool:
    """By the name in the text: whether the name is put on the right spot is measured elsewhere."""
    given_place = sighting.get("place") or {}
    names = [given_place.get("name"), *(given_place.get("names") or {}).values()]
    wanted = folded(place)
    return wanted in folded(given_place.get("surface")) or wanted in {folded(name) for name in names}


def _rests_on(kinds: Sequence[str], sighting: Row) -> bool:
    return not kinds or any(agreement.evidence_agrees({"evidence": kind}, sighting) for kind in kinds)


def _people(told: Row, present: Sequence[Any]) -> bool:
    wanted, unwanted = told.get("companions") or [], told.get("not_companions") or []
    return agreement.names_met(wanted, present) == len(wanted) and not agreement.names_met(unwanted, present)


def _sources(told: Row, chain: Sequence[Row]) -> bool:
    wanted = told.get("sources") or []
    of_kind = {kind: [s for s in chain if kind is None or s.get("kind") == kind] for kind in _kinds(wanted)}
    met = (agreement.names_met([source["name"]], of_kind[source.get("kind")]) for source in wanted)
    return all(met) and not agreement.names_met(told.get("not_sources") or [], chain)


def _kinds(wanted: Sequence[Row]) -> set[str | None]:
    return {source.get("kind") for source in wanted}
