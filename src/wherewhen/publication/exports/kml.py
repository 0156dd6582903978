"""KML and KMZ for globes and map programs: places and areas with time spans, photos inside the KMZ."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.etree import ElementTree as Xml

from wherewhen.publication.exports.dropped import Dropped, has_conflicts, has_radius, has_reasons, lost
from wherewhen.publication.exports.encoding import Files
from wherewhen.publication.exports.telling import as_html, headline, lines, photo_of, photos
from wherewhen.publication.geometry import area_of
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.wording import ARABIC, ENGLISH
from wherewhen.publication.xml_text import clean

NAMESPACE = "http://www.opengis.net/kml/2.2"
_RED, _PAPER = "ff282fa5", "fff8fdff"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write(case: PublicCase) -> Files:
    return {"sightings.kml": _document(case, pictures=False), "sightings.kmz": _packed(case)}


def dropped(case: PublicCase) -> tuple[Dropped, ...]:
    return lost(case, reasons=has_reasons, conflicts=has_conflicts, radius=has_radius)


def _document(case: PublicCase, pictures: bool) -> bytes:
    root = Xml.Element("kml", xmlns=NAMESPACE)
    document = _child(root, "Document")
    _child(document, "name", dict(case.title)["en"])
    _child(document, "description", dict(case.summary)["en"])
    for style, colour in (("told", _RED), ("hollow", _PAPER)):
        _style(document, style, colour)
    for region, inside in _by_region(case.sightings):
        folder = _child(document, "Folder")
        _child(folder, "name", region)
        for sighting in inside:
            _placemark(folder, sighting, case, pictures)
    Xml.indent(root, " ")
    body: bytes = Xml.tostring(root, "utf-8")
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + body + b"\n"


def _by_region(sightings: Iterable[PublicSighting]) -> list[tuple[str, list[PublicSighting]]]:
    regions: dict[str, list[PublicSighting]] = {}
    for sighting in sightings:
        regions.setdefault(dict(sighting.region)["en"], []).append(sighting)
    return list(regions.items())


def _style(document: Xml.Element, name: str, colour: str) -> None:
    style = _child(document, "Style", id=name)
    icon = _child(style, "IconStyle")
    _child(icon, "color", colour)
    line = _child(style, "LineStyle")
    _child(line, "color", "80282fa5")
    area = _child(style, "PolyStyle")
    _child(area, "color", "30282fa5")


def _placemark(folder: Xml.Element, sighting: PublicSighting, case: PublicCase, pictures: bool) -> None:
    mark = _child(folder, "Placemark", id=f"s{sighting.id}")
    _child(mark, "name", f"{sighting.number}. {headline(sighting, ENGLISH)}")
    photo = photo_of(sighting) if pictures else None
    picture = f'<img src="{photo.file}" width="{photo.width}"/>' if photo else ""
    told = as_html(lines(sighting, case, ENGLISH)) + as_html(lines(sighting, case, ARABIC))
    _child(mark, "description", picture + told)
    _time(mark, sighting)
    _child(mark, "styleUrl", "#hollow" if sighting.status in ("planned", "denied") else "#told")
    _extended(mark, sighting)
    _geometry(mark, sighting)


def _time(mark: Xml.Element, sighting: PublicSighting) -> None:
    first, last = sighting.time.earliest, sighting.time.latest
    if first and first == last:
        _child(_child(mark, "TimeStamp"), "when", first.isoformat())
    elif first or last:
        span = _child(mark, "TimeSpan")
        for name, day in (("begin", first), ("end", last)):
            if day:
                _child(span, name, day.isoformat())


def _extended(mark: Xml.Element, sighting: PublicSighting) -> None:
    data = _child(mark, "ExtendedData")
    facts = {
        "status": sighting.status,
        "precision": sighting.place.precision,
        "when_en": dict(sighting.time.words)["en"],
        "when_ar": dict(sighting.time.words)["ar"],
        "edtf": sighting.time.edtf or "",
        "evidence": ", ".join(sighting.evidence),
        "companions": ", ".join(sighting.companions),
        "place_ar": dict(sighting.place.names).get("ar", ""),
        "independent_sources": str(sighting.independent_sources),
    }
    for name, value in facts.items():
        if value:
            _child(_child(data, "Data", name=name), "value", value)


def _geometry(mark: Xml.Element, sighting: PublicSighting) -> None:
    place = sighting.place
    area = area_of(place.geometry)
    if not area and place.lat is None:
        return
    several = _child(mark, "MultiGeometry")
    if place.lat is not None:
        _child(_child(several, "Point"), "coordinates", f"{place.lon},{place.lat}")
    for polygon in area:
        drawn = _child(several, "Polygon")
        for number, ring in enumerate(polygon):
            boundary = _child(drawn, "innerBoundaryIs" if number else "outerBoundaryIs")
            corners = " ".join(f"{lon},{lat}" for lon, lat in ring)
            _child(_child(boundary, "LinearRing"), "coordinates", corners)


def _child(parent: Xml.Element, tag: str, text: str | None = None, /, **attributes: str) -> Xml.Element:
    made = Xml.SubElement(parent, tag, attributes)
    made.text = clean(text) if text is not None else None
    return made


def _packed(case: PublicCase) -> bytes:
    """The KML and the photos in one archive, the same bytes on every machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in {"doc.kml": _document(case, pictures=True), **photos(case)}.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()
