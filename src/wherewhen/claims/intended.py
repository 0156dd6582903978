"""Journeys that the grammar of an English sentence tells as meant, due, offered or come to nothing."""

from __future__ import annotations

from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.syntax import Tree
from wherewhen.claims.vocabulary import phrase_list, word_list


def intended(candidate: Candidate) -> str:
    """The word that says so, "" where none does."""
    return _bound_for(candidate) or _of_the_verb(candidate)


def _of_the_verb(c: Candidate) -> str:
    frame, predicate = c.frame, c.predicate
    if predicate is None:
        return ""
    if predicate.entry.form == "noun":
        return _come_to_nothing(frame, predicate) if frame.tree else ""
    found = _to_be(frame, predicate) or _should(frame, predicate)
    return found or (_offered(frame, predicate, frame.tree) if frame.tree else "")


def _bound_for(c: Candidate) -> str:
    """ "On his way to Rome", "is due in Rome": the place is ahead."""
    if c.spot is None:
        return ""
    before = c.frame.keys(max(0, c.spot.stands - 6), c.spot.stands)
    while before and before[-1] in word_list("en", "words", "articles"):
        before = before[:-1]
    for phrase in phrase_list("en", "phrases", "ahead"):
        if before[-len(phrase) :] == phrase:
            return " ".join(phrase)
    due = before[-2:-1] and before[-1] in ("in", "at", "on") and before[-2]
    return due if due and due in word_list("en", "plan", "due") else ""


def _to_be(frame: Frame, p: Predicate) -> str:
    """ "Is to visit", "was to have visited"; in a report of the day also "was to visit"."""
    at = p.at - 1
    while at > 1 and (frame.key(at) in ("have", "be", "been") or frame.key(at).endswith("ly")):
        at -= 1
    being = frame.key(at - 1)
    if frame.key(at) != "to" or being not in ("am", "is", "are", "was", "were"):
        return ""
    told_of_the_past = being in ("was", "were") and "have" not in frame.keys(at, p.at)
    return "" if told_of_the_past and frame.document.published is None else f"{being} to"


def _should(frame: Frame, p: Predicate) -> str:
    """ "They should reach Rome tomorrow", but not "should have reached it"."""
    return "should" if p.entry.form == "base" and frame.key(p.at - 1) == "should" else ""


def _offered(frame: Frame, p: Predicate, tree: Tree) -> str:
    """ "Offers to record in Paris", "the invitation to speak in Rome": an infinitive on such a noun."""
    head = tree.root_of(p.at, p.end)
    if p.entry.form != "base" or frame.key(p.at - 1) != "to" or tree.labels[head] not in ("acl", "relcl"):
        return ""
    noun = frame.key(tree.heads[head])
    return noun if noun in word_list("en", "plan", "nouns") else ""


def _come_to_nothing(frame: Frame, p: Predicate) -> str:
    """ "Her flight to Suva was turned back", "the visit was authorised but not made"."""
    tree = frame.tree
    assert tree
    noun = tree.root_of(p.at, p.end)
    if not tree.labels[noun].startswith("nsubj") and tree.labels[noun] != "dobj":
        return ""
    above = tree.heads[noun]
    if frame.key(above) in word_list("en", "plan", "failing"):
        return frame.key(above)
    verbs = (above, *(i for i, label in tree.children(above) if label == "conj"))
    if not tree.labels[noun].startswith("nsubj") or tree.tags[above][:1] != "V":
        return ""
    return next((frame.key(i) for verb in verbs for i, label in tree.children(verb) if label == "neg"), "")
