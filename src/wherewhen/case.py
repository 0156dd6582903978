"""A case for Python: the verbs of the command line and of the workbench, as plain calls."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import date
from pathlib import Path

from wherewhen import collecting, releasing
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile, Entry
from wherewhen.casefile.bag import pack, unpack
from wherewhen.casefile.verify import Finding, verify
from wherewhen.collecting import Added, Failure
from wherewhen.documents import Stated
from wherewhen.instruments import Instruments
from wherewhen.model.person import Person
from wherewhen.places import Gazetteer
from wherewhen.workbench.verbs import Verbs


class Case(Verbs):
    """One open case; close it, or use it in a ``with`` block.

    ``folder`` holds the journal and the originals, ``actor`` is whoever answers for what is recorded.
    """

    def __init__(self, case: Casefile, actor: str) -> None:
        with ExitStack() as otherwise:
            otherwise.callback(case.close)
            self._gazetteer = Gazetteer.open()
            self._basemap = Basemap.open()
            super().__init__(case, actor, Instruments(self._gazetteer, self._basemap))
            otherwise.pop_all()

    @property
    def folder(self) -> Path:
        return self.case.folder

    def add(
        self, *paths: Path | str, stated: Stated | None = None
    ) -> tuple[tuple[Added, ...], tuple[Failure, ...]]:
        """Keep files and folders, read them, propose what they claim; what cannot be read is told."""
        files = [Path(path) for path in paths]
        return collecting.add(
            self.case, files, stated or Stated(), self.actor, self._gazetteer, self._basemap
        )

    def export(self, form: str, folder: Path | str, draft: bool = False) -> Entry:
        """What people passed, in one format for another tool. Raises BadOption, ActRefused, OutputError."""
        made = releasing.release_export(
            self.case, form, Path(folder), self.actor, date.today(), self._basemap, draft=draft
        )
        return made.entry

    def verify(self) -> tuple[Finding, ...]:
        """Every entry, reading and original checked; what is not as it was recorded."""
        return tuple(verify(self.case.folder))

    def pack(self, bag: Path | str) -> None:
        """The whole case as a BagIt bag."""
        pack(self.case, Path(bag), self.actor)

    def close(self) -> None:
        self.case.close()
        self._gazetteer.close()

    def __enter__(self) -> Case:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def new_case(
    folder: Path | str, subject: str, *, actor: str, aliases: tuple[str, ...] = (), purpose: str = ""
) -> Case:
    """Make a case in a folder that does not exist or is empty. Raises NoCase, CaseUnwritable."""
    return Case(Casefile.create(Path(folder), Person(subject, aliases), actor, purpose), actor)


def open_case(folder: Path | str, *, actor: str) -> Case:
    """Open a case; every entry is checked. Raises NoCase, CaseDamaged."""
    return Case(Casefile.open(Path(folder)), actor)


def unpack_case(bag: Path | str, folder: Path | str, *, actor: str) -> Case:
    """Check a packed case down to every hash, then make it a case again. Raises BagRefused."""
    return Case(unpack(Path(bag), Path(folder), actor), actor)
