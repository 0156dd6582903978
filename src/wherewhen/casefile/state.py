"""What stands after all entries: a frozen view, made by folding the journal and by nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from wherewhen.model.judgement import Amendment, Collected, Noted, Published, Role, Terms
from wherewhen.model.person import Person


class Review(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    AMENDED = "amended"
    PROTECTED = "protected"


@dataclass(frozen=True, slots=True)
class Item:
    """A document or picture with everything that is known of how it came.

    reading  number of the entry with its newest reading, None where it was never read
    claims   every claim that was ever proposed or made on it; ``State.of`` tells which stand
    """

    sha256: str
    collected: tuple[Collected, ...]
    reading: int | None = None
    claims: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return self.collected[0].label


@dataclass(frozen=True, slots=True)
class Held:
    """A claim's standing in the case; the claim itself comes from ``Casefile.claim``.

    start, end  code points of the document's text
    entry       number of the entry that holds the claim: a reading, or for ``added`` what a person made
    decision    what a person said last: proposed (nobody did), accepted, rejected or amended
    protected   true, but kept out of every publication for somebody's safety
    gone        newer readings do not propose it any more; it stands only because a person decided
    confidence  0..1, of the reading that proposed it
    """

    id: str
    document: str
    start: int
    end: int
    entry: int
    decision: Review = Review.PROPOSED
    added: bool = False
    protected: bool = False
    gone: bool = False
    amendment: Amendment | None = None
    confidence: float = 1.0

    @property
    def review(self) -> Review:
        return Review.PROTECTED if self.protected else self.decision

    @property
    def decided(self) -> bool:
        """Whether a person said anything about it."""
        return self.protected or self.decision is not Review.PROPOSED

    @property
    def stands(self) -> bool:
        """Whether it is shown: decided on, or proposed by the newest reading."""
        return self.decided or not self.gone

    @property
    def publishable(self) -> bool:
        """Passed by a person and not protected: what the gate lets through."""
        return not self.protected and self.decision in (Review.ACCEPTED, Review.AMENDED)


@dataclass(frozen=True, slots=True)
class Bond:
    """Two claims that a person joined to one event, or parted."""

    claims: tuple[str, str]
    joined: bool


@dataclass(frozen=True, slots=True)
class State:
    """The case as it stands after entry ``number``, whose hash is ``head``.

    claims     by id, also those that only ``Held.stands`` tells apart from proposals that are gone
    bonds      by ``ID+ID``, the ids in order
    pictures   SHA-256 by claim id
    notes, publications  by number of their entry
    """

    number: int
    head: str
    subject: Person
    purpose: str = ""
    items: Mapping[str, Item] = field(default_factory=dict, repr=False)
    claims: Mapping[str, Held] = field(default_factory=dict, repr=False)
    bonds: Mapping[str, Bond] = field(default_factory=dict, repr=False)
    pictures: Mapping[str, str] = field(default_factory=dict, repr=False)
    roles: Mapping[str, Role] = field(default_factory=dict, repr=False)
    terms: Terms | None = None
    notes: Mapping[str, Noted] = field(default_factory=dict, repr=False)
    publications: Mapping[str, Published] = field(default_factory=dict, repr=False)
    touched: Mapping[str, tuple[int, ...]] = field(default_factory=dict, repr=False)

    def revision(self, thing: str) -> int:
        """Number of the newest entry about a thing, 0 where there is none; grows with every change."""
        return self.touched.get(thing, (0,))[-1]

    def of(self, document: str) -> tuple[Held, ...]:
        """The claims that stand on one document, in the order of its text."""
        item = self.items.get(document)
        held = (self.claims[claim] for claim in (item.claims if item else ()) if claim in self.claims)
        return tuple(
            sorted((one for one in held if one.stands), key=lambda held: (held.start, held.end, held.id))
        )
