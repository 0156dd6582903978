"""Capitals that a text does not call by a name of their own.

"the Algerian capital" is Algiers, and on the way "from Oran to الجزائر" the Arabic word is the town, though
it is the country's name as well: nobody travels from a town into the country that holds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from wherewhen.languages import lexicon
from wherewhen.places.gazetteer import Entry, Gazetteer
from wherewhen.places.named import Named
from wherewhen.places.reading import Words, folded, without_clitics
from wherewhen.places.recognition import inside, weight
from wherewhen.places.spotting import Spotted

Stretch = tuple[int, int, int, int]
_BESIDE = re.compile(r"^(?:[,،] ?| ?\(|:? | of | is | هي )(?:the )?$")


def with_capitals(words: Words, names: list[Named], gazetteer: Gazetteer, language: str) -> list[Named]:
    """The names in order; a people beside the word "capital" has become the capital."""
    table = lexicon(language, "places_words").get("capital", {})
    said = frozenset(folded(word) for word in table.get("words", ()))
    never = frozenset(folded(word) for word in table.get("never", ()))
    made = []
    for number, named in enumerate(names):
        place = _after_the_word(words, named.spot, said) if _of_a_country(named) else None
        if place is None and named.demonym:
            place = _before_the_word(words, named.spot, said, never)
        capital = _capital(named, place, gazetteer) if place else None
        beside = capital is not None and _named_beside(words.text, capital, names, number)
        made.append(named if capital is None or beside else capital)
    _journeys(words, made, tuple(table.get("journey", ())))
    return made


def _of_a_country(named: Named) -> bool:
    """A people, or a country: "السورية" is one of Syria's names as well."""
    return named.demonym or max(named.pool, key=weight).kind.startswith("PCL")


def _capital(people: Named, place: Stretch, gazetteer: Gazetteer) -> Named | None:
    country = next((e.country for e in people.pool if e.kind.startswith("PCL") and e.country), None)
    entry = gazetteer.capital(country) if country else None
    if entry is None:
        return None
    return Named(Spotted(*place, "", (entry,)), (entry,), people.likely)


def _after_the_word(words: Words, people: Spotted, said: frozenset[str]) -> Stretch | None:
    """ "العاصمة الجزائرية", also with a particle glued to the first word."""
    number = people.first - 1
    form = words.form(number)
    if words.gap(people.first) != " ":
        return None
    for cut, rest in ((0, form), *without_clitics(form)):
        if folded(rest) in said:
            kept = cut if form.endswith(rest) else cut - 1
            return number, people.last, words.starts[number] + kept, words.ends[people.last - 1]
    return None


def _before_the_word(
    words: Words, people: Spotted, said: frozenset[str], never: frozenset[str]
) -> Stretch | None:
    """ "the Algerian capital", but neither money ("the capital markets") nor a wish ("as capital")."""
    after, beyond = words.key(people.last), words.key(people.last + 1)
    if words.gap(people.last) != " " or words.capital(people.last) or after not in said:
        return None
    if words.key(people.first - 1) != "the":
        return None
    if beyond in never and words.gap(people.last + 1) == " ":
        return None
    return people.first, people.last + 1, people.start, words.ends[people.last]


def _named_beside(text: str, capital: Named, names: list[Named], number: int) -> bool:
    """Its name stands beside it: "the Algerian capital, Algiers"."""
    entry = capital.pool[0]
    before = names[number - 1] if number else None
    after = names[number + 1] if number + 1 < len(names) else None
    if after and after.start >= capital.end and _BESIDE.match(text[capital.end : after.start]):
        return any(e.country == entry.country and e.kind.startswith("PPL") for e in after.pool)
    if before and before.end <= capital.start and _BESIDE.match(text[before.end : capital.start]):
        return any(e.id == entry.id for e in before.pool)
    return False


def _journeys(words: Words, names: list[Named], ways: tuple[tuple[str, str], ...]) -> None:
    """ "from A to B", "between A and B": with a town of the country on one side, the other is its capital."""
    for one, other in pairwise(names):
        if _on_one_way(words, one, other, ways):
            for named, town in ((one, other), (other, one)):
                _settle(named, town)


def _on_one_way(words: Words, one: Named, other: Named, ways: tuple[tuple[str, str], ...]) -> bool:
    before, gap = words.key(one.spot.first - 1), words.text[one.end : other.start]
    return any(before in (folded(a), "و" + folded(a)) and gap == b for a, b in ways)


def _settle(named: Named, town: Named) -> None:
    if named.demonym or max(town.pool, key=weight).kind.startswith("PCL"):
        return
    best = max((e for e in town.pool if e.kind.startswith("PPL")), key=weight, default=None)
    towns = tuple(_capitals_of(named.pool, best)) if best else ()
    if towns:
        named.pool, named.typed = towns, ("PPL",)


def _capitals_of(pool: tuple[Entry, ...], town: Entry) -> Iterator[Entry]:
    """Readings as the capital where the pool holds the country of the town as well."""
    if any(e.kind.startswith("PCL") and inside(town, e) for e in pool):
        yield from (e for e in pool if e.kind == "PPLC" and e.country == town.country)
