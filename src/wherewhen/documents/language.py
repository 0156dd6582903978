"""Which of the product's languages a text is read in. Its script decides."""

from __future__ import annotations

import re

from wherewhen.languages import LANGUAGES

ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
SAMPLE = 200_000


def language_of(text: str, stated: str | None = None) -> str:
    """``en`` or ``ar``. What is stated holds if the product reads it and the text has its script."""
    sample = text[:SAMPLE]
    arabic, latin = len(ARABIC.findall(sample)), len(LATIN.findall(sample))
    primary = re.split(r"[-_]", (stated or "").strip().lower())[0]
    has_script = {"ar": arabic > 0, "en": latin > 0}
    if primary in LANGUAGES and has_script.get(primary, True) and _close(arabic, latin):
        return primary
    return "ar" if arabic > latin else "en"


def _close(arabic: int, latin: int) -> bool:
    """Both scripts have a real share, so that the count alone should not decide."""
    return min(arabic, latin) * 4 >= max(arabic, latin) or arabic + latin == 0
