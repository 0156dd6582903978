"""Full text of a case: an index beside the journal that can always be made again."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wherewhen.languages import fold
from wherewhen.model.document import Document

_WORD = re.compile(r"\w+")
_GLUED = re.compile(r"^(?:[وف]?[بكل]?ال|[وف]?لل|[وف])(?=\w{3})")
"""Arabic writes "and", "with", "for" and the article as one with the word that follows."""
_SCHEMA = (
    "CREATE VIRTUAL TABLE passage USING fts5("
    "words, document UNINDEXED, start UNINDEXED, stop UNINDEXED, text UNINDEXED, tokenize='unicode61')"
)
_HELD = "CREATE TABLE held (document TEXT PRIMARY KEY, reading INTEGER, first INTEGER, last INTEGER)"
_MADE = 1


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: code points ``[start, end)`` of the newest reading of ``document``.

    text  the passage as the document writes it
    """

    document: str
    start: int
    end: int
    text: str


class Index:
    """The passages of the newest readings. Nothing is lost with it: where it is damaged it is made anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = self._opened()

    def _opened(self) -> sqlite3.Connection:
        try:
            return _index(self.path)
        except sqlite3.DatabaseError:
            self._remove()
        try:
            return _index(self.path)
        except sqlite3.DatabaseError:  # the disk cannot be written
            return _index(None)

    def _remove(self) -> None:
        for name in (self.path, self.path.with_name(f"{self.path.name}-journal")):
            try:
                name.unlink(missing_ok=True)
            except OSError:
                return

    def update(self, readings: dict[str, int], document: Callable[[int], Document]) -> None:
        """Hold these readings (entry number by document) and no others."""
        try:
            self._update(readings, document)
        except sqlite3.DatabaseError:
            self._db.close()
            self._remove()
            self._db = self._opened()
            self._update(readings, document)

    def hold(self, reading: int, document: Document) -> None:
        """Keep up with one reading; what fails here is made good by the next ``update``."""
        with suppress(sqlite3.DatabaseError), self._db:
            if self._db.execute("SELECT 1 FROM held WHERE document = ?", (document.id,)).fetchone():
                self._drop(document.id)
            self._add(document.id, reading, document)

    def _update(self, readings: dict[str, int], document: Callable[[int], Document]) -> None:
        held = dict(self._db.execute("SELECT document, reading FROM held").fetchall())
        if held == readings:
            return
        with self._db:
            for name in [name for name, reading in held.items() if readings.get(name) != reading]:
                self._drop(name)
            for name, reading in readings.items():
                if held.get(name) != reading:
                    self._add(name, reading, document(reading))

    def _drop(self, name: str) -> None:
        first, last = self._db.execute("SELECT first, last FROM held WHERE document = ?", (name,)).fetchone()
        self._db.execute("DELETE FROM passage WHERE rowid BETWEEN ? AND ?", (first, last))
        self._db.execute("DELETE FROM held WHERE document = ?", (name,))

    def _add(self, name: str, reading: int, document: Document) -> None:
        (newest,) = self._db.execute("SELECT coalesce(max(last), 0) FROM held").fetchone()
        rows = [(" ".join(_keys(text)), name, start, end, text) for start, end, text in _passages(document)]
        numbered = ((number, *row) for number, row in enumerate(rows, newest + 1))
        self._db.executemany(
            "INSERT INTO passage (rowid, words, document, start, stop, text) VALUES (?,?,?,?,?,?)", numbered
        )
        span = (name, reading, newest + 1, newest + len(rows))
        self._db.execute("INSERT INTO held VALUES (?, ?, ?, ?)", span)

    def find(self, words: str, limit: int) -> Sequence[Hit]:
        """Passages with every word, or with words that begin so; the fewest words first."""
        asked = " AND ".join(_asked(word) for word in _WORD.findall(fold(words)))
        if not asked:
            return ()
        rows = self._db.execute(
            "SELECT document, start, stop, text FROM passage WHERE passage MATCH ? ORDER BY rank LIMIT ?",
            (asked, limit),
        )
        return tuple(Hit(*row) for row in rows)

    def close(self) -> None:
        self._db.close()


def _index(path: Path | None) -> sqlite3.Connection:
    """Not synced: an index that a power cut damaged is made anew."""
    db = sqlite3.connect(path or ":memory:", timeout=10, check_same_thread=False)
    try:
        db.execute("PRAGMA synchronous = OFF")
        if db.execute("PRAGMA user_version").fetchone() != (_MADE,):
            with db:
                db.execute(_SCHEMA)
                db.execute(_HELD)
                db.execute(f"PRAGMA user_version = {_MADE}")
        db.execute("SELECT 1 FROM passage LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _passages(document: Document) -> Iterator[tuple[int, int, str]]:
    """Its blocks, else its lines."""
    if document.blocks:
        yield from ((b.start, b.end, document.quote(b)) for b in document.blocks if b.end > b.start)
    else:
        lines = re.finditer(r"[^\n]+", document.text)
        yield from ((line.start(), line.end(), line.group()) for line in lines)


def _keys(text: str) -> Iterable[str]:
    """Each word folded, and once more without what Arabic glues to it."""
    for word in _WORD.findall(fold(text)):
        yield word
        if bare(word) != word:
            yield bare(word)


def bare(word: str) -> str:
    """A folded word without what Arabic glues to its beginning."""
    return _GLUED.sub("", word)


def _asked(word: str) -> str:
    return f'("{word}" * OR "{bare(word)}" *)' if bare(word) != word else f'"{word}" *'
