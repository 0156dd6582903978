"""A passage of a document. It cannot disagree with the text: the quote is read from it."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.model.document import Document
from wherewhen.model.errors import SpanMismatch


@dataclass(frozen=True, slots=True, order=False)
class Span:
    """Code points ``[start, end)`` of a document's text."""

    document: Document
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end <= len(self.document.text):
            raise SpanMismatch(f"[{self.start}:{self.end}] of {len(self.document.text)} characters")

    @classmethod
    def quoted(cls, document: Document, start: int, end: int, quote: str) -> Span:
        """A span restored from storage; raises SpanMismatch unless the text still says ``quote``."""
        span = cls(document, start, end)
        if span.quote != quote:
            raise SpanMismatch(quote)
        return span

    @property
    def quote(self) -> str:
        return self.document.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        same = self.document.id == other.document.id
        return same and self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        same = self.document.id == other.document.id
        return same and self.start <= other.start and other.end <= self.end

    def __repr__(self) -> str:
        return f"Span({self.start}:{self.end} {self.quote[:60]!r})"
