"""The sightings as cards under the names of their regions, and as a table."""

from __future__ import annotations

from datetime import date

from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.site.card import Context, card, place_name
from wherewhen.publication.site.markup import Markup, tag
from wherewhen.publication.site.words import Words

COLUMNS = ("number", "place", "date", "earliest", "latest", "with", "evidence", "status", "sources_count")


def regions(case: PublicCase, w: Words) -> list[tuple[str, list[PublicSighting]]]:
    """Regions in the order in which the story comes to them."""
    found: dict[str, list[PublicSighting]] = {}
    for sighting in sorted(case.sightings, key=lambda s: s.number):
        found.setdefault(w.of(sighting.region) or w("region_none"), []).append(sighting)
    return list(found.items())


def story(case: PublicCase, w: Words, apart: bool) -> Markup:
    """The cards; where they stand ``apart``, only where to read them without the script."""
    if apart:
        return tag("div", {"class": "story is-large"}, tag("p", {"class": "unscripted"}, w("unscripted")))
    context = Context.of(case, w)
    groups = [
        tag(
            "section",
            {"class": "region"},
            tag("h2", None, tag("bdi", None, name)),
            [card(s, context) for s in inside],
        )
        for name, inside in regions(case, w)
    ]
    return tag("div", {"class": "story"}, groups)


def table(case: PublicCase, w: Words, apart: bool) -> Markup:
    """The accessible twin of the map: one row a sighting."""
    head = [tag("th", {"scope": "col", "data-key": key}, _column(key, w)) for key in COLUMNS]
    numbered = sorted(case.sightings, key=lambda s: s.number)
    rows = [] if apart else [_row(s, w) for s in numbered]
    return tag(
        "div",
        {"class": "table", "tabindex": "0", "role": "region", "aria-label": w("table")},
        tag("table", None, tag("thead", None, tag("tr", None, head)), tag("tbody", None, rows)),
    )


def _column(key: str, w: Words) -> str:
    return w(key)


def _row(s: PublicSighting, w: Words) -> Markup:
    place = place_name(s.place, w)
    comma = w.data["list_comma"]
    companions = [[comma if i else None, tag("bdi", None, name)] for i, name in enumerate(s.companions)]
    cells: list[tuple[object, str | int]] = [
        (tag("a", {"href": f"#{w.language}-h-{s.number}"}, w.number(s.number)), s.number),
        (tag("bdi", None, place), place),
        (w.generated(s.time.words, s.time.surface), _sortable(s.time.earliest or s.time.latest)),
        (_short_day(s.time.earliest, w), _sortable(s.time.earliest)),
        (_short_day(s.time.latest, w), _sortable(s.time.latest)),
        (companions, comma.join(s.companions)),
        (comma.join(w.named("evidence", e) for e in s.evidence), ",".join(s.evidence)),
        (w.named("status", s.status), s.status),
        (w.number(s.independent_sources), s.independent_sources),
    ]
    return tag("tr", {"data-n": s.number}, [_cell(shown, key) for shown, key in cells])


def _cell(shown: object, key: str | int) -> Markup:
    return tag("td", {"data-sort": key}, shown)  # type: ignore[arg-type]


def _short_day(day: date | None, w: Words) -> str:
    return w.short_day(day) if day else "–"


def _sortable(day: date | None) -> str:
    return day.isoformat() if day else "9999"
