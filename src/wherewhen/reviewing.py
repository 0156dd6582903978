"""From a case to what may go out: the gate between what was read and what a person has passed."""

from __future__ import annotations

from wherewhen.casefile import Casefile
from wherewhen.model.dossier import Dossier
from wherewhen.model.judgement import Terms
from wherewhen.publication.policy import Policy


def dossier(case: Casefile, reviewed_only: bool = True) -> Dossier:
    """The case as sightings and an itinerary: what a person accepted or amended, and nothing else.

    ``reviewed_only=False`` lets proposals through as well, for the desk and for drafts; what was rejected
    or is protected never passes.
    """
    raise NotImplementedError


def policy(case: Casefile) -> Policy:
    """The rules under which this case is published; names only people whose role allows it."""
    raise NotImplementedError


def terms_of(policy: Policy) -> Terms:
    """A policy as data for ``PolicySet``; ``policy_of`` turns it back."""
    raise NotImplementedError


def policy_of(terms: Terms) -> Policy:
    """Raises ActRefused for a rule or a value that is not known."""
    raise NotImplementedError
