"""What a reader of the page does not see. It never becomes text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from wherewhen.documents.page.names import names
from wherewhen.documents.page.tree import Element, names_of, tag_of

UNSEEN_TAGS = names("unseen_tags")
UNSEEN_NAMES = names("unseen_names")
INLINE = names("inline")
UNSEEN_STYLE = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|opacity:0(?:\.0+)?(?![.\d])|font-size:0(?:\.0+)?(?:px|em|rem|pt|%)?(?![.\d])"
    r"|(?:text-indent|left|top|right|margin-left|margin-top):-\d{3,}|clip:rect\(0|clip-path:inset\((?:50|100)%"
    r"|transform:scale\(0\)|(?:^|;)(?:max-)?(?:height|width):0(?:px)?(?:;|$)|color:transparent"
)
COLOUR = re.compile(r"(?:^|;)color:([^;]+)")
BACKGROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;]+)")
WHITE = frozenset(("white", "#fff", "#ffffff", "rgb(255,255,255)", "rgba(255,255,255,1)"))
SIMPLE = re.compile(r"[.#]([\w-]+)")
AT_RULES = re.compile(r"@[^{};@]*+(?:;|\{(?:[^{}]*+\{[^{}]*+\})*+[^{}]*+\})")
COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
LONGEST_STYLE = 500_000


@dataclass(frozen=True, slots=True)
class Hidden:
    """``names`` are classes and ids that the page's own style hides from everybody."""

    names: frozenset[str]

    def hides(self, element: Element) -> bool:
        tag = tag_of(element)
        if not tag or tag in UNSEEN_TAGS:
            return True
        if element.get("hidden") is not None or (element.get("aria-hidden") == "true" and tag in INLINE):
            return True
        style = element.get("style")
        if style and unseen(style):
            return True
        own = f"{element.get('class') or ''} {element.get('id') or ''}"
        return bool(own.strip()) and self._by_name(element, own)

    def _by_name(self, element: Element, own: str) -> bool:
        wholes = own.split()
        if not self.names.isdisjoint(wholes):
            return True
        return not UNSEEN_NAMES.isdisjoint(w.lower() for w in wholes) and not _landmark(element)


def hidden_in(root: Element) -> Hidden:
    """Read the page's style sheets as far as they hide whole classes and ids on every screen."""
    names: set[str] = set()
    for style in root.iter("style"):
        sheet = AT_RULES.sub("", COMMENT.sub("", (style.text or "")[:LONGEST_STYLE]))
        for part in sheet.split("}"):
            selectors, _, rule = part.rpartition("{")
            if unseen(rule):
                names.update(m[1] for s in selectors.split(",") if (m := SIMPLE.fullmatch(s.strip())))
    return Hidden(frozenset(names))


def unseen(style: str) -> bool:
    """True for declarations that keep an element from the eye, white on white included."""
    packed = re.sub(r"\s+|!important", "", style[:2000].lower())
    if UNSEEN_STYLE.search(packed):
        return True
    colour, ground = COLOUR.search(packed), BACKGROUND.search(packed)
    if colour is None:
        return False
    return colour[1] == ground[1] if ground else colour[1] in WHITE


def _landmark(element: Element) -> bool:
    return tag_of(element) in ("html", "body", "main", "article") or "no-js" in names_of(element)
