"""Let the product read gold documents, and keep what it said in the scorers' own formats."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wherewhen.evaluation import mentions, pairs, places, sightings, times
from wherewhen.evaluation.material import Given, Row, given
from wherewhen.evaluation.score import Score
from wherewhen.model.errors import OutputError, WherewhenError

Spans = list[dict[str, Any]]
Progress = Callable[[str, float], None]
TASKS = ("sightings", "pairs", "times", "places", "places-given", "mentions")


@dataclass(frozen=True, slots=True)
class Product:
    """The product as the evaluation sees it; None is a part that is not there and is not measured.

    read_case      a case to the output contract
    find_times     rows with ``start, end, type, value``
    find_places    rows with ``start, end, lat, lon`` (no position: null)
    place_given    the same for the spans that are given as (start, end)
    find_mentions  rows with ``start, end, type``
    """

    read_case: Callable[[Given], Mapping[str, Any]] | None = None
    find_times: Callable[[Given], Sequence[Row]] | None = None
    find_places: Callable[[Given], Sequence[Row]] | None = None
    place_given: Callable[[Given, Sequence[tuple[int, int]]], Sequence[Row]] | None = None
    find_mentions: Callable[[Given], Sequence[Row]] | None = None

    def answers(self, task: str) -> Callable[[Row], Any] | None:
        """What the product says to one gold row of a task, or None where it cannot."""
        if task == "places-given":
            place = self.place_given
            return None if place is None else lambda row: place(given(row), _gold_spans(row))
        if task == pairs.TASK:
            read = self.read_case
            return None if read is None else lambda row: [read(twin) for twin in pairs.twins(row)]
        parts: dict[str, Callable[[Given], Any] | None] = {
            "sightings": self.read_case,
            "times": self.find_times,
            "places": self.find_places,
            "mentions": self.find_mentions,
        }
        part = parts[task]
        return None if part is None else lambda row: part(given(row))


@dataclass(frozen=True, slots=True)
class Run:
    """What the product answered, by document id, how long it took, and where it failed."""

    answers: Mapping[str, Any]
    seconds: float
    failed: tuple[str, ...]


def _gold_spans(row: Row) -> list[tuple[int, int]]:
    return [(a["start"], a["end"]) for a in row["annotations"]]


def run(task: str, gold: Sequence[Row], answer: Callable[[Row], Any], tell: Callable[[float], None]) -> Run:
    """Ask for every document. One that fails with a coded error is an empty answer, and is listed."""
    answers: dict[str, Any] = {}
    failed: list[str] = []
    began = time.perf_counter()
    for number, row in enumerate(gold):
        try:
            answers[row["id"]] = answer(row)
        except WherewhenError as error:
            answers[row["id"]] = {"sightings": {}, "pairs": [{}, {}]}.get(task, [])
            failed.append(f"{row['id']}: {error.sentence()}")
        tell((number + 1) / len(gold))
    return Run(answers, time.perf_counter() - began, tuple(failed))


def scored(task: str, name: str, gold: Sequence[Row], answers: Mapping[str, Any]) -> tuple[Score, ...]:
    """The scores of one task on one gold set; place sets with literal types give a second one."""
    if task == "sightings":
        return sightings.score(gold, answers)
    if task == pairs.TASK:
        return (pairs.score(gold, answers, name),)
    if task == "times":
        return (times.score(gold, answers, name),)
    if task == "mentions":
        return (mentions.score(gold, answers, name),)
    whole = places.score(gold, answers, name, task=task)
    if not any(a.get("type") in places.LITERAL for row in gold for a in row["annotations"]):
        return (whole,)
    return whole, places.score(gold, answers, f"{name} literal", places.LITERAL, task=task)


def write(task: str, gold: Sequence[Row], answers: Mapping[str, Any], path: Path) -> None:
    """Predictions as the scorers read them: a folder of cases, else one JSONL file.

    Raises OutputError.
    """
    try:
        if task == "sightings":
            for row in gold:
                _put(path / f"{row['id']}.json", json.dumps(answers[row["id"]], ensure_ascii=False, indent=1))
        else:
            key = {"times": "timexes", "mentions": "entities"}.get(task, "predictions")
            rows = ({"id": row["id"], key: list(answers[row["id"]])} for row in gold)
            _put(path, "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows))
    except OSError as error:
        raise OutputError(path, str(error)) from None


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(path.name + ".part")
    unfinished.write_text(text, "utf-8")
    unfinished.replace(path)
