"""Buildings, camps, streets: "Gleneagles Hospital in Singapore" is a site inside the place named with it.

A site that the gazetteer does not know has the point and the radius of what contains it, and says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wherewhen.languages import lexicon
from wherewhen.model.document import Document
from wherewhen.model.mention import Mention, MentionKind, PlaceMention
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.places.reading import Words, folded
from wherewhen.places.tool import TOOL

LONGEST = 6
_ADJECTIVES = 3
_NEAR = 250
_CONTAINING = (Precision.SETTLEMENT, Precision.DISTRICT)
_SURE = 0.6


@cache
def _site(language: str, name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in lexicon(language, "places_words")["site"][name])


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Words [first, last) that name or describe a site; ``named`` where it has a name of its own."""

    first: int
    last: int
    named: bool


def with_sites(document: Document, words: Words, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """The mentions, with sites in the place of the names that they contain."""
    found: list[PlaceMention] = []
    nouns = _site(document.language, "nouns")
    glued = document.language == "ar"
    for number, key in enumerate(words.keys):
        if key in nouns or (glued and _bare(key, "ar") in nouns):
            mention = _mention(document, words, number, mentions)
            if mention is not None and not any(m.span.overlaps(mention.span) for m in found):
                found.append(mention)
    kept = [m for m in mentions if not any(m.span.overlaps(site.span) for site in found)]
    return sorted([*kept, *found], key=lambda m: m.span.start)


def _bare(key: str, language: str) -> str:
    if language != "ar" or not key or key[0] not in "وبل":
        return key
    for glued in ("وب", "ول", "ب", "ل", "و"):
        if key.startswith(glued) and key.removeprefix(glued) in _site("ar", "nouns"):
            return key.removeprefix(glued)
    return key


def _mention(
    document: Document, words: Words, number: int, mentions: list[PlaceMention]
) -> PlaceMention | None:
    if _middle(words, number, mentions, document.language):
        return None
    read = _arabic if document.language == "ar" else _english
    phrase = read(words, number, mentions)
    if phrase is None:
        return None
    start, end = words.starts[phrase.first], words.ends[phrase.last - 1]
    mentions = [m for m in mentions if not any(r.code == "place.demonym" for r in m.reasons)]
    inner = [m for m in mentions if start <= m.span.start < end]
    if any(m.value.precision is Precision.SITE for m in inner):
        return None
    follower = _attached(words, phrase.last, mentions, document.language)
    container = follower or (inner[-1] if inner else None)
    if container is None and phrase.named:
        container = _before(document, mentions, start)
    if container is None or container.value.point is None:
        return None
    if container is not follower and container.value.precision is Precision.COUNTRY:
        return None
    if follower and not (phrase.named and words.capital(number)) and document.language == "en":
        end = follower.span.end
    return inside(Span(document, start, end), container)


def _middle(words: Words, number: int, mentions: list[PlaceMention], language: str) -> bool:
    """ "The city centre of Vienna", "Aleppo center", "مركز حلب": a part of the town, and no building."""
    if language == "ar":
        follows = number + 1 < len(words) and any(m.span.start == words.starts[number + 1] for m in mentions)
        return follows and _bare(words.keys[number], "ar") in _site("ar", "middles")
    if words.keys[number] not in _site("en", "middles") or words.capital(number):
        return False
    before = number - 1
    while words.key(before) in _site("en", "plain"):
        before -= 1
    named = any(m.span.start < words.ends[before] <= m.span.end for m in mentions) if before >= 0 else False
    return named or before < number - 1


def inside(span: Span, container: PlaceMention) -> PlaceMention:
    """A site of unknown position within the place of another mention."""
    place = container.value
    name = place.name(span.document.language)
    reasons = (Reason.of("place.inside_container", span, name=span.quote, container=name),)
    site = Place(
        span.quote, Precision.SITE, ((span.document.language, span.quote),), None, "SITE", place.point,
        place.radius_km, country=place.country, containment=(name, *place.containment),
        confidence=round(place.confidence * _SURE, 3), reasons=(*reasons, *place.reasons),
        losers=place.losers,
    )  # fmt: skip
    return Mention(MentionKind.PLACE, span, site, reasons, TOOL, site.confidence)


def _english(words: Words, number: int, mentions: list[PlaceMention]) -> _Phrase | None:
    """Capitalised words up to the noun, or "the presidential palace" with its place right behind."""
    first = number
    while (
        first > 0 and number - first < LONGEST and words.gap(first) in (" ", "-") and words.capital(first - 1)
    ):
        first -= 1
    if first < number and words.key(first) in _site("en", "skipped") | _site("en", "cues"):
        first += 1
    named = first < number
    if not named:
        for back in range(1, _ADJECTIVES + 1):
            if words.gap(number - back + 1) != " ":
                return None
            if words.key(number - back) == "the":
                first = number - back + 1
                break
        else:
            return None
    return _Phrase(first, number + 1, named) if _cued(words, first, "en") else None


def _arabic(words: Words, number: int, mentions: list[PlaceMention]) -> _Phrase | None:
    """The noun, the name that follows it, and adjectives such as "الدولي"."""
    glued = _bare(words.keys[number], "ar") != words.keys[number]
    if not (glued or _cued(words, number, "ar")):
        return None
    last = number + 1
    for mention in mentions:
        if last < len(words) and mention.span.start == words.starts[last] and words.gap(last) == " ":
            _, last = words.at(mention.span.start, mention.span.end)
            break
    while last < len(words) and words.gap(last) == " " and words.key(last) in _site("ar", "tails"):
        last += 1
    if last == number + 1:
        last = min(len(words), number + 2)
        nameless = _site("ar", "links") | _site("ar", "nouns")
        if words.gap(last - 1) != " " or words.key(last - 1) in nameless:
            return None
    return _Phrase(number, last, True)


def _cued(words: Words, first: int, language: str) -> bool:
    """A word of presence stands before, articles and the like left out."""
    before = first - 1
    while before >= 0 and words.gap(before + 1) == " " and words.key(before) in _site(language, "skipped"):
        before -= 1
    return words.gap(before + 1) == " " and words.key(before) in _site(language, "cues")


def _attached(words: Words, last: int, mentions: list[PlaceMention], language: str) -> PlaceMention | None:
    """The place that follows with "in", "of", "at" or a comma."""
    if last >= len(words):
        return None
    links = _site(language, "links")
    for skip in (0, 1, 2):
        number = last + skip
        if number >= len(words):
            return None
        between = all(words.key(n) in links or words.key(n) == "the" for n in range(last, number))
        joined = words.gap(last) in (" ", ", ", "، ")
        for mention in mentions:
            near = words.starts[number] <= mention.span.start <= words.starts[number] + 2
            if (
                near
                and between
                and joined
                and (skip or words.gap(last) != " " or mention.span.start > words.starts[number])
            ):
                return mention
    return None


def _before(document: Document, mentions: list[PlaceMention], start: int) -> PlaceMention | None:
    """The town or quarter that was named last, in the same paragraph and not far back."""
    low = max(start - _NEAR, document.text.rfind("\n", 0, start))
    earlier = [m for m in mentions if low <= m.span.start < start and m.value.precision in _CONTAINING]
    return earlier[-1] if earlier else None


def settled(span: Span, mentions: list[PlaceMention]) -> PlaceMention | None:
    """For a span that the gazetteer does not know: the place named nearest to it, as its container."""
    placed = [m for m in mentions if m.value.point is not None and m.value.precision in _CONTAINING]
    near = min(
        placed, key=lambda m: abs(m.span.start - span.start) + 400 * (m.span.start > span.start), default=None
    )
    return inside(span, near) if near else None
