"""A claim as the pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wherewhen.casefile import Casefile, Held, State
from wherewhen.model.claim import Claim


@dataclass(frozen=True, slots=True)
class Shown:
    """``by`` is who decided last, empty where nobody did."""

    held: Held
    claim: Claim
    by: str = ""

    @property
    def id(self) -> str:
        return self.held.id

    @property
    def state(self) -> str:
        return self.held.review.value

    @property
    def machine(self) -> bool:
        return not self.held.added


def shown(case: Casefile, state: State, claims: Iterable[str]) -> list[Shown]:
    """Those of the claims that are there, in the order given."""
    held = [state.claims[claim] for claim in claims if claim in state.claims]
    found = {one.id: Shown(one, claim) for one, claim in case.claims(held)}
    return [found[one.id] for one in held]


def chosen(case: Casefile, state: State, claim: str) -> Shown | None:
    """One claim with who decided on it."""
    held = state.claims.get(claim)
    if held is None or not held.stands:
        return None
    by = case.entry(state.revision(claim)).actor if held.decided else ""
    return Shown(held, case.claim(claim), by)
