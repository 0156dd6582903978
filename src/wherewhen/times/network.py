"""A simple temporal network on day numbers: every statement tightens every other.

Nodes are names, an edge says that ``target - source`` lies between two numbers of days. Shortest paths
(Bellman-Ford; Dechter, Meiri and Pearl 1991) give the tightest bounds, a negative cycle is a contradiction.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ORIGIN = ""
"""The node of day 0, from which absolute days count."""


@dataclass(frozen=True, slots=True)
class Edge:
    """``least <= target - source <= most`` in days, None where open. ``name`` is whoever says so."""

    source: str
    target: str
    least: int | None
    most: int | None
    name: str


@dataclass(frozen=True, slots=True)
class Tightest:
    """The tightest bounds of every node in days from the origin, None where open.

    earliest_by, latest_by  the names of the edges that a bound rests on, in order from the origin
    """

    earliest: Mapping[str, int | None]
    latest: Mapping[str, int | None]
    earliest_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    latest_by: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Edges that cannot all be true, by name, in the order of the cycle."""

    names: tuple[str, ...]


Arc = tuple[str, str, int, str]
"""``target - source <= length``, said by a name."""


def tightest(edges: Iterable[Edge]) -> Tightest | Contradiction:
    """The bounds that all edges together allow, or the edges that contradict each other."""
    arcs = [arc for edge in edges for arc in _arcs(edge)]
    nodes = dict.fromkeys([ORIGIN, *(node for arc in arcs for node in arc[:2])])
    cycle = _negative_cycle(list(nodes), arcs)
    if cycle:
        return Contradiction(cycle)
    latest, latest_by = _shortest(nodes, arcs)
    mirrored = [(target, source, length, name) for source, target, length, name in arcs]
    longest, earliest_by = _shortest(nodes, mirrored)
    earliest = {node: None if days is None else -days for node, days in longest.items()}
    return Tightest(earliest, latest, earliest_by, latest_by)


def _arcs(edge: Edge) -> list[Arc]:
    arcs: list[Arc] = []
    if edge.most is not None:
        arcs.append((edge.source, edge.target, edge.most, edge.name))
    if edge.least is not None:
        arcs.append((edge.target, edge.source, -edge.least, edge.name))
    return arcs


def _outgoing(arcs: list[Arc]) -> dict[str, list[Arc]]:
    outgoing: dict[str, list[Arc]] = {}
    for arc in arcs:
        outgoing.setdefault(arc[0], []).append(arc)
    return outgoing


def _negative_cycle(nodes: list[str], arcs: list[Arc]) -> tuple[str, ...]:
    """The names along a cycle of negative length, empty where there is none."""
    reach = dict.fromkeys(nodes, 0)
    last: dict[str, Arc] = {}
    changed = ""
    for _ in range(len(nodes) + 1):
        changed = ""
        for arc in arcs:
            source, target, length, _name = arc
            if reach[source] + length < reach[target]:
                reach[target] = reach[source] + length
                last[target] = arc
                changed = target or _AT_ORIGIN
        if not changed:
            return ()
    return _names_on_cycle("" if changed == _AT_ORIGIN else changed, last, len(nodes))


_AT_ORIGIN = "\0"


def _names_on_cycle(node: str, last: dict[str, Arc], steps: int) -> tuple[str, ...]:
    for _ in range(steps):
        node = last[node][0]
    names: list[str] = []
    start = node
    while not names or node != start:
        arc = last[node]
        names.append(arc[3])
        node = arc[0]
    return tuple(dict.fromkeys(reversed(names)))


def _shortest(
    nodes: Iterable[str], arcs: list[Arc]
) -> tuple[dict[str, int | None], dict[str, tuple[str, ...]]]:
    """Shortest distances from the origin and the names along each path; there is no negative cycle."""
    reach: dict[str, int | None] = dict.fromkeys(nodes)
    reach[ORIGIN] = 0
    last: dict[str, Arc] = {}
    outgoing = _outgoing(arcs)
    waiting, queued = deque([ORIGIN]), {ORIGIN}
    while waiting:
        node = waiting.popleft()
        queued.discard(node)
        here = reach[node]
        assert here is not None
        for arc in outgoing.get(node, ()):
            known = reach[arc[1]]
            if known is None or here + arc[2] < known:
                reach[arc[1]], last[arc[1]] = here + arc[2], arc
                if arc[1] not in queued:
                    waiting.append(arc[1])
                    queued.add(arc[1])
    return reach, {node: _path(node, last) for node in reach}


def _path(node: str, last: dict[str, Arc]) -> tuple[str, ...]:
    names = []
    while node != ORIGIN and node in last:
        names.append(last[node][3])
        node = last[node][0]
    return tuple(dict.fromkeys(reversed(names)))
