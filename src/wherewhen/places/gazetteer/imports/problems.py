"""What is wrong with a file, line by line: it is refused whole."""

from __future__ import annotations

from pathlib import Path

from wherewhen.model.errors import GazetteerRefused
from wherewhen.places.gazetteer.rows import Row

SHOWN = 10


class Problems:
    """Collected while reading; ``refuse`` raises if there were any."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.lines: list[str] = []

    def note(self, line: int, what: str) -> None:
        self.lines.append(f"line {line}: {what}")

    def refuse(self) -> None:
        if self.lines:
            more = len(self.lines) - SHOWN
            told = "; ".join(self.lines[:SHOWN]) + (f"; and {more} more" if more > 0 else "")
            raise GazetteerRefused(
                f"{self.file.name}: {told}", "Nothing was imported; mend these lines first"
            )

    def row(self, line: int, identifier: str, name: str, kind: str, lat: object, lon: object) -> Row | None:
        """A row with a name and a point on this Earth, or a noted problem."""
        if not name.strip():
            self.note(line, "a place without a name")
            return None
        try:
            y, x = float(str(lat)), float(str(lon))
        except ValueError:
            self.note(line, f"no coordinates: {lat!r}, {lon!r}")
            return None
        if not (-90 <= y <= 90 and -180 <= x <= 180):
            self.note(line, f"not on this Earth: {y}, {x}")
            return None
        return Row(identifier, name.strip(), kind or "PPL", y, x)
