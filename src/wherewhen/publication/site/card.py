"""One sighting as a card: where, when, with whom, doing what, and how we know."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from wherewhen.publication.public import (
    PublicCase,
    PublicClaim,
    PublicConflict,
    PublicDocument,
    PublicFile,
    PublicImage,
    PublicPlace,
    PublicReason,
    PublicSighting,
    PublicSource,
)
from wherewhen.publication.site.markup import Child, Markup, fragment, tag
from wherewhen.publication.site.symbols import sign
from wherewhen.publication.site.words import Words, text_direction, words
from wherewhen.publication.wording import script

QUOTES_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What a card needs from the rest of the case."""

    w: Words
    documents: dict[str, tuple[int, PublicDocument]]
    numbers: dict[str, int]
    draft: bool

    @classmethod
    def of(cls, case: PublicCase, w: Words) -> Context:
        documents = {d.id: (i, d) for i, d in enumerate(case.documents, 1)}
        return cls(w, documents, {s.id: s.number for s in case.sightings}, case.draft)


def anchor(w: Words, sighting: str) -> str:
    """The name of a card in the page; ``#`` and its quoted form is the permanent link."""
    return f"{w.language}-{sighting}"


def card(sighting: PublicSighting, context: Context) -> Markup:
    w = context.w
    body = [
        _image(sighting.image, w),
        _head(sighting, w),
        _status(sighting, w),
        tag("p", {"class": "card-summary"}, w.generated(sighting.summary)) if sighting.summary else None,
        _company(sighting, w),
        _activity(sighting, w),
        _knowledge(sighting, context),
        _conflicts(sighting, context),
        _why(sighting, w),
        _foot(sighting, context),
    ]
    return tag(
        "article",
        {
            "class": f"card is-{sighting.status}",
            "id": anchor(w, sighting.id),
            "data-n": sighting.number,
            "tabindex": "-1",
            "aria-labelledby": f"{w.language}-h-{sighting.number}",
        },
        tag(
            "p",
            {"class": "card-number"},
            tag("span", {"class": f"number is-{sighting.status}"}, w.number(sighting.number)),
        ),
        tag("div", {"class": "card-text"}, body),
    )


def _head(sighting: PublicSighting, w: Words) -> Child:
    place = sighting.place
    name = place_name(place, w)
    others = [(lang, other) for lang, other in place.names if lang != w.language and other and other != name]
    small = [
        tag("span", {"class": "other-script", "lang": lang, "dir": text_direction(lang)}, other)
        for lang, other in others[:1]
    ]
    title = tag("h3", {"id": f"{w.language}-h-{sighting.number}"}, tag("bdi", None, name), " ", small)
    return [title, tag("p", {"class": "card-date"}, w.generated(sighting.time.words, sighting.time.surface))]


def place_name(place: PublicPlace, w: Words) -> str:
    """The name in the language of the page; what no gazetteer names is told in words of that language."""
    told = w.of(place.names, place.name or place.surface)
    nameless = not place.names and place.precision in ("in_transit", "unspecified")
    foreign = nameless and bool(told) and script(told) != w.language
    return told if told and not foreign else w.named("precision", place.precision)


def _status(sighting: PublicSighting, w: Words) -> Child:
    if sighting.status == "asserted":
        return None
    chip = tag("strong", {"class": f"chip is-{sighting.status}"}, w.named("status", sighting.status))
    note = w.data["status_note"].get(sighting.status, "")
    return tag("p", {"class": "card-status"}, chip, " ", note)


def _company(sighting: PublicSighting, w: Words) -> Child:
    if not sighting.companions:
        return None
    people = [tag("li", None, tag("bdi", None, name)) for name in sighting.companions]
    return tag(
        "div", {"class": "row"}, tag("b", None, w("with")), " ", tag("ul", {"class": "people"}, people)
    )


