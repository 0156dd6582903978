"""A scripted review: the steps that the rings repeat while the disk fails."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

from tests.casefile.conftest import BERG, ROBOT, claim, document

from wherewhen.casefile import Casefile
from wherewhen.casefile.entry import Entry
from wherewhen.model.document import Document
from wherewhen.model.judgement import Amendment, Illustrated, Joined, Judged, Noted, Role, Roles, Verdict

Step = Callable[[Casefile], Entry]
TEXTS = tuple(
    f"Report {number}. Anna Berg was in Rome on {number % 27 + 1} May 2019. She met Carla Dorn in Vienna. "
    f"{'Nothing else was seen that day. ' * (number % 5 * 40)}End."
    for number in range(60)
)
DOCUMENTS: tuple[Document, ...] = tuple(document(text, title=f"Report {n}") for n, text in enumerate(TEXTS))


def begun(folder: Path) -> None:
    """A case with one report in it, read."""
    with Casefile.create(folder, BERG, "Mona") as case:
        collect(0)(case)
        read(0)(case)


def collect(number: int) -> Step:
    text = TEXTS[number].encode()
    return lambda case: case.collect(text, f"report-{number}.txt", "a stick", "Mona", media="text/plain")


def read(number: int) -> Step:
    made = DOCUMENTS[number]
    claims = [claim(made, "in Rome"), claim(made, "in Vienna", "Vienna")]
    return lambda case: case.read(made, claims, ROBOT, "Mona")


def decide(dice: random.Random) -> Step:
    """A decision about one of the claims that stand, drawn by a seed of its own: it can be repeated."""
    seed = dice.random()

    def step(case: Casefile) -> Entry:
        own = random.Random(seed)
        a, b = own.sample(sorted(case.state.claims), 2)
        verdict = own.choice([Verdict.ACCEPT, Verdict.REJECT, Verdict.PROTECT, Verdict.UNPROTECT])
        act = own.choice(
            [
                Judged(a, verdict),
                Judged(a, verdict),
                Judged(a, Verdict.AMEND, Amendment(activity="a visit " * own.randint(1, 700))),
                Joined((a, b)),
                Illustrated(a, DOCUMENTS[0].id),
                Roles("Carla Dorn", own.choice(list(Role))),
                Noted("ask the Herald", about=a),
            ]
        )
        return case.record(act, "Mona", "because")

    return step


def undo_last(case: Casefile) -> Entry:
    """Take back the newest decision."""
    kinds = ("judged", "joined", "roles", "noted", "illustrated", "undone")
    number = next(e.number for e in reversed(case.history()) if e.kind in kinds)
    return case.undo(number, "Mona")


def steps(count: int, seed: int = 1) -> list[Step]:
    """A review of ``count`` steps: reports come in, are read, decided on; some decisions are taken back."""
    dice, made, report = random.Random(seed), [], 1
    while len(made) < count:
        if len(made) % 10 == 4 and report < len(TEXTS):
            made += [collect(report), read(report)]
            report += 1
        made.append(decide(dice))
        if len(made) % 9 == 7:
            made.append(undo_last)
    return made[:count]
