"""Names brought to one spelling: a light fold, a loose fold and a skeleton that meets across scripts.

``fold``      case, diacritics, hyphens, hamza, taa marbuta, tatweel: the same letters, written otherwise
``loose``     also articles, doubled letters and vowel pairs: another romanisation of the same name
``skeleton``  consonants of a romanisation: "Al-Bukamal", "Abu Kamal" and "البوكمال" are ``bkml``
"""

from __future__ import annotations

import re
import unicodedata

_PLAIN = str.maketrans(
    {
        "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d",
        "ħ": "h", "ə": "a", "ŋ": "n", "-": " ", "–": " ", "—": " ", "‐": " ", "‑": " ", "/": " ", "_": " ",
        ",": " ", "(": " ", ")": " ", "&": " and ", "’": "", "‘": "", "'": "", "ʿ": "", "ʾ": "", "ʻ": "",
        "`": "", "´": "", "ʹ": "", "ʼ": "", '"': "", "“": "", "”": "",
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ئ": "ي", "ة": "ه",
        "ۃ": "ه", "ہ": "ه", "ھ": "ه", "ۀ": "ه", "ە": "ه", "ؤ": "و", "ۆ": "و", "ۇ": "و", "ء": "", "ک": "ك",
        "ڪ": "ك", "گ": "غ", "ڤ": "ف", "پ": "ب", "چ": "ش", "ژ": "ج", "ـ": "", "\u200c": "", "\u200d": "",
        "\u200e": "", "\u200f": "",
    }
)  # fmt: skip
_GLUED_DOT = re.compile(r"(?<=\w\w)\.(?=\w{3})")
_SPACES = re.compile(r"\s+")
_ARABIC = re.compile("[\u0600-\u06ff]")
_ARTICLE = re.compile(
    r"\b(?:the|al|el|ul|a[dt]h?(?=\s[dt])|a[nrsz](?=\s([nrsz])(?<=\w\s\1))|ash(?=\ssh)|"
    r"e[dt]h?(?=\s[dt])|e[nrsz](?=\s[nrsz])|esh(?=\ssh))\s"
)
_VOWELS = (
    ("tch", "sh"), ("ch", "sh"), ("dj", "j"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("ou", "u"), ("oo", "u"),
    ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ay", "i"), ("ai", "i"), ("ey", "i"), ("aw", "u"), ("au", "u"),
    ("y", "i"), ("w", "u"), ("o", "u"), ("e", "i"), ("v", "f"),
)  # fmt: skip
_DOUBLED = re.compile(r"(.)\1+")
_ROMAN = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "t", "ج": "j", "ح": "h", "خ": "x", "د": "d", "ذ": "d", "ر": "r",
        "ز": "z", "س": "s", "ش": "c", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "", "غ": "g", "ف": "f",
        "ق": "k", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "u", "ي": "i",
    }
)  # fmt: skip
_LATIN_CLASSES = (
    ("x", "ks"), ("kh", "x"), ("sh", "c"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("zh", "j"), ("ts", "s"),
    ("p", "b"),
)  # fmt: skip
_SOFT_C = re.compile(r"c(?=[eiy])")


def arabic_script(name: str) -> bool:
    """True where the name is written in Arabic letters."""
    return _ARABIC.search(name) is not None


def fold(name: str) -> str:
    """The same name whatever its case, accents, hyphens, points and Arabic letter forms."""
    bare = name.casefold()
    if not bare.isascii():
        bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    if "." in bare:
        bare = _GLUED_DOT.sub(" ", bare).replace(".", "")
    return _SPACES.sub(" ", bare.translate(_PLAIN)).strip()


def loose(name: str) -> str:
    """Another romanisation of a name comes to the same: no articles, vowel pairs or doubled letters."""
    return loosen(fold(name))


def loosen(folded: str) -> str:
    """``loose`` of a name that is folded already."""
    if arabic_script(folded):
        words = (w.removeprefix("ال") if len(w) > 4 else w for w in folded.split())
        return "".join("بو" if word == "ابو" else word for word in words)
    bare = _ARTICLE.sub("", folded + " ").strip() or folded
    bare = _albu(bare).replace(" ", "")
    for pair, one in _VOWELS:
        bare = bare.replace(pair, one)
    bare = _DOUBLED.sub(r"\1", bare)
    return bare[:-1] if len(bare) > 3 and bare.endswith("h") and not bare.endswith("sh") else bare


def _albu(bare: str) -> str:
    """The tribal "Albu" and the article with "Abu" are one prefix in the names of the Euphrates."""
    for prefix in ("albu", "abu", "abou", "bu", "bou"):
        if bare.startswith(prefix + " ") or (prefix == "albu" and bare.startswith(prefix)):
            return "bu" + bare[len(prefix) :]
    return bare


def skeleton(name: str) -> str:
    """Consonants of the name in a common romanisation; empty where too little is left to compare."""
    folded = fold(name)
    roman = _from_arabic(folded) if arabic_script(folded) else _from_latin(folded)
    bones = _DOUBLED.sub(r"\1", re.sub(r"[aeiouywh]|[^a-z]", "", roman.replace("g", "j")))
    return bones if len(bones) > 2 else ""


def _from_arabic(folded: str) -> str:
    words = [w.removeprefix("ال") if len(w) > 4 else w for w in folded.split()]
    words[0] = "ب" if words[0] == "ابو" and len(words) > 1 else words[0]
    return "".join(w.removesuffix("ه") if len(w) > 2 else w for w in words).translate(_ROMAN)


def _from_latin(folded: str) -> str:
    bare = _SOFT_C.sub("s", _ARTICLE.sub("", folded + " ").strip() or folded)
    roman = _albu(bare).replace("ch", "sh").replace("c", "k").replace("q", "k").replace(" ", "")
    for pair, one in (("ph", "f"), ("kk", "k"), ("v", "f"), *_LATIN_CLASSES):
        roman = roman.replace(pair, one)
    return roman
