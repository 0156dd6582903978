"""What has to go when an item is erased."""

from __future__ import annotations

from wherewhen.casefile.state import State
from wherewhen.model.errors import ActRefused
from wherewhen.model.judgement import Erased


def erasure(item: str, state: State) -> Erased:
    """Everything that tells of an item, of what came out of it and of its claims."""
    if item not in state.items:
        raise ActRefused(item, "There is no such item in the case")
    parts = {i.sha256 for i in state.items.values() if any(c.part_of == item for c in i.collected)}
    items = {item, *parts}
    things = items | {held.id for held in state.claims.values() if held.document in items}
    return Erased(tuple(sorted({n for thing in things for n in state.touched[thing]})), tuple(sorted(items)))
