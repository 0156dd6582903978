"""The list of relations: which function draws which words."""

from __future__ import annotations

from collections.abc import Callable

from wherewhen.basemap import Basemap
from wherewhen.places import areas_geometry as towns
from wherewhen.places import areas_lines as lines
from wherewhen.places.areas_anchor import Anchor
from wherewhen.places.areas_geometry import Drawn
from wherewhen.places.areas_phrases import Phrase

Drawer = Callable[[Phrase, tuple[Anchor, ...], Basemap], Drawn | None]
DRAWERS: dict[str, Drawer] = {
    "countryside": towns.countryside, "part": towns.part, "side": towns.side, "toward": towns.toward,
    "centre": towns.centre, "near": towns.near, "outside": towns.outside, "outskirts": towns.outskirts,
    "suburbs": towns.suburbs, "area": towns.area, "between": towns.between, "landform": towns.landform,
    "distance": lines.away, "border": lines.border, "coast": lines.coast, "offshore": lines.offshore,
    "gulf": lines.gulf, "river": lines.river,
}  # fmt: skip


def draw(phrase: Phrase, anchors: tuple[Anchor, ...], basemap: Basemap) -> Drawn | None:
    """The area of a phrase, or None where the words draw none."""
    return DRAWERS[phrase.relation](phrase, anchors, basemap)
