"""How the command line speaks: progress, messages, tables, whole files."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from types import TracebackType
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from wherewhen.languages import sentence
from wherewhen.model.errors import OutputError
from wherewhen.model.reason import Reason

PATIENCE = 0.8
"""Seconds after which a bar is shown."""


class Format(StrEnum):
    JSON = "json"
    TABLE = "table"
    CSV = "csv"


def say(message: str) -> None:
    """A line for the person at the screen; results alone go to standard output."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(message, markup=False)


def warn(message: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(message, style="red", markup=False)


class Steps:
    """A progress bar that appears only where the work takes longer than a moment."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bar: Progress | None = None
        self._began = time.monotonic()

    def __enter__(self) -> Steps:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, step: str, share: float) -> None:
        """``share`` of the whole that is done, 0..1."""
        if self._bar is None:
            if time.monotonic() - self._began < PATIENCE:
                return
            columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
            self._bar = Progress(*columns, console=self._console, transient=True)
            self._bar.start()
            self._bar.add_task("", total=1.0)
        self._bar.update(self._bar.task_ids[0], description=step[:50], completed=share)


def listing(rows: Sequence[dict[str, Any]], columns: Sequence[str], language: str, shape: Format) -> str:
    """Rows as JSON, as CSV, or as a table for the screen with a sentence for the reasons."""
    if shape is Format.JSON:
        return json.dumps(rows, ensure_ascii=False, indent=1)
    if shape is Format.CSV:
        return _csv(rows, columns)
    return _table(rows, columns, language)


def _csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text[:1] in "=+-@\t\r" and text else text


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str], language: str) -> str:
    table = Table(show_edge=False, pad_edge=False)
    for column in (*columns, "why"):
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(_cell(row.get(c)) for c in columns), _why(row.get("reasons") or [], language))
    console = Console(file=io.StringIO(), width=_width(), highlight=False)
    console.print(table)
    printed = console.file
    assert isinstance(printed, io.StringIO)
    return printed.getvalue().rstrip()


def _why(reasons: Sequence[Any], language: str) -> str:
    return " ".join(_reason(reason, language) for reason in reasons)


def _reason(reason: Any, language: str) -> str:
    if isinstance(reason, dict):
        return str(
            reason.get(language)
            or sentence(Reason(reason["code"], tuple(dict(reason["values"]).items())), language)
        )
    return str(reason)


def _width() -> int:
    return Console().width if sys.stdout.isatty() else 140


def write_whole(target: Path, text: str) -> None:
    """Write a file whole or not at all."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text if text.endswith("\n") else text + "\n")
        os.replace(name, target)
    except OSError as error:
        raise OutputError(target, error.strerror or "Choose another place") from None
