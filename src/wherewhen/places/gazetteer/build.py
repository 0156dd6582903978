"""The gazetteer compiled into one SQLite file, whole or not at all."""

from __future__ import annotations

import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from importlib import resources
from itertools import chain
from pathlib import Path

from wherewhen.places.gazetteer import packages, supplement
from wherewhen.places.gazetteer.entry import Naming
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.spelling import arabic_script, fold, loosen, skeleton

Progress = Callable[[str, float], None]
SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE source(n INTEGER PRIMARY KEY, text TEXT UNIQUE);
CREATE TABLE place(
    n INTEGER PRIMARY KEY, id TEXT, name TEXT, arabic TEXT, kind TEXT, lat REAL, lon REAL, country TEXT,
    admin1 TEXT, admin2 TEXT, population INTEGER, radius_km REAL, source INTEGER);
CREATE TABLE raw(key TEXT, place INTEGER, naming INTEGER);
"""
INDEXES = """
CREATE TABLE name(key TEXT, place INTEGER, naming INTEGER, PRIMARY KEY(key, place)) WITHOUT ROWID;
INSERT OR IGNORE INTO name SELECT key, place, min(naming) FROM raw GROUP BY key, place ORDER BY key, place;
DROP TABLE raw;
CREATE TABLE opening(word TEXT PRIMARY KEY, most INTEGER) WITHOUT ROWID;
"""
OPENING = """
INSERT INTO opening
SELECT substr(key, 1, instr(key || ' ', ' ') - 1) AS word,
       max(length(key) - length(replace(key, ' ', '')) + 1)
FROM name WHERE naming < ? GROUP BY word ORDER BY word
"""
_TOWNS = 235_000
ROMANISED = frozenset(
    (
        "SY", "IQ", "LB", "JO", "PS", "IL", "EG", "SA", "YE", "OM", "AE", "QA", "KW", "BH", "IR", "TR", "AF",
        "PK", "LY", "TN", "DZ", "MA", "SD", "SS", "SO", "DJ", "ER", "MR", "EH", "TD", "ML", "NE", "AM", "AZ",
        "GE", "KZ", "UZ", "TM", "TJ", "KG", "RU", "UA", "BY",
    )
)  # fmt: skip
_BIG = 15_000
_SOFT = set("aeiouy '")
_LATIN_ARTICLE = re.compile(r"^(?:al|el|ash|as|ad|ar|at|az|an|the) (?=\w{4})")


def version() -> str:
    """Changes whenever the compiled gazetteer would: packages, supplement, the code that compiles."""
    digest = sha256(f"{SCHEMA_VERSION} {packages.versions()}".encode())
    room = resources.files("wherewhen.places")
    files = [*(room / "data").iterdir(), *(room / "gazetteer").iterdir(), room / "spelling.py"]
    for file in sorted(files, key=lambda f: f.name):
        digest.update(file.read_bytes() if file.name.endswith((".csv", ".py")) else b"")
    return digest.hexdigest()[:12]


def build(target: Path, progress: Progress) -> None:
    """Compile the installed packages and the supplement into ``target`` (about 20 s).

    progress is called with the step's name and the share done, 0..1. The file appears whole.
    """
    progress("areas", 0.0)
    compile_rows(target, _rows(progress), {"version": version()}, lambda: progress("names", 0.8))
    progress("done", 1.0)


def compile_rows(
    target: Path, rows: Iterable[Row], about: dict[str, str], sorting: Callable[[], None] = lambda: None
) -> int:
    """Write rows into a new gazetteer file that appears whole; returns how many there are."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=target.name, suffix=".part", dir=target.parent)
    os.close(handle)
    part = Path(name)
    try:
        count = _compile(part, rows, about, sorting)
        part.chmod(0o644)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    return count


def _compile(part: Path, rows: Iterable[Row], about: dict[str, str], sorting: Callable[[], None]) -> int:
    base = sqlite3.connect(part)
    try:
        base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + SCHEMA)
        count = fill(base, rows)
        sorting()
        finish(base)
        base.executemany("INSERT INTO about VALUES(?, ?)", sorted(about.items()))
        base.commit()
        base.execute("VACUUM")
    finally:
        base.close()
    return count


