"""TimelineJS: the JSON object and the spreadsheet, in both languages."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from wherewhen.publication.exports.csv import Cell, table
from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_reasons,
    is_open,
    is_undated,
    lost,
)
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.exports.telling import as_html, headline, lines, photo_of, photos
from wherewhen.publication.public import PublicCase, PublicFile, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, Voice, date_words

HEADER = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date",
    "Headline", "Text", "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Alt Text", "Type",
    "Group", "Background",
)  # fmt: skip


def write(case: PublicCase) -> Files:
    files = photos(case)
    for voice in (ENGLISH, ARABIC):
        files[f"timeline-{voice.language}.json"] = json_bytes(_timeline(case, voice))
        files[f"timeline-{voice.language}.csv"] = table(HEADER, _rows(case, voice), bom=False)
    return files


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case,
        undated=is_undated,
        open_date=is_open,
        area=has_area,
        reasons=has_reasons,
        conflicts=has_conflicts,
    )


def _dated(case: PublicCase) -> list[PublicSighting]:
    return [sighting for sighting in case.sightings if not is_undated(sighting)]


def _timeline(case: PublicCase, voice: Voice) -> dict[str, Any]:
    """Sightings without any date cannot be slides; they stand on the title slide."""
    undated = [s for s in case.sightings if is_undated(s)]
    told = [dict(case.summary)[voice.language], *(dict(s.summary)[voice.language] for s in undated)]
    return {
        "title": {"text": {"headline": as_text(dict(case.title)[voice.language]), "text": as_html(told)}},
        "events": [_slide(sighting, case, voice) for sighting in _dated(case)],
        "eras": [],
        "scale": "human",
    }


def as_text(words: str) -> str:
    """For a field that the consumer reads as HTML."""
    return as_html([words]).removeprefix("<p>").removesuffix("</p>")


def _slide(sighting: PublicSighting, case: PublicCase, voice: Voice) -> dict[str, Any]:
    first, last = _days(sighting)
    slide: dict[str, Any] = {"start_date": _day(first)}
    if last != first:
        slide["end_date"] = _day(last)
    slide |= {
        "display_date": as_text(date_words(sighting.time, voice)),
        "text": {
            "headline": as_text(headline(sighting, voice)),
            "text": as_html(lines(sighting, case, voice)),
        },
        "group": as_text(dict(sighting.region)[voice.language]),
        "unique_id": f"s{sighting.id}",
        "autolink": False,
    }
    photo = photo_of(sighting)
    return slide | {"media": _media(photo, sighting, voice)} if photo else slide


def _media(photo: PublicFile, sighting: PublicSighting, voice: Voice) -> dict[str, str]:
    image = sighting.image
    assert image is not None
    return {
        "url": photo.file,
        "caption": as_text(image.caption),
        "credit": as_text(image.credit),
        "alt": dict(image.alt)[voice.language],
    }


def _days(sighting: PublicSighting) -> tuple[date, date]:
    """The bounds; an open side takes the day of the other, the words carry the doubt."""
    first, last = sighting.time.earliest, sighting.time.latest
    known = first or last
    assert known is not None
    return first or known, last or known


def _day(day: date) -> dict[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _rows(case: PublicCase, voice: Voice) -> Iterable[list[Cell]]:
    title = [as_text(dict(case.title)[voice.language]), as_text(dict(case.summary)[voice.language])]
    yield [*[None] * 9, *title, *[None] * 5, "title", None, None]
    for sighting in _dated(case):
        yield _row(sighting, case, voice)


def _row(sighting: PublicSighting, case: PublicCase, voice: Voice) -> list[Cell]:
    first, last = _days(sighting)
    end: list[Cell] = [last.year, last.month, last.day] if last != first else [None] * 3
    slide = _slide(sighting, case, voice)
    media = slide.get("media", {"url": "", "credit": "", "caption": "", "alt": ""})
    text = slide["text"]
    return [
        first.year, first.month, first.day, None, *end, None,
        slide["display_date"], text["headline"], text["text"],
        media["url"], media["credit"], media["caption"], None, media["alt"], None, slide["group"], None,
    ]  # fmt: skip
