"""One publication in the making: the rules, what they cover, and every word type turned public."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from wherewhen.languages import sentence
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Conflict, Sighting
from wherewhen.model.source import Source
from wherewhen.model.when import When
from wherewhen.publication.geometry import geometry_of
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import (
    Names,
    PublicClaim,
    PublicConflict,
    PublicDocument,
    PublicPlace,
    PublicReason,
    PublicSource,
    PublicTime,
)
from wherewhen.publication.veil import Veil
from wherewhen.publication.wording import Voice, common, date_words

_INSIDE = dict.fromkeys(
    ("claim.hangs_after", "claim.hangs_before", "claim.hangs_during"), ("tie", "where", "earliest", "latest")
)
"""What a reason holds for solving again and nobody outside is to see: the name of another claim."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Turns words of the reading into words of the publication, under one policy."""

    policy: Policy
    veil: Veil
    voices: tuple[Voice, ...]

    def place(self, place: Place) -> PublicPlace:
        """``place`` is already as coarse as the policy wants it."""
        names = tuple((language, self.veil(name)) for language, name in place.names)
        point = place.point
        return PublicPlace(
            surface=self.veil(place.surface),
            name=self.veil(place.name("en")),
            names=names,
            precision=place.precision.value,
            lat=round(point.lat, 5) if point else None,
            lon=round(point.lon, 5) if point else None,
            radius_km=round(place.radius_km, 3) if place.radius_km is not None else None,
            geometry=geometry_of(place),
            gazetteer_id=place.gazetteer_id,
            kind=place.kind,
            country=place.country,
            containment=place.containment,
            reasons=self.reasons(place.reasons),
        )

    def time(self, when: When) -> PublicTime:
        quotes = (reason.span.quote for reason in when.reasons if reason.span)
        return PublicTime(
            surface=self.veil(next(quotes, "")),
            begin=when.begin,
            end=when.end,
            edtf=when.edtf,
            grain=when.grain.value,
            words=tuple((voice.language, date_words(when, voice)) for voice in self.voices),
            reasons=self.reasons(when.reasons),
        )

    def reasons(self, reasons: tuple[Reason, ...]) -> tuple[PublicReason, ...]:
        return tuple(dict.fromkeys(self.reason(reason) for reason in reasons))

    def reason(self, reason: Reason) -> PublicReason:
        kept = [value for value in reason.values if value[0] not in _INSIDE.get(reason.code, ())]
        values = tuple((name, self.veil(value)) for name, value in kept)
        covered = Reason(reason.code, values)
        text: Names = tuple((voice.language, sentence(covered, voice.language)) for voice in self.voices)
        return PublicReason(reason.code, values, text)

    def conflicts(
        self, conflicts: tuple[Conflict, ...], ids: Mapping[str, str], of: str | None = None
    ) -> tuple[PublicConflict, ...]:
        """Conflicts between sightings that both go out; with ``of`` only those of one sighting."""
        return tuple(
            PublicConflict((ids[a], ids[b]), self.reason(conflict.reason))
            for conflict in conflicts
            for a, b in (conflict.sightings,)
            if a in ids and b in ids and of in (None, a, b)
        )

    def sources(self, chain: tuple[Source, ...]) -> tuple[PublicSource, ...]:
        return tuple(self._source(source) for source in chain)

    def _source(self, source: Source) -> PublicSource:
        if source.kind not in self.policy.sources:
            return PublicSource("", source.kind.value, named=False)
        return PublicSource(
            self.veil(source.name), source.kind.value, source.named and not common(source.name)
        )

    def claim(self, claim: Claim) -> PublicClaim:
        return PublicClaim(
            document=claim.span.document.id,
            start=claim.span.start,
            end=claim.span.end,
            quote=self.quote(claim.span.quote),
            language=claim.span.document.language,
            status=claim.status.value,
            evidence=claim.evidence.value,
            attribution=self.sources(claim.attribution),
            confidence=round(claim.confidence, 4),
        )

    def quote(self, text: str) -> str:
        """The quote without covered names, cut at a word where the policy limits its length."""
        shown, limit = self.veil(text), self.policy.quote_length
        if limit is None or len(shown) <= limit:
            return shown
        return shown[:limit].rsplit(None, 1)[0].rstrip(" ,;:،؛") + " …"

    def document(self, document: Document) -> PublicDocument:
        return PublicDocument(
            id=document.id,
            path=document.path if self.policy.paths else None,
            url=document.url,
            title=self.veil(document.title) if document.title else document.title,
            publisher=document.publisher,
            published=document.published,
            language=document.language,
        )


def public_id(sighting: Sighting, position: int) -> str:
    """Hash of the passages alone: it stays when a place or a date is corrected, and tells neither.

    ``position`` counts the sightings that rest on the very same passages.
    """
    passages = sorted((c.span.document.id, c.span.start, c.span.end) for c in sighting.claims)
    return hashlib.sha256(repr((passages, position)).encode()).hexdigest()[:12]
