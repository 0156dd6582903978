"""The claims of a whole case against each other: deaths told anywhere, and events that hang on events."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from wherewhen import claims, mentions, times
from wherewhen.claims import Death
from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.person import Person
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Conflict, Sighting

_REMEMBERED = 2_000
"""Documents whose deaths are kept at hand."""


def deaths(documents: Iterable[Document], subject: Person) -> Mapping[str, Death]:
    """Who died by which day, by folded name; where documents differ, the latest."""
    found: dict[str, Death] = {}
    for document in documents:
        for name, death in _deaths(_Once(document), subject).items():
            if name not in found or found[name].latest < death.latest:
                found[name] = death
    return found


class _Once:
    """A document as a key: the same bytes read to the same text are read for deaths once."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Once) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def _key(self) -> tuple[object, ...]:
        document = self.document
        return document.id, document.text, document.language, document.published


@lru_cache(maxsize=_REMEMBERED)
def _deaths(once: _Once, subject: Person) -> Mapping[str, Death]:
    document = once.document
    people = mentions.people(document, subject, ())
    return claims.deaths_told(document, subject, people, times.find(document))


def settled(
    told: Mapping[str, Claim], known: Mapping[str, Death]
) -> tuple[Mapping[str, Claim], tuple[tuple[str, ...], ...]]:
    """Claims by name with the bounds that the case allows, and names of claims that contradict each other.

    A bound from another document's word on a death names the day, not the passage, which may not go out.
    """
    solved = claims.settled(told)
    bounded = {name: _bounded(claim, known) for name, claim in solved.claims.items()}
    return bounded, solved.clashes


def _bounded(claim: Claim, known: Mapping[str, Death]) -> Claim:
    """A claim's own document has bounded it already, with more at hand than is known here."""
    here = claim.span.document.id
    found = claims.limited(claim, {n: d for n, d in known.items() if d.span.document.id != here})
    if found is claim:
        return claim
    reasons = tuple(r if not r.span or r.span.document.id == here else replace(r, span=None)
                    for r in found.when.reasons)  # fmt: skip
    return replace(found, when=replace(found.when, reasons=reasons))


def conflicts(
    events: Sequence[Sighting],
    told: Mapping[str, Claim],
    clashes: Sequence[Sequence[str]],
    known: Mapping[str, Death],
) -> tuple[Conflict, ...]:
    """Sightings whose claims contradict each other, and those of somebody who was dead by then."""
    place = {claim.id: event.id for event in events for claim in event.claims}
    ids = [[place[told[name].id] for name in clash if told[name].id in place] for clash in clashes]
    order = [
        Conflict(pair, Reason.of("itinerary.order_contradicted")) for one in ids for pair in pairwise(one)
    ]
    return (*order, *(late for event in events if (late := _outlived(event, known))))


def _outlived(event: Sighting, known: Mapping[str, Death]) -> Conflict | None:
    death = next((d for claim in event.claims if (d := claims.outlived(claim, known))), None)
    if death is None:
        return None
    return Conflict((event.id, event.id), Reason.of("itinerary.outlived", name=death.name, date=death.latest))
