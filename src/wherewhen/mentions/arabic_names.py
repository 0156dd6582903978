"""Names of people in Arabic text, which has no capitals: a known first name, or what follows a title.

A name ends with the word that shuts it ("…ي", "ال…") or where a verb, a preposition or a date begins. It is
taken only if its last part stands in the document again, so that what merely follows a title is no name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from wherewhen.languages import Sentence, Word, fold, lexicon
from wherewhen.mentions.vocabulary import Vocabulary

_PARTICLES = ("و", "ف", "ب", "ل", "ك", "ول", "وب")
_LONGEST = 4


def arabic_names(lines: Sequence[Sentence], text: str, v: Vocabulary) -> tuple[str, ...]:
    """Every name as often as its bearer is spoken of by it or by its last part, most complete form first."""
    spoken = Counter(bare for line in lines for w in line.words for bare in {w.key, _bare(w.key)})
    found: dict[str, Counter[str]] = {}
    for line in lines:
        for start, end in _names(line.words, v, spoken):
            words = line.words[start:end]
            first = text[words[0].start : words[-1].end].removeprefix(_glue(words[0].key))
            found.setdefault(words[-1].key, Counter())[first] += 1
    return tuple(
        name
        for last, forms in found.items()
        for name in [max(forms, key=lambda form: (forms[form], len(form)))] * max(spoken[last], 1)
    )


def _names(line: Sequence[Word], v: Vocabulary, spoken: Counter[str]) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(line):
        start = at if _given(line[at]) else _after_title(line, at, v)
        end = _end(line, start, v, spoken) if start is not None else None
        if start is not None and end is not None:
            yield start, end
        at = end or at + 1


def _after_title(line: Sequence[Word], at: int, v: Vocabulary) -> int | None:
    """The first word behind a title and its adjectives: "the former American president X"."""
    if not {line[at].key, line[at].key.removeprefix("و")} & v.titles:
        return None
    i = at + 1
    while i < min(at + 4, len(line)) and (line[i].key.startswith("ال") or line[i].key in v.titles):
        i += 1
    return i if i < len(line) and _plain(line[i], v) else None


def _end(line: Sequence[Word], start: int, v: Vocabulary, spoken: Counter[str]) -> int | None:
    """Where the name that starts at ``start`` ends, None if it is none."""
    end = start + 1
    while end < min(len(line), start + _LONGEST) and _plain(line[end], v):
        key, before = line[end].key, line[end - 1].key
        end += 1
        if not _given(line[end - 1]) and key not in v.particles and before not in v.particles:
            break
    while end - start >= 2 and (line[end - 1].key in v.particles or spoken[line[end - 1].key] < 2):
        end -= 1
    return end if end - start >= 2 else None


def person_at(line: Sequence[Word], at: int, v: Vocabulary) -> int:
    """Length of a name that starts here: behind a title, or with a known first name; 0 if none does."""
    titled = _titled(line, at, v)
    if not titled and not _given(line[at]):
        return 0
    end = at
    while (
        end < min(len(line), at + _LONGEST) and _plain(line[end], v) and (end == at or not _joined(line[end]))
    ):
        known = _given(line[end]) or line[end].key in v.particles
        end += 1
        if not known and end - at > 1 and line[end - 2].key not in v.particles:
            break
    while end > at and line[end - 1].key in v.particles:
        end -= 1
    return end - at if end - at >= (1 if titled and _given(line[at]) else 2) else 0


def _titled(line: Sequence[Word], at: int, v: Vocabulary) -> bool:
    """ "الوزير", "الرئيس الأمريكي" stand before."""
    before = [w.key.removeprefix("و") for w in line[max(0, at - 3) : at]]
    if not before or not _plain(line[at], v) or line[at].key.startswith(("ال", "لل", "بال", "وال")):
        return False
    adjectives = before[-1].startswith("ال") and any(key in v.titles for key in before[:-1])
    return before[-1] in v.titles or adjectives


def _joined(word: Word) -> bool:
    """ "وعلي" begins another name, "يزور" is a verb."""
    key = word.key
    return len(key) > 3 and key not in _first_names() and key.startswith(("و", "ي", "بال", "لل", "ست", "سي"))


def _plain(word: Word, v: Vocabulary) -> bool:
    """A word that can be part of a name."""
    key = word.key
    if not word.is_word or len(key) < 2 or key[0].isdigit():
        return False
    return key not in _other_words() and key not in v.titles | v.never | v.organisation | v.roles


def _given(word: Word) -> bool:
    """ "علي" is a first name; "على" is a preposition of the same folded form."""
    return word.text != "على" and (word.key in _first_names() or _bare(word.key) in _first_names())


def _glue(key: str) -> str:
    """The particle written on to a known first name."""
    return key.removesuffix(_bare(key)) if key not in _first_names() else ""


def _bare(key: str) -> str:
    cut = (key.removeprefix(p) for p in _PARTICLES if key.startswith(p))
    return next((rest for rest in cut if rest in _first_names()), key)


@cache
def _first_names() -> frozenset[str]:
    return frozenset(map(fold, lexicon("ar", "given_names")["names"].split()))


@cache
def _other_words() -> frozenset[str]:
    """Verbs of presence and of saying, and small words."""
    verbs = (word.split()[0] for group in lexicon("ar", "presence")["verb"] for word in group["words"])
    saying = lexicon("ar", "sources")["cue"]["saying"]
    past = (fold(verb) + ending for verb in verbs for ending in ("", "ت", "وا"))
    return frozenset(map(fold, (*lexicon("ar", "given_names")["not_names"].split(), *saying, *past)))
