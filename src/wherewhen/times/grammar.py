"""Rules over tokens: each kind of token is one letter, so a rule is a small regular expression over letters.

Every repetition in a rule is bounded and a rule starts only where its first letter stands, so the time taken
grows with the length of the text and with nothing else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.model.document import Document
from wherewhen.times.pattern import OTHER_SIGN, OTHER_WORD, capture_name, compiled, literals
from wherewhen.times.tokens import cut, starts
from wherewhen.times.words import Word, Words, fold

_FIRST = 0xE000
"""Letters come from the private use area, one for every kind of token."""
_MACRO = re.compile(r"\b[A-Z]+\b")
_MEMORY, _LONG = 200_000, 64
"""Tokens remembered with their letter, and how long they may be."""
_REACH = 9
"""A prefix ("at the very beginning of the") is at most so many tokens long."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a language's file; ``effect`` holds all its keys, ``rank`` its place in the file."""

    name: str
    pattern: re.Pattern[str]
    effect: dict[str, Any]
    rank: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that fits the tokens ``[start, end)``.

    spans     token ranges of the passages that are expressions
    captures  capture name to token ranges, in the order of the text
    """

    rule: Rule
    start: int
    end: int
    spans: tuple[tuple[int, int], ...]
    captures: dict[str, tuple[int, int]]


class Tokens:
    """A text in tokens: raw strings, offsets, and one letter a token."""

    __slots__ = ("_words", "at", "letters", "raw")

    def __init__(self, raw: list[str], letters: str, words: Words, base: int = 0) -> None:
        self.raw, self.letters, self.at = raw, letters, starts(raw, base)
        self._words = words

    def word(self, index: int) -> Word:
        return self._words.read(self.raw[index])

    def key(self, index: int) -> str:
        """The token under which words are listed, for any index; empty outside the text."""
        return fold(self.raw[index].strip()) if 0 <= index < len(self.raw) else ""

    def has(self, index: int, tag: str) -> bool:
        return 0 <= index < len(self.raw) and tag in self.word(index).tags

    def tense_by_form(self, index: int) -> bool | None:
        """True where the form of an unlisted word is that of a future verb, False for a past one."""
        return self._words.tense_by_form(self.key(index))

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Characters of the tokens, glued particles at the front and blanks at the end left out."""
        last = self.at[end - 1] + len(self.raw[end - 1].rstrip())
        return self.at[start] + self.word(start).glued, last


class Grammar:
    """The rules of one language, ready to run."""

    def __init__(self, language: str) -> None:
        data = lexicon(language, "times_rules")
        joiners = str(data.get("joiners", ""))
        macros = data.get("macros", {})
        rules, prefixes, links = (_spelt_out(data[kind], macros) for kind in ("rule", "prefix", "relation"))
        texts = [rule["match"] for rule in chain(rules, prefixes, links)]
        self.words = Words(language, frozenset(literals(" ".join([*texts, joiners]))))
        kinds = sorted(self.words.every_kind() - {frozenset()}, key=sorted)
        self._letter_of = {kind: chr(_FIRST + place) for place, kind in enumerate(kinds)}
        self._memory: dict[str, str] = {}
        self._rules = self._indexed(rules, joiners)
        self._links = self._indexed(links, joiners)
        self.prefixes = [
            Rule(rule["name"], compiled(rule["match"], self._letters, joiners, r"\Z")[0], rule, rank)
            for rank, rule in enumerate(prefixes)
        ]
        self._start = re.compile(f"[{''.join(self._rules)}]")
        self._link_start = re.compile(f"[{''.join(self._links)}]")

    def _indexed(self, rules: list[dict[str, Any]], joiners: str) -> dict[str, list[Rule]]:
        """The rules by the letters that they can begin with."""
        index: dict[str, list[Rule]] = defaultdict(list)
        for rank, rule in enumerate(rules):
            pattern, first = compiled(rule["match"], self._letters, joiners)
            for letter in first:
                index[letter].append(Rule(rule["name"], pattern, rule, rank))
        return index

    def _letters(self, tag: str) -> str:
        """All letters of tokens with a tag; ``=word`` is the tag of a plain word."""
        tag = "=" + fold(tag[1:]) if tag[0] == "=" else tag
        return "".join(letter for kind, letter in self._letter_of.items() if tag in kind)

    def read(self, text: str, base: int = 0) -> Tokens:
        """The text as tokens; ``base`` is where it begins in its document."""
        raw = cut(text)
        known = self._memory
        letters = [known.get(token) or self._letter(token) for token in raw]
        return Tokens(raw, "".join(letters), self.words, base)

    def _letter(self, token: str) -> str:
        other = OTHER_WORD if token[:1].isalpha() else OTHER_SIGN
        letter = self._letter_of.get(frozenset(self.words.read(token).tags), other)
        if len(self._memory) < _MEMORY and len(token) < _LONG:
            self._memory[token] = letter
        return letter

    def candidates(self, tokens: Tokens, start: int) -> tuple[int, list[Hit]]:
        """The next token at or after ``start`` where rules fit, and their hits, longest first."""
        found = self._start.search(tokens.letters, start)
        if found is None:
            return len(tokens.raw), []
        here = found.start()
        return here, _fitting(self._rules, tokens.letters, here)

    def relation_hits(self, tokens: Tokens) -> Iterator[Hit]:
        """The longest relation at every place where one begins; they do not overlap."""
        here = 0
        while found := self._link_start.search(tokens.letters, here):
            hits = _fitting(self._links, tokens.letters, found.start())
            here = hits[0].end if hits else found.end()
            yield from hits[:1]

    def prefix(self, tokens: Tokens, start: int, floor: int) -> Iterator[tuple[int, Rule]]:
        """The rules for words before ``start`` that belong to it, and where each begins, outwards."""
        while True:
            low = max(floor, start - _REACH)
            before = tokens.letters[low:start]
            found = [
                (match.start(), rule) for rule in self.prefixes if (match := rule.pattern.search(before))
            ]
            best = min(found, key=lambda pair: (pair[0], pair[1].rank), default=None)
            if best is None or low + best[0] == start:
                return
            start = low + best[0]
            yield start, best[1]


def _fitting(index: dict[str, list[Rule]], letters: str, here: int) -> list[Hit]:
    """All hits at one token, longest first, then in the order of the file."""
    matches = ((rule, rule.pattern.match(letters, here)) for rule in index[letters[here]])
    hits = [_hit(rule, match) for rule, match in matches if match and match.end() > here]
    return sorted(hits, key=lambda hit: (-hit.end, hit.rule.rank))


def _spelt_out(rules: list[dict[str, Any]], macros: dict[str, str]) -> list[dict[str, Any]]:
    """The rules with every macro replaced by its pattern."""
    return [
        rule | {"match": _MACRO.sub(lambda name: macros.get(name[0], name[0]), rule["match"])}
        for rule in rules
    ]


def _hit(rule: Rule, match: re.Match[str]) -> Hit:
    captures: dict[str, tuple[int, int]] = {}
    spans = []
    for group in match.re.groupindex:
        if match.start(group) >= 0:
            if group.startswith("span__"):
                spans.append(match.span(group))
            else:
                captures[capture_name(group)] = match.span(group)
    return Hit(rule, match.start(), match.end(), tuple(sorted(spans)) or (match.span(),), captures)


def grammar_of(document: Document) -> Grammar:
    """The grammar of a document's language, English for one that we have none for."""
    return grammar(document.language if document.language in LANGUAGES else LANGUAGES[0])


@cache
def grammar(language: str) -> Grammar:
    return Grammar(language)
