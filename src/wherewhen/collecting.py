"""Documents into a case: the original kept first, then read, then what was found proposed."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from wherewhen import __version__, documents, pipeline
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile
from wherewhen.documents import Stated
from wherewhen.documents.folder import files_in
from wherewhen.documents.opening import opened
from wherewhen.model.document import Document
from wherewhen.model.errors import CaseError, WherewhenError
from wherewhen.model.judgement import Read
from wherewhen.model.tool import Tool
from wherewhen.pipeline import Progress
from wherewhen.places import Gazetteer

READER = Tool("wherewhen", __version__)


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one file: how many claims are proposed, how many proposals a newer reading dropped."""

    path: Path
    sha256: str
    found: int
    gone: int


Failure = tuple[Path, WherewhenError]


def add(
    case: Casefile,
    paths: Sequence[Path],
    stated: Stated,
    actor: str,
    gazetteer: Gazetteer,
    basemap: Basemap,
    progress: Progress = lambda step, share: None,
) -> tuple[tuple[Added, ...], tuple[Failure, ...]]:
    """Take files and folders into a case; a file that cannot be read is told and the rest goes on.

    A document that is in the case is read again: proposals are replaced, decisions stay. Raises CaseError.
    """
    added: list[Added] = []
    failures: list[Failure] = []
    files = list(_files(paths, failures))
    for number, path in enumerate(files):
        progress(path.name, number / len(files))
        try:
            document = documents.read(path, stated)
            _collect(case, path, document, actor)
        except CaseError:
            raise
        except WherewhenError as error:
            failures.append((path, error))
            continue
        claims = pipeline.read(document, case.state.subject, gazetteer, basemap)
        act = case.read(document, claims, READER, actor).act
        assert isinstance(act, Read)
        added.append(Added(path, document.id, len(act.found), len(act.gone)))
    return tuple(added), tuple(failures)


def _files(paths: Sequence[Path], failures: list[Failure]) -> Iterator[Path]:
    for path in paths:
        try:
            yield from files_in(path) if path.is_dir() else [path]
        except WherewhenError as error:
            failures.append((path, error))


def _collect(case: Casefile, path: Path, document: Document, actor: str) -> None:
    """Once for each origin: reading the same file again tells nothing new about where it came from."""
    origin = document.url or str(path)
    item = case.state.items.get(document.id)
    if item and any(collected.origin == origin for collected in item.collected):
        return
    media = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    case.collect(opened(path), path.name, origin, actor, media=media, tool=READER)
