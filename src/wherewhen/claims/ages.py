"""An age dates an event of a life whose birth is known: "moved to Toronto at 19"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from wherewhen.claims.frame import Frame
from wherewhen.claims.vocabulary import phrase_list, word_list
from wherewhen.languages import fold, lexicon
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.when import Grain, When

_OLDEST = 110
_YOUNGEST_BY_BARE_WORD = 5
_NEAR = 12
"""Words between an age and the word of presence that it may belong to."""


def at_age(frame: Frame, anchor: int, birth: When | None) -> When | None:
    """The year of life that the sentence tells near word ``anchor``, both ends included."""
    if birth is None or birth.earliest is None or birth.latest is None:
        return None
    for at in range(len(frame.sentence.words)):
        told = _age(frame, at)
        if told and abs(at - anchor) <= _NEAR:
            age, end = told
            line = frame.sentence.words
            span = Span(frame.document, line[at].start, line[end - 1].end)
            low, high = birthday(birth.earliest, age), birthday(birth.latest, age + 1)
            reason = Reason.of("claim.at_age", span, age=age, birth=birth.earliest)
            return When.between(low, high - timedelta(days=1), Grain.YEAR, reasons=(reason,))
    return None


def _age(frame: Frame, at: int) -> tuple[int, int] | None:
    """The age whose cue begins at word ``at``, with the word behind it."""
    language = frame.language
    for cue in phrase_list(language, "age", "before"):
        if frame.keys(at, at + len(cue)) == cue:
            number = at + len(cue)
            age, end = _number(frame, number)
            if age is None or age > _OLDEST or _measures(frame, end):
                continue
            if " ".join(cue) in _bare(language) and not _meant(frame, age, end):
                continue
            return age, end
    return None


def _number(frame: Frame, at: int) -> tuple[int | None, int]:
    for length in (2, 1):
        age = _numbers(frame.language).get(" ".join(frame.keys(at, at + length)))
        if age is not None:
            return age, at + length
    key = frame.key(at)
    return (int(key), at + 1) if key.isdecimal() and len(key) <= 3 else (None, at)


def _meant(frame: Frame, age: int, end: int) -> bool:
    """A bare "at 19" ends its clause; "وهو في الثالثة" needs "من عمره"."""
    if frame.language == "ar":
        return bool(set(frame.keys(end, end + 3)) & word_list("ar", "age", "needs"))
    following = frame.key(end)
    return age >= _YOUNGEST_BY_BARE_WORD and (not following or not following[0].isalnum())


def _measures(frame: Frame, end: int) -> bool:
    return frame.key(end) in word_list(frame.language, "age", "not_followed_by") or frame.key(end) == ":"


@cache
def _numbers(language: str) -> dict[str, int]:
    return {fold(word): age for word, age in lexicon(language, "presence")["age"]["number"].items()}


@cache
def _bare(language: str) -> frozenset[str]:
    return word_list(language, "age", "bare")


def birthday(birth: date, age: int) -> date:
    """The day so many years after a birth, or before it where ``age`` is negative."""
    year = min(birth.year + age, date.max.year - 1)
    leap = (birth.month, birth.day) == (2, 29)
    return date(year, 2, 28) if leap else birth.replace(year=year)
