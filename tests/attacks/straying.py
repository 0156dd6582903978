"""Names that want to lead elsewhere, in every place a format has for a name: python -m tests.attacks.straying

Each file is taken into a case, from disk and as bytes with the trick for its own name; at the end a draft of
the case is published and packed. Every call by which Python writes is watched: none may lead out of the case
(or the folder that was asked for), no file outside may change, and a picture that lies outside may never come
in. Exit status 1 where anything strayed.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from wherewhen import collecting, releasing
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile
from wherewhen.casefile.bag import pack
from wherewhen.documents import Stated
from wherewhen.model.errors import WherewhenError
from wherewhen.model.person import Person
from wherewhen.places import Gazetteer

from .carriers import CARRIERS, PHOTO, TRICKS, filled

SECRET = PHOTO + b"secret"
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
TOUCHING = ("os.mkdir", "os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.truncate")


@dataclass
class Watch:
    """Where this process wrote outside of what it was asked to write to; ``allowed`` None: not watching."""

    allowed: tuple[Path, ...] | None = None
    strayed: list[str] = field(default_factory=list)

    def see(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.allowed is None:
            return
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
            self._check(arguments[0])
        elif event in TOUCHING:
            self._check(arguments[0])
            if event in ("os.rename", "os.link", "os.symlink"):
                self._check(arguments[1])

    def _check(self, path: object) -> None:
        if isinstance(path, int) or path == os.devnull:
            return
        place = Path(os.path.realpath(os.fsdecode(path)))  # type: ignore[arg-type]
        if not any(place.is_relative_to(folder) for folder in self.allowed or ()):
            self.strayed.append(str(place))


@dataclass
class Tally:
    tricks: int = 0
    taken: int = 0
    refused: int = 0
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        told = f"{self.tricks} tricks: {self.taken} things taken, {self.refused} refused, "
        return "\n".join([told + f"{len(self.wrong)} strayed", *self.wrong[:8]])


class Jail:
    """A folder with a case, a desk where the hostile files lie, and an outside that must stay as it is."""

    def __init__(self, root: Path, watch: Watch) -> None:
        self.root, self.watch = Path(os.path.realpath(root)), watch
        self.outside, self.desk, self.case = self.root / "outside", self.root / "desk", self.root / "case"
        for folder in (self.outside, self.desk, self.root / "work"):
            folder.mkdir()
        for place in (self.outside, self.root, self.desk.parent):
            (place / "secret.png").write_bytes(SECRET)
        os.chdir(self.root / "work")
        self.before = self._state()

    def _state(self) -> dict[str, int]:
        ours = ("case", "desk", "site", "bag")
        found = (p for p in self.root.rglob("*") if p.relative_to(self.root).parts[0] not in ours)
        return {str(path): path.lstat().st_mtime_ns for path in found if path.is_file() or path.is_symlink()}

    @contextlib.contextmanager
    def closed(self, *allowed: Path) -> Iterator[None]:
        """Only these folders may be written to."""
        self.watch.allowed = allowed
        try:
            yield
        finally:
            self.watch.allowed = None

    def escaped(self) -> list[str]:
        strayed, self.watch.strayed = self.watch.strayed, []
        now = self._state()
        return [
            *strayed,
            *(path for path in now.keys() | self.before.keys() if now.get(path) != self.before.get(path)),
        ]


def ring(root: Path, most: int, watch: Watch) -> Tally:
    tally, jail = Tally(), Jail(root, watch)
    asked = [(carrier, trick) for trick in TRICKS for carrier in CARRIERS]
    chosen = asked[:: max(1, len(asked) // most)][:most]
    with Casefile.create(jail.case, Person("Anna Berg"), "Mona", "x") as case, Gazetteer.open() as gazetteer:
        basemap = Basemap.open()
        for carrier, trick in chosen:
            name = filled(trick, jail.outside)
            data, path = CARRIERS[carrier](name), jail.desk / carrier
            path.write_bytes(data)
            with jail.closed(jail.case):
                outcomes = [
                    collecting.add(case, [path], Stated(), "Mona", gazetteer, basemap),
                    collecting.add_bytes(case, name, data, Stated(title=name), "Mona", gazetteer, basemap),
                ]
            tally.tricks += 1
            tally.taken += sum(len(added) for added, _ in outcomes)
            tally.refused += sum(len(failures) for _, failures in outcomes)
            tally.wrong += [f"{carrier} {trick!r}: {where}" for where in jail.escaped()]
        if hashlib.sha256(SECRET).hexdigest() in case.state.items:
            tally.wrong.append("a picture from outside came in")
        _publish(case, jail, basemap, tally)
    return tally


def _publish(case: Casefile, jail: Jail, basemap: Basemap, tally: Tally) -> None:
    """What the names are used for later: the page, its pictures, an export, a bag."""
    site, bag = jail.root / "site", jail.root / "bag"
    with jail.closed(
        jail.case, site, bag, *(Path(p) for p in (tempfile.gettempdir(),) if jail.root != Path(p))
    ):
        try:
            releasing.release(case, site / "page", "Mona", date(2026, 1, 1), basemap, draft=True)
            releasing.release_export(case, "csv", site / "csv", "Mona", date(2026, 1, 1), basemap, draft=True)
            pack(case, bag / "bag", "Mona")
        except WherewhenError as error:
            tally.wrong.append(f"publishing: {error}")
    tally.wrong += [f"publishing: {where}" for where in jail.escaped()]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--tricks", type=int, default=len(TRICKS) * len(CARRIERS))
    asked, began, watch = parser.parse_args(), time.monotonic(), Watch()
    sys.addaudithook(watch.see)
    home = os.getcwd()
    with tempfile.TemporaryDirectory() as root:
        tally = ring(Path(root), asked.tricks, watch)
        os.chdir(home)
    print(f"{tally}\n{time.monotonic() - began:.0f} s")
    return bool(tally.wrong)


if __name__ == "__main__":
    sys.exit(main())
