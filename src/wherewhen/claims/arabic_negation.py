"""Whether an Arabic "لم", "لن", "ليس" denies a presence: it belongs to the next verb."""

from __future__ import annotations

from wherewhen.claims.frame import Frame
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.vocabulary import word_list

_REACH = 4


def negated(frame: Frame, at: int, predicate: Predicate | None) -> str:
    """The word that denies what stands at word ``at``, "" where none does."""
    word = _negation(frame, at)
    if not word or _counted(frame, at) or (word == "لما" and _in_the_past(predicate)):
        return ""
    if frame.key(at) in word_list("ar", "negation", "still"):
        return ""
    leaves = predicate is not None and predicate.entry.lemma in word_list("ar", "negation", "staying")
    return "" if leaves and word != "لن" else word


def _in_the_past(predicate: Predicate | None) -> bool:
    """ "لما وصل" is "when he arrived"; only "لما يصل" denies."""
    return predicate is None or predicate.entry.form == "past"


def _negation(frame: Frame, at: int) -> str:
    """The nearest negation before ``at`` in its clause, no other verb between."""
    words, weak = word_list("ar", "negation", "words"), word_list("ar", "negation", "weak")
    for i in range(at - 1, max(-1, at - 1 - _REACH), -1):
        if not frame.sentence.words[i].is_word or any(p.at <= i < p.end for p in frame.predicates):
            return ""
        key = frame.key(i)
        bare = key[1:] if key[:1] in "وف" and key[1:] in words else key
        if bare in words - weak:
            return "" if bare == "ما" and not _of_verb(frame, i, at) else bare
    return ""


def _of_verb(frame: Frame, i: int, at: int) -> bool:
    """ "ما زار" denies, "على ما يبدو" and "ما رآه" do not."""
    return i == at - 1 and frame.key(i - 1) not in word_list("ar", "negation", "before_what")


def _counted(frame: Frame, at: int) -> bool:
    """ "ليست زيارته الأولى": the presence is told."""
    return bool(word_list("ar", "negation", "counting") & set(frame.keys(at - 3, at + 2)))
