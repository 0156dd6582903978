"""What one reading of some documents found out about one subject."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.model.document import Document
from wherewhen.model.itinerary import Itinerary
from wherewhen.model.person import Person
from wherewhen.model.sighting import Sighting
from wherewhen.model.tool import Tool


@dataclass(frozen=True, slots=True)
class Dossier:
    """``sightings`` stand in the order of the documents' text."""

    subject: Person
    documents: tuple[Document, ...]
    sightings: tuple[Sighting, ...]
    itinerary: Itinerary
    tools: tuple[Tool, ...] = ()
