"""Did it happen, does somebody say so, was it only meant to happen, or is it denied?"""

from __future__ import annotations

from wherewhen.claims.advice import Advice
from wherewhen.claims.arabic_clauses import supposed
from wherewhen.claims.arabic_negation import negated
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.clause import clause
from wherewhen.claims.disproved import disproved
from wherewhen.claims.frame import Frame
from wherewhen.claims.intended import intended
from wherewhen.claims.vocabulary import stands_in, word_list
from wherewhen.model.claim import Status
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source

LIKELY = 0.5
"""From this probability on the model's word that it was planned or denied counts."""


def status(
    candidate: Candidate, chain: tuple[Source, ...], advice: Advice | None = None
) -> tuple[Status, Reason]:
    """The status of a candidate with the ground for it."""
    kind, ground = _told(candidate, chain)
    if advice and kind.claimed:
        return _advised(advice) or (kind, ground)
    return kind, ground


def _advised(advice: Advice) -> tuple[Status, Reason] | None:
    """What the model is sure of against the words, as far as rules read them."""
    _, happened, planned, denied = advice.judged.presence
    if max(planned, denied) < LIKELY or max(planned, denied) < happened:
        return None
    if planned > denied:
        return Status.PLANNED, Reason.of("claim.model_planned", share=f"{planned:.2f}")
    return Status.DENIED, Reason.of("claim.model_denied", share=f"{denied:.2f}")


def _told(candidate: Candidate, chain: tuple[Source, ...]) -> tuple[Status, Reason]:
    frame, at = candidate.frame, _anchor(candidate) + _itself(candidate)
    for test, verdict in ((_denied, Status.DENIED), (_planned, Status.PLANNED), (_inferred, Status.INFERRED)):
        word = test(frame, at, candidate)
        if word:
            return verdict, Reason.of(f"claim.{verdict}", word=word)
    if chain:
        return Status.ATTRIBUTED, Reason.of("claim.attributed", source=chain[0].name)
    word = _first(frame, at - 8, at, "plan", "hearsay") or _inside(candidate, "plan", "hearsay")
    word = word or _passed_on(frame, at)
    if word:
        return Status.ATTRIBUTED, Reason.of("claim.hearsay", word=word)
    return Status.ASSERTED, Reason.of("claim.asserted")


def _anchor(c: Candidate) -> int:
    return c.predicate.at if c.predicate else c.spot.at if c.spot else 0


def _itself(c: Candidate) -> int:
    """1 where the verb tells no presence and may itself be the plan or the denial ("cancelled", "denied")."""
    return int(c.predicate is not None and c.predicate.entry.role in ("other", "remote"))


def _first(frame: Frame, low: int, high: int, table: str, name: str) -> str:
    keys = reversed(clause(frame, low, high))
    return next((key for key in keys if stands_in(key, frame.language, table, name)), "")


def _denied(frame: Frame, at: int, c: Candidate) -> str:
    if frame.language == "ar":
        return negated(frame, at, c.predicate) or _first(frame, at - 8, at, "negation", "deny")
    word = _first(frame, at - 4, at, "negation", "words") or _inside(c, "negation", "words")
    if word and (_not_the_first(frame, at) or word in word_list(frame.language, "negation", "weak")):
        word = ""
    return disproved(c) or word or _first(frame, at - 8, at, "negation", "deny")


def _inside(c: Candidate, table: str, name: str) -> str:
    """ "was never in", "was probably in": it stands within the words of presence."""
    if c.predicate is None:
        return ""
    listed = word_list(c.frame.language, table, name)
    return next((key for key in c.frame.keys(c.predicate.at + 1, c.predicate.end) if key in listed), "")


def _not_the_first(frame: Frame, at: int) -> bool:
    """ "not his first visit", "not only visited": the presence is told, not denied."""
    return bool(word_list(frame.language, "negation", "counting") & set(frame.keys(at - 3, at + 2)))


def _planned(frame: Frame, at: int, c: Candidate) -> str:
    if c.predicate and c.predicate.entry.form == "future":
        return frame.key(at)
    if frame.language == "ar":
        return "" if _told_by_itself(c) else _first(frame, at - 6, at, "plan", "words")
    if c.predicate and c.predicate.entry.role == "planned":
        return c.predicate.entry.lemma
    meant = intended(c)
    if meant:
        return meant
    before = clause(frame, at - 7, at)
    plans, with_to = word_list("en", "plan", "words"), word_list("en", "plan", "with_to")
    for i, key in enumerate(before):
        if (
            key in plans
            and not (key in _COMING and _told_as_past(c))
            and (key not in with_to or "to" in before[i + 1 : i + 3])
            and not _settled(before[i + 1 :])
        ):
            return key
    return ""


def _told_by_itself(c: Candidate) -> bool:
    """ "اعتذر عن الدعوة وبقي": an Arabic verb in the past is no part of the plan before it."""
    return c.predicate is not None and c.predicate.entry.form == "past" and not _itself(c)


_COMING = frozenset(["next", "upcoming", "forthcoming"])


def _told_as_past(c: Candidate) -> bool:
    """ "The next day she drove back": what has happened is no plan."""
    return c.predicate is not None and c.predicate.entry.form == "ed"


def _passed_on(frame: Frame, at: int) -> str:
    """ "Is said to have visited", "was reported to be in": by whom it does not say."""
    keys = clause(frame, at - 6, at)
    said = word_list("en", "plan", "passed_on") if frame.language == "en" else ()
    told = (i for i in range(1, len(keys) - 1) if keys[i] in said and keys[i + 1] == "to")
    return next((keys[i] for i in told if keys[i - 1] in _BEING), "")


_BEING = frozenset(["am", "is", "are", "was", "were", "been", "be"])


def _settled(after: tuple[str, ...]) -> bool:
    """ "after he agreed, he went": the plan lies in another clause."""
    return "and" in after or "that" in after


def _inferred(frame: Frame, at: int, c: Candidate) -> str:
    modal = _first(frame, at - 6, at, "plan", "modal")
    infer = _first(frame, at - 7, at, "plan", "infer") or _inside(c, "plan", "infer")
    if frame.language == "ar":
        return infer or supposed(frame, at)
    return infer or modal
