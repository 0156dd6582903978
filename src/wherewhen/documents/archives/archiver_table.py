"""The table that auto-archiver keeps of what it archived: one post or page a row."""

from __future__ import annotations

import ast
import mmap
import re
from collections.abc import Iterator, Mapping
from datetime import date

from wherewhen.documents.laid_out import plain
from wherewhen.documents.limits import MAX_BYTES
from wherewhen.documents.page.metadata import web_address
from wherewhen.documents.readers.table import SUFFIXES, glance_wide, heads, rows
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.stated import Stated
from wherewhen.model.errors import DocumentTooLarge, EmptyDocument
from wherewhen.model.item import ItemKind
from wherewhen.model.provenance import How
from wherewhen.model.tool import Tool

NAME = "auto-archiver"
SHEET = {"link", "archive status"}
MADE = {"status", "metadata", "media"}
TOOL = Tool("auto-archiver", "")
DAY = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:\d{2})?)?")
MEDIA = re.compile(r"""['"](?:_?key|filename)['"]?\s*[:=]\s*['"]([^'"]{1,300})['"]""")


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    if suffix not in SUFFIXES:
        return False
    names = {name.strip().lower() for name in heads(glance_wide(head))}
    return names >= SHEET or names == MADE


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    if len(data) > MAX_BYTES:
        raise DocumentTooLarge(name, f"At most {MAX_BYTES:,} bytes; split the table")
    table = rows(bytes(data), name)
    names = [cell.strip().lower() for cell in table[0]] if table else []
    parts: list[Part] = []
    left: list[Left] = []
    for number, cells in enumerate(table[1:], 2):
        row = dict(zip(names, (cell.strip() for cell in cells), strict=False))
        post = _from_metadata(row["metadata"]) if "metadata" in row else row
        part = _part(post, number)
        if part is None:
            left.append(
                Left(post.get("link") or f"row {number}", "W202", post.get("archive status", "no text")[:200])
            )
        else:
            parts.append(part)
    if not parts and not left:
        raise EmptyDocument(name, "The table has no rows")
    return Reading(ItemKind.ARCHIVE, parts=tuple(parts), left=tuple(left))


def _part(row: Mapping[str, str], number: int) -> Part | None:
    """The words of a post as a text of its own; None where there are none."""
    title, words = plain(row.get("upload title", "")), plain(row.get("text content", ""))
    if not (title or words):
        return None
    address = web_address(row.get("link"))
    published = DAY.match(row.get("upload timestamp", ""))
    body = words if words.startswith(title) else f"{title}\n\n{words}".strip()
    return Part(
        f"row {number}.txt",
        body.encode("utf-8", "replace"),
        How.ARCHIVED_POST,
        Stated(title=title[:300] or None, url=address, published=_day(published[1]) if published else None),
        address or web_address(row.get("archive location")),
        None,
        _moment(row.get("archive date", "")),
        TOOL,
    )


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _moment(text: str) -> str | None:
    found = DAY.match(text)
    return None if found is None else found[1] + (f"T{found[2]}{found[3] or ''}" if found[2] else "")


def _from_metadata(written: str) -> dict[str, str]:
    """A row of the other table that the tool writes: its values as Python prints them, never run."""
    try:
        told = dict(_literals(ast.parse(written[:100_000], mode="eval").body))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return {}
    names = {"link": "url", "upload title": "title", "text content": "content", 
             "upload timestamp": "timestamp", "archive date": "_processed_at"}  # fmt: skip
    return {ours: told[theirs] for ours, theirs in names.items() if theirs in told}


def _literals(tree: ast.expr) -> Iterator[tuple[str, str]]:
    for key, value in zip(tree.keys, tree.values, strict=True) if isinstance(tree, ast.Dict) else ():
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            if isinstance(value, ast.Constant) and isinstance(value.value, str):
                yield key.value, value.value
            elif isinstance(value, ast.Call):
                yield key.value, _written_moment(value)


def _written_moment(call: ast.Call) -> str:
    """``datetime.datetime(2024, 5, 1, 12, 30, …)`` as ISO 8601."""
    numbers = [arg.value for arg in call.args if isinstance(arg, ast.Constant) and type(arg.value) is int]
    if len(numbers) < 3:
        return ""
    year, month, day, hour, minute, second = (*numbers, 0, 0, 0)[:6]
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
