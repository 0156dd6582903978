"""Who says so, by the grammar of an English sentence: the speaker of the clause around it, and to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from wherewhen.claims.frame import Frame
from wherewhen.claims.syntax import Tree
from wherewhen.claims.vocabulary import word_list
from wherewhen.model.source import Source, SourceKind

Named = Callable[[Frame, int, int, bool], Source | None]
"""A typed source from the words ``[at, end)``; the last is true where any noun will do."""
_DEEPEST = 12
_WHAT_IS_SAID = ("ccomp", "xcomp", "pcomp")
_PARENTHESIS = ("parataxis",)


def speakers_in(frame: Frame, tree: Tree, at: int, saying: frozenset[str], named: Named) -> Iterator[Source]:
    """Speakers for what stands at word ``at``, innermost first; behind each the one who was told."""
    for verb in _verbs_above(frame, tree, at, saying):
        strong = frame.key(verb) in word_list("en", "words", "strong_saying")
        for noun in _subjects(tree, verb):
            found = _of(frame, tree, noun, strong, named)
            if found:
                yield found
        yield from _told(frame, tree, verb, named)


def _verbs_above(frame: Frame, tree: Tree, at: int, saying: frozenset[str]) -> Iterator[int]:
    """Verbs of saying whose clause holds ``at``, nearest first, then those in parenthesis."""
    i = at
    for _ in range(_DEEPEST):
        head = tree.heads[i]
        if head == i:
            break
        if tree.labels[i] in _WHAT_IS_SAID and _says(frame, tree, head, saying):
            yield head
        i = head
    for i, label in enumerate(tree.labels):
        aside = label in _PARENTHESIS or (label == "advcl" and _as(frame, tree, i))
        if aside and i != at and _says(frame, tree, i, saying):
            yield i


def _as(frame: Frame, tree: Tree, verb: int) -> bool:
    """ "as the Resident wrote"."""
    return any(
        frame.key(child) == "as" for child, label in tree.children(verb) if label in ("mark", "advmod")
    )


def _says(frame: Frame, tree: Tree, i: int, saying: frozenset[str]) -> bool:
    return tree.tags[i].startswith("V") and frame.key(i) in saying


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    """The noun that says it and those joined to it, also where a list was parsed as an apposition."""
    noun, passive = tree.subject(verb)
    noun = None if passive else noun
    while noun is not None:
        yield noun
        beside = tree.child(noun, "appos")
        listed = beside is not None and tree.child(beside, "conj") is not None
        noun = beside if listed else tree.child(noun, "conj")


def _told(frame: Frame, tree: Tree, verb: int, named: Named) -> Iterator[Source]:
    """ "told the BBC", "said to a newspaper": a body that was told passes it on; a person need not."""
    for child, label in tree.children(verb):
        if label == "prep" and frame.key(child) == "to":
            child = tree.child(child, "pobj") or child
        elif label not in ("dobj", "iobj", "dative"):
            continue
        found = _of(frame, tree, child, False, named)
        if found and found.kind in _PASSING_ON:
            yield found


_PASSING_ON = (
    SourceKind.OUTLET, SourceKind.AGENCY, SourceKind.UN, SourceKind.NGO, SourceKind.SOCIAL_ACCOUNT,
)  # fmt: skip


def _of(frame: Frame, tree: Tree, noun: int, any_noun: bool, named: Named) -> Source | None:
    """The source that a noun heads; in "her lawyer, Nina Brodsky" it is the one who is named."""
    beside = tree.child(noun, "appos")
    if beside is not None and frame.actor_at(beside) and tree.child(beside, "conj") is None:
        at, end = _phrase(tree, beside)
        found = named(frame, at, end, False)
        kind = named(frame, *_phrase(tree, noun), True)
        if found and kind and found.kind is SourceKind.OTHER:
            return Source(found.name, kind.kind, found.named)
        return found
    return named(frame, *_phrase(tree, noun), any_noun)


def _phrase(tree: Tree, noun: int) -> tuple[int, int]:
    """First and end word of the noun's phrase, without clauses, appositions and what is joined to it."""
    cut = ("relcl", "acl", "appos", "conj", "cc", "punct", "advcl", "preconj")
    kept = {noun}
    waiting = [noun]
    while waiting:
        head = waiting.pop()
        found = [child for child, label in tree.children(head) if label not in cut]
        kept.update(found)
        waiting += found
    first = last = noun
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    return first, last + 1
