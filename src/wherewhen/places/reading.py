"""The words of a text as place names need them: with what stands between, and Arabic words cut open."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wherewhen.places.spelling import fold

_MARKS = "\u064b-\u0652\u0670\u0640"
_WORD = re.compile(
    r"W\. ?Va\.|[NS]\. [CDHJMY]\.|(?:[A-Z]\.)+(?:[A-Z]\b\.?|[A-Z][a-z]{1,3}\.)"  # U.S., D.C., W.Va.
    rf"|[^\W\d_](?:[^\W\d_]|[{_MARKS}])*(?:['’](?!s\b)[^\W\d_]+)*"
    r"|\d+(?:[.,]\d+)*"
)
_ARABIC_LETTER = re.compile("[\u0621-\u06ff]")
_PROCLITICS = tuple(
    "وبال وكال فبال ولل فلل وال فال بال كال لل وب ول وك فب فل و ف ب ل ك".split()  # longest first
)
_BEFORE_ARTICLE = {"وبال": 2, "وكال": 2, "فبال": 2, "وال": 1, "فال": 1, "بال": 1, "كال": 1}

folded = lru_cache(maxsize=200_000)(fold)


@dataclass(slots=True)
class Words:
    """Words of a text in order, by number; ``gap(i)`` is what stands before word i."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    keys: list[str]

    @classmethod
    def of(cls, text: str) -> Words:
        found = [(*m.span(), m.group()) for m in _WORD.finditer(text)]
        if not found:
            return cls(text, [], [], [], [])
        starts, ends, forms = map(list, zip(*found, strict=True))
        return cls(text, starts, ends, forms, list(map(folded, forms)))

    def __len__(self) -> int:
        return len(self.forms)

    def gap(self, number: int) -> str:
        """What stands before the word; a line break at either end of the text."""
        if number <= 0 or number >= len(self.forms):
            return "\n"
        return self.text[self.ends[number - 1] : self.starts[number]]

    def key(self, number: int) -> str:
        """Folded word, empty outside the text."""
        return self.keys[number] if 0 <= number < len(self.keys) else ""

    def form(self, number: int) -> str:
        return self.forms[number] if 0 <= number < len(self.forms) else ""

    def capital(self, number: int) -> bool:
        return 0 <= number < len(self.forms) and self.forms[number][0].isupper()

    def at(self, start: int, end: int) -> tuple[int, int]:
        """Numbers [i, j) of the words that touch the characters [start, end)."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)


def arabic(word: str) -> bool:
    return _ARABIC_LETTER.match(word) is not None


def without_clitics(word: str) -> Iterator[tuple[int, str]]:
    """(letters cut off, rest) for the ways in which conjunctions and prepositions can be glued on."""
    for clitic in _PROCLITICS:
        if not word.startswith(clitic) or len(word) - len(clitic) < 2:
            continue
        if clitic in ("لل", "ولل", "فلل"):
            yield len(clitic), "ال" + word[len(clitic) :]
        elif clitic in _BEFORE_ARTICLE:
            cut = _BEFORE_ARTICLE[clitic]
            yield cut, word[cut:]
        else:
            yield len(clitic), word[len(clitic) :]
