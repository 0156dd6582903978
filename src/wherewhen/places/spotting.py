"""Where names of the gazetteer stand in a text: every lawful match, before anyone judges it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from wherewhen.languages import lexicon
from wherewhen.places.gazetteer import Entry, Gazetteer, Naming
from wherewhen.places.geometry import SITES
from wherewhen.places.reading import Words, arabic, folded, without_clitics
from wherewhen.places.spelling import loosen, skeleton

LONGEST = 7
_WELL_KNOWN = 300_000
_JOIN = re.compile(r"^(?: |-|‑|–| - |\. |\u00a0|['’] ?|\.)$")
_ABBREVIATED = frozenset("st ste mt ft pt fort".split())
_ARTICLES = frozenset("al el as ash an ad at az ar es ed".split())
_PEOPLE = re.compile("^(?:ال)?(.{2,}ي)(?:ه|ون|ين|ان|تين|تان|ات)?$")
_STATE_CODE = re.compile(r"^[A-Z]{2}$")
_ALWAYS = frozenset("US UK EU UN".split())


@dataclass(frozen=True, slots=True)
class Spotted:
    """Words [first, last) that name something; ``start`` leaves glued Arabic particles out.

    entries  what the name can mean, by exact key or (where that fails) by another romanisation
    """

    first: int
    last: int
    start: int
    end: int
    key: str
    entries: tuple[Entry, ...]

    @property
    def demonym(self) -> bool:
        """A people or origin, unless a place of that very name is far better known."""
        told = False
        for entry in self.entries:  # asked of every match: a loop is twice as fast as ``any`` and ``all``
            if entry.naming is Naming.DEMONYM:
                told = True
            elif entry.population >= _WELL_KNOWN:
                return False
        return told

    @property
    def code(self) -> bool:
        return self.entries[0].naming is Naming.CODE


@dataclass(frozen=True, slots=True)
class _Try:
    first: int
    last: int
    start: int
    end: int
    key: str
    code: str = ""
    people: bool = False
    site: bool = False


def spot(words: Words, gazetteer: Gazetteer) -> list[Spotted]:
    """All matches, longer ones and nested ones alike, in the order of the text."""
    tries: list[_Try] = []
    for number, form in enumerate(words.forms):
        if form[0].isupper() or (form in _ARTICLES and words.gap(number + 1) == "-"):
            tries += _latin_tries(words, number, gazetteer)
        elif not form.isascii() and arabic(form):
            tries += _arabic_tries(words, number, gazetteer)
    known = gazetteer.lookup(key for t in tries for key in (t.key, t.code))
    found: list[Spotted] = []
    for t in tries:
        entries = (*known.get(t.code, ()), *known.get(t.key, ()))
        if t.people:
            entries = tuple(e for e in entries if e.naming is Naming.DEMONYM)
        if t.site:
            entries = tuple(e for e in entries if e.kind in SITES)
        if entries and not (t.people and found and found[-1].end == t.end and found[-1].demonym):
            found.append(Spotted(t.first, t.last, t.start, t.end, t.key, entries))
    return found


def _latin_tries(words: Words, number: int, gazetteer: Gazetteer) -> Iterator[_Try]:
    start, form = words.starts[number], words.forms[number]
    yield from _codes(words, number)
    most = min(gazetteer.opening(words.keys[number]), LONGEST)
    key = ""
    for last in range(number, min(number + most, len(words))):
        if last > number and not _joined(words, last):
            return
        part = words.keys[last]
        key = f"{key} {part}" if key else part
        inside = last > number
        if (words.capital(last) or (inside and words.forms[last].isdigit())) and (len(form) > 1 or inside):
            yield _Try(number, last + 1, start, words.ends[last], key)
        elif inside and part in _site_nouns():
            yield _Try(number, last + 1, start, words.ends[last], key, site=True)


@cache
def _site_nouns() -> frozenset[str]:
    """ "Hmeimim air base": the noun of a site need not be written with a capital."""
    return frozenset(map(folded, lexicon("en", "places_words")["site"]["nouns"]))


def _codes(words: Words, number: int) -> Iterator[_Try]:
    """Abbreviations are met letter by letter; a bare pair of capitals needs a comma before it."""
    form, start, end = words.forms[number], words.starts[number], words.ends[number]
    pointed = words.text[end : end + 1] == "."
    if _STATE_CODE.match(form) and form not in _ALWAYS and words.gap(number) not in (", ", " ("):
        return
    if form.isupper() or "." in form:
        yield _Try(number, number + 1, start, end, "", "=" + form.replace(" ", ""))
    elif not pointed and words.gap(number) == ", " and len(form) < 6:
        yield _Try(number, number + 1, start, end, "", f"={form}.")
    if pointed and len(form) < 6:
        yield _Try(number, number + 1, start, end + 1, "", f"={form}.")


def _joined(words: Words, number: int) -> bool:
    gap = words.gap(number)
    if gap in (". ", "."):
        return words.keys[number - 1] in _ABBREVIATED
    return _JOIN.match(gap) is not None


def _arabic_tries(words: Words, number: int, gazetteer: Gazetteer) -> Iterator[_Try]:
    form, start = words.forms[number], words.starts[number]
    for cut, rest in ((0, form), *without_clitics(form)):
        first = folded(rest)
        for opening in _openings(first, gazetteer):
            yield from _arabic_runs(words, number, start + cut, opening, gazetteer.opening(opening))
    yield from _arabic_people(words, number, gazetteer)


def _arabic_people(words: Words, number: int, gazetteer: Gazetteer) -> Iterator[_Try]:
    """Adjectives of origin in gender and number: "السورية", "سوريون", "والأمريكيين"."""
    form, start = words.forms[number], words.starts[number]
    for cut, rest in ((0, form), *without_clitics(form)):
        ending = _PEOPLE.match(folded(rest))
        if ending and gazetteer.opening(ending[1]):
            yield _Try(number, number + 1, start + cut, words.ends[number], ending[1], people=True)


def _openings(first: str, gazetteer: Gazetteer) -> Iterator[str]:
    """The word as it stands, and with or without its article where only the other form is known."""
    if gazetteer.opening(first):
        yield first
        return
    other = first.removeprefix("ال") if first.startswith("ال") else "ال" + first
    if len(other) > 3 and gazetteer.opening(other):
        yield other


def _arabic_runs(words: Words, number: int, start: int, opening: str, most: int) -> Iterator[_Try]:
    key = ""
    for last in range(number, min(number + min(most, LONGEST), len(words))):
        if last > number and words.gap(last) not in (" ", "-", "\u00a0"):
            return
        key = opening if last == number else f"{key} {words.keys[last]}"
        yield _Try(number, last + 1, start, words.ends[last], key)


def distant(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """What a name that is not in the gazetteer as written can mean in another romanisation or script."""
    wide = loosen(folded(name))
    found = gazetteer.lookup((wide, "~" + wide)) if len(wide) > 3 else {}
    entries = [e for batch in found.values() for e in batch if e.naming is not Naming.DEMONYM]
    if not entries:
        bones = skeleton(name)
        entries = list(gazetteer.lookup(("#" + bones,)).get("#" + bones, ())) if len(bones) > 3 else []
    return tuple(dict.fromkeys(entries))
