"""What the words of a line tell about its role on the page, in both languages."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from wherewhen.languages import LANGUAGES, lexicon

SHORT = 200
"""Characters of a line that word cues may still judge; a longer one is prose."""
STOPS = ".!؟?…:;؛،,"
CREDIT = re.compile(r"[(\[]([^()\[\]]{2,60})[)\]]\s*$")
OUTLET_DASH_NAME = re.compile(r"^(?P<outlet>[^\n–—-]{2,40}?)\s+[–—-]\s+(?P<name>[^\n–—]{2,50})$")
MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200c-\u200f'’]+")
LETTERS = re.compile(r"[^\W_]+")
WORD = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def folded(line: str) -> str:
    """Lower case, without accents, vowel signs, hamza, tatweel and punctuation; single spaces."""
    bare = MARKS.sub("", unicodedata.normalize("NFKD", line.casefold()))
    return " ".join(LETTERS.findall(bare))


@cache
def _words(table: str, key: str) -> frozenset[str]:
    return frozenset(folded(w) for language in LANGUAGES for w in lexicon(language, "documents")[table][key])


def _begins(line: str, cues: frozenset[str]) -> bool:
    """The line is a cue or begins with one as whole words."""
    words = folded(line).split()
    return any(" ".join(words[:count]) in cues for count in range(1, min(len(words), 6) + 1))


def opens_section(line: str) -> bool:
    """True for a heading such as "Related articles" under which no report stands."""
    words = folded(line).split() if len(line) <= SHORT else []
    if not words or len(words) > 8 or _ends_sentence(line):
        return False
    sections = _words("boilerplate", "sections")
    return " ".join(words) in sections or (len(words) <= 6 and _begins(line, sections) and _labels(line))


def _labels(line: str) -> bool:
    """The cue is several words long, or a colon ends it: "References to war" opens nothing."""
    sections = _words("boilerplate", "sections")
    words = folded(line).split()
    several = any(" ".join(words[:n]) in sections for n in range(2, min(len(words), 6) + 1))
    head, colon, _ = line.partition(":")
    return several or bool(colon and folded(head) in sections)


def stands_apart(line: str) -> bool:
    """True for a short line that is boilerplate by itself: an appeal, a share button, key words."""
    if len(line) > SHORT:
        return False
    bare = f" {folded(line)} "
    if any(f" {cue} " in bare for cue in _words("boilerplate", "inside")):
        return True
    head, colon, _ = line.partition(":")
    if colon and folded(head) in _words("boilerplate", "lines"):
        return True
    if _begins(line, _words("boilerplate", "tags")) and _few_words(line, 12) and not _ends_sentence(line):
        return True
    return _begins(line, _several_words()) or bare.strip() in _words("boilerplate", "lines")


@cache
def _several_words() -> frozenset[str]:
    """One word alone ("related", "copyright") begins too many honest sentences."""
    return frozenset(cue for cue in _words("boilerplate", "lines") if " " in cue)


def is_byline(line: str) -> bool:
    """True for "By NAME", "بقلم: NAME", "Outlet – Name"."""
    if len(line) > 120 or "\n" in line or _ends_sentence(line):
        return False
    head, colon, _ = line.partition(":")
    openings = _words("byline", "openings")
    if (colon and folded(head) in openings) or (_begins(line, openings) and _few_words(line, 12)):
        return True
    return outlet_of(line) is not None


def outlet_of(line: str) -> str | None:
    """The outlet in a line "Outlet – Name", else None."""
    found = OUTLET_DASH_NAME.match(line.strip())
    if not found or re.search(r"\d", line) or _ends_sentence(line):
        return None
    outlet, name = found["outlet"].strip(), found["name"].strip()
    return outlet if _few_words(outlet, 4) and _few_words(name, 5) else None


def is_caption(line: str) -> bool:
    """True for "… (Agency)" without a final stop, and for lines such as "Photo: …", "صورة: …"."""
    if len(line) > 300 or "\n" in line:
        return False
    head, colon, _ = line.partition(":")
    if colon and folded(head) in _words("caption", "openings"):
        return True
    credit = CREDIT.search(line)
    if not credit or re.search(r"\d", credit[1]) or not _few_words(credit[1], 6):
        return False
    body = line[: credit.start()].rstrip()
    return len(body) >= 15 and not re.search(r"[.!?؟]\s", body) and body[-1:] not in STOPS


def is_prose(text: str) -> bool:
    """Running text: long, or of some length with a final stop."""
    return len(text) >= SHORT or (len(text) >= SHORT * 0.6 and _ends_sentence(text))


def is_heading(line: str) -> bool:
    """True for a short line without a final stop."""
    return len(line) <= 110 and "\n" not in line and _few_words(line, 14) and not _ends_sentence(line)


@cache
def glued_tags() -> re.Pattern[str]:
    """Key words glued to the end of a paragraph: "… said. Tags Syria Iraq"."""
    labels = [label for lang in LANGUAGES for label in lexicon(lang, "documents")["boilerplate"]["tags"]]
    choice = "|".join(map(re.escape, sorted(labels, key=len, reverse=True)))
    return re.compile(rf"(?<=[.!?؟”\"»)])\s+(?P<tags>(?:{choice})\s*:?\s[^.!?؟\n]{{2,200}})$", re.I)


def _few_words(line: str, most: int) -> bool:
    return 1 <= len(WORD.findall(line)) <= most


def _ends_sentence(line: str) -> bool:
    return line.rstrip(" \"”»’'").endswith(tuple(STOPS))
