"""Which items of a case repeat each other: prints of all of them beside the case, made anew when lost."""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import suppress
from pathlib import Path

from wherewhen import documents
from wherewhen.casefile import Casefile, Item
from wherewhen.casefile.casefile import LIKENESS
from wherewhen.model.item import NO_LIKENESS, Likeness

_SCHEMA = """
CREATE TABLE IF NOT EXISTS print (
    number INTEGER PRIMARY KEY, sha256 TEXT UNIQUE, words BLOB, size INTEGER, picture TEXT);
CREATE TABLE IF NOT EXISTS word (mark INTEGER, number INTEGER);
CREATE INDEX IF NOT EXISTS by_mark ON word (mark);
CREATE INDEX IF NOT EXISTS by_number ON word (number);
"""
_HALF = 2**63
"""SQLite counts with a sign."""
_NEAREST = 50
"""Texts that share most marks; the others share too little of either."""


class Resemblance:
    """Tells for one thing what it nearly repeats. Safe to lose: the case holds all that it is made of."""

    def __init__(self, case: Casefile) -> None:
        path = case.folder / LIKENESS
        try:
            self._db = _opened(path)
        except sqlite3.DatabaseError:
            with suppress(OSError):
                path.unlink(missing_ok=True)
            self._db = _reopened(path)
        self._catch_up(case)

    def like(self, sha256: str, likeness: Likeness) -> tuple[str, ...]:
        """SHA-256 of the other items that it nearly repeats."""
        found = self._texts(likeness) if likeness.words else []
        found += self._pictures() if likeness.picture is not None else []
        return tuple(
            sorted(name for name, other in found if name != sha256 and documents.akin(likeness, other))
        )

    def keep(self, sha256: str, likeness: Likeness) -> None:
        words = array("Q", likeness.words).tobytes()
        with self._db:
            made = self._db.execute(
                "INSERT OR IGNORE INTO print (sha256, words, size, picture) VALUES (?, ?, ?, ?)",
                (sha256, words, likeness.size, likeness.picture),
            )
            if made.rowcount:
                marks = ((mark - _HALF, made.lastrowid) for mark in likeness.words)
                self._db.executemany("INSERT INTO word VALUES (?, ?)", marks)

    def close(self) -> None:
        self._db.close()

    def _texts(self, likeness: Likeness) -> list[tuple[str, Likeness]]:
        marks = [mark - _HALF for mark in likeness.words]
        rows = self._db.execute(
            "SELECT sha256, words, size FROM print JOIN (SELECT number, count(*) AS shared FROM word "
            f"WHERE mark IN ({','.join('?' * len(marks))}) "
            f"GROUP BY number ORDER BY shared DESC LIMIT {_NEAREST}) USING (number)",
            marks,
        )
        return [(sha256, Likeness(_words(words), size)) for sha256, words, size in rows]

    def _pictures(self) -> list[tuple[str, Likeness]]:
        rows = self._db.execute("SELECT sha256, picture FROM print WHERE picture IS NOT NULL")
        return [(sha256, Likeness(picture=picture)) for sha256, picture in rows]

    def _catch_up(self, case: Casefile) -> None:
        """Prints of what is not in the case any more are dropped, those that are missing are made."""
        items = case.state.items
        held = dict(self._db.execute("SELECT sha256, number FROM print"))
        with self._db:
            for sha256 in held.keys() - items.keys():
                self._db.execute("DELETE FROM word WHERE number = ?", (held[sha256],))
                self._db.execute("DELETE FROM print WHERE number = ?", (held[sha256],))
        for sha256 in items.keys() - held.keys():
            self.keep(sha256, _made(case, items[sha256]))


def _made(case: Casefile, item: Item) -> Likeness:
    if item.reading is not None:
        return documents.likeness_of_text(case.document(item.sha256).text)
    if item.collected[0].media.startswith("image"):
        return documents.likeness_of_picture(case.evidence().get(item.sha256))
    return NO_LIKENESS


def _words(words: bytes) -> tuple[int, ...]:
    marks = array("Q")
    marks.frombytes(words)
    return tuple(marks)


def _opened(path: Path | str) -> sqlite3.Connection:
    """Not synced: what a power cut damages is made anew."""
    db = sqlite3.connect(path, timeout=10)
    try:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA secure_delete = ON")
        db.executescript(_SCHEMA)
        db.execute("SELECT number FROM print LIMIT 1").fetchone()
    except sqlite3.DatabaseError:
        db.close()
        raise
    return db


def _reopened(path: Path) -> sqlite3.Connection:
    try:
        return _opened(path)
    except sqlite3.DatabaseError:  # the disk cannot be written
        return _opened(":memory:")
