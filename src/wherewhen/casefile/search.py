"""Full text of a case: an index that can always be made again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that was found: code points ``[start, end)`` of the newest reading of ``document``.

    text  the passage as the document writes it
    """

    document: str
    start: int
    end: int
    text: str
