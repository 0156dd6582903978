"""When a claim can have been, as a bar within the years of its document's claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from markupsafe import Markup

from wherewhen.model.when import When
from wherewhen.publication.site.markup import Child, tag
from wherewhen.publication.site.words import Words

WIDTH, HEIGHT, MIDDLE = 440.0, 44.0, 14.0
LEAST = 2
"""Years that are shown at least."""
MOST_YEARS = 9
_At = Callable[[date], float]


def bar(when: When, others: Sequence[When], words: Words) -> Markup | None:
    """None for a claim that no day bounds."""
    if when.unknown:
        return None
    days = [day for w in (when, *others) for day in (w.earliest, w.latest) if day]
    first, last = min(days).year, max(days).year + 1
    first, last = (first, last) if last - first >= LEAST else (first - 1, last + 1)
    turned = words.direction == "rtl"

    def at(day: date) -> float:
        share = (day.year + (day.timetuple().tm_yday - 1) / 366 - first) / (last - first)
        return round(10 + (WIDTH - 20) * ((1 - share) if turned else share), 1)

    parts: list[Child] = [_years(first, last, at, words)]
    parts += [_stretch(w, at, "other", 5.0) for w in others if not w.unknown]
    parts.append(_stretch(when, at, "stretch", 10.0))
    size: dict[str, str | float] = {"class": "bar", "viewBox": f"0 0 {WIDTH:.0f} {HEIGHT:.0f}", "role": "img"}
    return Markup(tag("svg", {**size, "aria-label": words("time_bar")}, parts))


def _years(first: int, last: int, at: _At, words: Words) -> Child:
    line = tag("path", {"class": "axis", "d": f"M10 {MIDDLE + 9}H{WIDTH - 10}"})
    step = max(1, -(-(last - first) // MOST_YEARS))
    marks: list[Child] = [line]
    for year in range(first, last + 1, step):
        x = at(date(year, 1, 1))
        marks.append(tag("path", {"class": "axis", "d": f"M{x} {MIDDLE + 6}v6"}))
        place: dict[str, str | float] = {"x": x, "y": HEIGHT - 6, "text-anchor": "middle"}
        marks.append(tag("text", place, words.digits(str(year))))
    return marks


def _stretch(when: When, at: _At, kind: str, high: float) -> Child:
    """A bar of that width; an open side ends in an arrowhead at the edge of what is known."""
    low, top = when.earliest or when.latest, when.latest or when.earliest
    assert low and top
    x0, x1 = sorted((at(low), at(top)))
    wide = max(4.0, x1 - x0)
    shape = {
        "x": round((x0 + x1 - wide) / 2, 1),
        "y": MIDDLE - high / 2,
        "width": round(wide, 1),
        "height": high,
    }
    made: list[Child] = [tag("rect", {**shape, "rx": 2, "class": kind})]
    if when.earliest is None or when.latest is None:
        known = x0
        forward = when.latest is None
        sign = 1 if forward == (at(date(2001, 1, 1)) > at(date(2000, 1, 1))) else -1
        made.append(tag("path", {"class": f"{kind} open", "d": _arrow(known, sign, high)}))
    return made


def _arrow(x: float, sign: int, high: float) -> str:
    return f"M{x} {MIDDLE - high / 2}h{sign * 16}l{sign * 8} {high / 2}l{-sign * 8} {high / 2}H{x}z"
