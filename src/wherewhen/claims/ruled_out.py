"""What the grammar of a sentence rules out, whatever else speaks for a presence."""

from __future__ import annotations

from wherewhen.claims.arabic_clauses import contrary_to_fact, speaks_there, untold
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.syntax import Tree
from wherewhen.claims.vocabulary import phrase_list, word_list

_NOT_THE_SUBJECT = ("parsed proxy", "parsed name")
_REACH = 16
"""Words within which "by telephone" belongs to the verb before it."""


def ruled_out(candidate: Candidate) -> bool:
    """Done from afar, by another person who is named, or by a proxy, a relative or a thing of the subject's.

    A word that tells no presence by itself puts nobody anywhere but the subject.
    """
    frame, predicate = candidate.frame, candidate.predicate
    if frame.language == "ar" and predicate is not None:
        return candidate.doer.how == "proxy" or _not_told(candidate, predicate)
    if frame.tree is None or predicate is None:
        return False
    return (
        predicate.entry.role == "remote"
        or _somebody_else(candidate, predicate)
        or _of_that_name(frame, predicate)
        or _by_remote_means(candidate, predicate)
        or _moves_another(candidate, predicate, frame.tree)
        or _at_the_polls(frame, predicate, frame.tree)
    )


def _not_told(c: Candidate, predicate: Predicate) -> bool:
    """ "لو زار روما", "لم يثبت أنه زار روما", "قال مصدر في روما إن", "كتب عن روما": nobody is put there."""
    if contrary_to_fact(c.frame, predicate.at) or untold(c.frame, predicate.at):
        return True
    if c.spot is None or predicate.entry.role != "other":
        return False
    return speaks_there(c.frame, predicate.end, c.spot.stands) or c.frame.key(c.spot.stands - 1) == "عن"


def _somebody_else(c: Candidate, predicate: Predicate) -> bool:
    if c.doer.subject:
        return False
    named = c.doer.actor is not None and c.doer.actor.how in ("name", "surname")
    return named or predicate.entry.role == "other" or c.doer.how in _NOT_THE_SUBJECT


def _of_that_name(frame: Frame, predicate: Predicate) -> bool:
    """ "Not to be confused with the dentist who ...": what follows is about another."""
    before = frame.keys(0, predicate.at)
    return any(
        before[i : i + len(phrase)] == phrase
        for phrase in phrase_list("en", "phrases", "of_that_name")
        for i in range(len(before))
    )


def _by_remote_means(c: Candidate, predicate: Predicate) -> bool:
    """ "Watched the match in Rome on television": who watches is elsewhere, behind the means if told."""
    frame = c.frame
    means, leading = word_list("en", "words", "remote_means"), word_list("en", "words", "by_means")
    for i in range(predicate.end, min(predicate.end + _REACH, len(frame.sentence.words))):
        if any(p.at == i for p in frame.predicates if p.entry.form != "noun"):
            return False
        if (
            frame.key(i) in means
            and frame.key(i + 1) != "of"
            and (leading & set(frame.keys(i - 2, i)) or frame.key(i) in _ADVERBS)
        ):
            return c.spot is None or c.spot.at < i
    return False


_ADVERBS = ("online", "remotely", "virtually")


def _moves_another(c: Candidate, predicate: Predicate, tree: Tree) -> bool:
    """ "Sent his minister to Rome", "had the paintings driven to Rome": what is sent moves."""
    head = tree.root_of(predicate.at, predicate.end)
    if predicate.entry.lemma in word_list("en", "words", "sending") and not c.doer.passive:
        sent = tree.child(head, "dobj")
        actor = None if sent is None else c.frame.actor_at(sent)
        return sent is not None and c.doer.subject and not (actor and actor.subject)
    moved = tree.labels[head] == "acl" and tree.tags[head] == "VBN" and not c.doer.subject
    return moved and tree.labels[tree.heads[head]] == "dobj" and _caused(c.frame, tree, head)


def _caused(frame: Frame, tree: Tree, head: int) -> bool:
    return frame.key(tree.heads[tree.heads[head]]) in (
        "had",
        "has",
        "have",
        "having",
        "got",
        "gets",
        "ordered",
    )


def _at_the_polls(frame: Frame, predicate: Predicate, tree: Tree) -> bool:
    """ "Won the vote in Rome" is told of somebody who may be anywhere."""
    if predicate.entry.lemma not in ("win", "lose", "carry"):
        return False
    won = tree.child(tree.root_of(predicate.at, predicate.end), "dobj")
    return won is not None and frame.key(won) in word_list("en", "words", "votes")
