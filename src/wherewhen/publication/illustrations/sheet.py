"""A sheet to draw on: collects SVG elements; every text and attribute passes through escaping."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from wherewhen.publication.xml_text import clean

Xy = tuple[float, float]


class Sheet:
    """An SVG of ``width`` × ``height`` pixels with no script, no style sheet and no outside reference.

    ``prefix`` keeps its ids apart from those of other drawings on the same page.
    """

    def __init__(self, width: int, height: int, language: str, title: str, prefix: str) -> None:
        self.width, self.height, self.language = width, height, language
        self._title = title
        self._parts: list[str] = []
        self._definitions: list[str] = []
        self._shapes: dict[str, str] = {}
        self._prefix = prefix

    def add(self, element: str, /, text: str | None = None, **attributes: object) -> None:
        """One element; ``_`` in attribute names stands for ``-``, None leaves an attribute out."""
        self._parts.append(tag(element, text, **attributes))

    def define(self, element: str, inner: str, **attributes: object) -> None:
        """An element for ``<defs>``; ``inner`` is made with ``tag``."""
        self._definitions.append(_open(element, attributes) + f">{inner}</{element}>")

    def shape(self, drawn: str) -> str:
        """Keeps path data for use more than once; returns the reference."""
        if drawn not in self._shapes:
            identifier = f"{self._prefix}-{len(self._shapes)}"
            self._shapes[drawn] = f"#{identifier}"
            self._definitions.append(tag("path", id=identifier, d=drawn, fill_rule="evenodd"))
        return self._shapes[drawn]

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


def path(rings: Iterable[Iterable[Xy]], closed: bool) -> str:
    """Path data, a tenth of a pixel exact, every step counted from the one before."""
    return "".join(_run(ring, closed) for ring in rings)


def number(value: float) -> str:
    return _tenths(round(value * 10))


def _tenths(n: int) -> str:
    if n % 10 == 0:
        return str(n // 10)
    return f"{n // 10}.{n % 10}" if n > 0 else f"-{-n // 10}.{-n % 10}"


def _run(ring: Iterable[Xy], closed: bool) -> str:
    return run_of_tenths([(round(x * 10), round(y * 10)) for x, y in ring], closed)


def run_of_tenths(points: Sequence[Sequence[int]], closed: bool) -> str:
    """One line or ring of path data; points in tenths of a pixel."""
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(points) if ax != bx or ay != by]
    if len(steps) < (2 if closed else 1):
        return ""
    start = f"M{_tenths(points[0][0])} {_tenths(points[0][1])}l"
    moves = " ".join(f"{_tenths(dx)} {_tenths(dy)}" for dx, dy in steps)
    return f"{start}{moves.replace(' -', '-')}{'z' if closed else ''}"


def _open(element: str, attributes: dict[str, object]) -> str:
    pairs = (f" {name.replace('_', '-')}={_quoted(v)}" for name, v in attributes.items() if v is not None)
    return f"<{element}{''.join(pairs)}"


def _quoted(value: object) -> str:
    return quoteattr(number(value) if isinstance(value, float) else clean(str(value)))
