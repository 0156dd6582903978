"""The product's scorers give the figures of the reference scorers, to the third digit.

The reference scripts run as programs of their own. Predictions are the gold with faults that a fixed
seed puts into it, so that every rule has something to decide.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from wherewhen.evaluation import places, sightings, times
from wherewhen.evaluation.material import given, gold_rows
from wherewhen.evaluation.score import Score
from wherewhen.measuring import read_case

from .conftest import put

pytestmark = pytest.mark.shared
Row = Mapping[str, Any]
FOREIGN = Path(__file__).parents[1] / "claims" / "foreign"


def reference(script: Path, *arguments: str | Path) -> Any:
    command = [sys.executable, str(script), *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.strip().splitlines()[-1])


def agrees(score: Score, expected: Mapping[str, float | None], names: Mapping[str, str]) -> None:
    for ours, theirs in names.items():
        value, other = score[ours], expected[theirs]
        missing = value is None or other is None or other != other
        assert (
            (value is None and (other is None or other != other)) if missing else abs(value - other) < 5e-4
        ), ours


def shaken_times(rows: Sequence[Row], seed: int) -> dict[str, list[dict[str, Any]]]:
    dice = random.Random(seed)
    out: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        spans: list[dict[str, Any]] = []
        for timex in row["timexes"]:
            span = dict(timex)
            fault = dice.random()
            if fault < 0.15:
                continue
            if fault < 0.35:
                span["start"] = max(0, span["start"] - dice.randrange(12))
                span["end"] = min(len(row["text"]), span["end"] + dice.randrange(12))
            if fault > 0.8:
                span["value"] = dice.choice(
                    ["1916-XX-XX", "P12M", "P1Y", "PAST_REF", "1916-05-03T10", "1916-05-03", ""]
                )
            if fault > 0.9:
                span["type"] = "DURATION"
            spans.append(span)
        start = dice.randrange(max(1, len(row["text"]) - 10))
        spans.append({"start": start, "end": start + 8, "type": "DATE", "value": "1999-01-01"})
        out[row["id"]] = spans
    return out


@pytest.mark.parametrize("corpus", ["wikiwars", "meantime_en"])
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("dates_only", [False, True])
def test_times_agree(shared: Path, tmp_path: Path, corpus: str, seed: int, dates_only: bool) -> None:
    gold = shared / "corpora" / corpus / "dev.jsonl"
    rows = gold_rows(gold)
    predictions = shaken_times(rows, seed)
    predicted = put(tmp_path / "p.jsonl", ({"id": i, "timexes": t} for i, t in predictions.items()))
    extra = ["--dates-only"] if dates_only else []
    expected = reference(shared / "evaluation" / "eval_time.py", gold, predicted, *extra)
    score = times.score(rows, predictions, types=("DATE", "TIME") if dates_only else None)
    assert (score.gold, score.predicted) == (expected["gold"], expected["pred"])
    flat = {
        f"{key} F1": expected[key]["f1"] for key in ("strict", "relaxed", "type", "value", "valuel", "day")
    }
    agrees(score, flat, {name: name.replace("value lenient", "valuel") for name, _ in score.figures[:6]})
    assert abs((score["value accuracy"] or 0) - expected["value_accuracy"]) < 5e-4


def shaken_places(rows: Sequence[Row], seed: int) -> dict[str, list[dict[str, Any]]]:
    dice = random.Random(seed)
    out: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        spans: list[dict[str, Any]] = []
        for place in row["annotations"]:
            fault = dice.random()
            span = {key: place[key] for key in ("start", "end", "lat", "lon")}
            if fault < 0.15:
                continue
            if fault < 0.4:
                span["start"] = max(0, span["start"] - dice.randrange(15))
                span["end"] += dice.randrange(15)
            if fault > 0.6 and span["lat"] is not None:
                span["lat"] = max(-90.0, min(90.0, span["lat"] + dice.gauss(0, 2)))
            if fault > 0.9:
                span["lat"] = None
            if fault > 0.95:
                span["lat"], span["lon"] = 10.0, 20.0
            spans.append(span)
        spans += [{"start": at, "end": at + 6, "lat": 0.0, "lon": 0.0} for at in dice.sample(range(400), 3)]
        out[row["id"]] = spans
    return out


@pytest.mark.parametrize("corpus", ["lgl", "trnews", "geovirus", "geowebnews", "wotr"])
@pytest.mark.parametrize("mode", ["all", "geo-only", "literal"])
def test_places_agree(shared: Path, tmp_path: Path, corpus: str, mode: str) -> None:
    gold = shared / "corpora" / corpus / "dev.jsonl"
    rows = gold_rows(gold)
    predictions = shaken_places(rows, seed=3)
    predicted = put(tmp_path / "p.jsonl", ({"id": i, "predictions": s} for i, s in predictions.items()))
    extra = {"all": [], "geo-only": ["--geo-only"], "literal": ["--gold-types", ",".join(places.LITERAL)]}[
        mode
    ]
    expected = reference(shared / "evaluation" / "eval_geo.py", gold, predicted, *extra)
    types = places.LITERAL if mode == "literal" else None
    score = places.score(rows, predictions, types=types, with_position_only=mode == "geo-only")
    assert (score.gold, score.predicted) == (expected["gold"], expected["pred"])
    names = {
        "exact F1": "ex_f1",
        "overlap P": "ov_p",
        "overlap R": "ov_r",
        "overlap F1": "ov_f1",
        "acc@161": "acc",
        "acc@161 placed": "acc_placed",
        "mean km": "mean_km",
        "median km": "median_km",
        "AUC": "auc",
        "end-to-end P": "e2e_p",
        "end-to-end R": "e2e_r",
        "end-to-end F1": "e2e_f1",
    }
    agrees(score, expected, names)


def shaken_case(case: Row, dice: random.Random) -> dict[str, Any]:
    out: list[dict[str, Any]] = []
    passages = [
        *case["sightings"],
        *({**dict(case["sightings"][0]), **n} for n in case.get("non_sightings") or []),
    ]
    for gold in passages:
        if dice.random() < 0.2:
            continue
        quote = dice.choice([gold["quote"], *(gold.get("other_mentions") or [])])
        start = case["text"].find(quote)
        cut = dice.randrange(max(1, len(quote) // 2)) if dice.random() < 0.4 else 0
        lat, lon = gold.get("lat"), gold.get("lon")
        if lat is not None and dice.random() < 0.3:
            lat += dice.choice([0.05, 0.3, 3.0])
        if dice.random() < 0.1:
            lat = lon = None
        days = {key: gold.get(key) for key in ("earliest", "latest")}
        if dice.random() < 0.3:
            days[dice.choice(["earliest", "latest"])] = dice.choice(
                [None, "2015-07-20", "2016-05-13", "1999-01-01"]
            )
        companions = [c.split()[0] if dice.random() < 0.5 else c for c in gold.get("companions") or []]
        claim = {"start": start, "end": start + len(quote) - cut, "quote": quote[: len(quote) - cut]}
        if dice.random() < 0.1:
            claim["start"] += 3
        out.append(
            {
                "status": dice.choice(
                    [gold["status"], gold["status"], "asserted", "inferred", "planned", "denied"]
                ),
                "place": {
                    "surface": gold["place"].upper(),
                    "name": "",
                    "names": {},
                    "lat": lat,
                    "lon": lon,
                    "radius_km": dice.choice([None, 5, 50, 500]),
                },
                "time": days,
                "companions": dice.choice([companions, [{"name": name} for name in companions]]),
                "evidence": dice.choice([[gold["evidence"]], [], "photo"]),
                "attribution": [
                    {"name": name} for name in gold.get("attribution") or [] if dice.random() < 0.7
                ],
                "claims": [claim],
            }
        )
    return {"sightings": out}


def sightings_agree(shared: Path, gold: Path, predictions: Mapping[str, Row], folder: Path) -> None:
    for name, prediction in predictions.items():
        (folder / f"{name}.json").write_text(json.dumps(prediction, ensure_ascii=False), "utf-8")
    expected = reference(shared / "evaluation" / "eval_sightings.py", gold, folder)
    for score in sightings.score(gold_rows(gold), predictions):
        counts = expected[score.name]
        assert (score.documents, score.gold, score.predicted) == (
            counts["docs"],
            counts["gold"],
            counts["pred"],
        )
        figures = {
            "right F1": counts["right_f1"],
            "found F1": counts["found_f1"],
            "per document": counts["per_document"],
            **{
                key: counts[key] / counts["found"]
                for key in ("place", "time", "bounds", "status", "evidence")
            },
            "companions": counts["comp_hit"] / counts["comp_gold"],
            "attribution": counts["attr_hit"] / counts["attr_gold"],
            "told apart": counts["other_right"] / counts["other"],
            "taken as true": counts["other_as_true"] / counts["other"],
            "traps taken": counts["trapped"] / counts["traps"],
        }
        agrees(score, figures, {name: name for name in figures})


def gold_folder(shared: Path, name: str) -> Path:
    return FOREIGN if name == "foreign" else shared / name


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", ["cases", "foreign"])
def test_sightings_agree(shared: Path, tmp_path: Path, seed: int, name: str) -> None:
    dice = random.Random(seed)
    gold = gold_folder(shared, name)
    predictions = {c["id"]: shaken_case(c, dice) for c in gold_rows(gold) if dice.random() < 0.95}
    sightings_agree(shared, gold, predictions, tmp_path)


@pytest.mark.parametrize("name", ["cases", "foreign"])
def test_sightings_agree_on_what_the_product_says(shared: Path, tmp_path: Path, name: str) -> None:
    gold = gold_folder(shared, name)
    answers = {case["id"]: read_case(given(case)) for case in gold_rows(gold)}
    sightings_agree(shared, gold, answers, tmp_path)
