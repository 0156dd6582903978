"""A whole dossier as a folder: the page, its pictures, the data in every shape that it offers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from wherewhen.basemap import Basemap
from wherewhen.model.dossier import Dossier
from wherewhen.publication import site
from wherewhen.publication.exports import export
from wherewhen.publication.folder import write_file, write_folder
from wherewhen.publication.ground import Towns, no_towns
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.offer import offered
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicBand
from wherewhen.publication.publish import publish


def write_dossier(
    dossier: Dossier,
    target: Path,
    today: date,
    basemap: Basemap,
    policy: Policy | None = None,
    tell: Callable[[str], None] = lambda message: None,
    towns: Towns = no_towns,
    bands: Sequence[PublicBand] = (),
) -> None:
    """Write the folder whole or not at all; without a policy it is a draft that nobody has reviewed."""
    rules = policy or Policy.reading()
    case = publish(dossier, rules, today, basemap, towns=towns, bands=bands, tell=tell)
    downloads, data = offered(case)
    write_folder(case, picture_files(case) | site.build(case, basemap, downloads, towns) | data, target)


def write_single(
    dossier: Dossier,
    target: Path,
    today: date,
    basemap: Basemap,
    policy: Policy | None = None,
    tell: Callable[[str], None] = lambda message: None,
    towns: Towns = no_towns,
    bands: Sequence[PublicBand] = (),
    budget: int = site.BUDGET,
) -> site.Report:
    """Write the page as one file of at most ``budget`` bytes; the report says what found no room.

    Raises OutputError where not even the page alone fits.
    """
    rules = policy or Policy.reading()
    case = publish(dossier, rules, today, basemap, towns=towns, bands=bands, tell=tell)
    downloads, data = offered(case)
    files = picture_files(case) | site.build(case, basemap, downloads, towns, apart=False) | data
    content, report = site.single(files, budget)
    write_file(content, target)
    return report


def write_export(
    dossier: Dossier,
    name: str,
    target: Path,
    today: date,
    basemap: Basemap,
    tell: Callable[[str], None] = lambda message: None,
) -> tuple[str, ...]:
    """Write one format to a folder, whole or not at all, with the photos that its files name.

    Returns the names of the files. Raises BadOption for an unknown format, OutputError.
    """
    case = publish(dossier, Policy.reading(), today, basemap, tell=tell)
    files = export(case, name)
    named = b"".join(files.values())
    files |= {file: content for file, content in picture_files(case).items() if file.encode() in named}
    write_folder(case, files, target)
    return tuple(sorted(files))
