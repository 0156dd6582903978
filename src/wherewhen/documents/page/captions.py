"""Which caption belongs to which picture."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from lxml import etree

from wherewhen.documents.page.hidden import Hidden
from wherewhen.documents.page.names import names
from wherewhen.documents.page.tree import Element, names_of, tag_of

CAPTION_NAMES = names("caption_names")
CAPTION_TAGS = frozenset(("div", "p", "span", "dd", "small", "em", "td", "cite", "h6"))
NEAREST = 4
"""How many levels above a caption its picture is looked for."""


@dataclass(slots=True)
class Order:
    """Where elements begin and end in the page, and the pictures and captions in that order."""

    spans: dict[Element, tuple[int, int]] = field(default_factory=dict)
    pictures: list[int] = field(default_factory=list)
    marks: list[tuple[int, Element]] = field(default_factory=list)

    def holds_picture(self, element: Element) -> bool:
        start, end = self.spans[element]
        return bisect_right(self.pictures, end) > bisect_left(self.pictures, start)


def captions_of(body: Element, hidden: Hidden) -> tuple[frozenset[Element], dict[Element, Element]]:
    """The outermost caption elements with words in them, and for each picture its caption."""
    order = _order(body)
    captions = _captions(order, hidden)
    order.marks = [(at, e) for at, e in order.marks if tag_of(e) == "img" or e in captions]
    bound: dict[Element, Element] = {}
    for index, (_, element) in enumerate(order.marks):
        if element in captions:
            for picture in _pictures_of(element, index, order, captions):
                bound.setdefault(picture, element)
    owners = set(bound.values())
    return frozenset(c for c in captions if tag_of(c) == "figcaption" or c in owners), bound


def _order(body: Element) -> Order:
    order = Order()
    count = 0
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "end":
            order.spans[element] = (order.spans[element][0], count)
            continue
        count += 1
        order.spans[element] = (count, count)
        if tag_of(element) == "img":
            order.pictures.append(count)
            order.marks.append((count, element))
        elif _is_caption(element):
            order.marks.append((count, element))
    return order


def _is_caption(element: Element) -> bool:
    tag = tag_of(element)
    return tag == "figcaption" or (tag in CAPTION_TAGS and not CAPTION_NAMES.isdisjoint(names_of(element)))


def _captions(order: Order, hidden: Hidden) -> frozenset[Element]:
    """Marked elements that are seen, have words, hold no picture, and lie in no other caption."""
    kept: list[Element] = []
    covered = 0
    for start, element in order.marks:
        if tag_of(element) == "img" or start <= covered or hidden.hides(element):
            continue
        if tag_of(element) != "figcaption" and order.holds_picture(element):
            continue
        if any(text.strip() for text in element.itertext()):
            kept.append(element)
            covered = order.spans[element][1]
    return frozenset(kept)


def _pictures_of(caption: Element, index: int, order: Order, captions: frozenset[Element]) -> list[Element]:
    """In the nearest frame with a picture: those since the last caption, else those up to the next.

    A ``figure`` with one caption gives it all its pictures.
    """
    for level, frame in enumerate(caption.iterancestors()):
        if level >= NEAREST or tag_of(frame) in ("body", "html"):
            return []
        if order.holds_picture(frame):
            before = _run(index, -1, order, order.spans[frame], captions)
            after = _run(index, 1, order, order.spans[frame], captions)
            alone = tag_of(frame) == "figure" and not _has_others(frame, caption, order, captions)
            return before + after if alone else before or after
        if tag_of(frame) == "figure":
            return []
    return []


def _has_others(frame: Element, caption: Element, order: Order, captions: frozenset[Element]) -> bool:
    """Another caption stands in the same frame."""
    start, end = order.spans[frame]
    inside = order.marks[
        bisect_left(order.marks, start, key=_start) : bisect_right(order.marks, end, key=_start)
    ]
    return any(element in captions and element is not caption for _, element in inside)


def _start(mark: tuple[int, Element]) -> int:
    return mark[0]


def _run(
    index: int, step: int, order: Order, frame: tuple[int, int], captions: frozenset[Element]
) -> list[Element]:
    """Pictures next to a caption in one direction, as far as the frame or another caption."""
    pictures: list[Element] = []
    at = index + step
    while 0 <= at < len(order.marks) and frame[0] <= order.marks[at][0] <= frame[1]:
        if order.marks[at][1] in captions:
            break
        pictures.append(order.marks[at][1])
        at += step
    return pictures
