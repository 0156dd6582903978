"""A table of sightings that somebody kept before: CSV or TSV, known by the names of its columns.

Each row becomes a line with day, place and source, and a paragraph with the words of the row.
"""

from __future__ import annotations

import csv
import io
import math
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path

from wherewhen.documents.cues import folded
from wherewhen.documents.dates import written_date
from wherewhen.documents.draft import Draft
from wherewhen.documents.encoding import decoded, glance
from wherewhen.documents.laid_out import Layout
from wherewhen.documents.language import language_of
from wherewhen.documents.limits import MAX_ROWS
from wherewhen.documents.signatures import PDF, ZIP
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import BlockKind
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, EmptyDocument
from wherewhen.model.recorded import Recorded

NAME = "table"
SUFFIXES = (".csv", ".tsv")
DELIMITERS = ",;\t|"
WIDEST = 500
LONGEST = 4000
WHOLE_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
MONTH = re.compile(r"(\d{4})-(\d{2})")
YEAR = re.compile(r"(\d{4})")
Row = Mapping[str, Sequence[str]]


def claims(data: bytes, suffix: str) -> bool:
    if suffix not in SUFFIXES or data.startswith((*ZIP, PDF)):
        return False
    known = columns(heads(glance_wide(data)))
    return bool({"day", "earliest", "place", "latitude"} & set(known)) and len(known) >= 2


def glance_wide(data: bytes) -> str:
    """The first lines, in whatever letters they are."""
    for encoding in ("utf-8-sig", "cp1256"):
        try:
            return data[:8000].decode(encoding, "strict" if len(data) <= 8000 else "ignore")
        except UnicodeDecodeError:
            continue
    return glance(data)


def heads(text: str) -> list[str]:
    """The names of the columns; empty where the first line is no row of a table."""
    line = text.lstrip("\ufeff").lstrip().split("\n")[0]
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    return max(DELIMITERS, key=line.count)


@cache
def _names() -> dict[str, str]:
    table = tomllib.loads((resources.files("wherewhen.documents") / "columns.toml").read_text("utf-8"))
    return {folded(name): field for field, names in table.items() for name in names}


def columns(names: Sequence[str]) -> dict[str, list[int]]:
    """Which columns mean which field; ``source1, source2`` are both ``sources``."""
    found: dict[str, list[int]] = {}
    for number, name in enumerate(names):
        field = _names().get(folded(name.replace("_", " "))) or _names().get(
            folded(re.sub(r"[_ ]?\d+$", "", name))
        )
        if field is not None:
            found.setdefault(field, []).append(number)
    return found


def rows(data: bytes, name: object) -> list[list[str]]:
    """All rows of a table, the names of the columns first."""
    text = decoded(data, name)
    csv.field_size_limit(1_000_000)
    found: list[list[str]] = []
    try:
        for row in csv.reader(
            io.StringIO(text.lstrip("\ufeff\n ")), delimiter=_delimiter(text.lstrip().split("\n")[0])
        ):
            if len(found) > MAX_ROWS or len(row) > WIDEST:
                raise DocumentTooLarge(
                    name, f"At most {MAX_ROWS:,} rows and {WIDEST} columns; split the table"
                )
            if any(cell.strip() for cell in row):
                found.append(row)
    except csv.Error as error:
        raise DamagedFile(name, f"The table is broken: {error}") from None
    return found


def read(data: bytes, path: Path | None, stated: Stated = NOTHING_STATED) -> Draft:
    name = path or "(table)"
    table = rows(data, name)
    known = columns(table[0]) if table else {}
    layout = Layout(name)
    language = language_of(" ".join(" ".join(row) for row in table[1:200]))
    records = []
    for cells in table[1:]:
        row = {field: _cells(cells, numbers) for field, numbers in known.items()}
        records.append(laid_out(layout, row, language))
    if not layout.blocks:
        raise EmptyDocument(name, "The table has no rows")
    return Draft(layout.text, tuple(layout.blocks), NOTHING_STATED, records=tuple(filter(None, records)))


def _cells(cells: Sequence[str], numbers: Sequence[int]) -> list[str]:
    found = (" ".join(cells[number].split())[:LONGEST] for number in numbers if number < len(cells))
    return [
        cell.removeprefix("'") if cell[:2] in ("'=", "'+", "'-", "'@") else cell for cell in found if cell
    ]


def laid_out(layout: Layout, row: Row, language: str) -> Recorded | None:
    """One row as text and as what it records; None for a row without day and place."""
    first = len(layout.blocks)
    layout.add(" · ".join(_line(row)), BlockKind.BYLINE)
    layout.add_all(row.get("description", ()))
    if len(layout.blocks) == first:
        return None
    latitude, longitude = position(row)
    earliest, latest = bounds(row, language)
    if not (earliest or latest or row.get("place") or latitude is not None):
        return None
    return Recorded(
        layout.blocks[first].start, layout.blocks[-1].end,
        when=" – ".join((*row.get("day", ()), *row.get("until", ()))) or None,
        earliest=earliest, latest=latest,
        place=", ".join(row.get("place", ())) or None,
        latitude=latitude, longitude=longitude,
        description="\n".join(row.get("description", ())) or None,
        people=tuple(row.get("people", ())), sources=tuple(row.get("sources", ())),
        status=", ".join(row.get("status", ())) or None,
    )  # fmt: skip


def _line(row: Row) -> Iterator[str]:
    """Days, place and sources as written; bounds and degrees where there is nothing else."""
    days = (*row.get("day", ()), *row.get("until", ()))
    yield from days or (*row.get("earliest", ()), *row.get("latest", ()))
    degrees = (*row.get("latitude", ()), *row.get("longitude", ()))
    yield from row.get("place", ()) or ([", ".join(degrees)] if degrees else [])
    yield from row.get("sources", ())


def position(row: Row) -> tuple[float, float] | tuple[None, None]:
    """Degrees; neither where one is missing, no number or off the globe."""
    try:
        latitude, longitude = float(row["latitude"][0]), float(row["longitude"][0])
    except (KeyError, IndexError, ValueError):
        return None, None
    inside = math.isfinite(latitude) and abs(latitude) <= 90 and abs(longitude) <= 180
    return (latitude, longitude) if inside else (None, None)


def bounds(row: Row, language: str) -> tuple[str | None, str | None]:
    """Earliest and latest day, ISO 8601, as far as the row is plain about them."""
    first = _days(row.get("earliest") or row.get("day", ()), language)
    last = _days(row.get("latest") or row.get("until") or row.get("day", ()), language)
    earliest, latest = (first[0] if first else None), (last[1] if last else None)
    if earliest and latest and earliest > latest:
        return None, None
    return earliest, latest


def _days(cells: Sequence[str], language: str) -> tuple[str, str] | None:
    cell = cells[0].strip() if cells else ""
    if YEAR.fullmatch(cell) and 1000 <= int(cell) <= 2999:
        return f"{cell}-01-01", f"{cell}-12-31"
    month = MONTH.fullmatch(cell)
    if month and 1 <= int(month[2]) <= 12 and int(month[1]) >= 1000:
        after = date(int(month[1]) + int(month[2]) // 12, int(month[2]) % 12 + 1, 1)
        return f"{cell}-01", date.fromordinal(after.toordinal() - 1).isoformat()
    day = written_date(cell[:60], language)
    return (day.isoformat(), day.isoformat()) if day else None
