"""A picture for every sighting: its photo from the documents, else a drawn map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from wherewhen.model.sighting import Sighting
from wherewhen.publication.edition import Edition
from wherewhen.publication.ground import Ground, Towns
from wherewhen.publication.illustrations.album import Album
from wherewhen.publication.illustrations.atlas import Atlas
from wherewhen.publication.illustrations.overview import overview
from wherewhen.publication.public import PublicCase, PublicFile, PublicSighting

__all__ = ["illustrated", "picture_files"]


def illustrated(
    case: PublicCase,
    pictured: Sequence[tuple[str, Sighting]],
    edition: Edition,
    ground: Ground | None,
    towns: Towns,
    tell: Callable[[str], None],
) -> PublicCase:
    """The case with photos and, where there is a basemap, drawn maps; ``pictured`` is what was read."""
    claims = {identifier: sighting.claims for identifier, sighting in pictured}
    album = Album(edition, list(claims.values()), tell)
    atlas = Atlas(edition.voices, ground, towns, tell) if ground else None

    def with_image(sighting: PublicSighting) -> PublicSighting:
        image = album.image(claims[sighting.id], sighting) or (atlas.image(sighting) if atlas else None)
        return replace(sighting, image=image)

    shown = replace(case, sightings=tuple(with_image(sighting) for sighting in case.sightings))
    return replace(shown, overview=overview(shown, edition.voices, ground, towns)) if ground else shown


def picture_files(case: PublicCase) -> dict[str, bytes]:
    """Every picture of the case by its file name: photos in all widths, maps in all languages."""
    files: list[PublicFile] = list(case.overview)
    for sighting in case.sightings:
        if sighting.image:
            files += [sighting.image.main, *sighting.image.renditions]
    return {file.file: file.content for file in files}
