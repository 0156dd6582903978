"""StoryMapJS: an overview slide, then one slide for every placed sighting in the order of the story."""

from __future__ import annotations

from typing import Any

from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_reasons,
    is_unplaced,
    lost,
)
from wherewhen.publication.exports.encoding import Files, json_bytes
from wherewhen.publication.exports.telling import (
    as_html,
    headline,
    lines,
    photo_of,
    photos,
    where_words,
)
from wherewhen.publication.exports.timelinejs import as_text
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH, Voice, date_words

_ZOOM = {"site": 15, "settlement": 12, "district": 11, "region": 8, "country": 6}


def write(case: PublicCase) -> Files:
    stories = {f"storymap-{v.language}.json": json_bytes(_story(case, v)) for v in (ENGLISH, ARABIC)}
    return photos(case) | stories


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(case, unplaced_slide=is_unplaced, area=has_area, reasons=has_reasons, conflicts=has_conflicts)


def _story(case: PublicCase, voice: Voice) -> dict[str, Any]:
    """The interface of the consumer has no Arabic, so its language stays English; the texts do not."""
    slides = [_overview(case, voice)]
    previous: PublicSighting | None = None
    for sighting in case.sightings:
        if sighting.place.lat is None:
            slides[-1]["text"]["text"] += as_html([headline(sighting, voice), *lines(sighting, case, voice)])
        else:
            slides.append(_slide(sighting, previous, case, voice))
            previous = sighting
    return {
        "storymap": {
            "language": "en",
            "map_type": "osm:standard",
            "map_as_image": False,
            "call_to_action": False,
            "slides": slides,
        }
    }


def _overview(case: PublicCase, voice: Voice) -> dict[str, Any]:
    unplaced = [dict(s.summary)[voice.language] for s in case.sightings if s.place.lat is None]
    told = [dict(case.summary)[voice.language], *unplaced]
    return {
        "type": "overview",
        "text": {"headline": as_text(dict(case.title)[voice.language]), "text": as_html(told)},
    }


def _slide(
    sighting: PublicSighting, previous: PublicSighting | None, case: PublicCase, voice: Voice
) -> dict[str, Any]:
    """A line leads to the slide only where a source states the journey."""
    place = sighting.place
    stated = {(leg.start, leg.end) for leg in case.itinerary.legs if leg.stated}
    slide: dict[str, Any] = {
        "date": as_text(date_words(sighting.time, voice)),
        "location": {
            "lat": place.lat,
            "lon": place.lon,
            "name": as_text(where_words(sighting, voice)),
            "zoom": _ZOOM[place.precision],
            "line": previous is not None and (previous.id, sighting.id) in stated,
        },
        "text": {
            "headline": as_text(headline(sighting, voice)),
            "text": as_html(lines(sighting, case, voice)),
        },
    }
    photo, image = photo_of(sighting), sighting.image
    if photo and image:
        slide["media"] = {
            "url": photo.file,
            "caption": as_text(image.caption),
            "credit": as_text(image.credit),
        }
    return slide
