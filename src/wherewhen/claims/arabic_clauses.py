"""Arabic clauses that tell no presence: contrary to fact, or of which it is said that nothing is known."""

from __future__ import annotations

from wherewhen.claims.frame import Frame
from wherewhen.claims.vocabulary import word_list

_REACH = 12


def contrary_to_fact(frame: Frame, at: int) -> bool:
    """ "لو كان زار روما لقال": the verb at ``at`` stands in a clause with "لو"."""
    return any(_among(key, "plan", "contrary") for key in _clause(frame, at))


def untold(frame: Frame, at: int) -> bool:
    """ "لم تؤكد ولم تنف أنه زار", "لا دليل على أنه زار": neither told nor denied."""
    clause = _clause(frame, at)
    opened = [i for i, key in enumerate(clause) if _among(key, "doers", "openers")]
    if not opened:
        return False
    before = clause[: opened[-1]]
    negated = (i for i, key in enumerate(before) if _among(key, "negation", "words"))
    return any(_among(key, "negation", "findings") for i in negated for key in before[i + 1 : i + 4])


def speaks_there(frame: Frame, said: int, at: int) -> bool:
    """ "قال مصدر في روما إن": what stands at ``at`` tells where the speaker is."""
    opener = next((i for i in range(said, said + _REACH) if _among(frame.key(i), "doers", "openers")), None)
    return opener is not None and said <= at < opener


def supposed(frame: Frame, at: int) -> str:
    """ "يعتقد أنه زار روما ومكث": the word whose clause with "ان" holds the verb, "" where none does."""
    clause = _clause(frame, at)
    for i, key in enumerate(clause[:-1]):
        if _among(key, "plan", "infer") and _among(clause[i + 1], "doers", "openers"):
            return key
    return ""


def _clause(frame: Frame, at: int) -> tuple[str, ...]:
    """The words before ``at`` back to a comma, a stop or a "but"."""
    keys = frame.keys(0, at)
    ends = word_list("ar", "plan", "clause_openers")
    cut = max((i for i, key in enumerate(keys) if key in _STOPS or key in ends), default=-1)
    return keys[cut + 1 :]


_STOPS = frozenset([",", ";", ":", "،", "؛", "(", ")", "“", "”", "«", "»"])


def _among(key: str, table: str, name: str) -> bool:
    """The word, without a joined "و" or "ف", stands in a list."""
    listed = word_list("ar", table, name)
    return key in listed or (key[:1] in ("و", "ف") and key[1:] in listed)
