"""A sheet to draw on: collects SVG elements; every text and attribute passes through escaping."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

Xy = tuple[float, float]
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Sheet:
    """An SVG of ``width`` × ``height`` pixels with no script, no style sheet and no outside reference."""

    def __init__(self, width: int, height: int, language: str, title: str) -> None:
        self.width, self.height, self.language = width, height, language
        self._title = title
        self._parts: list[str] = []
        self._definitions: list[str] = []

    def add(self, element: str, /, text: str | None = None, **attributes: object) -> None:
        """One element; ``_`` in attribute names stands for ``-``, None leaves an attribute out."""
        self._parts.append(tag(element, text, **attributes))

    def define(self, element: str, inner: str, **attributes: object) -> None:
        """An element for ``<defs>``; ``inner`` is made with ``tag``."""
        self._definitions.append(_open(element, attributes) + f">{inner}</{element}>")

    def open(self, **attributes: object) -> None:
        self._parts.append(_open("g", attributes) + ">")

    def close(self) -> None:
        self._parts.append("</g>")

    def open_window(self, x: float, y: float, width: float, height: float) -> None:
        """A part of the sheet with its own origin; nothing is drawn outside it."""
        self._parts.append(_open("svg", {"x": x, "y": y, "width": width, "height": height}) + ">")

    def close_window(self) -> None:
        self._parts.append("</svg>")

    def svg(self) -> str:
        direction = "rtl" if self.language == "ar" else "ltr"
        head = _open("svg", {
            "xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {self.width} {self.height}",
            "width": self.width, "height": self.height, "role": "img", "xml:lang": self.language,
            "lang": self.language, "direction": direction,
        })  # fmt: skip
        definitions = f"<defs>{''.join(self._definitions)}</defs>" if self._definitions else ""
        return f"{head}>{tag('title', self._title)}{definitions}{''.join(self._parts)}</svg>\n"


def tag(element: str, /, text: str | None = None, **attributes: object) -> str:
    opened = _open(element, attributes)
    return f"{opened}/>" if text is None else f"{opened}>{escape(clean(text))}</{element}>"


def clean(text: str) -> str:
    """Without the characters that no XML document may hold."""
    return _FORBIDDEN.sub("", text)


def path(rings: Iterable[Iterable[Xy]], closed: bool) -> str:
    """Path data, a tenth of a pixel exact, points that fall on their neighbour left out."""
    runs = (_run(ring, closed) for ring in rings)
    return "".join(run for run in runs if run)


def number(value: float) -> str:
    rounded = round(value, 1) + 0.0
    return f"{rounded:.1f}".removesuffix(".0")


def _run(ring: Iterable[Xy], closed: bool) -> str:
    steps: list[str] = []
    for x, y in ring:
        step = f"{number(x)} {number(y)}"
        if not steps or steps[-1] != step:
            steps.append(step)
    if len(steps) < (3 if closed else 2):
        return ""
    return f"M{'L'.join(steps)}{'Z' if closed else ''}"


def _open(element: str, attributes: dict[str, object]) -> str:
    pairs = (f" {name.replace('_', '-')}={_quoted(v)}" for name, v in attributes.items() if v is not None)
    return f"<{element}{''.join(pairs)}"


def _quoted(value: object) -> str:
    return quoteattr(number(value) if isinstance(value, float) else clean(str(value)))
