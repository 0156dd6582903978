"""What is not recorded: acts that do not fit the case as it stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wherewhen.casefile.effects import shelf_of
from wherewhen.casefile.fold import Fetch, Fold
from wherewhen.casefile.state import State
from wherewhen.casefile.store import Store
from wherewhen.model.errors import ActRefused, StaleError
from wherewhen.model.judgement import (
    Act,
    Added,
    Collected,
    Erased,
    Illustrated,
    Joined,
    Judged,
    Noted,
    Opened,
    Parted,
    Published,
    Read,
    Roles,
    Undone,
)


def check(act: Act, fold: Fold, store: Store, fetch: Fetch) -> None:
    """Raises ActRefused where an act makes no sense after the entries before it."""
    state = fold.glance()
    match act:
        case Opened():
            raise ActRefused("a second beginning", "A case begins once")
        case Collected():
            _need(act.sha256 in store, act.sha256, "Put the bytes into the evidence store first")
        case Read():
            _check_read(act, state)
        case Undone():
            _check_undone(act, fold, state, fetch)
        case Published():
            _need(bool(act.where), "nowhere", "Say where it was published")
        case _:
            _check_judgement(act, state)


def _check_judgement(act: Act, state: State) -> None:
    match act:
        case Judged():
            _known(act.claim, state)
        case Added():
            new = act.claim.id not in state.claims
            _need(new, act.claim.id, "This very claim is in the case: judge it instead")
            _need(act.claim.span.document.id in state.items, "an unknown document", "Collect it first")
        case Joined() | Parted():
            _need(
                len(set(act.claims)) == len(act.claims) > 1, act.claims, "Name two or more different claims"
            )
            for claim in act.claims:
                _known(claim, state)
        case Illustrated():
            _known(act.claim, state)
            _need(act.image is None or act.image in state.items, act.image, "Collect the picture first")
        case Roles():
            _need(bool(act.person.strip()), "nobody", "Name the person")
        case Noted():
            known = not act.about or _lies(act.about, state)
            _need(bool(act.text.strip()) and known, act.about or "an empty note", "Say what on, and what")


def _lies(thing: str, state: State) -> bool:
    return state.revision(thing) > 0 or shelf_of(thing)[0] == "roles"


def _known(claim: str, state: State) -> None:
    held = state.claims.get(claim)
    _need(held is not None and held.stands, claim, "No such claim stands in the case: look at it again")


def _check_read(act: Read, state: State) -> None:
    item = state.items.get(act.document)
    _need(item is not None, act.document, "Collect the document first")
    ids = {found.claim for found in act.found}
    _need(len(ids) == len(act.found), act.document, "A reading names each claim once")
    _need(act.findings is not None, act.document, "A reading comes with its text: use Casefile.read")


def _check_undone(act: Undone, fold: Fold, state: State, fetch: Fetch) -> None:
    number = act.number
    _need(1 <= number <= state.number, f"entry {number}", "There is no such entry")
    _need(fold.in_force(number), f"entry {number}", "It is taken back already")
    root = fold.root(number)
    target = fetch(root)
    _need(target is not None, f"entry {number}", "Its content was erased")
    lasting = isinstance(target, Opened | Published | Erased)
    _need(not lasting, f"entry {number}", "A beginning, a publication, an erasure cannot be taken back")
    if target is not None and root == number:
        for later in _resting_on(target, number, fold, state, fetch):
            raise ActRefused(f"entry {number}", f"Take back entry {later} first, which rests on it")


def _resting_on(act: Act, number: int, fold: Fold, state: State, fetch: Fetch) -> list[int]:
    """Later entries that would be about nothing once this one is taken back, newest first."""
    resting: Callable[[Any], bool] = {
        Collected: lambda later: not isinstance(later, Collected | Undone | Noted),
        Read: lambda later: not isinstance(later, Collected | Read | Undone | Noted),
        Added: lambda later: not isinstance(later, Undone | Noted),
    }.get(type(act), lambda later: False)
    things = fold.things(act)
    later = {n for thing in things for n in state.touched.get(thing, ()) if n > number and fold.in_force(n)}
    return [n for n in sorted(later, reverse=True) if resting(fetch(n))]


def check_seen(act: Act, seen: int, fold: Fold) -> None:
    """Raises StaleError where something about the same things was recorded after entry ``seen``."""
    state = fold.glance()
    for thing in sorted(fold.things(act)):
        newest = state.revision(thing)
        if newest > seen:
            raise StaleError(f"entry {newest} about {thing}", "Look at it again, then decide")


def _need(fits: bool, value: object, remedy: str) -> None:
    if not fits:
        raise ActRefused(value, remedy)
