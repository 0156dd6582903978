"""Every export is accepted by its consumer's own rules."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest
from followthemoney import model
from PIL import Image
from prov.model import ProvBundle, ProvDocument

from wherewhen.model.document import Image as Picture
from wherewhen.model.dossier import Dossier
from wherewhen.model.sighting import Sighting
from wherewhen.publication.exports import export
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.publish import publish

KML = "{http://www.opengis.net/kml/2.2}"


def with_photo(dossier: Dossier) -> Dossier:
    out = io.BytesIO()
    Image.linear_gradient("L").resize((600, 400)).save(out, "PNG")
    page = replace(dossier.documents[0], images=(Picture("a.png", alt="A road", content=out.getvalue()),))
    claims = [replace(s.lead, span=replace(s.lead.span, document=page)) for s in dossier.sightings]
    claims[1] = replace(claims[1], image=0)
    sightings = tuple(Sighting((c,), c.place, c.when, c.status) for c in claims)
    ids = {old.id: new.id for old, new in zip(dossier.sightings, sightings, strict=True)}
    legs = tuple(replace(leg, start=ids[leg.start], end=ids[leg.end]) for leg in dossier.itinerary.legs)
    itinerary = replace(
        dossier.itinerary,
        order=tuple(ids[i] for i in dossier.itinerary.order),
        legs=legs,
        gaps=(),
        conflicts=(),
    )
    return replace(dossier, documents=(page,), sightings=sightings, itinerary=itinerary)


@pytest.fixture
def case(dossier: Dossier, today: date) -> PublicCase:
    return publish(with_photo(dossier), Policy.reading(), today)


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)


# KML

KML_ORDER = [
    "name", "description", "TimeStamp", "TimeSpan", "styleUrl", "Style", "ExtendedData",
    "MultiGeometry", "Folder",
]  # fmt: skip


def test_kml_keeps_the_order_of_its_schema(case: PublicCase) -> None:
    root = ElementTree.fromstring(export(case, "kml")["sightings.kml"])
    marks = list(root.iter(f"{KML}Placemark"))
    assert len(marks) == 7
    for feature in (*marks, *root.iter(f"{KML}Folder")):
        order = [
            KML_ORDER.index(child.tag.removeprefix(KML))
            for child in feature
            if child.tag != f"{KML}Placemark"
        ]
        assert order == sorted(order)
    for ring in root.iter(f"{KML}LinearRing"):
        corners = (ring[0].text or "").split()
        assert corners[0] == corners[-1] and len(corners) >= 4
    assert sum(mark.find(f"{KML}MultiGeometry") is None for mark in marks) == 2


def test_kml_spans_have_an_open_end_where_the_date_has_one(case: PublicCase) -> None:
    root = ElementTree.fromstring(export(case, "kml")["sightings.kml"])
    spans = [[child.tag.removeprefix(KML) for child in span] for span in root.iter(f"{KML}TimeSpan")]
    assert ["end"] in spans and ["begin", "end"] in spans


def test_kmz_brings_its_photos(case: PublicCase) -> None:
    with zipfile.ZipFile(io.BytesIO(export(case, "kml")["sightings.kmz"])) as archive:
        names = archive.namelist()
        assert names[0] == "doc.kml" and len(names) == 2
        source = re.search(r'img src="([^"]+)"', archive.read("doc.kml").decode().replace("&quot;", '"'))
        assert source is None or source.group(1) in names
        assert archive.read(names[1])[:2] == b"\xff\xd8"
        assert all(entry.date_time == (1980, 1, 1, 0, 0, 0) for entry in archive.infolist())


# TimelineJS

TIMELINE_HEADER = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Alt Text,Type,Group,Background"
)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_timelinejs_slides_have_what_it_needs(case: PublicCase, language: str) -> None:
    timeline = json.loads(export(case, "timelinejs")[f"timeline-{language}.json"])
    assert set(timeline) == {"title", "events", "eras", "scale"}
    assert len(timeline["events"]) == 4, "what has no date at all stands on the title"
    allowed = {"start_date", "end_date", "text", "media", "group", "display_date", "autolink", "unique_id"}
    for slide in timeline["events"]:
        assert set(slide) <= allowed and isinstance(slide["start_date"]["year"], int)
        assert slide["display_date"] and slide["text"]["headline"]
        assert Tags(slide["text"]["text"]).found <= {"p"}
    assert sum("media" in slide for slide in timeline["events"]) == 1


def test_timelinejs_spreadsheet_has_exactly_its_header(case: PublicCase) -> None:
    content = export(case, "timelinejs")["timeline-en.csv"].decode()
    assert content.split("\r\n")[0] == TIMELINE_HEADER
    found = rows(content.encode())
    assert found[0]["Type"] == "title" and not found[0]["Year"]
    assert all(row["Year"].isdigit() for row in found[1:]) and len(found) == 5


# StoryMapJS


@pytest.mark.parametrize("language", ["en", "ar"])
def test_storymapjs_slides_have_a_location_and_no_sighting_is_lost(case: PublicCase, language: str) -> None:
    story = json.loads(export(case, "storymapjs")[f"storymap-{language}.json"])["storymap"]
    assert {"language", "map_type", "map_as_image", "slides"} <= set(story)
    assert story["slides"][0]["type"] == "overview"
    for slide in story["slides"][1:]:
        assert set(slide) <= {"date", "location", "text", "media"}
        assert isinstance(slide["location"]["lat"], float) and isinstance(slide["location"]["lon"], float)
    text = json.dumps(story, ensure_ascii=False)
    assert all(
        json.dumps(dict(s.summary)[language], ensure_ascii=False)[1:30] in text for s in case.sightings
    )


def test_storymapjs_draws_a_line_only_where_a_journey_is_stated(case: PublicCase) -> None:
    slides = json.loads(export(case, "storymapjs")["storymap-en.json"])["storymap"]["slides"]
    assert sum(slide["location"]["line"] for slide in slides[1:]) == 0, (
        "the stated journey runs the other way"
    )


# timemap

EVENT_KEYS = {
    "id", "description", "date", "time", "time_precision", "location", "latitude", "longitude", "x", "y", "z",
    "type", "category", "category_full", "associations", "sources", "comments", "time_display",
    "narrative___stepStyles", "shape", "colour",
}  # fmt: skip
SOURCE_KEYS = {
    "id", "title", "thumbnail", "paths", "type", "affil_s", "url", "description", "parent", "author", "date",
    "notes",
}  # fmt: skip


def test_timemap_accepts_every_event(case: PublicCase) -> None:
    files = export(case, "timemap")
    events = json.loads(files["timemap/events.json"])
    associations = json.loads(files["timemap/associations.json"])
    known = {association["id"] for association in associations}
    assert len(events) == 4
    for event in events:
        assert set(event) <= EVENT_KEYS, "an unknown key refuses the event"
        scalars = {key: value for key, value in event.items() if key not in ("associations", "sources")}
        assert all(isinstance(value, str) for value in scalars.values())
        assert (event["latitude"] == "") == (event["longitude"] == "") and event["description"]
        assert re.fullmatch(r"\d{2}/\d{2}/\d{4}", event["date"])
        assert event["associations"] and set(event["associations"]) <= known
    for association in associations:
        assert set(association) == {"id", "title", "desc", "mode", "filter_paths"}
        assert association["mode"] in ("CATEGORY", "NARRATIVE", "FILTER")


def test_timemap_knows_every_source_of_an_event(case: PublicCase) -> None:
    files = export(case, "timemap")
    sources = json.loads(files["timemap/sources.json"])
    for key, source in sources.items():
        assert set(source) == SOURCE_KEYS and source["id"] == key and isinstance(source["paths"], list)
        assert all(path.startswith(("http://", "https://", "images/")) for path in source["paths"])
    assert {s for event in json.loads(files["timemap/events.json"]) for s in event["sources"]} <= set(sources)


# Linked Places


def test_linked_places_has_what_its_format_requires(case: PublicCase) -> None:
    collection = json.loads(export(case, "linked-places")["places.lpf.json"])
    assert collection["type"] == "FeatureCollection" and collection["@context"].startswith("https://")
    assert len(collection["features"]) == 2
    for feature in collection["features"]:
        assert {"@id", "type", "properties", "names", "geometry", "when"} <= set(feature)
        assert feature["properties"]["title"] and set(feature["properties"]["fclasses"]) <= set("AHLPRST")
        assert {name["lang"] for name in feature["names"]} >= {"en", "ar"}
        assert feature["geometry"]["certainty"] in ("certain", "less-certain", "uncertain")
        for span in feature["when"]["timespans"]:
            assert set(span) == {"start", "end"}
            assert all(set(side) <= {"in", "earliest", "latest"} for side in span.values())
    assert collection["features"][0]["links"] == [{"type": "closeMatch", "identifier": "gn:169577"}]
    assert collection["features"][0]["properties"]["fclasses"] == ["P"]


# Atlos


def test_atlos_accepts_every_row(case: PublicCase) -> None:
    found = rows(export(case, "atlos")["atlos.csv"])
    assert {"status", "description", "sensitive"} <= set(found[0]) and len(found) == 7
    for row in found:
        assert row["status"] in (
            "To Do", "In Progress", "Ready for Review", "Help Needed", "Completed", "Canceled",
        )  # fmt: skip
        assert row["sensitive"] == "Not Sensitive" and len(row["description"]) >= 8
        assert bool(row["latitude"]) == bool(row["longitude"])
        assert all(name == name.lower() for name in row)


# FollowTheMoney


def test_followthemoney_accepts_every_entity(case: PublicCase) -> None:
    content = export(case, "followthemoney")["followthemoney.ftm.json"].decode()
    entities = {}
    for line in content.splitlines():
        data = json.loads(line)
        proxy = model.get_proxy(data, cleaned=False)
        proxy.schema.validate({"properties": {name: proxy.get(name) for name in proxy.properties}})
        for name, values in data["properties"].items():
            assert set(proxy.get(name)) and len(proxy.get(name)) == len(values), (
                f"{name} was refused: {values}"
            )
        entities[proxy.id] = proxy
    kinds = [proxy.schema.name for proxy in entities.values()]
    assert (kinds.count("Event"), kinds.count("Trip"), kinds.count("Article")) == (7, 1, 1)
    for proxy in entities.values():
        for prop, value in proxy.itervalues():
            if prop.type.name == "entity":
                assert entities[value].schema.is_a(prop.range), f"{prop.name} leads to nothing fitting"


# PROV


def test_prov_is_read_by_the_reference_library(case: PublicCase) -> None:
    content = export(case, "prov")["prov.json"].decode()
    document: ProvBundle = ProvDocument.deserialize(content=content, format="json")
    kinds = [type(record).__name__ for record in document.get_records()]
    assert kinds.count("ProvEntity") == 1 + 7 + 7
    assert kinds.count("ProvDerivation") == 14 and "ProvAttribution" in kinds
    assert (
        json.loads(document.serialize(format="json"))["entity"].keys() == json.loads(content)["entity"].keys()
    )


# Bayanat


def test_bayanat_events_name_places_that_are_in_the_set(case: PublicCase) -> None:
    files = export(case, "bayanat")
    titles = [row["title"] for row in rows(files["bayanat/locations.csv"])]
    assert len(titles) == len(set(titles)) == 2
    events = rows(files["bayanat/events.csv"])
    assert len(events) == 7
    for event in events:
        assert event["location"] in (*titles, "")
        assert event["from_date"] or event["location"] or event["title"], "what the importer needs"
        assert event["estimated"] in ("", "yes")
    assert rows(files["bayanat/person.csv"])[0]["name_ar"] == "القاضية أمل حداد"


# iCalendar


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_calendar_entry_is_whole(case: PublicCase, language: str) -> None:
    content = export(case, "ics")[f"dates-{language}.ics"]
    assert all(len(line) <= 75 for line in content.split(b"\r\n")) and b"\n" not in content.replace(
        b"\r\n", b""
    )
    logical = content.decode().replace("\r\n ", "").split("\r\n")
    assert logical[0] == "BEGIN:VCALENDAR" and logical[-2:] == ["END:VCALENDAR", ""]
    entries: list[dict[str, Any]] = []
    for line in logical:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            entries.append({})
        elif entries:
            entries[-1][name] = value
    assert len(entries) == 4
    for entry in entries:
        assert {"UID", "DTSTAMP", "DTSTART;VALUE=DATE", "SUMMARY"} <= set(entry)
        assert entry["DTSTART;VALUE=DATE"] < entry["DTEND;VALUE=DATE"]
        assert entry["STATUS"] in ("CONFIRMED", "TENTATIVE", "CANCELLED")
