"""A text cut into tokens that cover it without a gap, each with the blanks behind it."""

from __future__ import annotations

import re
from itertools import accumulate

_SHAPES = (
    r"\d{4}-\d{1,2}-\d{1,2}(?:T\d{2}:\d{2}(?::\d{2})?Z?)?(?!\d)"  # ISO day, ISO moment
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d)"  # 14/04/2018
    r"|\d{4}/\d{1,2}/\d{1,2}(?!\d)"
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # 10:30
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+\.\d+(?!\d)"  # 1,500 and 22.8
    r"|\d+(?:st|nd|rd|th|s)\b|['’]\d\d(?:s\b)?(?!\w)"  # 3rd, 1980s, '82
    r"|\d{6}Z\b"  # 051430Z
    r"|\d+"
    r"|(?:[A-Za-z]\.){2,}|[A-Za-z]\.[A-Za-z]\b(?!\.)"  # a.m., B.C.
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."
    r"|[^\W\d_]+(?:[\u064b-\u0652\u0670]+[^\W\d_]*)*"  # Arabic vowel marks are no letters
)
_TOKEN = re.compile(rf"(?:{_SHAPES}|\n|\S)[^\S\n]*|[^\S\n]+")


def cut(text: str) -> list[str]:
    """All tokens, blanks included: joined they are the text."""
    return _TOKEN.findall(text)


def starts(tokens: list[str], base: int) -> list[int]:
    """The offset of each token, and the end of the last one; the first begins at ``base``."""
    return list(accumulate(map(len, tokens), initial=base))
