"""Out of the gate: a publication of a case, the entry that says so, and the proof beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from wherewhen import reviewing
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile, Entry
from wherewhen.casefile.disk import write_durably
from wherewhen.casefile.verify import PROOF, proof_path
from wherewhen.model.dossier import Dossier
from wherewhen.model.errors import ActRefused, OutputError
from wherewhen.model.judgement import Published
from wherewhen.model.tool import Tool
from wherewhen.publication.dossier import write_dossier
from wherewhen.publication.exports import export
from wherewhen.publication.folder import write_folder
from wherewhen.publication.ground import Towns, no_towns
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.policy import Policy
from wherewhen.publication.publish import publish

Write = Callable[[Dossier, Policy], None]


@dataclass(frozen=True, slots=True)
class Release:
    """``entry`` says in the journal what went out; ``sightings`` is how many a person had passed."""

    entry: Entry
    sightings: int


def release(
    case: Casefile,
    target: Path,
    actor: str,
    today: date,
    basemap: Basemap,
    *,
    towns: Towns = no_towns,
    draft: bool = False,
    tell: Callable[[str], None] = lambda message: None,
) -> Release:
    """Publish the page to a folder. Only what a person passed goes out; a draft shows proposals, watermarked.

    1. the gate  2. the folder, whole or not at all  3. the entry in the journal  4. the proof beside it
    Raises ActRefused where nothing was passed, OutputError.
    """

    def write(dossier: Dossier, policy: Policy) -> None:
        write_dossier(dossier, target, today, basemap, policy, tell, towns)

    return _released(case, target, actor, draft, write)


def release_export(
    case: Casefile,
    name: str,
    target: Path,
    actor: str,
    today: date,
    basemap: Basemap,
    *,
    draft: bool = False,
    tell: Callable[[str], None] = lambda message: None,
) -> Release:
    """The same gate for one format that another tool reads. Raises BadOption, ActRefused, OutputError."""

    def write(dossier: Dossier, policy: Policy) -> None:
        public = publish(dossier, policy, today, basemap, tell=tell)
        files = export(public, name)
        named = b"".join(files.values())
        files |= {file: c for file, c in picture_files(public).items() if file.encode() in named}
        write_folder(public, files, target)

    return _released(case, target, actor, draft, write)


def _released(case: Casefile, target: Path, actor: str, draft: bool, write: Write) -> Release:
    policy, head = replace(reviewing.policy(case), draft=draft), case.head
    dossier = reviewing.dossier(case, reviewed_only=not draft)
    if not dossier.sightings:
        raise ActRefused("nothing was passed", "Accept sightings first, or make a draft with --draft")
    write(dossier, policy)
    files = tuple(_files(target))
    act = Published(target.name, head, draft, reviewing.terms_of(policy), dossier.tools, files)
    entry = case.record(act, actor)
    _prove(target, entry, act)
    return Release(entry, len(dossier.sightings))


def _files(folder: Path) -> list[tuple[str, str]]:
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return [(p.relative_to(folder).as_posix(), sha256(p.read_bytes()).hexdigest()) for p in found]


def _prove(target: Path, entry: Entry, act: Published) -> None:
    """Kept beside the publication, not in it: what goes out does not change with the journal."""
    proof = {
        "schema": PROOF,
        "entry": entry.number,
        "hash": entry.hash,
        "head": act.head,
        "at": entry.at,
        "draft": act.draft,
        "policy": dict(act.terms),
        "tools": [_tool(tool) for tool in act.tools],
        "files": dict(act.files),
    }
    path = proof_path(target)
    try:
        write_durably(path, (json.dumps(proof, ensure_ascii=False, indent=1) + "\n").encode())
    except OSError as error:
        raise OutputError(f"{path} ({error.strerror})", "The folder is published; its proof is not") from None


def _tool(tool: Tool) -> dict[str, str]:
    return {"name": tool.name, "version": tool.version, "configuration": tool.configuration}
