"""The words by which a language speaks of people, folded and ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wherewhen.languages import fold, lexicon


@dataclass(frozen=True, slots=True)
class Vocabulary:
    language: str
    titles: frozenset[str]
    roles: frozenset[str]
    groups: frozenset[str]
    he: frozenset[str]
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    male: frozenset[str]
    female: frozenset[str]
    relative: frozenset[str]
    never: frozenset[str]
    organisation: frozenset[str]
    particles: frozenset[str]
    first_person: frozenset[str]
    governing: frozenset[str]
    bearing: frozenset[str]
    named_after: frozenset[str]
    before_names: frozenset[str]
    after_names: frozenset[str]

    @property
    def pronouns(self) -> frozenset[str]:
        return self.he | self.she | self.they


@cache
def vocabulary(language: str) -> Vocabulary:
    lists = lexicon(language, "people")
    return Vocabulary(language, **{name: frozenset(map(fold, entries)) for name, entries in lists.items()})
