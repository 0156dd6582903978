"""Small words that say how a date bounds an event, and how a sentence goes on from the one before."""

from __future__ import annotations

from collections.abc import Iterator

from wherewhen.claims.frame import Frame, Moment
from wherewhen.claims.vocabulary import phrase_list
from wherewhen.languages import lexicon

_BEFORE = 3
"""Words before a date among which its cue stands ("since the end of 2012")."""
_OPENING = 5


def cue(frame: Frame, moment: Moment) -> str:
    """The kind of the cue nearest before the date ("since", "until", "by"), "none" where there is none."""
    if _follows(frame, moment.end, "onwards"):
        return "since"
    for at in range(moment.at, moment.at - _BEFORE - 1, -1):
        for kind in lexicon(frame.language, "presence")["date_cue"]:
            if kind != "onwards" and _follows(frame, at, kind):
                return str(kind)
    return "none"


def begins_with(frame: Frame, moment: Moment) -> bool:
    """ "Since 2014", "منذ أواخر عام 2014", "from 2014 onwards": the date opens what the sentence tells."""
    phrases = phrase_list(frame.language, "date_cue", "since")
    places = range(max(0, moment.at - _BEFORE), moment.at)
    near = any(frame.keys(at, at + len(p)) == p for p in phrases for at in places)
    return near or _follows(frame, moment.end, "onwards")


def ends_with(frame: Frame, moment: Moment) -> bool:
    """ "Until 2014", "حتى عام 2014": the date closes what the sentence tells."""
    phrases = phrase_list(frame.language, "range", "closing")
    return any(frame.keys(moment.at - len(p), moment.at) == p for p in phrases if moment.at >= len(p))


def _follows(frame: Frame, at: int, kind: str) -> bool:
    phrases = phrase_list(frame.language, "date_cue", kind)
    return any(frame.keys(at, at + len(p)) == p for p in phrases if at >= 0)


def openings(frame: Frame, anchor: int) -> Iterator[str]:
    """How the sentence joins what was told before: onward ("then"), back ("earlier"), same ("that day")."""
    limit = len(frame.sentence.words)
    for kind in lexicon(frame.language, "presence")["opening"]:
        phrases = phrase_list(frame.language, "opening", kind)
        places = {*range(min(_OPENING, limit)), *range(max(0, anchor - 3), min(anchor + 2, limit))}
        if any(frame.keys(at, at + len(p)) == p for p in phrases for at in places):
            yield str(kind)
