"""The story of the product: documents, what they name, what they claim, what that amounts to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wherewhen import __version__, claims, itinerary, mentions, places, settling, sightings, times
from wherewhen import documents as intake
from wherewhen.basemap import Basemap
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.person import Person
from wherewhen.model.tool import Tool

Progress = Callable[[str, float], None]


def investigate(
    documents: Sequence[Document],
    subject: Person,
    gazetteer: places.Gazetteer,
    basemap: Basemap,
    progress: Progress = lambda step, share: None,
) -> Dossier:
    """1. Read each document for claims. 2. Which deaths do they tell? 3. What bounds what, all together?

    4. Join claims on one event. 5. Order them.
    """
    found: list[Claim] = []
    for number, document in enumerate(documents):
        progress(document.title or document.path or document.id[:8], number / len(documents))
        found += read(document, subject, gazetteer, basemap)
    known = settling.deaths(documents, subject)
    told, clashes = settling.settled({claim.id: claim for claim in found}, known)
    settled = [told[claim.id] for claim in found]
    families = intake.alike(documents, _pictures(settled))
    events = sightings.merge(settled, families=families)
    return Dossier(
        subject=subject,
        documents=tuple(documents),
        sightings=events,
        itinerary=itinerary.derive(events, settling.conflicts(events, told, clashes, known)),
        tools=(Tool("wherewhen", __version__),),
    )


def _pictures(found: Sequence[Claim]) -> set[bytes]:
    """Those that claims rest on."""
    shown = (claim.span.document.images[claim.image].content for claim in found if claim.image is not None)
    return {content for content in shown if content is not None}


def read(
    document: Document, subject: Person, gazetteer: places.Gazetteer, basemap: Basemap
) -> tuple[Claim, ...]:
    """1. Which places does it name? 2. Who is spoken of? 3. Which times? 4. What is claimed or recorded?"""
    where = places.everywhere(document, gazetteer, mentions.subject_names(document, subject), basemap)
    people = mentions.people(document, subject, where)
    found = claims.find(document, subject, people, where, times.find(document))
    return claims.with_records(found, document, subject, gazetteer)
