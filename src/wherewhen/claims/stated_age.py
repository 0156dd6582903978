"""An age stated of the subject gives the birth, counted back from the publication: "Harris, 54,"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from wherewhen.claims.ages import birthday
from wherewhen.claims.frame import Actor, Frame
from wherewhen.claims.vocabulary import phrase_list, word_list
from wherewhen.model.reason import Reason
from wherewhen.model.span import Span
from wherewhen.model.when import Grain, When

_HYPHENATED = re.compile(r"(\d{1,3})-(year|month)-old")
_YOUNGEST, _OLDEST = 5, 110
_NEAR = 4


def born_by_age(frames: Sequence[Frame], published: date | None) -> When | None:
    """The year before the publication into which the birth falls; None where no age is stated."""
    if published is None:
        return None
    for frame in frames:
        for actor in frame.actors:
            found = _age_of(frame, actor) if actor.subject else None
            if found and _YOUNGEST <= found[0] <= _OLDEST:
                return _back(frame, published, *found)
    return None


def _age_of(frame: Frame, actor: Actor) -> tuple[int, int] | None:
    """An age beside the name, and the word that tells it."""
    for at in range(max(0, actor.at - _NEAR), actor.at):
        hyphenated = _HYPHENATED.fullmatch(frame.key(at))
        if hyphenated and hyphenated[2] == "year":
            return int(hyphenated[1]), at
    at = actor.end + 1
    opened, age, closed = frame.key(actor.end), frame.key(at), frame.key(at + 1)
    if age.isdecimal() and len(age) <= 3:
        bracketed = opened == "(" and (closed == ")" or closed in word_list(frame.language, "age", "years"))
        if bracketed or (opened == "," and closed in (",", ".", ";")):
            return int(age), at
    return _said(frame, actor)


def _said(frame: Frame, actor: Actor) -> tuple[int, int] | None:
    """ "Who was 45 years old", "البالغ من العمر 26 عاما" """
    for at in range(actor.end, actor.end + _NEAR):
        for phrase in phrase_list(frame.language, "age", "stating"):
            end = at + len(phrase)
            age = frame.key(end)
            told = frame.keys(at, end) == phrase and age.isdecimal() and len(age) <= 3
            if told and frame.key(end + 1) in word_list(frame.language, "age", "years"):
                return int(age), end
    return None


def _back(frame: Frame, published: date, age: int, at: int) -> When:
    line = frame.sentence.words
    span = Span(frame.document, line[at].start, line[at].end)
    low = birthday(published, -age - 1) + timedelta(days=1)
    reason = Reason.of("claim.born_by_age", span, age=age, anchor=published)
    return When.between(low, birthday(published, -age), Grain.YEAR, reasons=(reason,))
