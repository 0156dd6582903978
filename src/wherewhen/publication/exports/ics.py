"""iCalendar (RFC 5545): every dated sighting as an all-day entry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_reasons,
    is_open,
    is_undated,
    lost,
)
from wherewhen.publication.exports.encoding import Files
from wherewhen.publication.exports.telling import headline, lines, where_words
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, Voice
from wherewhen.publication.xml_text import clean

_STATUS = {"asserted": "CONFIRMED", "denied": "CANCELLED"}
_FOLD = 74


def write(case: PublicCase) -> Files:
    return {f"dates-{voice.language}.ics": _calendar(case, voice) for voice in (ENGLISH, ARABIC)}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case,
        undated=is_undated,
        open_date=is_open,
        area=has_area,
        reasons=has_reasons,
        conflicts=has_conflicts,
    )


def _calendar(case: PublicCase, voice: Voice) -> bytes:
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Wherewhen//Wherewhen//EN", "CALSCALE:GREGORIAN"]
    body = [line for s in case.sightings if not is_undated(s) for line in _entry(s, case, voice)]
    title = f"X-WR-CALNAME:{_text(dict(case.title)[voice.language])}"
    return "".join(_folded(line) for line in (*head, title, *body, "END:VCALENDAR")).encode()


def _entry(sighting: PublicSighting, case: PublicCase, voice: Voice) -> Iterator[str]:
    """An open side takes the day of the other; the words carry the doubt."""
    first = sighting.time.earliest or sighting.time.latest
    last = sighting.time.latest or first
    assert first is not None and last is not None
    yield "BEGIN:VEVENT"
    yield f"UID:{sighting.id}@wherewhen"
    yield "DTSTAMP:19700101T000000Z"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    if last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(headline(sighting, voice))}"
    told = "\n".join(lines(sighting, case, voice))
    yield f"DESCRIPTION:{_text(told)}"
    yield f"LOCATION:{_text(where_words(sighting, voice))}"
    if sighting.place.lat is not None:
        yield f"GEO:{sighting.place.lat:.6f};{sighting.place.lon:.6f}"
    yield f"CATEGORIES:{sighting.status.upper()}"
    yield f"STATUS:{_STATUS.get(sighting.status, 'TENTATIVE')}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _text(words: str) -> str:
    """A TEXT value: nothing in it can end the line or the entry."""
    plain = clean(words).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    plain = plain.translate({0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x7F: ""})
    escaped = plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Lines of at most 75 bytes, cut between characters, each further one after a space."""
    if len(line.encode()) <= _FOLD:
        return line + "\r\n"
    parts, room, part = [], _FOLD, ""
    for character in line:
        size = len(character.encode())
        if size > room:
            parts.append(part)
            part, room = "", _FOLD - 1
        part += character
        room -= size
    return "\r\n ".join([*parts, part]) + "\r\n"
