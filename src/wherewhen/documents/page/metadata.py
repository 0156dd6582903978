"""What a page says about itself: title, publisher, author, address, day, language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from wherewhen.documents.dates import address_date, written_date
from wherewhen.documents.limits import MAX_JSON_BYTES
from wherewhen.documents.page.tree import Element
from wherewhen.documents.page.walk import tidy
from wherewhen.documents.stated import Stated

DATE_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "publishdate", "publish-date", "pubdate", "publication_date", "parsely-pub-date", "sailthru.date",
    "article.published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
    "citation_publication_date", "citation_date", "date", "originalpublicationdate",
)  # fmt: skip
TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "citation_title", "headline")
PUBLISHER_NAMES = ("og:site_name", "publisher", "dc.publisher", "citation_publisher", "application-name")
AUTHOR_NAMES = (
    "author",
    "article:author",
    "dc.creator",
    "citation_author",
    "parsely-author",
    "sailthru.author",
)
ARTICLES = (
    "article",
    "newsarticle",
    "report",
    "reportagenewsarticle",
    "blogposting",
    "webpage",
    "analysisnewsarticle",
)
SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.I)
LONGEST = 500
PROSE = 150


def metadata_of(root: Element, markup: str, language: str) -> Stated:
    """Everything stated in the head, in linked data, in time elements and by the saving browser."""
    metas = dict(_metas(root))
    data = list(_linked_data(root))
    address = _address(root, metas, markup)
    return Stated(
        published=_published(root, metas, data, language) or (address_date(address) if address else None),
        publisher=_first(metas, PUBLISHER_NAMES) or _name_in(data, "publisher"),
        title=_text_in(data, "headline") or _first(metas, TITLE_NAMES) or _title(root),
        url=address,
        language=_language(root),
        author=_person(_name_in(data, "author") or _first(metas, AUTHOR_NAMES)),
    )


def _metas(root: Element) -> Iterator[tuple[str, str]]:
    """Names and contents of ``meta`` elements; the first of a name counts."""
    seen: set[str] = set()
    for element in root.iter("meta"):
        name = (
            (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        )
        content = _line(element.get("content"))
        if name and content and name not in seen:
            seen.add(name)
            yield name, content


def _line(value: object) -> str | None:
    """One clean line, or None. Lone surrogates, which a JSON escape can smuggle in, become U+FFFD."""
    if not isinstance(value, str):
        return None
    whole = value[:4000].encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(tidy(whole).split())[:LONGEST].strip() or None


def _linked_data(root: Element) -> Iterator[dict[str, Any]]:
    """The objects of JSON-LD scripts that describe an article. Broken ones are passed over."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        raw = (script.text or "")[: MAX_JSON_BYTES + 1]
        if len(raw) > MAX_JSON_BYTES:
            continue
        try:
            yield from _articles(json.loads(raw))
        except (ValueError, RecursionError):
            continue


def _articles(data: object) -> Iterator[dict[str, Any]]:
    for thing in data if isinstance(data, list) else [data]:
        if not isinstance(thing, dict):
            continue
        graph = thing.get("@graph")
        nodes = [node for node in graph if isinstance(node, dict)] if isinstance(graph, list) else [thing]
        yield from (node for node in nodes if _is_article(node))


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.lower() in ARTICLES for kind in named)


def _text_in(data: Iterable[dict[str, Any]], key: str) -> str | None:
    return next(filter(None, (_line(node.get(key)) for node in data)), None)


def _name_in(data: Iterable[dict[str, Any]], key: str) -> str | None:
    for node in data:
        value = node.get(key)
        first = value[0] if isinstance(value, list) and value else value
        name = _line(first.get("name") if isinstance(first, dict) else first)
        if name:
            return name
    return None


def _first(metas: dict[str, str], names: Iterable[str]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _title(root: Element) -> str | None:
    """The ``title`` element without the site's name after a bar or dash."""
    whole = next((_line(" ".join(map(str, e.itertext()))) for e in root.iter("title")), None)
    if not whole:
        return None
    parts = re.split(r"\s+[|–—·»]\s+|\s+-\s+", whole)
    return max(parts, key=len)


def _person(name: str | None) -> str | None:
    return None if name is None or "://" in name or "@" in name else name


def _language(root: Element) -> str | None:
    found = next(
        (e.get("lang") or e.get("{http://www.w3.org/XML/1998/namespace}lang") for e in root.iter("html")),
        None,
    )
    return _line(found)


def _address(root: Element, metas: dict[str, str], markup: str) -> str | None:
    saved = SAVED_FROM.search(markup[:2000])
    canonical = (
        e.get("href") for e in root.iter("link") if "canonical" in (e.get("rel") or "").lower().split()
    )
    for address in (*canonical, metas.get("og:url"), saved[1] if saved else None):
        clean = web_address(address)
        if clean:
            return clean
    return None


def web_address(address: str | None) -> str | None:
    """An http(s) address with a host, without user name or white space; anything else is no address."""
    line = _line(address)
    if line is None or re.search(r"[\s<>\"'\\]", line):
        return None
    try:
        parts = urlsplit(line)
    except ValueError:
        return None
    return line if parts.scheme in ("http", "https") and parts.hostname and not parts.username else None


def _published(
    root: Element, metas: dict[str, str], data: list[dict[str, Any]], language: str
) -> date | None:
    stated = [_text_in(data, "datePublished"), _text_in(data, "dateCreated")]
    stated += [metas.get(name) for name in DATE_NAMES]
    stated += [
        _line(e.get("content") or e.get("datetime"))
        for e in root.iter()
        if e.get("itemprop") == "datePublished"
    ]
    stated += list(_time_elements(root))
    days = (written_date(line, language) for line in stated if line)
    return next(filter(None, days), None)


def _time_elements(root: Element) -> Iterator[str | None]:
    """``time`` elements that say they are the publication, then the first one of the article's header."""
    times = [e for e in root.iter("time") if e.get("datetime")]
    for element in times:
        names = (element.get("class") or "").lower().split()
        if element.get("pubdate") is not None or {"published", "entry-date", "pubdate", "post-date"} & set(
            names
        ):
            yield _line(element.get("datetime"))
    for element in times[:1]:
        above = {e.tag for e in element.iterancestors()}
        if "header" in above or _before_prose(element):
            yield _line(element.get("datetime"))


def _before_prose(element: Element) -> bool:
    """No long paragraph stands before the element."""
    above = element.getparent()
    before = above.itersiblings("p", preceding=True) if above is not None else ()
    return not any(len("".join(map(str, p.itertext()))) > PROSE for p in before)
