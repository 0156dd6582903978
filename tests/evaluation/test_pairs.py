"""When a minimal pair is read right: both twins, each with all that is asked of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from wherewhen.evaluation import Given, Product, measured, pairs
from wherewhen.model.errors import BadOption

from .conftest import put


def sighting(place: str = "Rome", **more: Any) -> dict[str, Any]:
    return {"place": {"surface": place, "name": place}, "status": "asserted", "time": {}} | more


def row(there: list[dict[str, Any]], not_there: tuple[str, ...] = ()) -> dict[str, Any]:
    first = {"text": "Berg was in Rome.", "there": there, "not_there": []}
    second = {"text": "Berg wrote to Rome.", "there": [], "not_there": not_there}
    return {"id": "en-1-01", "point": 1, "subject": "Berg", "published": None, "twins": [first, second]}


PAIR = row([{"place": "Rome"}], ("Rome",))


def told(told: dict[str, Any], *sightings: dict[str, Any]) -> bool:
    return pairs.right(row([{"place": "Rome"} | told]), [{"sightings": list(sightings)}, {}])[0]


def test_a_pair_is_right_only_if_both_twins_are() -> None:
    seen, none = {"sightings": [sighting()]}, {"sightings": []}
    assert pairs.right(PAIR, [seen, none]) == (True, True)
    assert pairs.right(PAIR, [seen, seen]) == (True, False)
    assert pairs.right(PAIR, [none, none]) == (False, True)
    score = pairs.score([PAIR], {"en-1-01": [seen, seen]}, "en")
    assert (score["pairs right"], score["twins right"], score["whose"], score["status"]) == (0, 0.5, 0, None)


@pytest.mark.parametrize(
    ("asked", "answer", "right"),
    [
        ({}, sighting("the market of Rome"), True),
        ({}, sighting("Oslo"), False),
        ({}, sighting(status="planned"), False),
        ({"status": ["planned"]}, sighting(status="planned"), True),
        ({"earliest": "2001-02-03"}, sighting(time={"earliest": "2001-02-03"}), True),
        ({"earliest": "2001-02-03"}, sighting(), False),
        ({"evidence": ["photo", "video"]}, sighting(evidence=["video"]), True),
        ({"evidence": ["unattributed"]}, sighting(evidence=["video"]), False),
        ({"companions": ["Ada Byrne"]}, sighting(companions=["Byrne", "Lund"]), True),
        ({"not_companions": ["Lund"]}, sighting(companions=["Byrne", "Lund"]), False),
        ({"sources": [{"name": "the mayor"}]}, sighting(attribution=[{"name": "The mayor"}]), True),
        ({"sources": [{"name": "AFP", "kind": "agency"}]}, sighting(attribution=[{"name": "AFP"}]), False),
        ({"not_sources": ["AFP"]}, sighting(attribution=[{"name": "AFP"}]), False),
        ({"activity": "sang"}, sighting(activity="She sang there"), True),
        ({"activity": "sang"}, sighting(), False),
    ],
)
def test_everything_that_a_pair_asks_must_be_met(
    asked: dict[str, Any], answer: dict[str, Any], right: bool
) -> None:
    assert told(asked, answer) is right


def test_two_presences_need_two_sightings() -> None:
    twice = row([{"place": "Rome"}, {"place": "Rome"}])
    assert pairs.right(twice, [{"sightings": [sighting()]}, {}])[0] is False
    assert pairs.right(twice, [{"sightings": [sighting(), sighting()]}, {}])[0] is True


def test_the_board_reads_every_language_and_half_and_shows_the_product_no_answers(tmp_path: Path) -> None:
    seen: list[Given] = []

    def read(document: Given) -> dict[str, Any]:
        seen.append(document)
        return {"sightings": [sighting()]}

    for language in ("en", "ar"):
        (tmp_path / language).mkdir()
        put(tmp_path / language / "open.jsonl", [PAIR])
    out = tmp_path / "out"
    board = measured(Product(read_case=read), "pairs", tmp_path, out)
    assert [(s.name, s["pairs right"]) for s in board.scores] == [("en open", 0.0), ("ar open", 0.0)]
    assert [d.text for d in seen[:2]] == ["Berg was in Rome.", "Berg wrote to Rome."]
    kept = json.loads((out / "pairs-en-open.jsonl").read_text("utf-8"))
    assert len(kept["predictions"]) == 2


def test_a_folder_without_pairs_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadOption):
        measured(Product(read_case=lambda d: {}), "pairs", tmp_path)
