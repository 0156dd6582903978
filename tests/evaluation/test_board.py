"""One board over all gold sets; predictions are kept as the scorers read them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from wherewhen.evaluation import Board, Given, Product, measured
from wherewhen.evaluation.material import gold_rows, shared_folder
from wherewhen.model.errors import BadOption, EmptyDocument, OutputError, UnreadableFile

from .conftest import put
from .test_scores import CASE, DATED, MAPPED, NAMED, predicted

PERFECT = Product(
    read_case=lambda case: {"sightings": [predicted("He was in Aleppo on 3 May 2016")]},
    find_times=lambda document: [{"start": 12, "end": 22, "type": "DATE", "value": "2016-05-03"}],
    find_places=lambda document: [{"start": 0, "end": 12, "lat": 33.66, "lon": -95.55}],
    place_given=lambda document, spans: [
        {"start": s, "end": e, "lat": 33.66, "lon": -95.55} for s, e in spans
    ],
    find_mentions=lambda document: [{"start": 5, "end": 8, "type": "person"}],
)


@pytest.fixture
def material(tmp_path: Path) -> Path:
    """A shared folder in small: one case, and one document for each other task."""
    folder = tmp_path / "shared"
    (folder / "cases").mkdir(parents=True)
    (folder / "cases" / "a.json").write_text(json.dumps(CASE), "utf-8")
    (folder / "cases" / "notes.json").write_text("{}", "utf-8")
    rows = {"wars": DATED, "towns": MAPPED, "names": NAMED, "triplets": {"id": "x", "triplets": []}}
    for name, row in rows.items():
        (folder / "corpora" / name).mkdir(parents=True)
        put(folder / "corpora" / name / "dev.jsonl", [row])
    return folder


def test_the_board_measures_everything_that_the_product_can_answer(material: Path) -> None:
    board = measured(PERFECT, shared=material)
    assert [(s.task, s.name) for s in board.scores] == [
        ("sightings", "all"),
        ("sightings", "en"),
        ("times", "wars"),
        ("places", "towns"),
        ("places", "towns literal"),
        ("places-given", "towns"),
        ("places-given", "towns literal"),
        ("mentions", "names"),
    ]


def test_a_part_that_is_not_there_is_not_measured(material: Path) -> None:
    board = measured(Product(find_times=PERFECT.find_times), shared=material)
    assert [s.task for s in board.scores] == ["times"]


def test_one_task_on_one_file(material: Path) -> None:
    board = measured(PERFECT, "times", material / "corpora" / "wars" / "dev.jsonl")
    assert [s["relaxed P"] for s in board.scores] == [1.0]


@pytest.mark.parametrize("shape", ["table", "markdown", "json"])
def test_every_form_of_the_board_has_every_set(material: Path, shape: str) -> None:
    printed = measured(PERFECT, shared=material).render(shape)
    for name in ("wars", "towns", "names", "sightings", "places-given"):
        assert name in printed


def test_the_json_board_has_every_figure(material: Path) -> None:
    rows = json.loads(measured(PERFECT, "sightings", shared=material).render("json"))
    assert rows[0]["figures"]["right F1"] == 1.0
    assert rows[0]["figures"]["companions"] == 1.0
    assert rows[0]["seconds"] > 0


def test_predictions_of_a_whole_board_are_kept_in_a_folder(material: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    measured(PERFECT, predictions=out, shared=material)
    kept = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert kept == [
        "mentions-names.jsonl",
        "places-given-towns.jsonl",
        "places-towns.jsonl",
        "sightings/a.json",
        "times-wars.jsonl",
    ]
    assert json.loads((out / "times-wars.jsonl").read_text())["timexes"][0]["value"] == "2016-05-03"
    assert json.loads((out / "places-towns.jsonl").read_text())["predictions"][0]["lat"] == 33.66


def test_predictions_of_one_file_are_kept_in_one_file(material: Path, tmp_path: Path) -> None:
    out = tmp_path / "p.jsonl"
    measured(PERFECT, "places", material / "corpora" / "towns" / "dev.jsonl", out)
    assert json.loads(out.read_text())["id"] == "p"


def test_the_product_is_never_shown_the_answers(material: Path) -> None:
    seen: list[Given] = []

    def watch(document: Given) -> Sequence[dict[str, Any]]:
        seen.append(document)
        return []

    measured(Product(find_times=watch, find_places=watch, find_mentions=watch), shared=material)
    assert {field.name for field in fields(Given)} == {
        "id",
        "text",
        "language",
        "published",
        "publisher",
        "title",
        "url",
        "subject",
    }
    assert len(seen) == 3


def test_a_document_that_fails_is_listed_and_counts_as_empty(material: Path) -> None:
    def fail(document: Given) -> Sequence[dict[str, Any]]:
        raise EmptyDocument(document.id)

    (score,) = measured(Product(find_times=fail), shared=material).scores
    assert score.predicted == 0
    assert "W202" in score.failed[0]
    assert "W202" in Board((score,)).render("table")


def test_progress_rises_to_one(material: Path) -> None:
    steps: list[tuple[str, float]] = []
    measured(PERFECT, shared=material, progress=lambda step, share: steps.append((step, share)))
    shares = [share for _, share in steps]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize(("task", "gold"), [("colours", None), ("times", "corpora/towns/dev.jsonl")])
def test_an_unknown_task_and_gold_of_another_task_are_usage_errors(
    material: Path, task: str, gold: str | None
) -> None:
    with pytest.raises(BadOption):
        measured(PERFECT, task, material / gold if gold else None, shared=material)


def test_a_missing_shared_folder_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="--shared"):
        shared_folder(tmp_path)


def test_the_shared_folder_may_be_named_by_the_environment(
    material: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHEREWHEN_SHARED", str(material))
    assert shared_folder(None) == material


def test_an_unknown_form_is_a_usage_error() -> None:
    with pytest.raises(BadOption):
        Board(()).render("pdf")


@pytest.mark.parametrize("content", ["", "{", "plain words\n", '{"id": "x"}\n', b"\xff\xfe\x00"])
def test_a_file_without_gold_is_refused(tmp_path: Path, content: str | bytes) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(UnreadableFile):
        gold_rows(path)


def test_predictions_that_cannot_be_written_are_an_output_error(material: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError):
        measured(PERFECT, "times", material / "corpora" / "wars" / "dev.jsonl", tmp_path / "file" / "p.jsonl")


def test_tokens_with_tags_are_read_as_spans(tmp_path: Path) -> None:
    path = tmp_path / "arabic.bio"
    path.write_text("قابل O\nزيد B-PER\nحداد I-PER\nفي O\nحلب B-LOC\n. O\n\nثم O\nدمشق I-LOC\n", "utf-8")
    (row,) = gold_rows(path)
    assert row["text"] == "قابل زيد حداد في حلب .\nثم دمشق"
    assert [(e["text"], e["type"]) for e in row["entities"]] == [
        ("زيد حداد", "PER"),
        ("حلب", "LOC"),
        ("دمشق", "LOC"),
    ]
