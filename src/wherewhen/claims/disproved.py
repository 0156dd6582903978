"""Presences that the grammar of an English sentence denies: was not there, stayed away, a false report."""

from __future__ import annotations

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.syntax import Tree
from wherewhen.claims.vocabulary import word_list

_DEEPEST = 8


def disproved(candidate: Candidate) -> str:
    """The word that denies it, "" where none does."""
    frame, predicate = candidate.frame, candidate.predicate
    if predicate is None:
        return ""
    if frame.key(predicate.at).endswith("n't"):
        return frame.key(predicate.at)
    away = _stayed_away(candidate, predicate)
    return away or (_false_report(frame, predicate, frame.tree) if frame.tree else "")


def _stayed_away(c: Candidate, p: Predicate) -> str:
    """ "Skipped the summit in Rome", "was absent from Rome", "kept away from it"."""
    word = c.frame.key(p.at)
    if word in word_list("en", "negation", "missing"):
        return word
    if c.spot is None:
        return ""
    between = c.frame.keys(p.at, c.spot.stands)
    after = between[between.index("from") - 1] if "from" in between[1:] else ""
    return after if after in ("absent", "away", "missing") else ""


def _false_report(frame: Frame, p: Predicate, tree: Tree) -> str:
    """ "Reports that he was seen in Rome are false", "the story of her visit was invented"."""
    i = tree.root_of(p.at, p.end)
    for _ in range(_DEEPEST):
        head = tree.heads[i]
        if head == i:
            return ""
        if frame.key(i) in word_list("en", "negation", "reports") and tree.labels[i].startswith("nsubj"):
            said = (frame.key(head), *(frame.key(j) for j, label in tree.children(head) if label in _SAID))
            return next((key for key in said if key in word_list("en", "negation", "untrue")), "")
        i = head
    return ""


_SAID = ("acomp", "attr", "oprd", "xcomp", "prep")
