"""The journal on the disk: one SQLite file, appended to, synced before anybody is told.

Rollback journal (DELETE) with synchronous EXTRA: an entry that was acknowledged survives a power cut at any
point. WAL would do as well, but keeps the newest entries in a second file, lost when one copies the first.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from wherewhen.casefile.row import COLUMNS, Draft, Row, damaged
from wherewhen.casefile.seal import ORIGIN
from wherewhen.model.errors import CaseDamaged, CaseError, CaseUncertain, CaseUnwritable, NoCase

VERSION = 1
APPLICATION = 0x57686E00 + VERSION
"""SQLite's header marks our files; its ``user_version`` counts the entries, so that the end is not lost."""
PATIENCE = 10.0
"""Seconds to wait for another writer."""
_TABLES = (
    "CREATE TABLE entry (number INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL,"
    " kind TEXT NOT NULL, previous TEXT NOT NULL, seal TEXT NOT NULL, body_seal TEXT, hash TEXT NOT NULL,"
    " salt BLOB, payload TEXT)",
    "CREATE TABLE body (number INTEGER PRIMARY KEY, content TEXT NOT NULL)",
)
_PRAGMAS = {
    "journal_mode": "delete",
    "synchronous": 3,
    "secure_delete": 1,
    "trusted_schema": 0,
    "mmap_size": 0,
}
_NEWEST = (
    "SELECT max(number), (SELECT hash FROM entry ORDER BY number DESC LIMIT 1),"
    " (SELECT user_version FROM pragma_user_version) FROM entry"
)
_STRAY = (
    "SELECT number FROM body WHERE number NOT IN"
    " (SELECT number FROM entry WHERE body_seal IS NOT NULL AND payload IS NOT NULL) LIMIT 1"
)
_SCHEMA = "SELECT sql FROM sqlite_schema ORDER BY rowid"


