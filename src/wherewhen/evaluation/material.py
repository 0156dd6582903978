"""The annotated documents: where they lie and how they are read."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from wherewhen.model.errors import BadOption, UnreadableFile

Row = Mapping[str, Any]
VARIABLE = "WHEREWHEN_SHARED"
TAG = re.compile(r"O|[BI]-\w+")
TASK_OF = {
    "twins": "pairs",
    "sightings": "sightings",
    "timexes": "times",
    "annotations": "places",
    "entities": "mentions",
}
"""The list that a gold row holds tells what it is gold for."""


@dataclass(frozen=True, slots=True)
class Given:
    """One gold document without its answers: all that a reader may know.

    published  the document's date as the corpus states it, else None
    subject    the person asked for; None where the task is not about one
    """

    id: str
    text: str
    language: str
    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    subject: str | None = None


def given(row: Row) -> Given:
    source = row.get("publisher") or row.get("source")
    return Given(
        id=row["id"],
        text=row["text"],
        language=row.get("lang") or "en",
        published=_day(row.get("published") or row.get("dct") or row.get("date")),
        publisher=row.get("publisher"),
        title=row.get("title"),
        url=row.get("url") or (source if source and "://" in str(source) else None),
        subject=row.get("subject"),
    )


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text)[:10]) if text else None
    except ValueError:
        return None


def shared_folder(stated: Path | None) -> Path:
    """``--shared``, else the variable, else the folder ``shared`` beside the checkout.

    Raises BadOption where none of them holds evaluation material.
    """
    if stated is not None:
        places = [stated]
    else:
        named = os.environ.get(VARIABLE)
        places = [Path(named)] if named else [Path("..") / "shared", Path(__file__).parents[4] / "shared"]
    for place in places:
        if (place / "cases").is_dir() or (place / "corpora").is_dir():
            return place
    raise BadOption(f"--shared {places[0]}", f"Give the folder with cases/ and corpora/, or set {VARIABLE}")


def gold_rows(path: Path) -> list[Row]:
    """The rows of a folder of cases, of a JSONL file, or of a file with a token and a BIO tag a line.

    Raises UnreadableFile where the path holds no gold.
    """
    rows = list(_rows(path))
    if not rows:
        raise UnreadableFile(path, "It holds no annotated documents")
    return rows


def task_of(row: Row) -> str | None:
    return next((task for key, task in TASK_OF.items() if key in row), None)


def _rows(path: Path) -> Iterator[Row]:
    try:
        if path.is_dir():
            files = sorted(path.glob("*.json"))
            rows = (json.loads(file.read_text("utf-8")) for file in files)
            yield from (row for row in rows if isinstance(row, dict) and "sightings" in row)
            return
        lines = path.read_text("utf-8").splitlines()
        first = next((line for line in lines if line.strip()), "")
        yield from (_json_rows(lines) if first.lstrip().startswith("{") else _tagged(lines, path.stem))
    except (OSError, ValueError) as error:
        raise UnreadableFile(path, f"It is no gold file: {error}") from None


def _json_rows(lines: list[str]) -> Iterator[Row]:
    rows = (json.loads(line) for line in lines if line.strip())
    yield from (row for row in rows if isinstance(row, dict) and task_of(row))


def _tagged(lines: list[str], name: str) -> Iterator[Row]:
    """Token, white space, tag; an empty line ends a sentence. Tokens are joined by one space."""
    parts: list[str] = []
    entities: list[dict[str, Any]] = []
    offset = 0
    for line in lines:
        columns = line.split()
        if len(columns) < 2:
            if parts and parts[-1] != "\n":
                parts[-1:] = ["\n"] if parts[-1] == " " else [parts[-1], "\n"]
            continue
        token, tag = columns[0], columns[-1]
        if not TAG.fullmatch(tag):
            raise ValueError(f"no BIO tag: {line[:60]}")
        _tag(entities, tag, offset, offset + len(token))
        parts += [token, " "]
        offset += len(token) + 1
    text = "".join(parts).rstrip()
    if text:
        spans = [{**entity, "text": text[entity["start"] : entity["end"]]} for entity in entities]
        yield {"id": name, "text": text, "entities": spans}


def _tag(entities: list[dict[str, Any]], tag: str, start: int, end: int) -> None:
    prefix, _, label = tag.partition("-")
    if prefix == "I" and entities and entities[-1]["type"] == label and start - entities[-1]["end"] <= 1:
        entities[-1]["end"] = end
    elif prefix in ("B", "I") and label:
        entities.append({"start": start, "end": end, "type": label})


def corpora(shared: Path) -> list[tuple[str, Path]]:
    """Every gold set of the shared folder, by name: the cases first, then the corpora."""
    cases = [("cases", shared / "cases")] if (shared / "cases").is_dir() else []
    files = sorted((shared / "corpora").glob("*/dev.jsonl"))
    return cases + [(path.parent.name, path) for path in files if _is_gold(path)]


def pair_sets(stated: Path | None) -> list[tuple[str, Path]]:
    """The files of minimal pairs in a folder of languages, else in the checkout, or the one file stated.

    Raises BadOption where there are none.
    """
    folder = stated or Path(__file__).parents[3] / "tests" / "claims" / "pairs"
    files = [folder] if folder.is_file() else sorted(folder.glob("*/*.jsonl"), reverse=True)
    if not files:
        raise BadOption(
            f"evaluate pairs {folder}", "Give a folder with LANGUAGE/NAME.jsonl, or one such file"
        )
    return [(f"{path.parent.name} {path.stem}", path) for path in files]


def _is_gold(path: Path) -> bool:
    """Corpora of other kinds (triplets, pairs) lie in the same folder."""
    with path.open(encoding="utf-8") as file:
        return task_of(json.loads(file.readline() or "{}")) is not None
