"""Words of a text with their offsets, and the folded keys under which word lists know them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(
    r"['’]s\b"  # the English possessive stands alone
    r"|[^\W_]+(?:[\u064b-\u0652\u0670\u0640]+[^\W_]*)*(?:['’\-‑](?!s\b)[^\W\d_]+)*"
    r"|[^\w\s]|_"
)
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ARABIC = str.maketrans("أإآٱىةؤئ", "ااااي" + "هوي")


@dataclass(frozen=True, slots=True)
class Word:
    """``[start, end)`` of the document's text; ``key`` is the folded form."""

    start: int
    end: int
    text: str
    key: str

    @property
    def is_word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Lower case, accents, Arabic vowel signs and hamza forms removed; ’s kept apart as ' s."""
    plain = _MARKS.sub("", text).replace("’", "'").casefold()
    if plain.isascii():
        return plain
    plain = plain.translate(_ARABIC)
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """Words and marks of ``text[start:end]`` in order."""
    found = _WORD.finditer(text, start, len(text) if end is None else end)
    return tuple(Word(m.start(), m.end(), m.group(), fold(m.group())) for m in found)
