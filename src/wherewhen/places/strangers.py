"""Names that the gazetteer spells otherwise: "the town of Maarat al-Numan", "بلدة جرابلوس".

Only looked for where a word of presence or the kind of place stands right before, because loose spellings
meet much.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from wherewhen.places.gazetteer import Entry, Gazetteer, Naming
from wherewhen.places.gazetteer.build import ROMANISED
from wherewhen.places.named import Named, name
from wherewhen.places.reading import Words
from wherewhen.places.recognition import kind_words, listed, unglued
from wherewhen.places.spelling import loosen
from wherewhen.places.spotting import Spotted

LONGEST = 4
_LIKELY = 0.5
_FIRM = 0.6
_ARTICLES = frozenset("al el as ash an ad at az ar es ed ez us".split())
_SHORTEST = 5


@dataclass(frozen=True, slots=True)
class _Unmet:
    """Words [first, last) that might name a place; ``stated`` where the text says it is one."""

    first: int
    last: int
    key: str
    stated: bool


def strangers(
    words: Words, names: list[Named], gazetteer: Gazetteer, language: str, taken: list[tuple[int, int]]
) -> list[Named]:
    """Places met through another spelling, where no accepted name stands."""
    used = {n for named in names if _firm(named) for n in range(named.spot.first, named.spot.last)}
    for start, end in taken:
        used.update(range(*words.at(start, end)))
    unmet: list[_Unmet] = []
    for number in range(1, len(words)):
        if _may_begin(words.forms[number], language) and number not in used:
            unmet += _unmet(words, number, language)
    known = gazetteer.lookup(key for u in unmet for key in _keys(u))
    found: list[Named] = []
    for u in unmet:
        entries = _entries(u, known)
        if entries and used.isdisjoint(range(u.first, u.last)) and u.key not in known:
            used.update(range(u.first, u.last))
            spot = Spotted(u.first, u.last, words.starts[u.first], words.ends[u.last - 1], u.key, entries)
            found.append(name(spot, _LIKELY, words, language))
    return found


def _may_begin(form: str, language: str) -> bool:
    return form[0].isupper() or form in _ARTICLES or (language == "ar" and not form.isascii())


def _firm(named: Named) -> bool:
    """Not merely one doubtful word, which may be part of a longer name spelt otherwise."""
    return named.likely >= _FIRM or named.spot.last - named.spot.first > 1


def _unmet(words: Words, number: int, language: str) -> Iterator[_Unmet]:
    """Possible names that begin here, longest first."""
    if words.gap(number) != " ":
        return
    before = unglued(words.key(number - 1), language)
    pair = f"{words.key(number - 2)} {before}"
    stated = before in kind_words(language, "before") or pair in kind_words(language, "before")
    if not (stated or (language == "en" and before in listed("en", "locative"))):
        return
    last = number
    while last < min(number + LONGEST, len(words)) and _continues(words, number, last, language):
        last += 1
    if language == "en" and not (last > number + 1 or stated):
        return
    for end in range(last, number, -1):
        if words.forms[end - 1] in _ARTICLES:
            continue
        yield _Unmet(number, end, " ".join(words.keys[number:end]), stated)


def _continues(words: Words, first: int, number: int, language: str) -> bool:
    if number > first and words.gap(number) not in (" ", "-"):
        return False
    if language == "ar":
        return number < first + 2
    article = words.forms[number] in _ARTICLES and words.gap(number + 1) in ("-", " ")
    return words.capital(number) or article


def _plausible(entry: Entry, unmet: _Unmet) -> bool:
    """Loose spellings are for names that reach the press through several romanisations."""
    return entry.naming is not Naming.DEMONYM and bool(entry.country) and entry.country in ROMANISED


def _keys(unmet: _Unmet) -> tuple[str, ...]:
    wide = loosen(unmet.key)
    return (unmet.key, wide, "~" + wide) if len(wide) >= _SHORTEST else (unmet.key,)


def _entries(unmet: _Unmet, known: dict[str, tuple[Entry, ...]]) -> tuple[Entry, ...]:
    _exact, *keys = _keys(unmet)
    for key in keys:
        entries = tuple(e for e in known.get(key, ()) if _plausible(e, unmet))
        if entries:
            return entries
    return ()
