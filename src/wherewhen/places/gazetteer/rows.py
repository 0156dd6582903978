"""What a source of the gazetteer hands over: a place and the names it goes by."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from wherewhen.places.gazetteer.entry import Naming

Name = tuple[str, Naming]


@dataclass(slots=True)
class Row:
    """A place on its way into the gazetteer; ``names`` are as written, with how they name it."""

    id: str
    name: str
    kind: str
    lat: float
    lon: float
    arabic: str = ""
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    population: int = 0
    radius_km: float | None = None
    source: str = ""
    names: list[Name] = field(default_factory=list)

    def also(self, names: Iterable[str], naming: Naming = Naming.OTHER) -> Row:
        self.names.extend((name, naming) for name in names if name)
        return self
