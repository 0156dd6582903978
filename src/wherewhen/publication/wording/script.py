"""Which script a text is in, and how to keep a foreign name together inside a sentence."""

from __future__ import annotations

import re

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufeff]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")
_BIDI_CONTROLS = re.compile(r"[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")


def script(text: str) -> str:
    """``ar`` or ``en`` by the letters that are in the majority, empty if there are none of either."""
    arabic, latin = len(_ARABIC.findall(text)), len(_LATIN.findall(text))
    if not arabic and not latin:
        return ""
    return "ar" if arabic >= latin else "en"


def isolated(text: str) -> str:
    """The text between first-strong isolates, its own direction controls removed."""
    return f"\u2068{_BIDI_CONTROLS.sub('', text)}\u2069"


def readable(name: str, language: str) -> bool:
    """Whether a name can stand in a sentence: in its script, or as a Latin proper name ("Al-Manara")."""
    proper = name.isascii() and all(word[0].isupper() for word in name.split())
    return proper or script(name) in (language, "")
