"""The memory of a case: an append-only journal, an evidence store, and the state that follows from them.

``Casefile.create(folder, subject, actor)`` and ``Casefile.open(folder)`` are the door; acts to record are in
``wherewhen.model.judgement``; ``Casefile.state`` is what stands.
"""

from wherewhen.casefile.casefile import Casefile
from wherewhen.casefile.entry import Entry
from wherewhen.casefile.search import Hit
from wherewhen.casefile.state import Bond, Held, Item, Review, State
from wherewhen.casefile.store import Store

__all__ = ["Bond", "Casefile", "Entry", "Held", "Hit", "Item", "Review", "State", "Store"]
