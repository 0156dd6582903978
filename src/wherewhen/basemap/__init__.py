"""The world to draw on and to clip with: countries, first-level areas, waters, disputed lines.

A data room: it imports only ``model``; ``places`` and ``publication`` may import it.
"""

from wherewhen.basemap.basemap import Basemap
from wherewhen.basemap.outline import Box, Layer, Outline
from wherewhen.basemap.shapes import area_of, shape_of

__all__ = ["Basemap", "Box", "Layer", "Outline", "area_of", "shape_of"]
