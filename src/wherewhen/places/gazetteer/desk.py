"""A desk's own places: every imported file is a gazetteer file of its own, and can be withdrawn again."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from wherewhen.model.errors import GazetteerRefused
from wherewhen.places.gazetteer.build import compile_rows
from wherewhen.places.gazetteer.imports import read
from wherewhen.places.gazetteer.rows import Row

_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Import:
    """One imported file: where it came from, under which licence, how many places it brought."""

    name: str
    source: str
    licence: str
    sha256: str
    places: int
    path: Path


def desk_folder() -> Path:
    """Where imported gazetteers live: $WHEREWHEN_DESK, else the user's data folder."""
    chosen = os.environ.get("WHEREWHEN_DESK")
    data = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Path(chosen) if chosen else data / "wherewhen" / "gazetteers"


def import_file(
    file: Path,
    *,
    source: str = "",
    licence: str = "",
    columns: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Import:
    """Read a gazetteer file into the desk's folder; a file of the same name replaces the earlier one.

    Raises GazetteerRefused with line numbers; then nothing has changed.
    """
    target = (folder or desk_folder()) / f"{file.stem}.sqlite"
    said = source or file.name
    rows = _signed(read(file, columns), f"{said}; {licence}" if licence else said)
    first = next(rows, None)
    if first is None:
        raise GazetteerRefused(file.name, "There is no place in it")
    about = {"source": said, "licence": licence, "file": file.name, "sha256": _digest(file)}
    compile_rows(target, _chained(first, rows), about)
    return _described(target)


def imports(folder: Path | None = None) -> tuple[Import, ...]:
    """What the desk has imported, by name."""
    return tuple(_described(path) for path in sorted((folder or desk_folder()).glob("*.sqlite")))


def withdraw(name: str, folder: Path | None = None) -> bool:
    """Take an imported gazetteer out again; False where there is none of that name."""
    path = (folder or desk_folder()) / f"{name}.sqlite"
    if not path.is_file():
        return False
    path.unlink()
    return True


def _signed(rows: Iterator[Row], source: str) -> Iterator[Row]:
    for row in rows:
        row.source = source
        yield row


def _chained(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest


def _digest(file: Path) -> str:
    digest = sha256()
    with file.open("rb") as content:
        while block := content.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _described(path: Path) -> Import:
    base = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        about = dict(base.execute("SELECT key, value FROM about"))
        (places,) = base.execute("SELECT count(*) FROM place").fetchone()
    finally:
        base.close()
    return Import(path.stem, about["source"], about["licence"], about["sha256"], places, path)
