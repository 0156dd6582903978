"""The photos of a case: every picture decoded once, the same picture shown once in its best copy."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.document import Image as Picture
from wherewhen.publication.edition import Edition
from wherewhen.publication.illustrations.matching import Spot, nearby, spoken_of
from wherewhen.publication.illustrations.photo import Photo, Unusable, alike, photo
from wherewhen.publication.public import PublicImage, PublicSighting
from wherewhen.publication.wording import Voice, date_in_sentence, where

_CREDIT = re.compile(r"\(([^()\n]{2,80})\)\s*$")


class Album:
    """Finds and re-encodes the photos that illustrate sightings.

    A picture that no passage describes is matched by its caption or position in drafts only: it may belong
    to a sighting that is kept back, and what is kept back must not show.
    """

    def __init__(
        self, edition: Edition, sightings: Sequence[Sequence[Claim]], tell: Callable[[str], None]
    ) -> None:
        self._edition = edition
        self._tell = tell
        self._photos: dict[tuple[str, int], Photo | None] = {}
        described = [spot for claims in sightings for spot in spoken_of(claims)]
        self._taken = {(document.id, index) for document, index in described}
        for claims in sightings:
            for document, index in self._spots(claims):
                if (document.id, index) not in self._photos:
                    self._photos[document.id, index] = self._decoded(document, document.images[index])

    def image(self, claims: Sequence[Claim], sighting: PublicSighting) -> PublicImage | None:
        """The illustration of a sighting, None if there is no usable picture for it."""
        for document, index in self._spots(claims):
            found = self._photos[document.id, index]
            if found:
                return self._image(self._best(found), document, document.images[index], sighting)
        return None

    def _spots(self, claims: Sequence[Claim]) -> Iterator[Spot]:
        yield from spoken_of(claims)
        if self._edition.policy.draft:
            yield from nearby(claims, self._taken)

    def _decoded(self, document: Document, picture: Picture) -> Photo | None:
        if picture.content is None:
            return None
        try:
            return photo(picture.content)
        except Unusable as error:
            self._tell(f"Picture left out: {picture.src} of {document.path or document.id[:12]}: {error}")
            return None

    def _best(self, found: Photo) -> Photo:
        """The largest copy of the same picture in the album."""
        copies = [p for p in self._photos.values() if p and alike(p.likeness, found.likeness)]
        return max(copies, key=lambda p: (p.width, p.files[0].file))

    def _image(
        self, chosen: Photo, document: Document, picture: Picture, sighting: PublicSighting
    ) -> PublicImage:
        veil, main = self._edition.veil, chosen.files[0]
        caption = document.quote(document.blocks[picture.caption]) if picture.caption is not None else ""
        shown = veil(" ".join(caption.split()))
        alt = veil(" ".join(picture.alt.split())) or shown
        return PublicImage(
            file=main.file,
            width=main.width,
            height=main.height,
            alt=tuple((v.language, _alternative(alt, sighting, v)) for v in self._edition.voices),
            caption=shown,
            caption_language=document.language,
            credit=_credit(shown, sighting, document),
            drawn=False,
            content=main.content,
            renditions=chosen.files[1:],
        )


def _alternative(text: str, sighting: PublicSighting, voice: Voice) -> str:
    if text:
        return voice.say("image", "photo_alt", caption=voice.foreign(text))
    spoken = {"where": where(sighting.place, voice), "when": date_in_sentence(sighting.time, voice)}
    return voice.say("image", "photo_alt_plain", **spoken)


def _credit(caption: str, sighting: PublicSighting, document: Document) -> str:
    """Who published the picture: said at the end of the caption, else the outermost source, else the page."""
    said = _CREDIT.search(caption)
    if said:
        return said.group(1)
    named = [source.name for source in sighting.attribution if source.named]
    return named[-1] if named else document.publisher or ""
