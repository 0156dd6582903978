"""The whole page: two editions of one record, complete without the script."""

from __future__ import annotations

from wherewhen.languages import LANGUAGES
from wherewhen.publication.ground import Towns
from wherewhen.publication.public import PublicCase
from wherewhen.publication.site.base import Basemap, Label, country_paths, drawn, ground, labels
from wherewhen.publication.site.card import address
from wherewhen.publication.site.data import page_data
from wherewhen.publication.site.ends import Download, ends
from wherewhen.publication.site.figures import Figures, figures, in_words, title
from wherewhen.publication.site.marks import Mark, marks, shapes
from wherewhen.publication.site.markup import Child, Markup, data_block, tag
from wherewhen.publication.site.overview import HEIGHT, WIDTH, overview, seen
from wherewhen.publication.site.stage import Stage, stage
from wherewhen.publication.site.story import story, table
from wherewhen.publication.site.symbols import hatching, patterns, symbols
from wherewhen.publication.site.towns import town_labels
from wherewhen.publication.site.words import Words, words

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action 'none'"
)


def page(
    case: PublicCase, basemap: Basemap, downloads: tuple[Download, ...], towns: Towns, apart: bool
) -> bytes:
    """``index.html`` as UTF-8; ``apart``: the cards stand in files of their own."""
    scene = stage(case)
    here = frozenset(s.place.country for s in case.sightings if s.place.country)
    world = ground(basemap, scene, here)
    names, found = [*labels(world, scene), *town_labels(towns, scene)], figures(case)
    drawn_marks = marks(case, scene.plane, country_paths(world, scene, here))
    drawing = _definitions(scene, drawn(world, scene, here), drawn_marks)
    editions = [
        _edition(case, scene, drawn_marks, names, found, downloads, words(lang), apart) for lang in LANGUAGES
    ]
    data = data_block("data", page_data(case, scene, drawn_marks, names, apart))
    first = words(LANGUAGES[0])
    body = tag("body", None, drawing, editions, data)
    html = tag(
        "html", {"lang": first.language, "dir": first.direction}, _head(title(case, found, first), case), body
    )
    return f"<!DOCTYPE html>\n{html}\n".encode()


def _head(heading: str, case: PublicCase) -> Markup:
    still = [file for file in case.overview if file.file.endswith(".png")]
    shared = {"og:title": heading, "og:type": "article", "og:description": dict(case.summary).get("en")}
    shared |= {"og:image": address(still[0].file)} if still else {}
    return tag(
        "head",
        None,
        tag("meta", {"charset": "utf-8"}),
        tag("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        tag("meta", {"name": "referrer", "content": "no-referrer"}),
        tag("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        tag("meta", {"name": "color-scheme", "content": "light dark"}),
        tag("title", None, heading),
        [tag("meta", {"property": key, "content": value}) for key, value in shared.items() if value],
        tag("link", {"rel": "stylesheet", "href": "page.css"}),
        tag("script", {"src": "page.js"}),
    )


def _definitions(scene: Stage, base: Markup, drawn_marks: dict[int, Mark]) -> Markup:
    _, _, wide, _ = scene.window(WIDTH, HEIGHT)
    still = hatching("hatch-still", WIDTH / wide)
    parts = [base, shapes(drawn_marks.values()), symbols(), patterns(), still]
    return tag(
        "svg",
        {"class": "definitions", "aria-hidden": "true", "width": 0, "height": 0},
        tag("defs", None, parts),
    )


def _edition(
    case: PublicCase,
    scene: Stage,
    drawn_marks: dict[int, Mark],
    names: list[Label],
    found: Figures,
    downloads: tuple[Download, ...],
    w: Words,
    apart: bool,
) -> Markup:
    drawing = overview(case, scene, drawn_marks, names, w)
    still = tag("figure", {"class": "still"}, drawing, _beyond(scene, drawn_marks, w), _draft(case, w))
    main = tag(
        "main",
        {"class": "main", "id": f"{w.language}-story", "tabindex": "-1"},
        story(case, w, apart),
        table(case, w, apart),
    )
    stage_part = tag("div", {"class": "stage"}, still, main)
    attributes = {"class": "edition", "id": w.language, "lang": w.language, "dir": w.direction}
    return tag("div", attributes, _banner(case, found, w), stage_part, ends(case, downloads, w))


def _beyond(scene: Stage, drawn_marks: dict[int, Mark], w: Words) -> Child:
    """Which sightings lie beyond the still map."""
    inside = {mark.number for mark in seen(drawn_marks.values(), scene)}
    numbers = [w.number(n) for n in sorted(drawn_marks) if n not in inside]
    told = w("beyond", numbers=w.data["list_comma"].join(numbers))
    return tag("p", {"class": "beyond"}, told) if numbers else None


def _banner(case: PublicCase, found: Figures, w: Words) -> Markup:
    heading = title(case, found, w)
    languages = [
        tag(
            "a",
            {
                "href": f"#{lang}",
                "lang": lang,
                "hreflang": lang,
                "data-language": lang,
                "aria-current": "true" if lang == w.language else None,
                "class": "button",
            },
            words(lang).data["name"],
        )
        for lang in LANGUAGES
    ]
    ends_links = [
        tag("a", {"href": f"#{w.language}-{key}", "class": "button"}, w(f"nav_{key}"))
        for key in ("method", "sources", "data")
    ]
    warning = [tag("strong", None, w("draft")), " ", tag("span", None, w("draft_note"))]
    return tag(
        "header",
        {"class": "banner"},
        tag("a", {"class": "skip", "href": f"#{w.language}-story"}, w("skip")),
        tag(
            "div",
            {"class": "banner-text"},
            tag("h1", None, heading),
            tag("p", {"class": "in-words"}, w.generated(case.summary) or in_words(found, w)),
        ),
        tag("nav", {"class": "banner-nav", "aria-label": w("navigation")}, languages, ends_links),
        tag("p", {"class": "draft-note"}, warning) if case.draft else None,
    )


def _draft(case: PublicCase, w: Words) -> Child:
    return tag("figcaption", {"class": "watermark"}, w("draft")) if case.draft else None
