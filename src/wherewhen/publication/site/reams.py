"""The cards of a large record: files of their own, which the page reads as the reader comes to them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from wherewhen.languages import LANGUAGES
from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.site.card import Context, card
from wherewhen.publication.site.markup import clean
from wherewhen.publication.site.words import words

LARGE = 400
"""Sightings above which the cards no longer stand in the page itself."""
REAM = 50
"""Cards a file."""
QUIRE = 5000
"""Sightings a file of words to search."""


def large(case: PublicCase) -> bool:
    return len(case.sightings) > LARGE


def reams(case: PublicCase) -> dict[str, bytes]:
    """``cards/LANGUAGE-N.js`` with fifty cards each and ``cards/words-N.js`` for the search.

    Classic scripts, because browsers read nothing else from the file system; all they do is hand over
    the cards, whose markup is made and escaped like that of the page.
    """
    files: dict[str, bytes] = {}
    ordered = sorted(case.sightings, key=lambda s: s.number)
    for language in LANGUAGES:
        context = Context.of(case, words(language))
        for n, some in enumerate(_parts(ordered, REAM)):
            cards = "".join(card(sighting, context) for sighting in some)
            files[f"cards/{language}-{n}.js"] = _script("cards", f"{language}-{n}", cards)
    for n, quire in enumerate(_parts(ordered, QUIRE)):
        files[f"cards/words-{n}.js"] = _script("words", str(n), [" ".join(_said(s)) for s in quire])
    return files


def _parts(ordered: Sequence[PublicSighting], size: int) -> Iterator[Sequence[PublicSighting]]:
    return (ordered[start : start + size] for start in range(0, len(ordered), size))


def _said(sighting: PublicSighting) -> Iterator[str]:
    """What the search finds beyond places, dates and names, which the page knows already."""
    yield sighting.activity
    for claim in sighting.claims:
        yield clean(claim.quote)


def _script(kind: str, name: str, content: str | Sequence[str]) -> bytes:
    written = json.dumps(content, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"wherewhen.{kind}({json.dumps(name)},{written})\n".encode()
