"""Who is named in the claims of a case, and in which role."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from wherewhen.casefile import Casefile, State
from wherewhen.model.judgement import Role

MOST_CLAIMS = 5000
"""In a larger case only those are listed who have a role; anybody can be added by name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person with the number of claims that name them; ``role`` is UNKNOWN where nobody said."""

    name: str
    role: Role
    claims: int


def people(case: Casefile, state: State) -> list[Named]:
    """Whoever is named most first."""
    counts: Counter[str] = Counter()
    if len(state.claims) <= MOST_CLAIMS:
        for _, claim in case.claims(h for h in state.claims.values() if h.stands):
            counts.update(set(claim.companions))
    names = counts.keys() | state.roles.keys()
    found = [Named(name, state.roles.get(name, Role.UNKNOWN), counts[name]) for name in names]
    return sorted(found, key=lambda person: (-person.claims, person.name))
