"""Is somebody there, or does the name stand for a government, a team, a people, an institution?"""

from __future__ import annotations

from functools import cache

from wherewhen.languages import lexicon
from wherewhen.places.named import Named
from wherewhen.places.reading import Words, folded
from wherewhen.places.recognition import listed

_RUN = 4
METONYMIC, DEMONYM, EMBEDDED = "place.metonymic", "place.demonym", "place.part_of_a_name"


@cache
def _list(language: str, name: str) -> frozenset[str]:
    return frozenset(folded(word) for word in lexicon(language, "places_words")["literal"][name])


def stands_for(named: Named, words: Words, language: str) -> str | None:
    """Code of the reason why the name is no place of presence; None where it is literal."""
    if named.demonym:
        return DEMONYM
    spot = named.spot
    if embedded(words, spot.first, spot.last, language):
        return EMBEDDED
    before = words.key(spot.first - 1) if words.gap(spot.first) == " " else ""
    if before in listed(language, "locative") or named.spot.start > words.starts[spot.first]:
        return None
    if _acts(named, words, language) and (_power(named) or spot.key in _list(language, "seats")):
        return METONYMIC
    if before in _list(language, "against") and _power(named):
        return METONYMIC
    return None


def _power(named: Named) -> bool:
    """A state, its capital, a seat of power, a university: what speaks in the news."""
    return any(
        e.kind.startswith("PCL") or e.kind in ("PPLC", "CONT", "BLDG", "PAL", "UNIV") for e in named.pool
    )


def _acts(named: Named, words: Words, language: str) -> bool:
    """The next word is a verb of saying or acting; in Arabic the verb stands before."""
    saying, between = _list(language, "saying"), _list(language, "between")
    spot = named.spot
    if words.gap(spot.last) == " ":
        one, two = words.key(spot.last), words.key(spot.last + 1)
        if one in saying or (one in between and two in saying):
            return True
    if language == "ar" and words.gap(spot.first) in (" ", ""):
        before = words.key(spot.first - 1)
        return before in saying or before.removeprefix("و") in saying
    return False


def embedded(words: Words, first: int, last: int, language: str) -> bool:
    """A capitalised neighbour makes the whole the name of a body ("Bank of Ireland", "Boston Herald")."""
    body = _list(language, "body")
    if language == "ar":
        return words.gap(first) == " " and words.key(first - 1).removeprefix("و").removeprefix("ال") in body
    for number in range(last, last + _RUN):
        if words.gap(number) != " " or not words.capital(number):
            break
        if words.key(number) in body:
            return True
    of = words.gap(first) == " " and words.key(first - 1) in ("of", "for")
    return of and words.capital(first - 2) and words.key(first - 2) in body
