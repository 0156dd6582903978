"""The head of the publication: its title and its counts in one line; what was withheld."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wherewhen.publication.public import PublicDocument, PublicSighting, PublicTime
from wherewhen.publication.wording.voice import Voice

_FIRM = 366
_UNPLACED = ("in_transit", "unspecified")
_PICTURED = {"photo", "video"}


def title(subject: str, sightings: Sequence[PublicSighting], voice: Voice) -> str:
    """``NAME: documented movements, 2015–2020``."""
    days = _days([s.time for s in sightings if s.status != "planned"])
    if not days:
        return voice.say("case", "title", subject=subject)
    first, last = voice.number(min(days).year), voice.number(max(days).year)
    key = "title_year" if first == last else "title_years"
    return voice.say("case", key, subject=subject, first=first, last=last)


def _days(times: Sequence[PublicTime]) -> list[date]:
    """The days that bound the whole; what is known to a year at best only where nothing is known better.

    An undated photograph in a page of 2024 does not stretch a life to 2024.
    """
    sides = [side for time in times for side in (time.begin, time.end)]
    firm = [(a, b) for a, b in sides if a and b and (b - a).days <= _FIRM]
    return [day for side in firm or sides for day in side if day]


def counts(sightings: Sequence[PublicSighting], documents: Sequence[PublicDocument], voice: Voice) -> str:
    """``21 sightings in 12 places, from 14 sources; 4 could not be placed; ...``."""
    unplaced = sum(s.place.precision in _UNPLACED for s in sightings)
    pictured = sum(bool(_PICTURED & set(s.evidence)) for s in sightings)
    parts = {
        "places": (len(_places(sightings)), "place"),
        "sources": (len(_sources(sightings, documents)), "source"),
        "unplaced": (unplaced, "unplaced"),
        "pictured": (pictured, "pictured"),
    }
    phrases = {
        key: voice.say("case", key, **{key: voice.count(n, "count", noun)}) if n else ""
        for key, (n, noun) in parts.items()
    }
    return voice.say("case", "line", sightings=voice.count(len(sightings), "count", "sighting"), **phrases)


def withheld(category: str, n: int, voice: Voice) -> str:
    """What a policy kept back, counted: "3 planned journeys"; a category without words by its name."""
    if category in voice.table("withheld"):
        return voice.count(n, "withheld", category)
    return f"{category}: {voice.number(n)}"


def _places(sightings: Sequence[PublicSighting]) -> set[object]:
    return {
        s.place.gazetteer_id or (s.place.names, s.place.lat, s.place.lon)
        for s in sightings
        if s.place.precision not in _UNPLACED
    }


def _sources(sightings: Sequence[PublicSighting], documents: Sequence[PublicDocument]) -> set[str]:
    """Named sources of the chains and the publishers of the documents."""
    named = {source.name.casefold() for s in sightings for source in s.attribution if source.named}
    return named | {d.publisher.casefold() for d in documents if d.publisher}
