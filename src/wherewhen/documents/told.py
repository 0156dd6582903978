"""What another tool's record tells, written down as one plain file that the reader of such files reads.

The file is the evidence that the case keeps of the record; ``readers/told.py`` turns it into a document.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

MARK = "wherewhen.told/1"
MOST = 100_000


@dataclass(slots=True)
class Told:
    """Lines, rich text and events in the order in which they are told."""

    things: list[dict[str, Any]] = field(default_factory=list)

    def title(self, words: str) -> None:
        self.things.append({"title": words})

    def line(self, words: str | None) -> None:
        if words:
            self.things.append({"line": words[:MOST]})

    def rich(self, markup: object) -> None:
        """Words that may hold markup, as editors in a browser write it."""
        if isinstance(markup, str) and markup.strip():
            self.things.append({"rich": markup[:MOST]})

    def event(
        self,
        *,
        description: Sequence[str | None],
        place: str | None,
        latitude: object = None,
        longitude: object = None,
        earliest: date | None = None,
        latest: date | None = None,
        when: str | None = None,
        people: Sequence[str] = (),
        sources: Sequence[str] = (),
        status: str | None = None,
    ) -> None:
        self.things.append(
            {
                "event": {
                    "description": [words for words in description if words],
                    "place": place, "latitude": latitude, "longitude": longitude,
                    "earliest": earliest.isoformat() if earliest else None,
                    "latest": latest.isoformat() if latest else None,
                    "when": when, "people": list(people), "sources": list(sources), "status": status,
                }
            }
        )  # fmt: skip

    def bytes(self) -> bytes:
        value = {"form": MARK, "told": self.things}
        return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "replace")
