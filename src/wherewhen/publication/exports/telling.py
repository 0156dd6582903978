"""A sighting as a few lines of words, for formats that hold only text."""

from __future__ import annotations

import html
from collections.abc import Mapping
from urllib.parse import urlsplit

from wherewhen.publication.public import PublicCase, PublicDocument, PublicFile, PublicSighting
from wherewhen.publication.wording import Voice, chain_words, date_words, place_name

_MARKDOWN = str.maketrans({c: f"&#{ord(c)};" for c in "[]()`*_!#|\\~"})


def documents_of(case: PublicCase) -> Mapping[str, PublicDocument]:
    return {document.id: document for document in case.documents}


def headline(sighting: PublicSighting, voice: Voice) -> str:
    """``Homs, no later than 13 May 2016``."""
    joint = "، " if voice.language == "ar" else ", "
    return f"{where_words(sighting, voice)}{joint}{date_words(sighting.time, voice)}"


def where_words(sighting: PublicSighting, voice: Voice) -> str:
    """The place's name, the words "on the way" or that no place is stated."""
    precision = sighting.place.precision
    if precision in ("in_transit", "unspecified"):
        return voice.word("precision", precision)
    return place_name(sighting.place, voice)


def lines(sighting: PublicSighting, case: PublicCase, voice: Voice) -> list[str]:
    """Summary, status, quotes with their documents, chain of sources; plain text."""
    told = [dict(sighting.summary)[voice.language], voice.word("status", sighting.status)]
    documents = documents_of(case)
    for claim in sighting.claims:
        document = documents.get(claim.document)
        named = [part for part in (document.title, document.publisher) if part] if document else []
        quote = voice.say("sources", "quote", text=claim.quote)
        told.append(f"{quote} ({', '.join(named)})" if named else quote)
    if sighting.attribution:
        told.append(chain_words(sighting.attribution, voice))
    if case.draft:
        told.append(voice.say("image", "draft"))
    return told


def as_html(told: list[str]) -> str:
    """The lines as paragraphs; whatever a document contained stays text."""
    return "".join(f"<p>{html.escape(line)}</p>" for line in told)


def as_markdown_text(told: list[str]) -> str:
    """The lines for a consumer that reads markdown and HTML alike: neither can come of them."""
    return " — ".join(html.escape(line).translate(_MARKDOWN) for line in told)


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web, else None."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    safe = (
        parts.scheme in ("http", "https")
        and parts.netloc
        and not any(c.isspace() or ord(c) < 33 for c in url)
    )
    return url if safe else None


def photo_of(sighting: PublicSighting) -> PublicFile | None:
    """The photo of the sighting in its smallest width, None for a drawn map or nothing."""
    image = sighting.image
    if image is None or image.drawn:
        return None
    return min((image.main, *image.renditions), key=lambda file: file.width)


def photos(case: PublicCase) -> dict[str, bytes]:
    """The photos of all sightings by file name."""
    found = [photo_of(sighting) for sighting in case.sightings]
    return {file.file: file.content for file in found if file}
