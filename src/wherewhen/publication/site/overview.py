"""The overview map as a still vector drawing: for print and for readers without scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import hypot

from wherewhen.publication.public import PublicCase, PublicLeg, PublicPlace
from wherewhen.publication.site.base import Label
from wherewhen.publication.site.marks import Mark, first_outlines
from wherewhen.publication.site.markup import Child, Markup, tag
from wherewhen.publication.site.place_labels import Room, width
from wherewhen.publication.site.stage import Stage
from wherewhen.publication.site.words import Words

WIDTH, HEIGHT = 1200, 630
RADIUS = 13.0
MOST_TOWNS, TOWN_ROOM = 16, 75.0
CELL = 90.0
MOST_SHAPES = 400
WIDEST = 500.0
"""An area that would cover the whole map is told by its disc alone."""
Group = list[tuple[float, float, Mark]]


def overview(
    case: PublicCase, stage: Stage, marks: dict[int, Mark], labels: Sequence[Label], w: Words
) -> Markup:
    """All sightings at once, 1200 by 630, names in the language of the page."""
    x0, y0, wide, _ = stage.window(WIDTH, HEIGHT)
    scale = WIDTH / wide
    room = Room((0, 0, WIDTH, HEIGHT))
    groups = _groups(seen(marks.values(), stage), x0, y0, scale, w)
    places = {sighting.number: sighting.place for sighting in case.sightings}
    discs = [_disc(group, room, w) for group in groups]
    texts = [_place(group, places[group[0][2].number], room, w) for group in groups]
    named = list(_labels(labels, x0, y0, scale, room, w))
    move = f"scale({scale:.6f}) translate({-x0:.1f} {-y0:.1f})"
    shared = first_outlines(marks.values())
    drawable = [m for m in marks.values() if m.form != "point" and m.reach * scale < WIDEST]
    shapes = [_shape(m, shared) for m in drawable[:MOST_SHAPES]]
    still = {number: ((m.x - x0) * scale, (m.y - y0) * scale) for number, m in marks.items()}
    numbers = {sighting.id: sighting.number for sighting in case.sightings}
    legs = [_leg(leg, numbers, still) for leg in case.itinerary.legs if leg.stated]
    ground = tag("g", {"transform": move}, _use("base"), shapes)
    frame: dict[str, str | int] = {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT, "class": "sea"}
    title = w("overview")
    attributes = {"class": "overview", "viewBox": f"0 0 {WIDTH} {HEIGHT}", "role": "img", "aria-label": title}
    return tag("svg", attributes, tag("rect", frame), ground, legs, texts, named, discs)


def _use(identity: str) -> Markup:
    return tag("use", {"href": f"#{identity}"})


def _shape(mark: Mark, shared: Mapping[str, int]) -> Markup:
    kind = f"shape is-{mark.form} is-{mark.status}"
    if mark.path:
        return tag("use", {"href": f"#shape-{shared[mark.path]}", "class": kind})
    return tag("circle", {"cx": mark.x, "cy": mark.y, "r": mark.reach, "class": f"thin {kind}"})


def _leg(
    leg: PublicLeg, numbers: Mapping[str, int], still: Mapping[int, tuple[float, float]]
) -> Markup | None:
    a, b = still.get(numbers.get(leg.start, 0)), still.get(numbers.get(leg.end, 0))
    if a is None or b is None:
        return None
    bend_x, bend_y = (a[0] + b[0]) / 2 + (b[1] - a[1]) * 0.12, (a[1] + b[1]) / 2 - (b[0] - a[0]) * 0.12
    curve = f"M{a[0]:.1f} {a[1]:.1f}Q{bend_x:.1f} {bend_y:.1f} {b[0]:.1f} {b[1]:.1f}"
    return tag("path", {"class": "leg", "d": curve, "marker-end": "url(#arrow)"})


def seen(marks: Iterable[Mark], stage: Stage) -> list[Mark]:
    """The marks that stand on the still map."""
    x0, y0, wide, high = stage.window(WIDTH, HEIGHT)
    return [m for m in marks if x0 <= m.x <= x0 + wide and y0 <= m.y <= y0 + high]


def _groups(marks: Iterable[Mark], x0: float, y0: float, scale: float, w: Words) -> list[Group]:
    """Marks whose pills would lie on one another share one; exact places come first and lend the spot."""
    cells: dict[tuple[int, int], list[Group]] = {}
    merged: list[Group] = []
    for mark in sorted(marks, key=lambda m: (m.form != "point", m.number)):
        x, y = (mark.x - x0) * scale, (mark.y - y0) * scale
        column, row = int(x // CELL), int(y // CELL)
        around = [cells.get((column + i, row + j), ()) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        near = next((group for groups in around for group in groups if _meet(group, x, y, w)), None)
        if near is not None:
            near.append((x, y, mark))
            continue
        merged.append([(x, y, mark)])
        cells.setdefault((column, row), []).append(merged[-1])
    return merged


def _meet(group: Group, x: float, y: float, w: Words) -> bool:
    a, b, _ = group[0]
    return abs(y - b) < 2.1 * RADIUS and abs(x - a) < _half(_numbers(group, w)) + RADIUS


def _numbers(group: Group, w: Words) -> str:
    """Up to three numbers, else the number of sightings."""
    if len(group) > 3:
        return f"{w.number(len(group))}×"
    return " · ".join(w.number(number) for number in sorted(mark.number for _, _, mark in group))


def _half(shown: str) -> float:
    return max(RADIUS, width(shown, 12) / 2 + 5)


def _disc(group: Group, room: Room, w: Words) -> Markup:
    x, y, first = group[0]
    shown = _numbers(group, w)
    half = _half(shown)
    room.taken.append((x - half, y - RADIUS, x + half, y + RADIUS))
    status = first.status if len({mark.status for _, _, mark in group}) == 1 else "asserted"
    box = {"x": f"{x - half:.1f}", "y": f"{y - RADIUS:.1f}", "width": f"{2 * half:.1f}"}
    area = all(mark.form in ("area", "country") for _, _, mark in group)
    kind = f"is-{status}{' is-area' if area else ''}"
    pill = tag("rect", {**box, "height": 2 * RADIUS, "rx": 5 if area else RADIUS, "class": f"disc {kind}"})
    digits = tag("text", {"x": f"{x:.1f}", "y": f"{y + 4.5:.1f}", "class": f"disc-number {kind}"}, shown)
    return tag("g", None, pill, digits)


def _place(group: Group, place: PublicPlace, room: Room, w: Words) -> Markup | None:
    x, y, _ = group[0]
    name = w.of(place.names, place.name)
    half = width(name, 13) / 2
    for centre, base in ((x, y + 29), (x, y - 19), (x + half + 18, y + 5), (x - half - 18, y + 5)):
        if room.take((centre - half, base - 12, centre + half, base + 4)):
            return _text(name, centre, base, "label label-place")
    return None


def _labels(
    labels: Sequence[Label], x0: float, y0: float, scale: float, room: Room, w: Words
) -> Iterator[Child]:
    """Countries first, then towns to find one's way by, then first-level areas."""
    yield from (_label(label, x0, y0, scale, room, w) for label in labels if label.kind == "country")
    shown: list[tuple[float, float]] = []
    for label in (label for label in labels if label.kind == "town"):
        x, y = (label.x - x0) * scale, (label.y - y0) * scale
        if len(shown) == MOST_TOWNS or any(hypot(x - a, y - b) < TOWN_ROOM for a, b in shown):
            continue
        town = _town(w.of(label.names) if w.language in dict(label.names) else "", x, y, room)
        if town:
            shown.append((x, y))
            yield town
    yield from (_label(label, x0, y0, scale, room, w) for label in labels if label.kind == "area")


def _town(name: str, x: float, y: float, room: Room) -> Child:
    half = width(name, 12) / 2
    for centre, base in ((x + half + 7, y + 4), (x - half - 7, y + 4), (x, y - 7), (x, y + 16)):
        if name and room.take((centre - half, base - 11, centre + half, base + 4)):
            dot = {"cx": f"{x:.1f}", "cy": f"{y:.1f}", "r": "2.2", "class": "town-dot"}
            return [tag("circle", dot), _text(name, centre, base, "label label-town")]
    return None


def _label(label: Label, x0: float, y0: float, scale: float, room: Room, w: Words) -> Markup | None:
    name = w.of(label.names)
    size = 14 if label.kind == "country" else 11
    x, y, half = (label.x - x0) * scale, (label.y - y0) * scale, width(name, size + 1) / 2
    if label.width * scale < 1.7 * half or not room.take((x - half, y - size, x + half, y + 4)):
        return None
    return _text(name, x, y, f"label label-{label.kind}")


def _text(name: str, x: float, y: float, kind: str) -> Markup:
    return tag("text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "class": kind}, name)
