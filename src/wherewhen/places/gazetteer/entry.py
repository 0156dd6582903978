"""One place of the gazetteer, and how a looked-up name belongs to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from wherewhen.model.place import Point


class Naming(IntEnum):
    """How a name names a place, best first.

    UNLIKE is a name that does not resemble the main one: another language's, or an old one.
    """

    MAIN = 0
    OTHER = 1
    UNLIKE = 2
    CODE = 3
    DEMONYM = 4
    LOOSE = 5
    SKELETON = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A place of the gazetteer.

    id          ``geonames:170063``, ``icao:OSDI``, ``wherewhen:middle-east`` or a desk's own
    kind        GeoNames feature code (``PPL``, ``PPLC``, ``ADM1``, ``PCLI``, ``AIRP``, ``RGN`` ...)
    country     ISO 3166-1 alpha-2, or None for what crosses borders
    admin1      id of the first-level area that holds it, admin2 of the second
    population  0 where unknown
    radius_km   the supplement's own radius, None elsewhere
    naming      how the name that was looked up names it
    source      where the entry comes from
    own         from a gazetteer that the desk imported: it wins over the others
    """

    id: str
    names: tuple[tuple[str, str], ...]
    kind: str
    point: Point
    country: str | None = None
    admin1: str | None = None
    admin1_name: str = ""
    admin2: str | None = None
    admin2_name: str = ""
    population: int = 0
    radius_km: float | None = None
    naming: Naming = Naming.MAIN
    source: str = ""
    own: bool = False

    @property
    def name(self) -> str:
        return self.names[0][1]

    @property
    def historical(self) -> bool:
        return self.kind.endswith("H")
