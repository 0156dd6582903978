"""Whom a document is mostly about, where the user named nobody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from wherewhen.languages import fold, sentences
from wherewhen.mentions.arabic_names import arabic_names
from wherewhen.mentions.people import named_people
from wherewhen.mentions.vocabulary import vocabulary
from wherewhen.model.document import BlockKind, Document
from wherewhen.model.person import Person

IN_TITLE = 3
"""How many further mentions a name in the title is worth."""


def propose_subject(documents: Sequence[Document]) -> Person | None:
    """The person most spoken of, by full name; surnames count for their bearer."""
    counts: Counter[str] = Counter()
    for document in documents:
        counts.update(_named(document))
    bearers = _bearers(counts)
    spoken: Counter[str] = Counter()
    for name, times in counts.items():
        spoken[bearers[_last(name)]] += times
    return Person(spoken.most_common(1)[0][0]) if spoken else None


def _bearers(counts: Counter[str]) -> dict[str, str]:
    """Whom a last name stands for: the whole name that is used most with it."""
    found: dict[str, str] = {}
    for name in sorted(counts, key=lambda name: (len(name.split()) > 1, counts[name], name)):
        found[_last(name)] = name
    return found


def _last(name: str) -> str:
    return fold(name.split()[-1])


def _named(document: Document) -> Counter[str]:
    if document.language == "ar":
        found = arabic_names(sentences(document), document.text, vocabulary("ar"))
    else:
        found = tuple(name for name in named_people(document) if not _initials(name))
    counts = Counter(found)
    title = " ".join(document.quote(b) for b in document.blocks if b.kind is BlockKind.TITLE)
    in_title = fold(f"{document.title or ''} {title}")
    for name in counts:
        if _last(name) in in_title:
            counts[name] += IN_TITLE
    return counts


def _initials(name: str) -> bool:
    """ "U.S" is nobody."""
    return all(len(part) == 1 for part in name.replace(".", " ").split())
