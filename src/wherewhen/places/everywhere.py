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
from wherewhen.places.named_after import named_after_towns


def everywhere(
    document: Document, gazetteer: Gazetteer, persons: Sequence[Span], basemap: Basemap
) -> tuple[PlaceMention, ...]:
    """All that the words say about where, for the reading of claims."""
    named = find(document, gazetteer, persons=persons, basemap=basemap)
    told = (*named, *placeless(document, named), *named_after_towns(document, named))
    return tuple(sorted(told, key=lambda m: (m.span.start, -m.span.end)))
