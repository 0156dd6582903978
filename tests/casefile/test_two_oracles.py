"""The fold that keeps up with the journal agrees with one that begins anew without what was taken back."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from tests.casefile.conftest import BERG, ENGLISH, ROBOT, claim, document

from wherewhen.casefile import Casefile, Entry, State
from wherewhen.casefile.effects import SHELVES, effects
from wherewhen.model.errors import ActRefused
from wherewhen.model.judgement import (
    Amendment,
    Illustrated,
    Joined,
    Judged,
    Noted,
    Parted,
    Role,
    Roles,
    Undone,
    Verdict,
)

MADE = document(ENGLISH)
PASSAGES = ("in Rome", "on 3 May 2019", "in Vienna", "met Carla Dorn")


def plainly(entries: Sequence[Entry]) -> dict[str, dict[str, Any]]:
    """The slow fold: an entry counts unless an entry that counts takes it back."""
    undone: set[int] = set()
    for entry in reversed(entries):
        if isinstance(entry.act, Undone) and entry.number not in undone:
            undone.add(entry.act.number)
    shelves: dict[str, dict[str, Any]] = {shelf: {} for shelf in SHELVES}
    for entry in entries:
        if entry.number in undone or entry.act is None:
            continue
        for shelf, key, record in list(effects(entry.number, entry.act, lambda s, k: shelves[s].get(k))):
            shelves[shelf][key] = record
    return {
        shelf: {key: record for key, record in kept.items() if record is not None}
        for shelf, kept in shelves.items()
    }


def fast(state: State) -> dict[str, dict[str, Any]]:
    names = (shelf for shelf in SHELVES if shelf != "settings")
    return {shelf: dict(getattr(state, shelf)) for shelf in names}


def act_at_random(case: Casefile, dice: random.Random) -> None:
    a, b = dice.sample([claim(MADE, words).id for words in PASSAGES], 2)
    made = dice.choice(
        [
            Judged(a, dice.choice([Verdict.ACCEPT, Verdict.REJECT, Verdict.PROTECT, Verdict.UNPROTECT])),
            Judged(a, Verdict.AMEND, Amendment(activity=f"visit {dice.random():.3f}")),
            Joined((a, b)),
            Parted((a, b)),
            Roles(dice.choice(["Carla Dorn", "Sami"]), dice.choice(list(Role))),
            Illustrated(a, dice.choice([MADE.id, None])),
            Noted("a remark", about=a),
            Undone(dice.randint(2, case.state.number)),
            Undone(dice.randint(2, case.state.number)),
            None,
        ]
    )
    if made is None:
        passages = dice.sample(PASSAGES, 3)
        case.read(MADE, [claim(MADE, words) for words in passages], ROBOT, "Mona")
    else:
        case.record(made, "Mona")


@pytest.mark.parametrize("seed", range(6))
def test_live_fresh_and_slow_folds_agree(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    with Casefile.create(tmp_path / "case", BERG, "Mona") as case:
        case.collect(ENGLISH.encode(), "report.txt", "a stick", "Mona", media="text/plain")
        case.read(MADE, [claim(MADE, words) for words in PASSAGES], ROBOT, "Mona")
        for _ in range(60):
            try:
                act_at_random(case, dice)
            except ActRefused:
                continue
            expected = plainly(list(case.history()))
            expected.pop("settings")
            assert fast(case.state) == expected
        with Casefile.open(case.folder) as again:
            assert again.state == case.state
            assert list(again.state.claims) == list(case.state.claims)
