"""Do two claims speak of one event? Place, time, companions and status must fit; nothing may contradict."""

from __future__ import annotations

from wherewhen.languages import fold
from wherewhen.model.claim import Claim, Status
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.when import When
from wherewhen.times.bounds import overlaps

NARROW = 3
"""Days within which two bounds are taken as one dating of one event."""
_LADDER = tuple(Precision)


def same_event(a: Claim, b: Claim) -> Reason | None:
    """Why the two claims are about one event, or None where they are not."""
    if _family(a.status) != _family(b.status) or not _roles_fit(a, b):
        return None
    if not overlaps(a.when, b.when):
        return None
    where = _same_place(a.place, b.place)
    if not where and not (_loose(a.when) or _loose(b.when)):
        where = _nested(a.place, b.place)
    if where and _dated_alike(a.when, b.when):
        return Reason.of(f"sighting.{where}", b.span, place=a.place.name("en"), place_ar=a.place.name("ar"))
    if (
        not where
        and _unplaced(a, b)
        and set(a.companions) & set(b.companions)
        and _dated_alike(a.when, b.when)
    ):
        return Reason.of("sighting.same_company", b.span, companions=", ".join(a.companions))
    return None


def _family(status: Status) -> Status:
    return Status.ASSERTED if status.claimed else status


def _roles_fit(a: Claim, b: Claim) -> bool:
    """A birth, a death and a visit are different events even in one town."""
    fixed = {"born", "died"}
    return a.role == b.role or not ({a.role, b.role} & fixed)


def _same_place(a: Place, b: Place) -> str:
    if a.gazetteer_id and a.gazetteer_id == b.gazetteer_id and a.precision == b.precision:
        return "same_place"
    called = fold(a.name("en")) == fold(b.name("en")) and a.precision == b.precision
    return "same_place" if called and a.surface else ""


def _nested(a: Place, b: Place) -> str:
    """A site and its town, a town and its country: one event only where one holds the other."""
    if not (a.precision.placed and b.precision.placed):
        return ""
    inner, outer = sorted((a, b), key=lambda p: _LADDER.index(p.precision))
    held = {fold(name) for name in inner.containment}
    named = {fold(name) for _, name in outer.names} | {fold(outer.surface)}
    return "place_within" if held & named and inner.precision != outer.precision else ""


def _unplaced(a: Claim, b: Claim) -> bool:
    return Precision.UNSPECIFIED in (a.place.precision, b.place.precision)


def _dated_alike(a: When, b: When) -> bool:
    """Both undated, or one undated, or both within a few days of each other."""
    if _loose(a) or _loose(b):
        return True
    assert a.earliest and a.latest and b.earliest and b.latest
    return abs((a.earliest - b.earliest).days) <= NARROW and abs((a.latest - b.latest).days) <= NARROW


def _loose(when: When) -> bool:
    return when.earliest is None or when.latest is None
