"""A whole dossier as a folder: the page, its pictures, the data in every shape that it offers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from wherewhen.basemap import Basemap
from wherewhen.model.dossier import Dossier
from wherewhen.publication import site
from wherewhen.publication.exports import export
from wherewhen.publication.folder import write_folder
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.policy import Policy
from wherewhen.publication.publish import publish

FORMATS = ("json", "geojson", "csv")


def write_dossier(
    dossier: Dossier,
    target: Path,
    today: date,
    basemap: Basemap,
    policy: Policy | None = None,
    tell: Callable[[str], None] = lambda message: None,
) -> None:
    """Write the folder whole or not at all; without a policy it is a draft that nobody has reviewed."""
    case = publish(dossier, policy or Policy.reading(), today, basemap, tell=tell)
    files = picture_files(case) | site.build(case, basemap)
    for name in FORMATS:
        files |= export(case, name)
    write_folder(case, files, target)
