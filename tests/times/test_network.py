"""The network against brute force, and what it says of contradictions."""

from __future__ import annotations

import random
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from wherewhen.model.reason import Reason
from wherewhen.model.when import When
from wherewhen.times import Clash, Link, constrained
from wherewhen.times.network import ORIGIN, Contradiction, Edge, Tightest, tightest

DAYS = range(-4, 5)
NODES = ("a", "b", "c")


def _allowed(edges: list[Edge]) -> list[dict[str, int]]:
    """Every assignment of days to the three nodes that all edges allow."""
    found = []
    for days in product(DAYS, repeat=len(NODES)):
        at = dict(zip(NODES, days, strict=True)) | {ORIGIN: 0}
        gaps = [(at[e.target] - at[e.source], e) for e in edges]
        if all((e.least is None or gap >= e.least) and (e.most is None or gap <= e.most) for gap, e in gaps):
            found.append(at)
    return found


def _boxed(edges: list[Edge]) -> list[Edge]:
    return edges + [Edge(ORIGIN, node, DAYS[0], DAYS[-1], f"box {node}") for node in NODES]


def random_edges(rng: random.Random) -> list[Edge]:
    edges = []
    for number in range(rng.randint(1, 5)):
        source, target = rng.sample((ORIGIN, *NODES), 2)
        low, high = sorted((rng.randint(-5, 5), rng.randint(-5, 5)))
        least, most = rng.choice(((low, high), (low, None), (None, high)))
        edges.append(Edge(source, target, least, most, f"edge {number}"))
    return _boxed(edges)


def agrees(edges: list[Edge]) -> bool:
    solved, allowed = tightest(edges), _allowed(edges)
    if isinstance(solved, Contradiction):
        named = [edge for edge in edges if edge.name in solved.names]
        return not allowed and isinstance(tightest(named), Contradiction)
    return all(
        solved.earliest[node] == min(at[node] for at in allowed)
        and solved.latest[node] == max(at[node] for at in allowed)
        for node in NODES
    )


def test_bounds_are_those_of_brute_force() -> None:
    rng = random.Random(20261125)
    assert all(agrees(random_edges(rng)) for _ in range(400))


@given(st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_bounds_are_those_of_brute_force_for_any_network(rng: random.Random) -> None:
    assert agrees(random_edges(rng))


def test_each_bound_names_the_edges_that_it_rests_on() -> None:
    solved = tightest(
        [Edge(ORIGIN, "death", 100, 100, "obituary"), Edge("visit", "death", 1, None, "witness")]
    )
    assert isinstance(solved, Tightest)
    assert solved.latest["visit"] == 99
    assert solved.latest_by["visit"] == ("obituary", "witness")
    assert solved.earliest["visit"] is None


def test_a_contradiction_names_its_edges_alone() -> None:
    edges = [
        Edge("a", "b", 1, None, "first"),
        Edge("b", "a", 1, None, "second"),
        Edge(ORIGIN, "a", 0, 9, "third"),
    ]
    solved = tightest(edges)
    assert isinstance(solved, Contradiction)
    assert set(solved.names) == {"first", "second"}


MEETING = Reason.of("time.before_event", surface="met before he died", event="he died")


def _death(day: int) -> When:
    return When.between(date(2016, 5, day), date(2016, 5, day))


def test_a_companions_death_bounds_the_meeting_and_says_so() -> None:
    link = Link("meeting", "death", "before", 0, None, "claim 7", MEETING)
    solved = constrained({"death": _death(13)}, [link])
    assert isinstance(solved, dict)
    meeting = solved["meeting"]
    assert (meeting.earliest, meeting.latest) == (None, date(2016, 5, 13))
    assert meeting.edtf == "[..2016-05-13]"
    assert MEETING in meeting.reasons
    assert solved["death"] == _death(13)


def test_moving_the_anchor_moves_what_hangs_on_it() -> None:
    link = Link("photo", "death", "after", 1, 14, "claim 8", MEETING)
    first, second = (constrained({"death": _death(day)}, [link]) for day in (13, 20))
    assert isinstance(first, dict) and isinstance(second, dict)
    assert first["photo"].begin == (date(2016, 5, 14), date(2016, 5, 27))
    assert second["photo"].begin == (date(2016, 5, 21), date(2016, 6, 3))


def test_an_event_during_another_does_not_shorten_it() -> None:
    battle = When((date(2016, 3, 1), date(2016, 3, 1)), (date(2016, 4, 30), date(2016, 4, 30)))
    visit = When.between(date(2016, 4, 1), None)
    solved = constrained(
        {"battle": battle, "visit": visit}, [Link("visit", "battle", "during", 0, 0, "c", MEETING)]
    )
    assert isinstance(solved, dict)
    assert solved["battle"] == battle
    assert (solved["visit"].earliest, solved["visit"].latest) == (date(2016, 4, 1), date(2016, 4, 30))


def test_claims_that_contradict_each_other_come_back_by_name() -> None:
    after = Link("visit", "death", "after", 1, None, "claim 1", MEETING)
    before = Link("visit", "death", "before", 1, None, "claim 2", MEETING)
    solved = constrained({"death": _death(13), "birth": _death(1)}, [after, before])
    assert isinstance(solved, Clash)
    assert {"claim 1", "claim 2"} <= set(solved.names)
    assert "birth" not in solved.names
