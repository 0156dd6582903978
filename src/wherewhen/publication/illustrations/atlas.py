"""The drawn locator maps of a case: one for every place, in every language, drawn once."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence

from wherewhen.publication.ground import Ground, Towns
from wherewhen.publication.illustrations.insets import Insets
from wherewhen.publication.illustrations.locator import HEIGHT, WIDTH, Locator, alternative
from wherewhen.publication.illustrations.marks import HOLLOW
from wherewhen.publication.public import PublicFile, PublicImage, PublicSighting
from wherewhen.publication.wording import Voice, place_name

MOST_MAPS = 250


class Atlas:
    """Draws maps on demand; after ``MOST_MAPS`` different places it draws no more and says so once."""

    def __init__(
        self, voices: Sequence[Voice], ground: Ground, towns: Towns, tell: Callable[[str], None]
    ) -> None:
        self._voices, self._ground, self._towns, self._tell = voices, ground, towns, tell
        self._insets = Insets(ground)
        self._drawn: dict[object, PublicImage | None] = {}

    def image(self, sighting: PublicSighting) -> PublicImage | None:
        """The map of the sighting's place, None where it has none."""
        place = sighting.place
        if place.lat is None and place.geometry is None:
            return None
        key = (
            repr(place.geometry),
            place.lat,
            place.lon,
            place.radius_km,
            place.names,
            sighting.status in HOLLOW,
        )
        if key not in self._drawn:
            if len(self._drawn) == MOST_MAPS:
                self._tell(f"Only the first {MOST_MAPS} places have a drawn map")
            self._drawn[key] = self._draw(sighting) if len(self._drawn) < MOST_MAPS else None
        return self._drawn[key]

    def _draw(self, sighting: PublicSighting) -> PublicImage | None:
        place = sighting.place
        locator = Locator(place, sighting.status, self._ground, self._towns, self._insets)
        files = []
        for voice in self._voices:
            svg = locator.svg(place_name(place, voice), voice)
            if svg is None:
                return None
            files.append(_file(svg.encode(), voice))
        first = files[0]
        area = place.geometry is not None and place.geometry["type"] != "Point"
        return PublicImage(
            file=first.file,
            width=WIDTH,
            height=HEIGHT,
            alt=tuple((v.language, alternative(area, place_name(place, v), v)) for v in self._voices),
            caption="",
            caption_language=self._voices[0].language,
            credit="",
            drawn=True,
            content=first.content,
            renditions=tuple(files),
        )


def _file(content: bytes, voice: Voice) -> PublicFile:
    name = hashlib.sha256(content).hexdigest()[:12]
    return PublicFile(f"images/map-{name}-{voice.language}.svg", WIDTH, HEIGHT, content, voice.language)
