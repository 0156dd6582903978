"""What stands below the story: sources, method and limits, data, licences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from wherewhen.publication.public import Names, PublicCase, PublicDocument, PublicSighting
from wherewhen.publication.site.card import address, anchor
from wherewhen.publication.site.figures import source_names
from wherewhen.publication.site.markup import Child, Markup, fragment, tag, web_address
from wherewhen.publication.site.words import Words
from wherewhen.publication.wording import Voice
from wherewhen.publication.wording import withheld as kept_back


@dataclass(frozen=True, slots=True)
class Download:
    """A data file beside the page.

    dropped  what the format cannot carry, in each language
    more     further files of the format
    sidecar  the file that lists what was dropped
    """

    file: str
    format: str
    dropped: Names = ()
    more: tuple[str, ...] = ()
    sidecar: str = ""


MOST_LINKS = 200
DOWNLOADS = (
    Download("sightings.json", "JSON"),
    Download("sightings.geojson", "GeoJSON"),
    Download("sightings.csv", "CSV"),
)


def ends(case: PublicCase, downloads: tuple[Download, ...], w: Words) -> Markup:
    parts = [_sources(case, w), _method(case, w), _downloads(case, downloads, w), _licences(w)]
    return tag("footer", {"class": "ends"}, parts)


def _section(name: str, heading: str, w: Words, *children: Child) -> Markup:
    identity = f"{w.language}-{name}"
    return tag("section", {"id": identity, "class": f"end end-{name}"}, tag("h2", None, heading), children)


def _sources(case: PublicCase, w: Words) -> Markup:
    used = _contributed(case)
    items = [_document(i, d, used.get(d.id, []), w) for i, d in enumerate(case.documents, 1)]
    publishers = {d.publisher for d in case.documents}
    others = [name for name in source_names(case) if name not in publishers]
    named = [tag("li", None, tag("bdi", None, name)) for name in others]
    more = [tag("h3", None, w("other_sources")), tag("ul", {"class": "names"}, named)] if named else None
    listed = tag("ol", {"class": "documents"}, items)
    return _section("sources", w("sources"), w, tag("p", None, w("sources_intro")), listed, more)


def _contributed(case: PublicCase) -> dict[str, list[PublicSighting]]:
    """The sightings that each document tells."""
    found: dict[str, list[PublicSighting]] = {}
    for sighting in case.sightings:
        for document in dict.fromkeys(claim.document for claim in sighting.claims):
            found.setdefault(document, []).append(sighting)
    return found


def _document(number: int, document: PublicDocument, used: Sequence[PublicSighting], w: Words) -> Markup:
    name = document.title or w("document_untitled")
    titled = tag("cite", {"lang": document.language or None, "dir": "auto"}, name)
    url = web_address(document.url)
    if url:
        titled = tag("a", {"href": url, "rel": "noopener noreferrer", "target": "_blank"}, titled)
    facts = [tag("bdi", None, document.publisher)] if document.publisher else []
    day = document.published
    facts.append(tag("span", None, w("published", date=w.day(day)) if day else w("undated")))
    joined = [[w.data["list_comma"] if i else None, fact] for i, fact in enumerate(facts)]
    shown = used[:MOST_LINKS]
    links: list[Child] = [
        [" ", tag("a", {"href": fragment(anchor(w, s.id))}, w.number(s.number))] for s in shown
    ]
    if len(used) > len(shown):
        links.append([" ", w("more", n=len(used) - len(shown))])
    return tag(
        "li",
        {"id": f"{w.language}-source-{number}"},
        tag("p", {"class": "document"}, titled),
        tag("p", {"class": "document-facts"}, joined),
        tag("p", {"class": "document-facts"}, w("contributed"), ":", links) if links else None,
        tag("p", {"class": "hash"}, w("hash"), ": ", tag("code", {"dir": "ltr"}, document.id)),
    )


def _method(case: PublicCase, w: Words) -> Markup:
    reviewed = w("method_draft") if case.draft else w("method_reviewed")
    paragraphs = [w("method_reading"), w("method_counting"), reviewed, w("method_limits"), w("disputed_note")]
    voice = Voice(w.language)
    withheld = [tag("li", None, kept_back(category, n, voice)) for category, n in case.withheld if n]
    kept = tag("ul", None, withheld) if withheld else tag("p", None, w("withheld_nothing"))
    tools = [tag("li", None, tag("bdi", None, f"{name} {version}")) for name, version in case.tools]
    return _section(
        "method",
        w("method"),
        w,
        [tag("p", None, paragraph) for paragraph in paragraphs],
        [tag("h3", None, w("withheld")), kept],
        _gaps(case, w),
        [tag("h3", None, w("tools")), tag("ul", {"class": "names"}, tools)] if tools else None,
    )


def _gaps(case: PublicCase, w: Words) -> Child:
    numbers = {s.id: s.number for s in case.sightings}
    longest = sorted(case.itinerary.gaps, key=lambda gap: -gap[2])[:5]
    items = [
        tag("li", None, w("gap", days=w.count("days", days), a=numbers[a], b=numbers[b]))
        for a, b, days in longest
        if a in numbers and b in numbers
    ]
    return [tag("h3", None, w("gaps")), tag("ul", None, items)] if items else None


def _downloads(case: PublicCase, downloads: tuple[Download, ...], w: Words) -> Markup:
    items = []
    for download in (*downloads, *_drawings(case, w)):
        links = [[" ", _file(file)] for file in (download.file, *download.more)]
        items.append(tag("li", None, tag("b", None, download.format), links, _dropped(download, w)))
    return _section(
        "data", w("downloads"), w, tag("p", None, w("downloads_intro")), tag("ul", {"class": "files"}, items)
    )


def _drawings(case: PublicCase, w: Words) -> list[Download]:
    """The maps of all sightings: one to print, one to share."""
    mine = [address(f.file) for f in case.overview if f.language in (None, w.language)]
    kinds = (("share" if "share" in name else "overview", name) for name in mine)
    found: dict[str, list[str]] = {}
    for kind, name in kinds:
        found.setdefault(kind, []).append(name)
    return [Download(names[0], w(f"file_{kind}"), more=tuple(names[1:])) for kind, names in found.items()]


def _file(name: str) -> Markup:
    return tag("a", {"href": quote(name), "download": True}, tag("bdi", None, name))


def _dropped(download: Download, w: Words) -> Child:
    lost = w.of(download.dropped)
    link = [" ", _file(download.sidecar)] if download.sidecar else None
    if not lost:
        return None
    return tag(
        "details", {"class": "dropped"}, tag("summary", None, w("dropped")), tag("p", None, lost, link)
    )


def _licences(w: Words) -> Markup:
    keys = ("licence_places", "licence_map", "licence_fonts", "licence_quotes", "made_with")
    return _section("licences", w("licences"), w, [tag("p", {"dir": w.direction}, w(key)) for key in keys])
