"""The formats that other tools read, one file each. A new format is a new file and one line here.

Every format has ``write(case)``, which returns its files by relative name, and ``dropped(case)``, which
says what the format cannot hold. ``export(case, "kml")`` returns the files and the list beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from wherewhen.model.errors import BadOption
from wherewhen.publication.exports import (
    atlos,
    bayanat,
    contract,
    csv,
    followthemoney,
    geojson,
    ics,
    kml,
    linked_places,
    prov,
    storymapjs,
    timelinejs,
    timemap,
)
from wherewhen.publication.exports.dropped import Dropped, sidecar
from wherewhen.publication.exports.encoding import Files
from wherewhen.publication.public import PublicCase

__all__ = ["EXPORTS", "Export", "Files", "export"]


@dataclass(frozen=True, slots=True)
class Export:
    """One format: its name on the command line and on the page, its files, what it leaves out."""

    name: str
    title: str
    write: Callable[[PublicCase], Files]
    dropped: Callable[[PublicCase], tuple[Dropped, ...]]


EXPORTS: Mapping[str, Export] = {
    name: Export(name, title, module.write, module.dropped)
    for name, title, module in (
        ("json", "JSON", contract),
        ("geojson", "GeoJSON", geojson),
        ("csv", "CSV", csv),
        ("kml", "KML, KMZ", kml),
        ("timelinejs", "TimelineJS", timelinejs),
        ("linked-places", "Linked Places", linked_places),
        ("storymapjs", "StoryMapJS", storymapjs),
        ("timemap", "timemap", timemap),
        ("atlos", "Atlos", atlos),
        ("followthemoney", "FollowTheMoney", followthemoney),
        ("prov", "W3C PROV", prov),
        ("bayanat", "Bayanat", bayanat),
        ("ics", "iCalendar", ics),
    )
}


def export(case: PublicCase, name: str) -> Files:
    """The files of one format and ``NAME.dropped.json``. Raises BadOption for an unknown name."""
    if name not in EXPORTS:
        raise BadOption(name, f"Formats: {', '.join(EXPORTS)}")
    chosen = EXPORTS[name]
    return chosen.write(case) | {f"{name}.dropped.json": sidecar(name, chosen.dropped(case))}
