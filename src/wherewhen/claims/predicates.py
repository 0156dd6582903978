"""Words that put somebody somewhere, found in a sentence in all their forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wherewhen.claims.arabic_words import arabic_entry
from wherewhen.claims.entry import Entry
from wherewhen.claims.vocabulary import phrase_list, word_list
from wherewhen.languages import Word, lexicon


@dataclass(frozen=True, slots=True)
class Predicate:
    """``[at, end)`` are indices of words of the sentence."""

    at: int
    end: int
    entry: Entry


def predicates(line: tuple[Word, ...], language: str) -> tuple[Predicate, ...]:
    """Every word of presence in a sentence, left to right, none inside another."""
    found: list[Predicate] = []
    at = 0
    while at < len(line):
        idle = _idle(line, at, language)
        if idle:
            at += idle
            continue
        entry = _entry(line, at, language)
        end = at + 1 + (_between(line, at, entry.tail) + len(entry.tail) if entry else 0)
        if entry:
            found.append(Predicate(at, end, entry))
        at = end
    return tuple(found)


def _idle(line: tuple[Word, ...], at: int, language: str) -> int:
    """Length of a phrase that only looks like presence ("in the presence of"), 0 if none begins here."""
    for phrase in phrase_list(language, "phrases", "idle"):
        if tuple(w.key for w in line[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _entry(line: tuple[Word, ...], at: int, language: str) -> Entry | None:
    if language == "ar":
        return arabic_entry(line, at)
    fitting = [e for e in _forms().get(line[at].key, ()) if _has_tail(line, at, e.tail)]
    for entry in fitting:
        if not (_is_noun(line, at, entry) or _outdone(line, at, entry, fitting)):
            return entry
    return _any_verb(line, at)


def _has_tail(line: tuple[Word, ...], at: int, tail: tuple[str, ...]) -> bool:
    first = at + 1 + _between(line, at, tail)
    return tuple(w.key for w in line[first : first + len(tail)]) == tail


def _between(line: tuple[Word, ...], at: int, tail: tuple[str, ...]) -> int:
    """How many adverbs stand before the tail: "was never in", "is still at"."""
    if not tail or line[at].key not in _BEING:
        return 0
    adverbs, count = word_list("en", "words", "adverbs"), 0
    for word in line[at + 1 : at + 1 + _MOST_BETWEEN]:
        if word.key not in adverbs and not (word.key.endswith("ly") and len(word.key) > 4):
            break
        count += word.key != tail[0]
    return count


_BEING = frozenset(["am", "is", "are", "was", "were", "been", "be"])
_MOST_BETWEEN = 2


def _outdone(line: tuple[Word, ...], at: int, entry: Entry, fitting: list[Entry]) -> bool:
    """ "she studies" and "to visit" are no nouns, "she set sail" no base form: another form fits better."""
    before = line[at - 1].key if at else ""
    others = {e.form for e in fitting if len(e.tail) == len(entry.tail)}
    if entry.form == "noun":
        acting = before in word_list("en", "words", "acting") and others & {"base", "s", "ed"}
        return bool(acting) or (before in word_list("en", "words", "before_base") and "base" in others)
    return entry.form == "base" and "ed" in others and before not in word_list("en", "words", "before_base")


_ANY = Entry("other", "other", "ed")
_REMOTE = Entry("remote", "remote", "ed")


def _any_verb(line: tuple[Word, ...], at: int) -> Entry | None:
    """A past form that by itself says nothing of presence but binds a place to its doer."""
    key = line[at].key
    if key in word_list("en", "words", "remote") and not _is_noun(line, at, _REMOTE):
        return _REMOTE
    regular = (
        len(key) > 4 and key.endswith("ed") and not line[at].capital and not key.endswith(("eed", "hundred"))
    )
    return (
        _ANY
        if (regular or key in word_list("en", "words", "past")) and not _is_noun(line, at, _ANY)
        else None
    )


def _is_noun(line: tuple[Word, ...], at: int, entry: Entry) -> bool:
    """ "the battles", "an air raid", "the occupied town": the form of a verb where only a noun can stand."""
    if entry.form not in ("base", "s", "ed") or at == 0:
        return False
    before = line[at - 1]
    if entry.form == "ed":
        return before.key in ("the", "a", "an", "'s")
    return before.key in word_list("en", "words", "before_nouns") or (
        entry.form == "base" and line[at].capital and at > 0
    )


@cache
def _forms() -> dict[str, tuple[Entry, ...]]:
    """English entries by key; forms with a tail come first, so that the longest reading wins."""
    data = lexicon("en", "presence")
    found: dict[str, list[Entry]] = {}
    for group in data["verb"]:
        meeting, object_ = group.get("meeting", False), group.get("object", False)
        for word in group["words"]:
            first, *tail = word.split()
            for key, form in _english_forms(first, data["irregular"].get(first, [])):
                entry = Entry(group["role"], first, form, meeting, object_, tuple(tail))
                found.setdefault(key, []).append(entry)
    for role, nouns in data["nouns"].items():
        for noun in nouns:
            found.setdefault(noun, []).insert(0, Entry(role, noun, "noun", meeting=role == "meeting"))
    return {key: tuple(sorted(entries, key=lambda e: -len(e.tail))) for key, entries in found.items()}


def _english_forms(verb: str, irregular: list[str]) -> list[tuple[str, str]]:
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x", "o")) else verb + "s"
    if verb.endswith("y") and verb[-2] not in "aeou":
        third = verb[:-1] + "ies"
    past = [form for form in irregular if not form.endswith("ing") and form != third]
    ing = [form for form in irregular if form.endswith("ing")] or [_stem(verb, "ing") + "ing"]
    past = past or [
        verb[:-1] + "ied" if verb.endswith("y") and verb[-2] not in "aeou" else _stem(verb, "ed") + "ed"
    ]
    return [(verb, "base"), (third, "s"), *((p, "ed") for p in past), *((i, "ing") for i in ing)]


_DOUBLED = (
    "stop",
    "step",
    "ship",
    "camp",
    "transfer",
    "transit",
    "confer",
    "commit",
    "admit",
    "plan",
    "rob",
    "stab",
    "jog",
    "trek",
)


def _stem(verb: str, ending: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "ye")):
        return verb[:-1]
    if verb in _DOUBLED and verb not in ("camp", "trek"):
        return verb + verb[-1]
    return verb
