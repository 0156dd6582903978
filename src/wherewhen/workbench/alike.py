"""Which other claims may speak of the same event: the most alike first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from wherewhen.casefile import Casefile, Held, State
from wherewhen.model.claim import Claim
from wherewhen.model.when import When
from wherewhen.workbench.shown import Shown

MOST = 12
LOOKED_AT = 400
"""Claims that are weighed at most; in a larger case those that the search finds for the place."""


def alike(case: Casefile, state: State, one: Shown) -> list[Shown]:
    """Others that stand and are not rejected."""
    held = [h for h in _near(case, state, one) if h.stands and h.id != one.id and h.decision != "rejected"]
    weighed = [(_likeness(one.claim, claim), Shown(h, claim)) for h, claim in case.claims(held[:LOOKED_AT])]
    weighed.sort(key=lambda pair: (-pair[0], pair[1].held.document, pair[1].held.start))
    return [shown for _, shown in islice(weighed, MOST)]


def _near(case: Casefile, state: State, one: Shown) -> Sequence[Held]:
    if len(state.claims) <= LOOKED_AT:
        return list(state.claims.values())
    found = list(state.of(one.held.document))
    for _, name in (*one.claim.place.names, ("", one.claim.place.surface)):
        for hit in case.search(name, 40):
            found += (h for h in state.of(hit.document) if h.start < hit.end and hit.start < h.end)
    return list({h.id: h for h in found}.values())


def _likeness(a: Claim, b: Claim) -> float:
    """Place counts most, then the date; two documents say more than one."""
    same = a.place.gazetteer_id is not None and a.place.gazetteer_id == b.place.gazetteer_id
    named = bool({n for _, n in a.place.names} & {n for _, n in b.place.names})
    place = 3.0 if same else 2.0 if named else 0.0
    return place + 2.0 * together(a.when, b.when) + (a.span.document.id != b.span.document.id) * 0.5


def together(a: When, b: When) -> bool:
    """Whether both can have been at one time."""
    if a.unknown or b.unknown:
        return False
    return not (
        (a.latest and b.earliest and a.latest < b.earliest)
        or (b.latest and a.earliest and b.latest < a.earliest)
    )
