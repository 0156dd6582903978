"""The interface's words in one language: phrases, plurals, digits, dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from wherewhen.languages import lexicon
from wherewhen.publication.public import Names


@dataclass(frozen=True, slots=True)
class Words:
    """The file ``languages/LANGUAGE/site.toml`` as questions."""

    language: str
    data: dict[str, Any]

    @property
    def direction(self) -> str:
        return str(self.data["direction"])

    def __call__(self, key: str, **values: object) -> str:
        """A phrase with its values; numbers in the digits of the language."""
        shown = {name: self.digits(str(value)) for name, value in values.items()}
        return str(self.data["words"][key]).format(**shown)

    def named(self, section: str, key: str) -> str:
        """A term of a closed list, e.g. ``named("evidence", "photo")``; an unknown one stands as it is."""
        return str(self.data.get(section, {}).get(key, key.replace("_", " ")))

    def count(self, noun: str, n: int) -> str:
        """``count("sightings", 3)``: the number with the noun in its right form."""
        forms = self.data["plural"][noun]
        form = forms.get(plural_form(self.data["plural_rule"], n), forms["other"])
        return str(form).format(n=self.number(n))

    def number(self, n: int) -> str:
        return self.digits(str(n))

    def digits(self, text: str) -> str:
        return text.translate(str.maketrans("0123456789", self.data["digits"]))

    def day(self, day: date) -> str:
        month = self.data["months"][day.month - 1]
        return self.digits(str(self.data["day_format"]).format(day=day.day, month=month, year=day.year))

    def short_day(self, day: date) -> str:
        month = self.data["short_months"][day.month - 1]
        return self.digits(str(self.data["day_format"]).format(day=day.day, month=month, year=day.year))

    def of(self, names: Names, fallback: str = "") -> str:
        """Text of a record in this language, else in English, else in whatever there is."""
        found = dict(names)
        return found.get(self.language) or found.get("en") or next(iter(found.values()), "") or fallback

    def generated(self, names: Names, fallback: str = "") -> str:
        """The same for sentences that we wrote ourselves: with the language's digits."""
        found = dict(names)
        return self.digits(found[self.language]) if found.get(self.language) else self.of(names, fallback)


def plural_form(rule: str, n: int) -> str:
    """The CLDR plural category of a whole number."""
    if rule != "arabic":
        return "one" if n == 1 else "other"
    if n <= 2:
        return ("zero", "one", "two")[n]
    return "few" if 3 <= n % 100 <= 10 else "many" if 11 <= n % 100 <= 99 else "other"


@cache
def words(language: str) -> Words:
    return Words(language, lexicon(language, "site"))


def text_direction(language: str) -> str:
    """The direction of a text that is not the interface's."""
    return (
        "rtl" if language.split("-")[0] in ("ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi") else "ltr"
    )
