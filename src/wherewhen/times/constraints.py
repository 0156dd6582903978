"""Events and what is said between them: all bounds tightened at once, each with its chain of reasons."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from wherewhen.model.reason import Reason
from wherewhen.model.when import Bounds, Grain, When
from wherewhen.times.edtf import edtf
from wherewhen.times.network import ORIGIN, Contradiction, Edge, Tightest, tightest


@dataclass(frozen=True, slots=True)
class Link:
    """What is said between two events.

    kind    ``after``: the event begins after the anchor's end; ``before``: it ends before the anchor begins;
            ``during``: it lies within the anchor
    least, most  days between them, None where open
    name    whoever says so (a claim's id); comes back when links contradict each other
    reason  why, carried into the bounds that rest on it
    """

    event: str
    anchor: str
    kind: str
    least: int | None
    most: int | None
    name: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class Clash:
    """Names of links and events that cannot all be true."""

    names: tuple[str, ...]


def constrained(events: Mapping[str, When], links: Iterable[Link]) -> dict[str, When] | Clash:
    """All events with the bounds that everything together allows; unchanged ones come back as they are.

    A tightened bound carries the reasons of the links on its path and of the events that it starts from.
    """
    links = tuple(links)
    names = {*events, *(link.event for link in links), *(link.anchor for link in links)}
    edges = [edge for name in sorted(names) for edge in _own_edges(name, events.get(name, When()))]
    edges += [edge for link in links for edge in _link_edges(link)]
    solved = tightest(edges)
    if isinstance(solved, Contradiction):
        return Clash(tuple(dict.fromkeys(name.partition("|")[2] for name in solved.names if "|" in name)))
    grounds = _grounds(events, links)
    return {name: _narrowed(name, events.get(name, When()), solved, grounds) for name in sorted(names)}


def _own_edges(name: str, when: When) -> Iterator[Edge]:
    label = f"event|{name}"
    yield Edge(_begin(name), _end(name), 0, None, "order")
    for node, bounds in ((_begin(name), when.begin), (_end(name), when.end)):
        low, high = (day.toordinal() if day else None for day in bounds)
        if low is not None or high is not None:
            yield Edge(ORIGIN, node, low, high, label)


def _link_edges(link: Link) -> Iterator[Edge]:
    label = f"link|{link.name}"
    if link.kind == "after":
        yield Edge(_end(link.anchor), _begin(link.event), link.least, link.most, label)
    elif link.kind == "before":
        yield Edge(_end(link.event), _begin(link.anchor), link.least, link.most, label)
    else:
        yield Edge(_begin(link.anchor), _begin(link.event), 0, None, label)
        yield Edge(_end(link.event), _end(link.anchor), 0, None, label)


def _begin(name: str) -> str:
    return f"{name}\0begin"


def _end(name: str) -> str:
    return f"{name}\0end"


def _grounds(events: Mapping[str, When], links: tuple[Link, ...]) -> dict[str, tuple[Reason, ...]]:
    grounds = {f"event|{name}": when.reasons for name, when in events.items()}
    for link in links:
        label = f"link|{link.name}"
        grounds[label] = (*grounds.get(label, ()), link.reason)
    return grounds


def _narrowed(name: str, when: When, solved: Tightest, grounds: dict[str, tuple[Reason, ...]]) -> When:
    begin, end = _bounds(_begin(name), solved), _bounds(_end(name), solved)
    if (begin, end) == (when.begin, when.end):
        return when
    paths = [*solved.earliest_by[_begin(name)], *solved.latest_by[_end(name)]]
    chain = dict.fromkeys(reason for label in paths for reason in grounds.get(label, ()))
    reasons = tuple(dict.fromkeys([*when.reasons, *chain, *_tightened(when, begin, end)]))
    grain = Grain.UNKNOWN if when.unknown else when.grain
    return When(begin, end, grain, edtf(begin[0], end[1]), reasons)


def _bounds(node: str, solved: Tightest) -> Bounds:
    return _day(solved.earliest.get(node)), _day(solved.latest.get(node))


def _day(number: int | None) -> date | None:
    """The day of a number; one that falls out of the calendar bounds nothing."""
    return date.fromordinal(number) if number is not None and 1 <= number <= date.max.toordinal() else None


def _tightened(when: When, begin: Bounds, end: Bounds) -> Iterator[Reason]:
    if begin[0] != when.earliest and begin[0]:
        yield Reason.of("time.tightened_earliest", day=begin[0])
    if end[1] != when.latest and end[1]:
        yield Reason.of("time.tightened_latest", day=end[1])
