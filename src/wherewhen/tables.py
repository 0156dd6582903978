"""Results as text: JSON, CSV, or tables that fit the screen."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from wherewhen.languages import lexicon, sentence
from wherewhen.model.reason import Reason

NARROWEST, WIDEST = 60, 140
STYLES = {"planned": "yellow", "denied": "red", "inferred": "cyan", "attributed": "", "asserted": ""}


class Format(StrEnum):
    JSON = "json"
    TABLE = "table"
    CSV = "csv"


def listing(rows: Sequence[dict[str, Any]], columns: Sequence[str], language: str, shape: Format) -> str:
    """Rows as JSON, as CSV, or as a table for the screen with a sentence for the reasons."""
    if shape is Format.JSON:
        return json.dumps([_told(row, language) for row in rows], ensure_ascii=False, indent=1)
    if shape is Format.CSV:
        why = ({**row, "why": _why(row.get("reasons") or [], language)} for row in rows)
        return _csv(tuple(why), (*columns, "why"))
    return _table(rows, columns, language)


def sightings_table(rows: Sequence[dict[str, Any]], language: str) -> str:
    """Sightings for the screen: where and when, how it is known, the passage. Rows as of ``reading``."""
    words = lexicon(language, "terminal")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, padding=(0, 1), leading=1)
    table.add_column("#", justify="right", no_wrap=True)
    for name, ratio in (("where", 5), ("known", 5), ("passage", 8)):
        table.add_column(words["heading"][name], ratio=ratio, overflow="fold")
    for row in rows:
        where, known = _where(row, words), _known(row, words)
        table.add_row(str(row["number"]), where, known, Text(row["quote"]), style=STYLES[row["status"]])
    return _printed(table)


def _where(row: dict[str, Any], words: dict[str, Any]) -> Text:
    status = words["status"].get(row["status"], "")
    return Text("\n").join(
        [Text(row["place"], style="bold"), *(Text(part) for part in (row["date"], status) if part)]
    )


def _known(row: dict[str, Any], words: dict[str, Any]) -> Text:
    evidence = words["joint"].join(words["evidence"][kind] for kind in row["evidence"].split(", ") if kind)
    company = words["heading"]["with"].format(names=row["with"]) if row["with"] else ""
    return Text("\n".join(part for part in (evidence, row["sources"], company) if part))


def _csv(rows: Sequence[dict[str, Any]], columns: Sequence[str]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(column)) for column in columns] for row in rows)
    return out.getvalue()


def _cell(value: object) -> str:
    """A cell that no spreadsheet takes for a formula."""
    text = "" if value is None else str(value)
    return "'" + text if isinstance(value, str) and text[:1] in "=+-@\t\r" and text else text


def _table(rows: Sequence[dict[str, Any]], columns: Sequence[str], language: str) -> str:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    table.add_column("why", overflow="fold", ratio=1)
    for row in rows:
        cells = (Text("" if row.get(c) is None else str(row[c])) for c in columns)
        table.add_row(*cells, Text(_why(row.get("reasons") or [], language)))
    return _printed(table)


def _printed(table: Table) -> str:
    printed = io.StringIO()
    on_screen = sys.stdout.isatty()
    console = Console(file=printed, width=_width(), highlight=False, force_terminal=on_screen)
    console.print(table)
    return "\n".join(line.rstrip() for line in printed.getvalue().rstrip().splitlines())


def _why(reasons: Iterable[Any], language: str) -> str:
    return " ".join(_reason(reason, language) for reason in reasons)


def _reason(reason: Any, language: str) -> str:
    if isinstance(reason, dict):
        values = tuple(dict(reason["values"]).items())
        return str(reason.get(language) or sentence(Reason(reason["code"], values), language))
    return str(reason)


def _told(row: dict[str, Any], language: str) -> dict[str, Any]:
    """Reasons that are codes with values get their sentence beside them."""
    reasons = row.get("reasons") or []
    told = [{**r, "sentence": _reason(r, language)} if isinstance(r, dict) else r for r in reasons]
    return {**row, "reasons": told}


def _width() -> int:
    """The screen's width, or that of $COLUMNS; lines longer than ``WIDEST`` are hard to read."""
    return max(NARROWEST, min(WIDEST, shutil.get_terminal_size((110, 40)).columns))
