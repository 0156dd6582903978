"""A sighting that somebody recorded before: a row of a table, an event of another tool's case."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recorded:
    """What one record says, in its own words and as far as they are plain.

    start, end         offsets of its words in the document's text
    earliest, latest   ISO 8601 days as recorded; ``when`` keeps the wording
    latitude, longitude  degrees; both or neither
    """

    start: int
    end: int
    when: str | None = None
    earliest: str | None = None
    latest: str | None = None
    place: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    description: str | None = None
    people: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    status: str | None = None
