"""What one act does to the things it is about: one rule for each act, the same for every way of folding."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from wherewhen.casefile.state import Bond, Held, Item, Review
from wherewhen.model.judgement import (
    Act,
    Added,
    Collected,
    Erased,
    Found,
    Illustrated,
    Joined,
    Judged,
    Noted,
    Opened,
    Parted,
    PolicySet,
    Published,
    Read,
    Roles,
    Undone,
    Verdict,
)

SHELVES = ("items", "claims", "bonds", "pictures", "roles", "settings", "notes", "publications")
Effect = tuple[str, str, Any]
"""Shelf, key, and what lies there afterwards; None is nothing."""
Now = Callable[[str, str], Any]
"""What lies there before."""


def effects(number: int, act: Act, now: Now) -> Iterator[Effect]:
    """What entry ``number`` does; each key is told once, and depends on what lay under that key only."""
    return _RULES[type(act)](number, act, now)


def thing_of(shelf: str, key: str) -> str:
    """The name of a thing in the history."""
    return key if shelf in ("items", "claims") else f"{shelf}:{key}"


def shelf_of(thing: str) -> tuple[str, str]:
    shelf, colon, key = thing.partition(":")
    if colon and shelf in SHELVES:
        return shelf, key
    return ("items" if len(thing) == 64 else "claims"), thing


def bond_key(a: str, b: str) -> str:
    return "+".join(sorted((a, b)))


def _opened(number: int, act: Opened, now: Now) -> Iterator[Effect]:
    yield "settings", "subject", act


def _collected(number: int, act: Collected, now: Now) -> Iterator[Effect]:
    item = now("items", act.sha256) or Item(act.sha256, ())
    yield "items", act.sha256, replace(item, collected=(*item.collected, act))


def _read(number: int, act: Read, now: Now) -> Iterator[Effect]:
    """A person's decision stays with the reading that it was made on; what is gone stays if decided."""
    item = now("items", act.document)
    known = _with_claims(item, *(found.claim for found in act.found))
    yield "items", act.document, known and replace(known, reading=number)
    for found in act.found:
        held = now("claims", found.claim)
        if held and held.decided:
            yield "claims", held.id, replace(held, gone=False)
        else:
            yield "claims", found.claim, _proposed(found, act.document, number)
    for claim in act.gone:
        held = now("claims", claim)
        yield "claims", claim, held and replace(held, gone=True)


def _proposed(found: Found, document: str, number: int) -> Held:
    return Held(found.claim, document, found.start, found.end, number, confidence=found.confidence)


def _judged(number: int, act: Judged, now: Now) -> Iterator[Effect]:
    held: Held | None = now("claims", act.claim)
    yield "claims", act.claim, held and _decided(held, act)


def _decided(held: Held, act: Judged) -> Held:
    """Accepting never drops a correction: that is what taking back is for."""
    match act.verdict:
        case Verdict.PROTECT | Verdict.UNPROTECT:
            return replace(held, protected=act.verdict is Verdict.PROTECT)
        case Verdict.REJECT:
            return replace(held, decision=Review.REJECTED)
        case Verdict.AMEND:
            return replace(held, decision=Review.AMENDED, amendment=act.amendment)
    return replace(held, decision=Review.AMENDED if held.amendment else Review.ACCEPTED)


def _added(number: int, act: Added, now: Now) -> Iterator[Effect]:
    span = act.claim.span
    made = Held(act.claim.id, span.document.id, span.start, span.end, number, Review.ACCEPTED, added=True)
    yield "claims", made.id, made
    yield "items", made.document, _with_claims(now("items", made.document), made.id)


def _with_claims(item: Item | None, *claims: str) -> Item | None:
    return item and replace(item, claims=tuple(dict.fromkeys((*item.claims, *claims))))


def _bonded(number: int, act: Joined | Parted, now: Now) -> Iterator[Effect]:
    first, *others = act.claims
    for other in others:
        a, b = sorted((first, other))
        yield "bonds", bond_key(a, b), Bond((a, b), isinstance(act, Joined))
    for claim in act.claims:
        yield "claims", claim, now("claims", claim)


def _illustrated(number: int, act: Illustrated, now: Now) -> Iterator[Effect]:
    yield "pictures", act.claim, act.image
    yield "claims", act.claim, now("claims", act.claim)


def _roles(number: int, act: Roles, now: Now) -> Iterator[Effect]:
    yield "roles", act.person, act.role


def _policy(number: int, act: PolicySet, now: Now) -> Iterator[Effect]:
    yield "settings", "policy", act


def _noted(number: int, act: Noted, now: Now) -> Iterator[Effect]:
    yield "notes", str(number), act
    if act.about:
        shelf, key = shelf_of(act.about)
        yield shelf, key, now(shelf, key)


def _published(number: int, act: Published, now: Now) -> Iterator[Effect]:
    yield "publications", str(number), act


def _erased(number: int, act: Erased, now: Now) -> Iterator[Effect]:
    """The entries that told of the items are empty by now; this leaves their name in the history."""
    for item in act.items:
        yield "items", item, None


def _undone(number: int, act: Undone, now: Now) -> Iterator[Effect]:
    """Nothing by itself: the fold leaves out what was taken back."""
    return iter(())


_RULES: dict[type, Callable[[int, Any, Now], Iterator[Effect]]] = {
    Opened: _opened,
    Collected: _collected,
    Read: _read,
    Judged: _judged,
    Added: _added,
    Joined: _bonded,
    Parted: _bonded,
    Illustrated: _illustrated,
    Roles: _roles,
    PolicySet: _policy,
    Noted: _noted,
    Undone: _undone,
    Published: _published,
    Erased: _erased,
}
