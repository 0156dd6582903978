"""Which part of a page holds the report, and which parts stand around it."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from wherewhen.documents.page.hidden import Hidden
from wherewhen.documents.page.names import names
from wherewhen.documents.page.tree import Element, block_tag, is_link, names_of, tag_of

MARGIN_TAGS = frozenset(("nav", "aside", "footer", "form", "menu"))
MARGIN_ROLES = names("margin_roles")
MARGIN_NAMES = names("margin_names")
MARGIN_PARTS = names("margin_parts")
LANDMARKS = frozenset(("html", "body", "main", "article"))
CONTAINERS = frozenset(
    ("html", "body", "main", "article", "div", "section", "center", "tr", "tbody", "table")
)
MAIN_SHARE = 0.85
"""The report is the smallest container that holds this share of the page's running text."""
GUARD = 0.5
"""A container named like a margin that holds this share of the text is none."""


@dataclass(frozen=True, slots=True)
class Structure:
    """Elements of the tree by their part on the page; the tree keeps them alive."""

    body: Element
    main: Element
    margins: frozenset[Element]


def structure_of(root: Element, hidden: Hidden) -> Structure:
    body = next(root.iter("body"), root)
    weights = _weights(body, hidden)
    limit = GUARD * weights.get(body, 0)
    margins = frozenset(e for e, weight in weights.items() if weight <= limit and _margin(e))
    running = _without(body, weights, margins)
    return Structure(body, _main(body, running), margins)


def _weights(body: Element, hidden: Hidden) -> dict[Element, int]:
    """Characters of visible text outside links below each visible element."""
    weights: dict[Element, int] = {}
    stack: list[int] = []
    linked = 0
    walk = etree.iterwalk(body, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            unseen = element is not body and hidden.hides(element)
            linked += is_link(element)
            stack.append(0 if unseen or linked else _length(element.text))
            if unseen:
                walk.skip_subtree()
            else:
                weights[element] = 0
        else:
            total = stack.pop()
            linked -= is_link(element)
            if element in weights:
                weights[element] = total
            if stack:
                stack[-1] += total + (0 if linked else _length(element.tail))
    return weights


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0


def _margin(element: Element) -> bool:
    tag = tag_of(element)
    if tag in LANDMARKS:
        return False
    if tag in MARGIN_TAGS:
        return True
    own = names_of(element)
    if not own or tag == "figure" or tag == "figcaption":
        return False
    if not MARGIN_ROLES.isdisjoint((element.get("role") or "").lower().split()):
        return True
    wholes = f"{element.get('class') or ''} {element.get('id') or ''}".lower().replace("_", "-").split()
    return not MARGIN_NAMES.isdisjoint(wholes) or not MARGIN_PARTS.isdisjoint(own)


def _without(body: Element, weights: dict[Element, int], margins: frozenset[Element]) -> dict[Element, int]:
    """The weights with everything inside margins taken off their ancestors."""
    running = dict(weights)
    for margin in margins:
        above = list(margin.iterancestors())
        if any(element in margins for element in above):
            continue
        for element in above:
            if element in running:
                running[element] -= weights[margin]
            if element is body:
                break
    return running


def _main(body: Element, running: dict[Element, int]) -> Element:
    enough = MAIN_SHARE * running.get(body, 0)
    here = body
    while enough > 0:
        inner = [e for e in here if block_tag(e) in CONTAINERS and e in running and running[e] >= enough]
        if len(inner) != 1:
            break
        here = inner[0]
    return here
