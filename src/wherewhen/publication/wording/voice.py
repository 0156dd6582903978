"""How the publication speaks one language: its words, its counts, its numerals, its direction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wherewhen.languages import lexicon
from wherewhen.publication.wording.script import isolated, script

_ARABIC_INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class Voice:
    """One language of the publication; ``indic`` writes numbers in Arabic-Indic digits (Arabic only)."""

    language: str
    indic: bool = True

    def table(self, *path: str) -> dict[str, Any]:
        """A table of ``languages/LANGUAGE/wording.toml``."""
        found: dict[str, Any] = lexicon(self.language, "wording")
        for name in path:
            found = found[name]
        return found

    def say(self, *path: str, **values: str) -> str:
        """The template at ``path``, filled: ``say("date", "upto", last="13 May 2016")``."""
        template: str = self.table(*path[:-1])[path[-1]]
        return template.format_map(values) if values else template

    def word(self, table: str, key: str) -> str:
        """A single word or phrase, e.g. ``word("evidence", "photo")``; the key itself if there is none."""
        found: str = self.table(table).get(key, key)
        return found

    def number(self, value: int) -> str:
        return self.digits(str(value))

    def digits(self, text: str) -> str:
        """Western digits of a text in the numerals of the language."""
        return text.translate(_ARABIC_INDIC) if self.language == "ar" and self.indic else text

    def count(self, n: int, *path: str) -> str:
        """A counted phrase in its right plural: ``count(3, "count", "sighting")``."""
        forms = self.table(*path)
        form = next(key for key in (*_categories(n, self.language), "other") if key in forms)
        text: str = forms[form]
        return text.format(n=self.number(n))

    def foreign(self, text: str) -> str:
        """A name for the middle of a sentence: kept apart where it runs against the sentence's direction."""
        return isolated(text) if script(text) not in (self.language, "") else text


ENGLISH = Voice("en")
ARABIC = Voice("ar")


def voices(indic: bool = True) -> tuple[Voice, Voice]:
    """The languages of a publication, English first."""
    return ENGLISH, Voice("ar", indic)


def _categories(n: int, language: str) -> tuple[str, ...]:
    """The plural category of a number (as Unicode's plural rules have it), nearest first."""
    exact = {0: ("zero",), 1: ("one",), 2: ("two",)}.get(n, ())
    if language != "ar" or exact:
        return exact
    rest = n % 100
    return ("few",) if 3 <= rest <= 10 else ("many",) if rest >= 11 else ()