def _activity(sighting: PublicSighting, w: Words) -> Child:
    language = sighting.claims[0].language if sighting.claims else w.language
    if not sighting.activity or language.split("-")[0] != w.language:
        return None
    quoted = (" ".join(claim.quote.split()).casefold() for claim in sighting.claims[:QUOTES_SHOWN])
    if any(" ".join(sighting.activity.split()).casefold() in quote for quote in quoted):
        return None
    words = tag("span", {"lang": language or None, "dir": "auto"}, sighting.activity)
    return tag("p", {"class": "row"}, tag("b", None, w("activity")), " ", words)


def _knowledge(sighting: PublicSighting, context: Context) -> Child:
    w, claims = context.w, list(sighting.claims)
    first = [_claims(list(group), context) for _, group in groupby(claims[:QUOTES_SHOWN], _origin)]
    rest = [_claims(list(group), context) for _, group in groupby(claims[QUOTES_SHOWN:], _origin)]
    if not claims:
        first = [_origin_line(sighting.evidence, sighting.attribution, w)]
    more = tag("summary", None, w("more_quotes", n=len(claims) - QUOTES_SHOWN))
    return [
        tag("h4", {"class": "how"}, w("how_we_know")),
        first,
        tag("details", {"class": "more"}, more, rest) if rest else None,
        tag("p", {"class": "independent"}, w.count("independent", sighting.independent_sources)),
    ]


def _origin(claim: PublicClaim) -> tuple[str, tuple[PublicSource, ...]]:
    return claim.evidence, claim.attribution


def _claims(claims: Sequence[PublicClaim], context: Context) -> Child:
    quotes = [_quote(claim, context) for claim in claims]
    return [quotes, _origin_line([claims[0].evidence], claims[0].attribution, context.w)]


def _quote(claim: PublicClaim, context: Context) -> Markup:
    language, w = claim.language or "und", context.w
    number, _ = context.documents.get(claim.document, (0, None))
    link = tag(
        "a",
        {
            "href": f"#{w.language}-source-{number}",
            "class": "cite",
            "aria-label": f"{w('sources')} {w.number(number)}",
        },
        f"[{w.number(number)}]",
    )
    attributes = {"lang": language, "dir": text_direction(language) if claim.language else "auto"}
    return tag(
        "blockquote", attributes, tag("p", None, tag("q", None, claim.quote), " ", link if number else None)
    )


@lru_cache(maxsize=4096)
def _cached_origin(evidence: tuple[str, ...], chain: tuple[PublicSource, ...], language: str) -> Markup:
    """The same chains come again and again."""
    return _drawn_origin(evidence, chain, words(language))


def _origin_line(evidence: Sequence[str], chain: Sequence[PublicSource], w: Words) -> Markup:
    return _cached_origin(tuple(evidence), tuple(chain), w.language)


def _drawn_origin(evidence: Sequence[str], chain: Sequence[PublicSource], w: Words) -> Markup:
    marks = [tag("span", {"class": "evidence"}, sign(kind), w.named("evidence", kind)) for kind in evidence]
    steps = [tag("li", None, _source(source, w)) for source in chain]
    listed = tag("ol", {"class": "chain", "aria-label": w("chain")}, steps)
    return tag("div", {"class": "origin"}, marks, listed if steps else None)


def _source(source: PublicSource, w: Words) -> Child:
    kind = w.named("kind", source.kind)
    if source.named and source.name:
        return tag("span", {"title": kind}, tag("bdi", None, source.name))
    mine = source.name and script(source.name) == w.language
    told = w("unnamed") if source.kind == "anonymous" or not source.name else kind
    return tag("i", {"title": kind}, tag("bdi", None, source.name if mine else told))


def _conflicts(sighting: PublicSighting, context: Context) -> Child:
    return [_conflict(conflict, sighting, context) for conflict in sighting.conflicts]


