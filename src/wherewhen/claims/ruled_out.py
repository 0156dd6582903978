"""What the grammar of an English sentence rules out, whatever else speaks for a presence."""

from __future__ import annotations

from wherewhen.claims.candidates import Candidate

_NOT_THE_OWNER = "parsed proxy"


def ruled_out(candidate: Candidate) -> bool:
    """Done from afar, by another person who is named, or by a proxy, a relative or a thing of the subject's.

    A word that tells no presence by itself puts nobody anywhere but the subject.
    """
    if candidate.frame.tree is None or candidate.predicate is None:
        return False
    role, doer = candidate.predicate.entry.role, candidate.doer
    if role == "remote" or doer.how == _NOT_THE_OWNER:
        return True
    named = doer.actor is not None and doer.actor.how in ("name", "surname")
    return not doer.subject and (named or role == "other")
