"""Who does what a word of presence says."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.claims.frame import Actor


@dataclass(frozen=True, slots=True)
class Doer:
    """How a predicate is bound to a person.

    how      direct, conjoined, apposition, relative, possessive, object, inherited, dropped, fronted; none
    actor    who, None where nobody of the sentence does it
    subject  True where it is the subject of the inquiry
    """

    how: str = "none"
    actor: Actor | None = None
    subject: bool = False
    passive: bool = False

    @classmethod
    def of(cls, how: str, actor: Actor | None, passive: bool = False) -> Doer:
        return cls(how, actor, actor.subject, passive) if actor else cls("none", None, False, passive)


NOBODY = Doer()
