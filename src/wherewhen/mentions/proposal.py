"""Whom a document is mostly about, where the user named nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wherewhen.mentions.people import named_people
from wherewhen.model.document import Document
from wherewhen.model.person import Person


def propose_subject(documents: Sequence[Document]) -> Person | None:
    """The person most spoken of, by full name; surnames count for their bearer."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(named_people(document))
    return Person(counts.most_common(1)[0][0]) if counts else None
