"""What is said about a document: by its own page, or by the user, whose word counts more."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date


@dataclass(frozen=True, slots=True)
class Stated:
    """Where and when a document was published; None is "not said"."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    author: str | None = None

    def over(self, other: Stated) -> Stated:
        """This word where there is one, else the other's."""
        names = [field.name for field in fields(self)]
        return Stated(**{name: getattr(self, name) or getattr(other, name) for name in names})


NOTHING_STATED = Stated()
