"""The queue follows the journal step by step; counted afresh it must come to the same."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from wherewhen.casefile import Casefile
from wherewhen.model.errors import ActRefused
from wherewhen.model.judgement import Joined, Judged, Noted, Verdict
from wherewhen.workbench.queue import Queue, Show

from .conftest import ENGLISH, document, read_into

VERDICTS = [verdict for verdict in Verdict if verdict is not Verdict.AMEND]


def acts(case: Casefile, dice: random.Random) -> Iterator[None]:
    made = document(ENGLISH)
    for _ in range(40):
        claims = [held.id for held in case.state.claims.values() if held.stands]
        match dice.randrange(8):
            case 0:
                words = dice.sample(
                    [("in Rome on 3 May 2019", "Rome", 0.9), ("in Vienna", "Vienna", 0.4)], dice.randint(1, 2)
                )
                read_into(case, made, *words)
            case 1 | 2:
                try:
                    case.undo(dice.randint(2, case.state.number), "Mona")
                except ActRefused:
                    continue
            case 3 if len(claims) > 1:
                case.record(Joined(tuple(dice.sample(claims, 2))), "Mona")
            case 4:
                case.record(Noted("a note"), "Mona")
            case _ if claims:
                case.record(Judged(dice.choice(claims), dice.choice(VERDICTS)), "Mona")
        yield


@pytest.mark.parametrize("seed", range(6))
def test_following_comes_to_the_same_as_counting_afresh(case: Casefile, seed: int) -> None:
    followed = Queue(case)
    for _ in acts(case, random.Random(seed)):
        afresh, state = Queue(case), case.state
        assert followed.tally(state) == afresh.tally(state)
        for show in Show:
            listed = followed.listed(state, show)
            assert listed == afresh.listed(state, show)
            assert set(listed) == {held.id for held in state.claims.values() if show.has(held)}
