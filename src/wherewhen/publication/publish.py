"""From what was read to what goes out: the one door between the desk and its readers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from wherewhen.model.document import Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.sighting import Sighting
from wherewhen.publication.coarse import coarsened
from wherewhen.publication.edition import Edition
from wherewhen.publication.ground import Ground, Towns, no_towns
from wherewhen.publication.illustrations import illustrated
from wherewhen.publication.journey import journey
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import Names, PublicBand, PublicCase
from wherewhen.publication.story import Story
from wherewhen.publication.veil import Veil
from wherewhen.publication.wording import counts, subject_names, title, voices

Teller = Callable[[str], None]


def publish(
    dossier: Dossier,
    policy: Policy,
    today: date,
    basemap: Ground | None = None,
    *,
    towns: Towns = no_towns,
    bands: Sequence[PublicBand] = (),
    pictures: bool = True,
    indic: bool = True,
    tell: Teller = lambda message: None,
) -> PublicCase:
    """Everything about the subject that may go out under ``policy`` on the day ``today``.

    Pure: equal arguments give equal results, whatever the order of the documents. ``pictures`` adds
    photos and, with a basemap, drawn maps; ``indic`` writes Arabic numbers in Arabic-Indic digits;
    ``towns`` gives the maps names to find one's way by; ``bands`` are shown behind the timeline as they are;
    ``tell`` hears of pictures that had to be left out.

    1. keep back what the policy does not let out  2. put the rest in the order of the story
    3. cover names, coarsen places  4. find the words  5. illustrate
    """
    admitted = [s for s in dossier.sightings if policy.withholds(s, today) is None]
    documents = _documents(dossier, admitted, policy)
    edition = Edition(policy, _veil(dossier, admitted, policy), voices(indic))
    story = Story(dossier, admitted, documents, edition, basemap)
    sightings = story.sightings()
    public = [edition.document(document) for document in documents]
    names = subject_names(dossier.subject)
    case = PublicCase(
        subject=dossier.subject.name,
        subject_names=names,
        aliases=dossier.subject.aliases,
        documents=tuple(public),
        sightings=sightings,
        itinerary=journey(dossier, story.ids, sightings, edition),
        withheld=_withheld(dossier, admitted, policy, today),
        draft=policy.draft,
        tools=tuple(sorted((tool.name, tool.version) for tool in dossier.tools)),
        title=tuple((v.language, title(dict(names)[v.language], sightings, v)) for v in edition.voices),
        bands=tuple(replace(band, names=_covered(band.names, edition.veil)) for band in bands),
        summary=tuple((v.language, counts(sightings, public, v)) for v in edition.voices),
    )
    return illustrated(case, story.pictured(), edition, basemap, towns, tell) if pictures else case


def _covered(names: Names, veil: Veil) -> Names:
    return tuple((language, veil(name)) for language, name in names)


def _documents(dossier: Dossier, admitted: Sequence[Sighting], policy: Policy) -> list[Document]:
    """The documents in a fixed order; under a policy that keeps things back, only those that are quoted."""
    quoted = {claim.span.document.id for sighting in admitted for claim in sighting.claims}
    shown = {d.id: d for d in dossier.documents if policy.draft or d.id in quoted}
    return sorted(shown.values(), key=lambda d: (d.published or date.max, d.title or "", d.id))


def _veil(dossier: Dossier, admitted: Sequence[Sighting], policy: Policy) -> Veil:
    """Covers the companions and sources of what goes out that may not be named."""
    claims = [claim for sighting in admitted for claim in sighting.claims]
    hidden = {name for claim in claims for name in claim.companions if not policy.names(name)}
    hidden |= {s.name for claim in claims for s in claim.attribution if s.kind not in policy.sources}
    return Veil(sorted(hidden), (dossier.subject.name, *dossier.subject.aliases, *(policy.named or ())))


def _withheld(
    dossier: Dossier, admitted: Sequence[Sighting], policy: Policy, today: date
) -> tuple[tuple[str, int], ...]:
    """What was kept back, counted by category; each mention counts, so that nobody is told apart."""
    kept: Counter[str] = Counter(c for s in dossier.sightings if (c := policy.withholds(s, today)))
    claims = [claim for sighting in admitted for claim in sighting.claims]
    kept["companions"] = sum(not policy.names(name) for s in admitted for name in s.companions)
    kept["sources"] = sum(s.kind not in policy.sources and s.named for c in claims for s in c.attribution)
    kept["places"] = sum(coarsened(sighting.place, policy) != sighting.place for sighting in admitted)
    if policy.quote_length is not None:
        kept["quotes"] = sum(len(claim.span.quote) > policy.quote_length for claim in claims)
    return tuple(sorted((category, n) for category, n in kept.items() if n))
