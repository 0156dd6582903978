"""What an entry changed: before and after, part by part, as it stood when the entry was made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields

from wherewhen.casefile import Casefile, Entry, State
from wherewhen.casefile.reading import amended
from wherewhen.model.claim import Claim
from wherewhen.model.judgement import Amendment, Judged, PolicySet, Role, Roles, Undone, Verdict
from wherewhen.model.place import Place
from wherewhen.model.source import Source
from wherewhen.model.when import When
from wherewhen.publication.site.words import Words
from wherewhen.publication.wording import Voice, date_words

_AFTER = {Verdict.ACCEPT: "accepted", Verdict.REJECT: "rejected", Verdict.PROTECT: "protected"}


@dataclass(frozen=True, slots=True)
class Difference:
    """``what`` is the name of the part in the language of the page."""

    what: str
    before: str
    after: str


def differences(case: Casefile, state: State, entry: Entry, words: Words) -> tuple[Difference, ...]:
    """Nothing for entries that only add something."""
    match entry.act:
        case Judged():
            return tuple(_judged(case, state, entry, entry.act, words))
        case Roles(person, role):
            before = next(
                (a.role for a in _earlier(case, state, f"roles:{person}", entry) if isinstance(a, Roles)),
                Role.UNKNOWN,
            )
            return _one(words, "role", words.named("role", before), words.named("role", role))
        case PolicySet(terms):
            old = next(
                (
                    a.terms
                    for a in _earlier(case, state, "settings:policy", entry)
                    if isinstance(a, PolicySet)
                ),
                (),
            )
            return tuple(_terms(dict(old), dict(terms), words))
    return ()


def _judged(case: Casefile, state: State, entry: Entry, act: Judged, words: Words) -> Iterator[Difference]:
    earlier = [a for a in _earlier(case, state, act.claim, entry) if isinstance(a, Judged)]
    if act.verdict is not Verdict.AMEND:
        lasting = (Verdict.PROTECT, Verdict.UNPROTECT)
        before = next(
            (a.verdict for a in earlier if (a.verdict in lasting) == (act.verdict in lasting)), None
        )
        yield from _one(words, "state", _state(before, words), _state(act.verdict, words))
        return
    if act.claim not in state.claims:
        return
    read = case.proposed(act.claim)
    old = next((a.amendment for a in earlier if a.amendment), None)
    yield from _parts(amended(read, old), amended(read, act.amendment), words)


def _state(verdict: Verdict | None, words: Words) -> str:
    if verdict is Verdict.UNPROTECT:
        return words.named("act", "unprotect")
    return words.named("state", _AFTER.get(verdict, "amended" if verdict else "proposed"))  # type: ignore[arg-type]


def _earlier(case: Casefile, state: State, thing: str, entry: Entry) -> Iterator[object]:
    """Acts on a thing that were in force when the entry was made, the newest first."""
    before = [case.entry(n) for n in state.touched.get(thing, ()) if n < entry.number]
    undoings: dict[int, list[int]] = {}
    for one in before:
        if isinstance(one.act, Undone):
            undoings.setdefault(one.act.number, []).append(one.number)

    def stood(number: int) -> bool:
        return not any(stood(undoing) for undoing in undoings.get(number, ()))

    return (one.act for one in reversed(before) if not isinstance(one.act, Undone) and stood(one.number))


def _parts(before: Claim, after: Claim, words: Words) -> Iterator[Difference]:
    for part in (field.name for field in fields(Amendment)):
        old, new = getattr(before, part), getattr(after, part)
        if old != new:
            yield Difference(words.named("field", part), told(part, old, words), told(part, new, words))


def told(part: str, value: object, words: Words) -> str:
    """One part of a claim in words."""
    match value:
        case Place():
            return value.name(words.language) or words.named("precision", value.precision.value)
        case When():
            return date_words(value, Voice(words.language))
        case tuple():
            names = [
                part.name or words("unnamed") if isinstance(part, Source) else str(part) for part in value
            ]
            return str(words.data["list_comma"]).join(names) or words("none")
    return words.named(part, str(value)) if value else words("none")


def _terms(old: dict[str, object], new: dict[str, object], words: Words) -> Iterator[Difference]:
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield Difference(
                words.named("rule", name), _term(old.get(name), words), _term(new.get(name), words)
            )


def _term(value: object, words: Words) -> str:
    if isinstance(value, tuple):
        return str(words.data["list_comma"]).join(str(part) for part in value) or words("none")
    return words("none") if value in (None, "") else words.digits(str(value))


def _one(words: Words, part: str, before: str, after: str) -> tuple[Difference, ...]:
    return (Difference(words.named("field", part), before, after),)
