"""Markup to a tree: no network, no entities from outside, no scripts."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from wherewhen.documents.limits import MAX_ATTRIBUTES
from wherewhen.model.errors import DocumentTooLarge, EmptyDocument

Element = etree._Element
# Quantifiers are possessive so that no page can make the search go back.
TOKENS = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1|\Z)"
    r"|<[a-z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+'|[\"'])*+",
    re.S | re.I,
)
QUOTED = re.compile(r"\"[^\"]*+\"|'[^']*+'")
LAID_OUT = ("p", "div", "table", "br", "ul", "ol", "h1", "h2", "h3", "h4")
BETWEEN_ATTRIBUTES = re.compile(r"[\s/]+")
DECLARATIONS = re.compile(r"\s*(?:<\?xml[^>]*>)?\s*", re.I)


def parsed(markup: str, name: object) -> Element:
    """The root element. Raises EmptyDocument, and DocumentTooLarge where the parser had to give up."""
    _refuse_endless_tags(markup, name)
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    plain = DECLARATIONS.sub("", markup, count=1)
    root = etree.fromstring(plain.encode("utf-8", "replace"), parser)
    if root is None:
        raise EmptyDocument(name, "The page holds no elements")
    fatal = (entry.message for entry in parser.error_log if entry.level >= etree.ErrorLevels.FATAL)
    gave_up = next(filter(_limit, fatal), None)
    if gave_up:
        raise DocumentTooLarge(name, f"The page is nested too deeply or too long in one piece: {gave_up}")
    return cast(Element, root)


def _refuse_endless_tags(markup: str, name: object) -> None:
    for token in TOKENS.finditer(markup):
        start, end = token.span()
        if end - start < 2 * MAX_ATTRIBUTES or markup.startswith(("<!--", "<script", "<style"), start):
            continue
        if len(BETWEEN_ATTRIBUTES.findall(QUOTED.sub("", token[0]))) > MAX_ATTRIBUTES:
            raise DocumentTooLarge(name, f"At most {MAX_ATTRIBUTES:,} attributes in one element")


def _limit(message: str) -> bool:
    lower = message.lower()
    return "depth" in lower or "huge" in lower or "too long" in lower


def tag_of(element: Element) -> str:
    """The name in lower case; empty for what is no element."""
    tag = element.tag
    return tag.lower() if isinstance(tag, str) else ""  # type: ignore[redundant-expr]


def block_tag(element: Element) -> str:
    """As ``tag_of``, but a table cell that holds blocks of its own is a ``div``: it lays out the page."""
    tag = tag_of(element)
    if tag in ("td", "th") and next(element.iter(*LAID_OUT), None) is not None:
        return "div"
    return tag


def is_link(element: Element) -> bool:
    return tag_of(element) == "a" and bool(element.get("href"))


def leaves_page(element: Element) -> bool:
    """True for a link to elsewhere; headings often link to themselves."""
    return is_link(element) and not (element.get("href") or "").startswith("#")


def names_of(element: Element) -> frozenset[str]:
    """The words of an element's class, id and role, e.g. ``related-posts`` gives both parts and the whole."""
    raw = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"[:1000]
    if not raw.strip():
        return frozenset()
    spaced = re.sub(r"([a-z])([A-Z])", r"\1-\2", raw).lower()
    wholes = spaced.split()
    return frozenset(wholes) | frozenset(
        part for whole in wholes for part in re.split(r"[-_:]+", whole) if part
    )