def _rows(progress: Progress) -> Iterator[Row]:
    divisions = packages.Divisions.read()
    better, arabic = supplement.refinements(), supplement.in_arabic()
    yield from chain(supplement.countries(), supplement.places())
    yield from (supplement.spelt(supplement.refine(row, better), arabic) for row in divisions.placed())
    for count, town in enumerate(packages.towns(divisions, supplement.capitals())):
        if count % 5000 == 0:
            progress("towns", 0.1 + 0.65 * min(1.0, count / _TOWNS))
        yield supplement.spelt(town, arabic)
    yield from packages.airfields()


def fill(base: sqlite3.Connection, rows: Iterable[Row]) -> int:
    """Write places and their keys; returns how many places there are now."""
    sources: dict[str, int] = dict(base.execute("SELECT text, n FROM source"))
    (first,) = base.execute("SELECT coalesce(max(n), 0) FROM place").fetchone()
    number = first
    for number, row in enumerate(rows, first + 1):
        source = sources.setdefault(row.source, len(sources) + 1)
        base.execute("INSERT INTO place VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)", _record(number, row, source))
        base.executemany("INSERT INTO raw VALUES(?,?,?)", ((k, number, int(n)) for k, n in keys(row).items()))
    base.executemany("INSERT OR IGNORE INTO source VALUES(?,?)", ((n, text) for text, n in sources.items()))
    return int(number)


def _record(number: int, row: Row, source: int) -> tuple[object, ...]:
    return (
        number, row.id, row.name, row.arabic or None, row.kind, round(row.lat, 5), round(row.lon, 5),
        row.country or None, row.admin1 or None, row.admin2 or None, row.population, row.radius_km, source,
    )  # fmt: skip


def finish(base: sqlite3.Connection) -> None:
    """Sort the keys and note with which words names begin and how long such names get."""
    base.executescript(INDEXES)
    base.execute(OPENING, (int(Naming.LOOSE),))
    base.execute("CREATE INDEX place_id ON place(id)")


def keys(row: Row) -> dict[str, Naming]:
    """Every key under which the place is found, with how it names the place."""
    found: dict[str, Naming] = {}
    for name, naming in [(row.name, Naming.MAIN), (row.arabic, Naming.MAIN), *row.names]:
        if naming is Naming.CODE:
            found.setdefault("=" + name, naming)
            continue
        key = fold(name)
        if len(key) > 1 and found.setdefault(key, naming) > naming:
            found[key] = naming
    if row.kind.startswith("PPL"):
        _mark_unlike(found, fold(row.name))
    for key in [key for key, naming in found.items() if naming <= Naming.OTHER and key[0] != "="]:
        for variant in _variants(key):
            found.setdefault(variant, Naming.OTHER)
    if row.country in ROMANISED or row.population >= _BIG or row.kind[:3] not in ("PPL", "AIR"):
        found |= _distant(found)
    return found


def _mark_unlike(found: dict[str, Naming], main: str) -> None:
    """A name that shares no consonants with the main one is marked: old names, other languages' names."""
    bones = set(main) - _SOFT
    for key, naming in found.items():
        if naming is Naming.OTHER and not arabic_script(key) and bones and not main.startswith(key):
            other = set(key) - _SOFT
            if key[0] != main[0] and len(other & bones) * 2 < len(other | bones):
                found[key] = Naming.UNLIKE


def _variants(key: str) -> Iterator[str]:
    """Forms that newspapers use beside the listed one: without the article, "Abu" and "Albu" alike."""
    if key.startswith("ابو "):
        yield from ("البو" + key[4:], "ابو" + key[4:])
    elif key.startswith("ال") and len(key) > 5 and " " in key:
        yield key[2:]
    elif _LATIN_ARTICLE.match(key):
        yield _LATIN_ARTICLE.sub("", key)


def _distant(found: dict[str, Naming]) -> dict[str, Naming]:
    """Loose keys and skeletons of the plain names."""
    distant: dict[str, Naming] = {}
    for key, naming in found.items():
        if naming > Naming.OTHER:
            continue
        wide = loosen(key)
        if wide != key and len(wide) > 3:
            distant.setdefault("~" + wide, Naming.LOOSE)
        bones = skeleton(key)
        if bones and (naming is Naming.MAIN or arabic_script(key)):
            distant.setdefault("#" + bones, Naming.SKELETON)
    return distant
