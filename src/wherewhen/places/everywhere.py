"""Named places, areas and the places without a point ("on a plane"), in the order of the text."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.basemap import Basemap
from wherewhen.model.document import Document
from wherewhen.model.mention import PlaceMention
from wherewhen.model.span import Span
from wherewhen.places.areas import placeless
from wherewhen.places.find import find
from wherewhen.places.gazetteer import Gazetteer


def everywhere(
    document: Document, gazetteer: Gazetteer, persons: Sequence[Span], basemap: Basemap
) -> tuple[PlaceMention, ...]:
    """All that the words say about where, for the reading of claims."""
    named = find(document, gazetteer, persons=persons, basemap=basemap)
    return tuple(sorted((*named, *placeless(document, named)), key=lambda m: (m.span.start, -m.span.end)))
