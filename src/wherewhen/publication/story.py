"""The story: sightings in the order in which they are told, numbered, worded, under their headings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.sighting import Sighting
from wherewhen.model.source import Source, SourceKind
from wherewhen.publication.coarse import coarsened
from wherewhen.publication.edition import Edition, public_id
from wherewhen.publication.ground import Ground
from wherewhen.publication.public import PublicSighting
from wherewhen.publication.regions import Regions
from wherewhen.publication.wording import Told, subject_names, summary


class Story:
    """The admitted sightings in the order of the story, with their numbers and public ids."""

    def __init__(
        self,
        dossier: Dossier,
        admitted: Sequence[Sighting],
        documents: Sequence[Document],
        edition: Edition,
        basemap: Ground | None,
    ) -> None:
        self._edition = edition
        self._names = dict(subject_names(dossier.subject))
        self._rank = {document.id: rank for rank, document in enumerate(documents)}
        self._conflicts = dossier.itinerary.conflicts
        told = sorted((self._coarse(s) for s in admitted), key=lambda pair: self._place_in_text(pair[1]))
        regions = Regions([shown.place for _, shown in told], edition.voices, basemap)
        self._headings = {s.id: regions.of(shown.place) for s, shown in told}
        first = {heading: n for n, heading in reversed(list(enumerate(self._headings.values())))}
        self._told = sorted(
            told, key=lambda pair: self._place_in_story(pair[1], first[self._headings[pair[0].id]])
        )
        self.ids = self._public_ids()

    def sightings(self) -> tuple[PublicSighting, ...]:
        return tuple(self._sighting(n, *pair) for n, pair in enumerate(self._told, 1))

    def pictured(self) -> list[tuple[str, Sighting]]:
        """Public ids with the sightings as they were read."""
        return [(self.ids[sighting.id], sighting) for sighting, _ in self._told]

    def _coarse(self, sighting: Sighting) -> tuple[Sighting, Sighting]:
        return sighting, replace(sighting, place=coarsened(sighting.place, self._edition.policy))

    def _place_in_text(self, sighting: Sighting) -> tuple[object, ...]:
        span = sighting.lead.span
        told = (sighting.status.value, sighting.lead.role, sighting.place.surface, sighting.place.names)
        return self._rank[span.document.id], span.start, span.end, *told

    def _place_in_story(self, shown: Sighting, region: int) -> tuple[int, int]:
        """Regions as they first appear, those without a place last; inside a region as in the text."""
        return 0 if shown.place.precision.placed else 1, region

    def _public_ids(self) -> dict[str, str]:
        seen: Counter[str] = Counter()
        ids = {}
        for sighting, _ in self._told:
            passages = public_id(sighting, 0)
            ids[sighting.id] = public_id(sighting, seen[passages]) if seen[passages] else passages
            seen[passages] += 1
        return ids

    def _sighting(self, number: int, read: Sighting, shown: Sighting) -> PublicSighting:
        edition = self._edition
        claims = self._ranked(shown)
        named = tuple(edition.veil(name) for name in shown.companions if edition.policy.names(name))
        unnamed = len(shown.companions) - len(named)
        place = edition.place(shown.place)
        told = Told(
            shown.status.value,
            claims[0].role,
            place,
            shown.when,
            edition.sources(_chain(claims)),
            named,
            unnamed,
        )
        return PublicSighting(
            id=self.ids[read.id],
            number=number,
            status=shown.status.value,
            confidence=round(shown.confidence, 4),
            place=place,
            time=edition.time(shown.when),
            companions=named,
            activity=edition.veil(next((c.activity for c in claims if c.activity), "")),
            summary=tuple((v.language, summary(told, self._names[v.language], v)) for v in edition.voices),
            region=self._headings[read.id],
            evidence=tuple(kind.value for kind in shown.evidence),
            attribution=edition.sources(shown.attribution),
            independent_sources=shown.independent_sources,
            conflicts=edition.conflicts(self._conflicts, self.ids, read.id),
            claims=tuple(edition.claim(claim) for claim in claims),
            image=None,
            reasons=edition.reasons(shown.reasons + tuple(r for c in claims for r in c.reasons)),
            unnamed_companions=unnamed,
        )

    def _ranked(self, sighting: Sighting) -> list[Claim]:
        """The claim that tells most, then the others as they stand in the documents."""
        lead, *others = sighting.claims
        return [lead, *sorted(others, key=lambda c: (self._rank[c.span.document.id], c.span.start, c.id))]


def _chain(claims: Sequence[Claim]) -> tuple[Source, ...]:
    """The chain for "according to": the first that a passage names, else the document's publisher."""
    chain = next((claim.attribution for claim in claims if claim.attribution), ())
    publisher = claims[0].span.document.publisher
    return chain or ((Source(publisher, SourceKind.OUTLET),) if publisher else ())