class Journal:
    """One connection; ``path`` is the file. Bytes stay bytes until they are checked."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = _connected(path)

    @classmethod
    def create(cls, path: Path, draft: Draft) -> Journal:
        """A journal with its first entry, or none. Raises NoCase where there is one, CaseUnwritable."""
        db = _connected(path, "rwc")
        try:
            with _transaction(db):
                if db.execute(_SCHEMA).fetchall():
                    raise NoCase(path.parent, "There is a case already: open it, or choose another folder")
                for table in _TABLES:
                    db.execute(table)
                db.execute(f"PRAGMA application_id = {APPLICATION}")
                db.execute("PRAGMA user_version = 1")
                _insert(db, Row.next(draft, 1, ORIGIN), draft.body)
        except sqlite3.Error as error:
            raise unwritable(path, error) from None
        finally:
            db.close()
        return cls(path)

    def check_kind(self) -> None:
        """Raises NoCase unless the file is a journal of this version with our tables and nothing else."""
        with _reading(self.path):
            if self._db.execute("PRAGMA application_id").fetchone() != (APPLICATION,):
                raise NoCase(self.path, "It was made by another program or a newer version")
            if tuple(sql.decode() if sql else "" for (sql,) in self._db.execute(_SCHEMA)) != _TABLES:
                raise CaseDamaged(self.path, "The file holds other tables than a journal has")

    def rows(self, after: int = 0, previous: str = ORIGIN) -> Iterator[Row]:
        """Entries after number ``after`` in order, each checked against the chain. Raises CaseDamaged."""
        with _reading(self.path, after + 1) as place:
            found = self._db.execute(
                f"SELECT {COLUMNS} FROM entry WHERE number > ? ORDER BY number", (after,)
            )
            for number, raw in enumerate(found, after + 1):
                row = Row.checked(raw, number, previous)
                yield row
                previous = row.hash
                place[0] = number + 1

    def row(self, number: int) -> Row:
        """One entry. Raises CaseDamaged where it is not there or not what was recorded."""
        with _reading(self.path, number):
            raw = self._db.execute(f"SELECT {COLUMNS} FROM entry WHERE number = ?", (number,)).fetchone()
        if raw is None:
            raise damaged(number, "is missing")
        return Row.checked(raw, number, None)

    def body(self, number: int) -> bytes | None:
        """The long part of an entry, None where it was erased. Raises CaseDamaged."""
        row = self.row(number)
        with _reading(self.path, number):
            found = self._db.execute("SELECT content FROM body WHERE number = ?", (number,)).fetchone()
        if found == (None,):
            raise damaged(number, "has an empty text")
        return row.body(found[0] if found else None)

    def check_bodies(self) -> None:
        """Raises CaseDamaged where a text is there that no entry speaks of; ``body`` checks the others."""
        with _reading(self.path):
            found = self._db.execute(_STRAY).fetchone()
        if found:
            raise damaged(found[0], "speaks of no text, but there is one")

    def newest(self) -> tuple[int, str]:
        """Number and hash of the newest entry. Raises CaseDamaged where the end is missing."""
        with _reading(self.path):
            number, whole, counted = self._db.execute(_NEWEST).fetchone()
        if (number or 0) != counted:
            raise damaged(min(number or 0, counted) + 1, "is missing")
        if number and not isinstance(whole, bytes):
            raise damaged(number, "is unreadable")
        return (number, whole.decode("utf-8", "replace")) if number else (0, ORIGIN)

    @contextmanager
    def writing(self) -> Iterator[Pen]:
        """A turn to write, alone; on the disk when the block is left. Raises CaseUnwritable."""
        pen = Pen(self._db)
        try:
            with _transaction(self._db):
                yield pen
                pen.count()
        except sqlite3.Error as error:
            self._look_again(pen, error)

    def _look_again(self, pen: Pen, error: sqlite3.Error) -> None:
        """An error while committing leaves open whether it was: only the file can tell."""
        self._db.close()
        try:
            self._db = _connected(self.path)
            last = pen.written[-1] if pen.written else None
            if last is None or self.newest() != (last.number, last.hash):
                raise unwritable(self.path, error)
            with _transaction(self._db):  # a commit that goes through syncs what the last one left
                pen = Pen(self._db, [last])
                pen.count()
        except (sqlite3.Error, NoCase, CaseDamaged):
            raise CaseUncertain(
                f"{self.path} ({error})", "Once the disk answers, look at the history"
            ) from None

    def copy_to(self, target: Path) -> None:
        """A copy of this very moment, also while others write. Raises CaseUnwritable."""
        copy = sqlite3.connect(target)
        try:
            self._db.backup(copy)
        except sqlite3.Error as error:
            raise unwritable(target, error) from None
        finally:
            copy.close()

    def close(self) -> None:
        self._db.close()


class Pen:
    """The right to append, within one transaction."""

    def __init__(self, db: sqlite3.Connection, written: Sequence[Row] = ()) -> None:
        self._db = db
        self.written = list(written)

    def count(self) -> None:
        """Say in the header of the file how many entries there are by now."""
        if self.written:
            self._db.execute(f"PRAGMA user_version = {self.written[-1].number}")

    def append(self, draft: Draft, number: int, previous: str) -> Row:
        row = Row.next(draft, number, previous)
        _insert(self._db, row, draft.body)
        self.written.append(row)
        return row

    def erase(self, numbers: Sequence[int]) -> None:
        """Contents go, with the salt that would let one guess them; seals and chain stay."""
        for number in numbers:
            self._db.execute("UPDATE entry SET salt = NULL, payload = NULL WHERE number = ?", (number,))
            self._db.execute("DELETE FROM body WHERE number = ?", (number,))


def _insert(db: sqlite3.Connection, row: Row, body: bytes | None) -> None:
    values = (row.number, row.at, row.actor, row.kind, row.previous, row.seal, row.body_seal, row.hash)
    payload = row.payload.decode() if row.payload is not None else None
    db.execute(f"INSERT INTO entry ({COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)", (*values, row.salt, payload))
    if body is not None:
        db.execute("INSERT INTO body VALUES (?, ?)", (row.number, body.decode()))


def _connected(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """Raises NoCase, CaseDamaged; asserts that the disk is waited for."""
    try:
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=PATIENCE,
            isolation_level=None,
            check_same_thread=False,
        )
    except sqlite3.Error as error:
        raise NoCase(f"{path} ({error})", "Make a case with: wherewhen case new FOLDER") from None
    db.text_factory = bytes
    try:
        _settle(db)
    except (sqlite3.Error, UnicodeDecodeError) as error:
        db.close()
        raise _broken(path, error) from None
    return db


def _settle(db: sqlite3.Connection) -> None:
    for name, value in _PRAGMAS.items():
        db.execute(f"PRAGMA {name} = {value}").fetchone()
        set_to = db.execute(f"PRAGMA {name}").fetchone()
        kept = set_to[0].decode() if set_to and isinstance(set_to[0], bytes) else set_to and set_to[0]
        if set_to and kept != value:
            raise sqlite3.OperationalError(f"{name} is {kept}, not {value}")


@contextmanager
def _transaction(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    finally:
        if db.in_transaction:
            db.execute("ROLLBACK")


@contextmanager
def _reading(path: Path, number: int = 0) -> Iterator[list[int]]:
    """Errors of the file become coded ones that name the entry in hand."""
    place = [number]
    try:
        yield place
    except _DAMAGE as error:
        raise _broken(path, error, place[0]) from None


_DAMAGE = (sqlite3.Error, UnicodeDecodeError, OverflowError, MemoryError)
"""What a damaged file can make of a question; some of SQLite's own messages are no UTF-8 then."""


def _broken(path: Path, error: Exception, number: int = 0) -> CaseError:
    where = f"{path}, entry {number}" if number else str(path)
    code = getattr(error, "sqlite_errorname", "")
    if code.startswith(("SQLITE_BUSY", "SQLITE_IOERR", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_CANTOPEN")):
        return CaseUnwritable(f"{where} ({error})", "Try again once the disk answers")
    if code == "SQLITE_NOTADB":
        return NoCase(f"{where} ({error})", "This is not a case, or its first bytes were overwritten")
    return CaseDamaged(f"{where} ({error})", "Go back to a copy of the case that still verifies")


def unwritable(path: Path, error: Exception) -> CaseUnwritable:
    return CaseUnwritable(f"{path} ({error})", "Is there room, is the disk there, may you write?")
