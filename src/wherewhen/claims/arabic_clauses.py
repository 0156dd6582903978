"""Arabic clauses that tell no presence: contrary to fact, or of which it is said that nothing is known."""

from __future__ import annotations

from wherewhen.claims.clause import clause
from wherewhen.claims.frame import Frame
from wherewhen.claims.vocabulary import stands_in

_REACH = 12


def contrary_to_fact(frame: Frame, at: int) -> bool:
    """ "لو كان زار روما لقال": the verb at ``at`` stands in a clause with "لو"."""
    return any(stands_in(key, "ar", "plan", "contrary") for key in clause(frame, 0, at))


def untold(frame: Frame, at: int) -> bool:
    """ "لم تؤكد ولم تنف أنه زار", "لا دليل على أنه زار": neither told nor denied."""
    before = clause(frame, 0, at)
    opened = [i for i, key in enumerate(before) if stands_in(key, "ar", "doers", "openers")]
    if not opened:
        return False
    before = before[: opened[-1]]
    negated = (i for i, key in enumerate(before) if stands_in(key, "ar", "negation", "words"))
    return any(stands_in(key, "ar", "negation", "findings") for i in negated for key in before[i + 1 : i + 4])


def speaks_there(frame: Frame, said: int, at: int) -> bool:
    """ "قال مصدر في روما إن": what stands at ``at`` tells where the speaker is."""
    opener = next(
        (i for i in range(said, said + _REACH) if stands_in(frame.key(i), "ar", "doers", "openers")), None
    )
    return opener is not None and said <= at < opener


def supposed(frame: Frame, at: int) -> str:
    """ "يعتقد أنه زار روما ومكث": the word whose clause with "ان" holds the verb, "" where none does."""
    before = clause(frame, 0, at)
    for i, key in enumerate(before[:-1]):
        if stands_in(key, "ar", "plan", "infer") and stands_in(before[i + 1], "ar", "doers", "openers"):
            return key
    return ""
