"""Every way in which a sentence could put the subject somewhere, before any of them is believed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from wherewhen.claims.doer import NOBODY, Doer
from wherewhen.claims.doers import doers
from wherewhen.claims.frame import Frame, Spot
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.vocabulary import word_list


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place (or none) that a sentence may give to the subject, through a predicate (or none)."""

    frame: Frame
    spot: Spot | None
    predicate: Predicate | None
    doer: Doer
    index: int = 0

    @property
    def attached(self) -> bool:
        """True where the grammar hangs the place on the predicate."""
        tree, spot, predicate = self.frame.tree, self.spot, self.predicate
        if not (tree and spot and predicate):
            return False
        head = tree.root_of(spot.stands, max(spot.stands + 1, spot.end if spot.governed < 0 else 0))
        return any(predicate.at <= i < predicate.end for i in tree.path_up(head))


def candidates(frames: Sequence[Frame]) -> tuple[Candidate, ...]:
    """Candidates in reading order."""
    found: list[Candidate] = []
    carried = _opening(frames)
    for index, frame in enumerate(frames):
        bound = doers(frame, carried)
        found += _of_sentence(frame, bound, index)
        carried = _carry(frame, bound, carried)
    return tuple(found)


def _opening(frames: Sequence[Frame]) -> Doer:
    """A text that names its subject first is about him until somebody else takes over."""
    first = next((frame.actors[0] for frame in frames if frame.actors), None)
    return Doer.of("inherited", first) if first and first.subject else NOBODY


def _of_sentence(frame: Frame, bound: dict[Predicate, Doer], index: int) -> Iterable[Candidate]:
    used: set[Predicate] = set()
    for spot in frame.spots:
        predicate = _governor(frame, spot, bound)
        if predicate:
            used.add(predicate)
            yield Candidate(frame, spot, predicate, bound[predicate], index)
        else:
            yield Candidate(frame, spot, None, _lifespan(frame, spot) or _nearby(frame, spot), index)
    for predicate, doer in bound.items():
        if predicate not in used and doer.subject:
            yield Candidate(frame, None, predicate, doer, index)


def _governor(frame: Frame, spot: Spot, bound: dict[Predicate, Doer]) -> Predicate | None:
    """The predicate a place belongs to: by grammar, else the nearest before it, else the nearest after."""
    if frame.tree:
        above = {w: p for p in bound for w in range(p.at, p.end)}
        head = frame.tree.root_of(spot.stands, max(spot.stands + 1, spot.end if spot.governed < 0 else 0))
        found = next((above[i] for i in frame.tree.path_up(head) if i in above), None)
        if found:
            return _nearer_of_ours(found, spot, bound) or found
    before = [p for p in bound if p.end <= spot.stands and not _walled(frame, p.end, spot.stands)]
    before = [p for p in before if not _only_says(frame, p, spot)]
    ours = [p for p in before if bound[p].subject]
    if before:
        nearest = before[-1]
        if bound[nearest].subject or not ours or nearest.entry.form != "noun":
            return nearest
        return ours[-1]
    after = [p for p in bound if p.at >= spot.end and not _walled(frame, spot.end, p.at)]
    return after[0] if after else None


def _nearer_of_ours(found: Predicate, spot: Spot, bound: dict[Predicate, Doer]) -> Predicate | None:
    """Phrases at the end of a sentence are often hung too high: the subject's own word stands nearer."""
    if bound[found].subject:
        return None
    between = [p for p in bound if found.at < p.at and p.end <= spot.stands and bound[p].subject]
    return between[-1] if between else None


def _only_says(frame: Frame, p: Predicate, spot: Spot) -> bool:
    """ "قالت مصادر إن فلانا في روما": what is said has no verb of its own, and nobody says it in Rome."""
    if frame.language != "ar":
        return False
    passed_on = p.entry.lemma == "نقل" and "عن" in frame.keys(p.end, spot.stands)
    says = p.entry.role == "other" or passed_on
    return says and bool(word_list("ar", "doers", "openers") & set(frame.keys(p.end, spot.stands)))


def _walled(frame: Frame, at: int, end: int) -> bool:
    return any(key in (";", ":", "؛") for key in frame.keys(at, end))


def _nearby(frame: Frame, spot: Spot) -> Doer:
    """No word of presence at all: the nearest mention of the subject, as in a caption."""
    ours = [a for a in frame.actors if a.subject]
    actor = min(ours, key=lambda a: min(abs(a.end - spot.at), abs(a.at - spot.end)), default=None)
    return Doer.of("nearby", actor)


def _lifespan(frame: Frame, spot: Spot) -> Doer | None:
    """ "NAME (31 March 1635 in A – 29 November 1699 in B)": birth before the dash, death after it."""
    keys = frame.keys(0, spot.at)
    if "(" not in keys or ")" in keys[_last(keys, "(") :]:
        return None
    opened = _last(keys, "(")
    actor = next((a for a in frame.actors if a.subject and opened - 12 <= a.at < opened), None)
    dashed = any(key in ("–", "—", "-") for key in keys[opened:])
    return Doer.of("died in brackets" if dashed else "born in brackets", actor) if actor else None


def _last(keys: tuple[str, ...], key: str) -> int:
    return len(keys) - 1 - keys[::-1].index(key)


_SPEAKING_OF = ("direct", "relative", "apposition", "parsed", "parsed passive", "parsed dropped")


def _carry(frame: Frame, bound: dict[Predicate, Doer], carried: Doer) -> Doer:
    """Whom the next sentence goes on about: the last doer, else the first person named."""
    spoken = [d for d in bound.values() if d.actor and d.how in _SPEAKING_OF]
    if spoken:
        return spoken[-1]
    if frame.actors:
        return Doer.of("inherited", frame.actors[0])
    return carried
