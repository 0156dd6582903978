"""Who is with the subject by the grammar of an English sentence: joined, met, taken along."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from wherewhen.claims.attribution import phrases
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Actor, Frame
from wherewhen.claims.syntax import Tree
from wherewhen.claims.vocabulary import word_list
from wherewhen.languages import fold, lexicon

_MOST = 14
_OURS, _THEIRS = ("with", "alongside", "beside"), ("dobj", "dative", "iobj", "attr")


def accompanied(candidate: Candidate, tree: Tree) -> Iterator[str]:
    """Names, and phrases for people without a name, nearest relation first."""
    predicate, frame = candidate.predicate, candidate.frame
    if predicate is None or not candidate.doer.subject:
        return
    verb = tree.root_of(predicate.at, predicate.end)
    for noun in (*_joined(candidate, tree), *_around(frame, tree, verb), *_beside_him(frame, tree)):
        yield from _people(frame, tree, noun)


def leads_to_people(frame: Frame, tree: Tree, word: int) -> bool:
    """A preposition before people: "with Joan", not "with the money of Joan"."""
    if tree.labels[word] != "prep":
        return True
    noun = tree.child(word, "pobj")
    if noun is None:
        return True
    named = frame.actor_at(noun) or _named_beside(frame, tree, noun) or tree.tags[noun].startswith("NNP")
    return bool(named) or _human(frame, tree, noun)


def _joined(c: Candidate, tree: Tree) -> Iterator[int]:
    """ "Gordon, Leslie and his wife arrived"."""
    actor = c.doer.actor
    if actor is None or actor not in c.frame.actors:
        return
    noun = tree.root_of(actor.at, actor.end)
    above = tree.heads[noun]
    if tree.labels[noun] == "conj" and not tree.tags[above].startswith("V"):
        yield above
    yield noun


def _around(frame: Frame, tree: Tree, verb: int) -> Iterator[int]:
    """Whom the verb of presence meets, who does it to the subject, and who goes along."""
    meeting = frame.key(verb) in _verbs("meeting")
    for child, label in tree.children(verb):
        key = frame.key(child)
        by = label == "agent" and frame.key(verb) in _verbs("done_by")
        if by or (label == "prep" and key in _OURS):
            yield from _governed(tree, child)
        elif (label in _THEIRS and meeting) or (label == "nsubj" and _ours_is_object(frame, tree, verb)):
            yield child
        elif label in ("advcl", "prep", "acl") and key in _COMPANY:
            yield from _last(frame, tree, child)


_COMPANY = ("accompanied", "joined", "flanked", "escorted", "together", "along")


def _governed(tree: Tree, preposition: int) -> Iterator[int]:
    return (child for child, label in tree.children(preposition) if label == "pobj")


def _last(frame: Frame, tree: Tree, i: int) -> Iterator[int]:
    """ "accompanied by X", "together with X"."""
    for child, label in tree.children(i):
        if label in ("agent", "prep") and frame.key(child) in ("by", *_OURS):
            yield from _governed(tree, child)


def _ours_is_object(frame: Frame, tree: Tree, verb: int) -> bool:
    if frame.key(verb) not in _verbs("meeting") | _verbs("done_by"):
        return False
    target = tree.child(verb, "dobj")
    actor = None if target is None else frame.actor_at(target)
    return actor is not None and actor.subject


def _beside_him(frame: Frame, tree: Tree) -> Iterator[int]:
    """ "Captain X going with him", "Y accompanied her", "as did Z"."""
    for actor in frame.actors:
        if actor.subject:
            yield from _going_along(frame, tree, actor)
    for i in range(len(tree.heads) - 1):
        if frame.key(i) in ("as", "so") and frame.key(i + 1) in ("did", "was", "were"):
            yield from (j for j, label in tree.children(i + 1) if label in ("nsubj", "attr", "dobj"))


def _going_along(frame: Frame, tree: Tree, actor: Actor) -> Iterator[int]:
    noun = tree.root_of(actor.at, actor.end)
    above = tree.heads[noun]
    if tree.labels[noun] == "pobj" and frame.key(above) in _OURS:
        above = tree.heads[above]
    elif not (tree.labels[noun] == "dobj" and frame.key(above) in _verbs("along")):
        return
    if tree.tags[above].startswith("V"):
        who, passive = tree.subject(above)
        if who is not None and not passive:
            yield who


@cache
def _verbs(name: str) -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases("en", "companions", name))


def _people(frame: Frame, tree: Tree, noun: int, depth: int = 0) -> Iterator[str]:
    """The person or people that a noun names, with all that are joined to it."""
    actor = frame.actor_at(noun) or _named_beside(frame, tree, noun)
    if actor is not None:
        if not actor.subject and actor.how in ("name", "surname"):
            yield actor.person.name
    elif _human(frame, tree, noun):
        yield _phrase(frame, tree, noun)
    if depth < 5:
        for child, label in tree.children(noun):
            if label == "conj" or (label == "appos" and actor is None):
                yield from _people(frame, tree, child, depth + 1)


def _named_beside(frame: Frame, tree: Tree, noun: int) -> Actor | None:
    """ "the novelist Jonas Reuter", "his lawyer, Nina Brodsky"."""
    for child, label in tree.children(noun):
        actor = frame.actor_at(child)
        if actor and not actor.subject and label in ("appos", "compound") and actor.how != "pronoun":
            return actor if frame.key(actor.end) != "'s" else None
    return None


def _human(frame: Frame, tree: Tree, noun: int) -> bool:
    key = frame.key(noun)
    return tree.tags[noun].startswith("NN") and (
        key in _human_nouns() or key.removesuffix("s") in _human_nouns()
    )


@cache
def _human_nouns() -> frozenset[str]:
    people = lexicon("en", "people")
    listed = (
        *people["roles"],
        *people["titles"],
        *people["groups"],
        *lexicon("en", "sources")["companions"]["people"],
    )
    return frozenset(map(fold, listed)) - word_list("en", "words", "not_human")


def _phrase(frame: Frame, tree: Tree, noun: int) -> str:
    """The noun with what stands before it and an "of" behind it."""
    first = noun
    while (
        first
        and tree.heads[first - 1] in range(first - 1, noun + 1)
        and tree.labels[first - 1] not in ("punct", "cc", "det")
    ):
        first -= 1
    end = noun + 1
    of = next(
        (
            j
            for j, label in tree.children(noun)
            if label == "prep" and j == noun + 1 and frame.key(j) in ("of", "from")
        ),
        None,
    )
    if of is not None:
        inner = tree.child(of, "pobj")
        end = min(inner + 1, noun + _MOST) if inner is not None else end
    return frame.text(first, end)
