"""One board with every measurement of the product."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from wherewhen.evaluation import pairs
from wherewhen.evaluation.material import Row, corpora, gold_rows, pair_sets, shared_folder, task_of
from wherewhen.evaluation.predicting import TASKS, Product, Progress, run, scored, write
from wherewhen.evaluation.score import Score
from wherewhen.model.errors import BadOption

WIDTH = 200
FORMATS = ("table", "markdown", "json")
PRINTED = {
    "sightings": (
        "right F1", "right P", "right R", "per document", "found F1", "place", "time", "bounds", "status",
        "evidence", "companions", "attribution", "told apart", "taken as true", "traps taken",
    ),
    "pairs": ("pairs right", "twins right", *pairs.POINTS),
    "times": ("strict F1", "relaxed F1", "type F1", "value F1", "value lenient F1", "day F1",
              "value accuracy"),
    "places": ("exact F1", "overlap P", "overlap R", "overlap F1", "acc@161", "acc@161 placed", "coverage",
               "AUC", "end-to-end F1", "calibration error"),
    "places-given": ("acc@161", "acc@161 placed", "coverage", "mean km", "median km", "AUC",
                     "calibration error"),
    "mentions": ("exact P", "exact R", "exact F1", "overlap F1", "person F1", "organisation F1",
                 "place F1", "time F1"),
}  # fmt: skip
"""The figures of the board; the JSON form has them all."""


@dataclass(frozen=True, slots=True)
class Board:
    scores: tuple[Score, ...]

    def render(self, shape: str = "table") -> str:
        """As a table for the screen, as Markdown or as JSON; raises BadOption for another shape."""
        if shape == "json":
            return json.dumps([_plain(score) for score in self.scores], ensure_ascii=False, indent=1)
        if shape == "markdown":
            return "\n".join(self._markdown())
        if shape == "table":
            return "\n".join(self._tables())
        raise BadOption(f"--format {shape}", f"Use {', '.join(FORMATS)}")

    def _tasks(self) -> Iterator[tuple[str, list[Score]]]:
        for task, scores in groupby(self.scores, key=lambda score: score.task):
            yield task, list(scores)

    def _markdown(self) -> Iterator[str]:
        for task, scores in self._tasks():
            columns = _columns(task, scores)
            yield from (f"### {task}", "", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|")
            yield from (f"| {' | '.join(_cells(score, columns))} |" for score in scores)
            yield ""
            yield from _reliability(scores)
        yield from (f"- failed: {line}" for line in _failed(self.scores))

    def _tables(self) -> Iterator[str]:
        for task, scores in self._tasks():
            columns = _columns(task, scores)
            table = Table(title=task, title_justify="left", show_edge=False, pad_edge=False)
            for column in columns:
                table.add_column(column, justify="left" if column == "set" else "right", overflow="fold")
            for score in scores:
                table.add_row(*_cells(score, columns))
            yield _drawn(table)
            yield from _reliability(scores)
        yield from (f"failed: {line}" for line in _failed(self.scores))


def measured(
    product: Product,
    task: str | None = None,
    gold: Path | None = None,
    predictions: Path | None = None,
    shared: Path | None = None,
    progress: Progress = lambda step, share: None,
) -> Board:
    """Measure one task on one gold set, or everything in the shared folder that concerns it.

    predictions  where the answers are written: a folder for cases and for whole boards, else a file
    progress     called with the name of the step and the share of the whole that is done, 0..1
    Raises BadOption for an unknown task, a missing shared folder, or gold of another task.
    """
    if task is not None and task not in TASKS:
        raise BadOption(f"evaluate {task}", f"Use {', '.join(TASKS)}")
    work = list(_work(product, task, _sets(task, gold, shared)))
    if not work:
        raise BadOption(f"evaluate {task or ''} {gold or ''}".strip(), "This gold is for another task")
    scores: list[Score] = []
    for number, each in enumerate(work):

        def tell(share: float, step: str = f"{each.task}: {each.name}", done: int = number) -> None:
            progress(step, (done + share) / len(work))

        several = gold is None or len(work) > 1
        target = predictions / each.file if predictions is not None and several else predictions
        scores += _measured(each, target, tell)
    return Board(tuple(sorted(scores, key=lambda score: TASKS.index(score.task))))


def _sets(task: str | None, gold: Path | None, shared: Path | None) -> list[tuple[str, Path]]:
    if task == pairs.TASK:
        return pair_sets(gold)
    return [(gold.stem, gold)] if gold is not None else corpora(shared_folder(shared))


@dataclass(frozen=True, slots=True)
class Work:
    """One task on one gold set, with the part of the product that answers it."""

    task: str
    name: str
    rows: list[Row]
    answer: Callable[[Row], Any]

    @property
    def file(self) -> str:
        return self.task if self.task == "sightings" else f"{self.task}-{self.name.replace(' ', '-')}.jsonl"


def _work(product: Product, task: str | None, sets: Iterable[tuple[str, Path]]) -> Iterator[Work]:
    """All that is asked and that the product can answer."""
    for name, path in sets:
        rows = gold_rows(path)
        own = task_of(rows[0])
        for each in (own, "places-given") if own == "places" else (own,):
            answer = product.answers(each) if each is not None and task in (None, each) else None
            if each is not None and answer is not None:
                yield Work(each, name, rows, answer)


def _measured(work: Work, target: Path | None, tell: Callable[[float], None]) -> list[Score]:
    done = run(work.task, work.rows, work.answer, tell)
    if target is not None:
        write(work.task, work.rows, done.answers, target)
    whole, *parts = scored(work.task, work.name, work.rows, done.answers)
    return [replace(whole, seconds=done.seconds, failed=done.failed), *parts]


def _reliability(scores: Sequence[Score]) -> Iterator[str]:
    """How sure the answers were against how often they were right, one line a set."""
    told = [score for score in scores if score.bands]
    if told:
        yield "Of answers with a confidence from ... the share that is right (how many):"
        for score in told:
            bands = "  ".join(f"{band.least:.1f} {band.right:.2f} ({band.answers})" for band in score.bands)
            yield f"- {score.name}: {bands}"
        yield ""


def _plain(score: Score) -> dict[str, object]:
    return {**asdict(score), "figures": dict(score.figures)}


def _columns(task: str, scores: Sequence[Score]) -> list[str]:
    present = {name for score in scores for name, _ in score.figures}
    return ["set", "documents", "gold", "predicted", *(n for n in PRINTED[task] if n in present), "kchar/s"]


def _cells(score: Score, columns: Sequence[str]) -> list[str]:
    known: dict[str, str] = {
        "set": score.name,
        "documents": str(score.documents),
        "gold": str(score.gold),
        "predicted": str(score.predicted),
        "kchar/s": f"{score.characters / score.seconds / 1000:.0f}" if score.seconds else "",
    }
    figures = {name: _number(name, value) for name, value in score.figures}
    return [known.get(column, figures.get(column, "")) for column in columns]


def _number(name: str, value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:.0f}" if name.endswith(" km") else f"{value:.3f}"


def _failed(scores: Iterable[Score]) -> Iterator[str]:
    return (line for score in scores for line in score.failed)


def _drawn(table: Table) -> str:
    out = io.StringIO()
    Console(file=out, width=WIDTH, highlight=False).print(table)
    return out.getvalue()
