"""A text's expressions with what they say by themselves: rules first, then the context that may object."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from wherewhen.times.build import meanings
from wherewhen.times.doubt import doubtful
from wherewhen.times.grammar import Grammar, Hit, Rule, Tokens
from wherewhen.times.meaning import Expression, Meaning, Mode
from wherewhen.times.sentences import STOPS


def scan(grammar: Grammar, tokens: Tokens, mode: Mode) -> Iterator[Expression]:
    """All expressions in the order of the text; none overlaps another."""
    here = floor = 0
    while here < len(tokens.raw):
        here, hits = grammar.candidates(tokens, here)
        found = next((hit for hit in hits if not _against(tokens, hit, mode)), None)
        if found is None or _better_later(grammar, tokens, found, mode):
            here += 1
            continue
        yield from _expressions(grammar, tokens, found, floor)
        here = floor = found.spans[-1][1]


def _better_later(grammar: Grammar, tokens: Tokens, hit: Hit, mode: Mode) -> bool:
    """A rule that begins with words of its context gives way to one that starts later and reaches further."""
    start, end = hit.spans[0]
    for place in range(hit.start + 1, start + 1):
        here, hits = grammar.candidates(tokens, place)
        if here == place and any(other.end > end and not _against(tokens, other, mode) for other in hits):
            return True
    return False


def _against(tokens: Tokens, hit: Hit, mode: Mode) -> bool:
    wanted = hit.rule.effect.get("mode")
    return (wanted is not None and wanted != mode) or doubtful(tokens, hit, mode)


def _expressions(grammar: Grammar, tokens: Tokens, hit: Hit, floor: int) -> Iterator[Expression]:
    said = meanings(tokens, hit)
    for place, ((start, end), meaning) in enumerate(zip(hit.spans, said, strict=True)):
        start = begin = start + _idle_article(tokens, start, end)
        for before, rule in grammar.prefix(tokens, start, floor) if place == 0 else ():
            if _not_prefix(tokens, before, meaning, rule) or _not_its_own(tokens, hit, begin, rule):
                break
            meaning = _prefixed(tokens, before, begin, meaning, rule)
            begin = before
        yield Expression(begin, end, tokens.offsets(begin, end), meaning)


def _idle_article(tokens: Tokens, start: int, end: int) -> bool:
    """In "a five-year plan" the article belongs to the plan."""
    return tokens.has(start, "lone_number") and end - start > 2 and tokens.has(start + 1, "number")


def _not_its_own(tokens: Tokens, hit: Hit, begin: int, rule: Rule) -> bool:
    """The article of "the 1968 offensive" is the offensive's; "over" counts only before a number."""
    if rule.effect.get("counts"):
        return not (tokens.has(begin, "number") or tokens.has(begin, "year"))
    hyphenated = hit.rule.effect.get("kind") == "duration" and tokens.key(begin + 1) == "-"
    return bool(rule.effect.get("article")) and (hyphenated or hit.rule.effect.get("article") is False)


def _not_prefix(tokens: Tokens, before: int, meaning: Meaning, rule: Rule) -> bool:
    """Arabic has one word for noon and "appeared": a verb before "early May" and where a sentence begins."""
    if rule.effect.get("eve"):
        return not (meaning.day or meaning.feast or meaning.weekday) or meaning.type != "DATE"
    if not rule.effect.get("daypart") or not tokens.has(before, "verb_too"):
        return False
    return bool(meaning.mod) or before == 0 or tokens.raw[before - 1][:1] in STOPS


def _prefixed(tokens: Tokens, begin: int, start: int, meaning: Meaning, rule: Rule) -> Meaning:
    """Words before an expression that belong to it: "the end of", "the morning of", "over"."""
    effect = rule.effect
    if effect.get("approximate") and meaning.year:
        meaning = replace(meaning, approximate=True)
    if effect.get("eve") and (meaning.day or meaning.feast or meaning.weekday):
        meaning = replace(meaning, eve=True)
    for index in range(begin, start):
        tags = tokens.word(index).tags
        if effect.get("mod") and "mod" in tags and not meaning.mod:
            meaning = replace(meaning, mod=tags["mod"])
        if effect.get("daypart") and "daypart" in tags and meaning.type == "DATE" and not meaning.fixed:
            meaning = replace(meaning, daypart=tags["daypart"], type="TIME")
    return meaning
