"""What a token can be: the tags of a word in one language, from its lists and from its shape."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from wherewhen.languages import lexicon
from wherewhen.times.numerals import integer, mixed, plain

Tags = dict[str, Any]
_MEMORY = 50_000
_LONG = 64
_SHORTEST_VERB = 5
_LAST_YEAR = 2199
"""A later one in a report is no year, or not one to draw on a map."""
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200c-\u200f]")
_FOLD = str.maketrans(
    {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي", "ی": "ي", "ک": "ك"}
)
_MARKS_AHEAD = re.compile(f"^{_MARKS.pattern}+")
_NUMERIC = re.compile(r"\d+")
_NOT_WORDS = ("cased", "options")


_SAMPLES = (
    "0 1 9 10 12 31 32 60 99 00 05 45 100 159 160 999 012 060 0000 0012 0031 0059 0060 0800 0999 1000 1059 "
    "1060 1999 2000 2030 2070 2199 2200 2260 2399 2400 2460 9999 10000 10:30 "
    "14/04/2018 2018-04-14 051430Z 20160505 '82 '80s 80s 1980s "
    "3rd 45th 32nd 100th 0th 2.5 1,500 1٢ 1٢/04/2018 99999999"
).split()
"""One number of every kind that the rules tell apart."""


@dataclass(frozen=True, slots=True)
class Word:
    """A token as the grammar sees it. ``glued`` characters at its front belong to no time expression."""

    key: str
    tags: Tags
    glued: int = 0


NOTHING = Word("", {})


def fold(text: str) -> str:
    """The form under which words are listed: lower case, without dots, vowel marks and hamza."""
    return _MARKS.sub("", text.lower().replace(".", "") if text[:1].isalpha() else text).translate(_FOLD)


class Words:
    """The vocabulary of one language."""

    def __init__(self, language: str, literals: frozenset[str]) -> None:
        data = lexicon(language, "times")
        self._tags: dict[str, Tags] = {}
        for table, entries in data.items():
            if table not in _NOT_WORDS:
                for word, value in entries.items():
                    self._tags.setdefault(fold(word), {})[table] = value
        for word in literals:
            self._tags.setdefault(fold(word), {})[f"={fold(word)}"] = True
        self._cased = frozenset(data.get("cased", ()))
        options = data.get("options", {})
        self._glue = str(options.get("glued", ""))
        self._past_endings = tuple(options.get("past_endings", ()))
        self._future_beginnings = tuple(options.get("future_beginnings", ()))
        self._not_future = tuple(options.get("not_future", ()))
        self._memory: dict[str, Word] = {}

    def read(self, raw: str) -> Word:
        """The word behind a token (blanks included), NOTHING for one of no concern."""
        found = self._memory.get(raw)
        if found is None:
            found = self._look(raw.rstrip(" \t\r\u00a0"))
            if len(self._memory) < _MEMORY and len(raw) < _LONG:
                self._memory[raw] = found
        return found

    def tense_by_form(self, key: str) -> bool | None:
        """True where the form of a word is that of a future verb, False for a past one, else None."""
        if len(key) < _SHORTEST_VERB:
            return None
        if key.endswith(self._past_endings):
            return False
        ahead = key.startswith(self._future_beginnings) and not key.startswith(self._not_future)
        return True if ahead else None

    def every_kind(self) -> set[frozenset[str]]:
        """All sets of tags that a token of this language can carry."""
        kinds = {frozenset(self._look(sample).tags) for sample in _SAMPLES}
        for key, tags in self._tags.items():
            kinds.add(frozenset(tags))
            if key in self._cased:
                kinds.add(frozenset(name for name in tags if name[0] == "="))
        return kinds

    def _look(self, text: str) -> Word:
        if not text:
            return NOTHING
        if text[0].isdigit() or (text[0] in "'’" and text[1:2].isdigit()):
            return _number(text)
        return self._listed(text, 0) or self._unglued(text) or NOTHING

    def _listed(self, text: str, glued: int) -> Word | None:
        key = fold(text)
        tags = self._tags.get(key)
        if tags is None:
            return None
        if key in self._cased and text[:1].islower():
            tags = {name: value for name, value in tags.items() if name[0] == "="}
        return Word(key, tags, glued) if tags else None

    def _unglued(self, text: str) -> Word | None:
        """Arabic writes "and", "in", "to", "like" and the article onto the word: try without them."""
        for cut in range(1, min(4, len(text) - 2)):
            if text[cut - 1] not in self._glue:
                break
            rest = _MARKS_AHEAD.sub("", text[cut:])
            if word := self._listed(rest, len(text) - len(rest)):
                return word
        return None


def _number(text: str) -> Word:
    written, text = text, plain(text)
    shape = next((tag for tag, pattern in _SHAPED if pattern.fullmatch(text)), "")
    if mixed(written):
        return Word("", {"refused_iso" if shape == "iso" else "refused": "mixed_digits"})
    if shape:
        return Word(text, {shape: text} | _ordinal_tags(text, shape))
    value = integer(text)
    if value is None:
        return Word("", {"no_year": True})
    return Word(text, _integer_tags(text, value))


_SHAPED = (
    ("clock", re.compile(r"\d{1,2}:\d\d(:\d\d)?")),
    ("dtg", re.compile(r"(?:0[1-9]|[12]\d|3[01])\d{4}Z")),
    (
        "iso",
        re.compile(
            r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|\d{4}[-/]\d{1,2}[-/]\d{1,2}(T.*)?|\d{1,2}([-/.])\d{1,2}\2\d{2,4}"
        ),
    ),
    ("apostrophe", re.compile(r"['’]\d\d")),
    ("decade", re.compile(r"['’]?\d0s|1\d\d0s|20\d0s")),
    ("nth", re.compile(r"\d+(st|nd|rd|th)")),
    ("decimal", re.compile(r"\d+\.\d+")),
)


def _ordinal_tags(text: str, shape: str) -> Tags:
    value = int(_NUMERIC.search(text)[0][:4]) if shape == "nth" else 0  # type: ignore[index]
    tags: Tags = {"ordinal": value} if value else {}
    if shape == "decimal":
        tags["number"] = float(text)
    if 1 <= value <= 31:
        tags["day"] = value
    return tags


def _integer_tags(text: str, value: int) -> Tags:
    tags: Tags = {"number": value}
    if len(text) <= 4 and value:
        tags["number_any"] = value
    if 1 <= value <= 4 and len(text) == 1:
        tags["q"] = value
    if 1 <= value <= 31 and len(text) <= 2:
        tags["day"] = value
    if len(text) <= 2 and not 1 <= value <= 31:
        tags["no_day"] = value
    if "," not in text and (value == 0 or value > _LAST_YEAR):
        tags["no_year"] = True
    if len(text) == 2:
        tags["two"] = value
    if len(text) == 4 and 1000 <= value <= _LAST_YEAR:
        tags["year"] = value
    if len(text) == 4 and value % 100 < 60 and value < 2400:
        tags["military"] = value
    return tags
