"""The long runs behind docs/times.md: ``python -m tests.times.rings [--intervals N] [--networks N]``.

A million random pairs of bounds against counting days, and a hundred thousand random networks against brute
force. Every disagreement is printed; exit status 1 where there is one.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from tests.times.test_network import agrees, random_edges

from wherewhen.model.when import Grain, When
from wherewhen.times import hull, narrow, overlaps, possibly_before, surely_before

START = date(2016, 5, 1)
WINDOW = range(-3, 16)
"""Days around START that are counted; an open side reaches to the end of them."""


def stretch(rng: random.Random) -> When:
    low, high = sorted(rng.choices(range(13), k=2))
    open_low, open_high = rng.random() < 0.15, rng.random() < 0.15
    return When.between(None if open_low else _day(low), None if open_high else _day(high), Grain.DAY)


def counted(when: When) -> frozenset[int]:
    low, high = when.earliest or date.min, when.latest or date.max
    return frozenset(number for number in WINDOW if low <= _day(number) <= high)


def interval_agrees(rng: random.Random) -> bool:
    a, b = stretch(rng), stretch(rng)
    these, those = counted(a), counted(b)
    both, around = narrow(a, b), counted(hull(a, b))
    return (
        overlaps(a, b) == bool(these & those)
        and surely_before(a, b) == (max(these) < min(those))
        and possibly_before(a, b) == (min(these) < max(those))
        and (counted(both) if both else frozenset()) == these & those
        and around == frozenset(range(min(these | those), max(these | those) + 1))
    )


def network_agrees(rng: random.Random) -> bool:
    return agrees(random_edges(rng))


def disagreements(what: str, count: int, agree: Callable[[random.Random], bool], seed: int) -> int:
    began, wrong = time.perf_counter(), []
    for number in range(count):
        if not agree(random.Random(f"{seed} {number}")):
            wrong.append(number)
    print(f"{count:>9,} {what}: {len(wrong)} disagreements, {time.perf_counter() - began:.0f} s {wrong[:5]}")
    return len(wrong)


def _day(number: int) -> date:
    return START + timedelta(days=number)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--intervals", type=int, default=1_000_000)
    options.add_argument("--networks", type=int, default=100_000)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    wrong = disagreements("pairs of bounds", given.intervals, interval_agrees, given.seed)
    wrong += disagreements("networks", given.networks, network_agrees, given.seed)
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
