"""From a document to its places: found, understood, placed, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from wherewhen.basemap import Basemap
from wherewhen.model.document import BlockKind, Document
from wherewhen.model.mention import Mention, MentionKind, PlaceMention
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.places.accept import accept
from wherewhen.places.areas import enlarge
from wherewhen.places.capitals import with_capitals
from wherewhen.places.containers import contain
from wherewhen.places.gazetteer import Entry, Gazetteer
from wherewhen.places.home import home_of
from wherewhen.places.literal import DEMONYM, EMBEDDED, METONYMIC
from wherewhen.places.named import Named, name
from wherewhen.places.ranking import rank
from wherewhen.places.reading import Words, folded
from wherewhen.places.sites import settled, with_sites
from wherewhen.places.spotting import Spotted, distant, spot
from wherewhen.places.strangers import strangers
from wherewhen.places.telling import mention
from wherewhen.places.tool import TOOL

_FIGURATIVE = frozenset((METONYMIC, DEMONYM, EMBEDDED))


def find(
    document: Document,
    gazetteer: Gazetteer,
    *,
    persons: Sequence[Span] = (),
    basemap: Basemap | None = None,
) -> tuple[PlaceMention, ...]:
    """Every place that the document names, in the order of the text.

    persons  spans known to be names of people: never places
    basemap  where given, phrases such as "southern countryside of X" become areas
    """
    words = Words.of(document.text)
    taken = _taken(document, persons)
    names = accept(words, spot(words, gazetteer), document.language, taken)
    foreign = strangers(words, names, gazetteer, document.language, taken)
    names = sorted([*foreign, *(n for n in names if not _covered(n, foreign))], key=lambda n: n.start)
    names = with_capitals(words, names, gazetteer, document.language)
    mentions = tuple(with_sites(document, words, list(_placed(document, words, names, gazetteer))))
    return enlarge(document, mentions, basemap) if basemap is not None else mentions


def resolve(document: Document, gazetteer: Gazetteer, spans: Sequence[Span]) -> tuple[PlaceMention, ...]:
    """The given spans, each placed; one that means nothing to the gazetteer has a place without a point."""
    words = Words.of(document.text)
    spotted = spot(words, gazetteer)
    names = {span: _given(span, words, spotted, gazetteer, document.language) for span in spans}
    found = sorted((n for n in names.values() if n is not None), key=lambda n: n.start)
    placed = {(m.span.start, m.span.end): m for m in _placed(document, words, found, gazetteer)}
    mentions = []
    for span in spans:
        named = names[span]
        mention = placed.get((named.start, named.end)) if named else None
        if mention is None:
            mentions.append(settled(span, list(placed.values())) or _unknown(span))
        else:
            mentions.append(replace(mention, span=span))
    return tuple(mentions)


def is_literal(mention: PlaceMention) -> bool:
    """False where the name stands for a people, a government, a team or is part of another name."""
    return not any(reason.code in _FIGURATIVE for reason in mention.reasons)


def _covered(named: Named, others: list[Named]) -> bool:
    return any(named.start < other.end and other.start < named.end for other in others)


def _taken(document: Document, persons: Sequence[Span]) -> list[tuple[int, int]]:
    skipped = [(b.start, b.end) for b in document.blocks if b.kind is BlockKind.BOILERPLATE]
    return skipped + [(span.start, span.end) for span in persons]


def _given(
    span: Span, words: Words, spotted: Iterable[Spotted], gazetteer: Gazetteer, language: str
) -> Named | None:
    """The reading of a given span: as matched, else the longest match within, else a distant spelling."""
    within = [s for s in spotted if s.start >= span.start and s.end <= span.end + 1 and s.end > span.start]
    first, last = words.at(span.start, span.end)
    if first >= last:
        return None
    best = max(within, key=lambda s: (s.end - s.start, -s.start), default=None)
    if best is None or best.last - best.first < last - first:
        entries = _coded(span.quote, gazetteer) or distant(span.quote, gazetteer)
        if entries:
            best = Spotted(first, last, span.start, span.end, span.quote, entries)
    if best is None or _mostly_else(best, first, last):
        return None
    named = name(best, 1.0, words, language)
    named.start, named.end = span.start, span.end
    return named


def _coded(quote: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    keys = (f"={quote}", f"={quote}.", folded(quote))
    return tuple(e for found in gazetteer.lookup(keys).values() for e in found)


def _mostly_else(best: Spotted, first: int, last: int) -> bool:
    """The match is a small or late part of a longer name that the gazetteer does not have."""
    length = best.last - best.first
    return (best.first > first and length * 2 <= last - first) or length * 3 <= last - first


def _placed(
    document: Document, words: Words, names: list[Named], gazetteer: Gazetteer
) -> tuple[PlaceMention, ...]:
    contain(names, document.text)
    verdicts = rank(names, home_of(document, words, gazetteer))
    return tuple(mention(document, verdict, words) for verdict in verdicts)


def _unknown(span: Span) -> PlaceMention:
    reasons = (Reason.of("place.unknown", span, name=span.quote),)
    place = Place(span.quote, Precision.SETTLEMENT, reasons=reasons, confidence=0.0)
    return Mention(MentionKind.PLACE, span, place, reasons, TOOL, 0.0)
