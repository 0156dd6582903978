"""Bayanat: a set to import — locations first, then the person with the events — and how to do it."""

from __future__ import annotations

from collections import Counter
from datetime import date

from wherewhen.publication.exports.csv import Cell, table
from wherewhen.publication.exports.dropped import (
    Dropped,
    has_area,
    has_conflicts,
    has_reasons,
    is_open,
    is_unplaced,
    lost,
)
from wherewhen.publication.exports.encoding import Files
from wherewhen.publication.exports.telling import lines, web_address
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH

LOCATIONS = (
    "id", "title", "title_ar", "parent_id", "lat", "lon", "full_location", "description", "tags", "deleted",
)  # fmt: skip
PERSON = (
    "name", "name_ar", "nickname", "nickname_ar", "type", "sources", "source_link", "publish_date",
    "originid", "tags", "description",
)  # fmt: skip
EVENTS = (
    "title",
    "title_ar",
    "comments",
    "comments_ar",
    "type",
    "location",
    "from_date",
    "to_date",
    "estimated",
)

README = """How to bring this set into Bayanat

1. locations.csv: import it as locations. The events name their places by the titles in it.
2. person.csv: import it as a sheet of actors; the column names are those of the import form.
3. events.csv: the rows are the events of this person. Map the columns of the same names. A date that is not
   one exact day is marked in "estimated", and the words of its doubt stand in "comments".

كيف تُستورد هذه المجموعة إلى بيانات

١. الملف locations.csv: يُستورد كمواقع، والأحداث تسمّي أماكنها بالعناوين الواردة فيه.
٢. الملف person.csv: يُستورد كجدول أشخاص، وأسماء الأعمدة هي أسماء نموذج الاستيراد.
٣. الملف events.csv: صفوفه أحداث هذا الشخص. كل تاريخ ليس يوماً بعينه يُعلَّم في العمود estimated،
   وصياغة الشك فيه واردة في التعليقات.
"""


def write(case: PublicCase) -> Files:
    titles = _titles(case)
    events = [_event(sighting, case, titles.get(sighting.id)) for sighting in case.sightings]
    return {
        "bayanat/locations.csv": table(LOCATIONS, _locations(case, titles)),
        "bayanat/person.csv": table(PERSON, [_person(case)]),
        "bayanat/events.csv": table(EVENTS, events),
        "bayanat/README.txt": README.encode(),
    }


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(
        case,
        unplaced_location=is_unplaced,
        open_date=is_open,
        area=has_area,
        reasons=has_reasons,
        conflicts=has_conflicts,
    )


def _titles(case: PublicCase) -> dict[str, str]:
    """The location's title for every placed sighting; two places of one name are told apart by a number."""
    titles: dict[str, str] = {}
    spots: dict[tuple[object, ...], str] = {}
    known: Counter[str] = Counter()
    for sighting in case.sightings:
        if is_unplaced(sighting):
            continue
        place = sighting.place
        spot, name = (place.names, place.surface, place.lat, place.lon), place.name or place.surface
        if spot not in spots:
            title = name
            while known[title]:
                known[name] += 1
                title = f"{name} ({known[name]})"
            known[title] += 1
            spots[spot] = title
        titles[sighting.id] = spots[spot]
    return titles


def _locations(case: PublicCase, titles: dict[str, str]) -> list[list[Cell]]:
    rows: dict[str, list[Cell]] = {}
    for sighting in case.sightings:
        title = titles.get(sighting.id)
        if title is not None and title not in rows:
            place = sighting.place
            arabic = dict(place.names).get("ar")
            full = ", ".join([title, *place.containment])
            rows[title] = [len(rows) + 1, title, arabic, None, place.lat, place.lon, full, None, None, False]
    return list(rows.values())


def _person(case: PublicCase) -> list[Cell]:
    names = dict(case.subject_names)
    addresses = [a for document in case.documents if (a := web_address(document.url))]
    publishers = dict.fromkeys(document.publisher for document in case.documents if document.publisher)
    return [
        names["en"], names["ar"], "; ".join(case.aliases), None, "Person", "; ".join(publishers),
        addresses[0] if addresses else None, None, None, None, dict(case.summary)["en"],
    ]  # fmt: skip


def _event(sighting: PublicSighting, case: PublicCase, location: str | None) -> list[Cell]:
    first, last = sighting.time.earliest, sighting.time.latest
    exact = first is not None and first == last
    return [
        dict(sighting.summary)["en"],
        dict(sighting.summary)["ar"],
        "\n".join(lines(sighting, case, ENGLISH)),
        "\n".join(lines(sighting, case, ARABIC)),
        "Sighting",
        location,
        _day(first or last),
        _day(last) if not exact else None,
        None if exact or not (first or last) else "yes",
    ]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