def _conflict(conflict: PublicConflict, sighting: PublicSighting, context: Context) -> Markup:
    w = context.w
    others = [s for s in conflict.sightings if s != sighting.id]
    links = [
        [tag("a", {"href": fragment(anchor(w, s))}, w.number(context.numbers[s])), ". "]
        for s in others
        if s in context.numbers
    ]
    sentence = w.generated(conflict.reason.text, conflict.reason.code)
    return tag("p", {"class": "conflict"}, tag("b", None, w("conflict")), " ", links, sentence)


def _why(sighting: PublicSighting, w: Words) -> Child:
    time, bounds = sighting.time, None
    if time.earliest or time.latest:
        ends = [w.day(day) if day else w("open") for day in (time.earliest, time.latest)]
        bounds = w("bounds", earliest=ends[0], latest=ends[1])
    edtf = [f"{w('edtf')}: ", tag("code", {"dir": "ltr"}, time.edtf)] if time.edtf else None
    extra = tag("p", {"class": "bounds"}, bounds, " · " if bounds and edtf else None, edtf)
    return tag(
        "div",
        {"class": "whys"},
        _reasons(w("why_date"), time.reasons, w, extra if bounds or edtf else None),
        _reasons(w("why_place"), sighting.place.reasons, w),
        _reasons(w("why_sighting"), sighting.reasons, w),
    )


def _reasons(question: str, reasons: Sequence[PublicReason], w: Words, extra: Child = None) -> Child:
    if not reasons and extra is None:
        return None
    sentences = [tag("p", None, w.generated(reason.text, reason.code)) for reason in reasons]
    return tag("details", {"class": "why"}, tag("summary", None, question), sentences, extra)


def _foot(sighting: PublicSighting, context: Context) -> Markup:
    w = context.w
    label = w("permalink", n=sighting.number)
    address = fragment(anchor(w, sighting.id))
    link = tag(
        "a", {"class": "permalink", "href": address, "aria-label": label, "title": label}, sign("link")
    )
    mark = tag("span", {"class": "unreviewed"}, w("draft")) if context.draft else None
    return tag("footer", {"class": "card-foot"}, mark, link)


def _image(image: PublicImage | None, w: Words) -> Child:
    if image is None:
        return None
    credit = tag("span", {"class": "credit"}, w("credit", credit=image.credit)) if image.credit else None
    caption = tag("span", {"lang": image.caption_language or None, "dir": "auto"}, image.caption)
    shown = _rendition(image, w)
    described = tag(
        "img",
        {
            "src": address(shown.file),
            "srcset": None if image.drawn else _widths(image),
            "sizes": None if image.drawn else "(min-width: 561px) 17rem, 94vw",
            "width": shown.width,
            "height": shown.height,
            "loading": "lazy",
            "alt": w.of(image.alt),
            "class": "drawn" if image.drawn else None,
        },
    )
    larger = {"href": address(shown.file), "target": "_blank", "rel": "noopener noreferrer"}
    described = tag("a", larger, described)
    below_words = [caption if image.caption else None, credit]
    below = tag("figcaption", None, below_words) if image.caption or credit else None
    return tag("figure", {"class": "card-image"}, described, below)


def _rendition(image: PublicImage, w: Words) -> PublicFile:
    """The picture with words in the language of the page, where words are drawn in it."""
    return next((file for file in image.renditions if file.language == w.language), image.main)


def _widths(image: PublicImage) -> str | None:
    files = {file.width: address(file.file) for file in (image.main, *image.renditions) if not file.language}
    return ", ".join(f"{files[width]} {width}w" for width in sorted(files)) if len(files) > 1 else None


def address(file: str) -> str:
    """Where a picture lies beside the page: a plain name, nothing of any other folder."""
    name = file.replace("\\", "/").rsplit("/", 1)[-1]
    plain = re.sub(r"[^A-Za-z0-9._-]|^\.+", "_", name)[-120:]
    return f"images/{plain or 'image'}"
