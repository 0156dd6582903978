"""Which date belongs to a presence: its sentence's own, one told before, or bounds from what surrounds it.

Every reading is an option with named features; a linear scorer (fitted like that of presence) takes the
best. The reading taken is a reason of the claim.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wherewhen.claims.attribution import phrases
from wherewhen.claims.calendar import Calendar, Entry
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame
from wherewhen.claims.scorer import Scorer
from wherewhen.claims.vocabulary import phrase_list, word_list
from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain, When


@dataclass(frozen=True, slots=True)
class Dated:
    """One reading of the date.

    when      bounds with their reasons
    surface   the words it rests on, empty where it is only bounded by what surrounds it
    at        index of the word in the candidate's own sentence, None if it stands elsewhere
    features  what speaks for this reading
    """

    when: When
    surface: str = ""
    at: int | None = None
    features: tuple[str, ...] = ()


def dates(candidate: Candidate, calendar: Calendar, scorer: Scorer) -> tuple[Dated, ...]:
    """The best reading; two where the sentence dates two stays ("in 1687 and 1689")."""
    readings = tuple(options(candidate, calendar))
    if not readings:
        return (Dated(When()),)
    best = max(readings, key=lambda option: scorer.weight(option.features))
    return (best, *_twin(candidate, best, calendar))


def options(candidate: Candidate, calendar: Calendar) -> Iterator[Dated]:
    """Every reading of the date, with its features; a sentence with dates of its own borrows none."""
    own = calendar.own(candidate.index)
    if _habitual(candidate, own):
        yield from _between("no later than publication", None, calendar.published or calendar.horizon)
        return
    context = tuple(_context(candidate, calendar))
    found = _own(candidate, own, calendar) if own else _lent(candidate, calendar)
    for option in found:
        kind = option.features[0]
        crossed = tuple(f"{kind} | {feature}" for feature in context)
        yield replace(option, features=(*option.features, *crossed))


def _context(c: Candidate, calendar: Calendar) -> Iterator[str]:
    yield "published" if calendar.published else "unpublished"
    yield f"language {c.frame.language}"
    yield f"role {c.predicate.entry.role if c.predicate else c.doer.how}"
    yield f"form {c.predicate.entry.form if c.predicate else 'none'}"
    if calendar.birth:
        yield "life known"
    if any(a.how == "first_person" for a in c.frame.actors):
        yield "first person"


def _anchor(c: Candidate) -> int:
    return c.predicate.at if c.predicate else c.spot.at if c.spot else 0


def _habitual(c: Candidate, own: tuple[Entry, ...]) -> bool:
    """ "visited several times", "during previous years": no single date of the sentence is meant."""
    anchor, frame = _anchor(c), c.frame
    after = frame.keys(anchor, anchor + 7)
    phrases_ = phrase_list(frame.language, "phrases", "habit")
    if any(after[i : i + len(p)] == p for p in phrases_ for i in range(len(after))):
        return not any(abs(e.moment.at - anchor) < 4 for e in own)
    return False


# Dates of the sentence itself ------------------------------------------------------------------------------


def _own(c: Candidate, own: tuple[Entry, ...], calendar: Calendar) -> Iterator[Dated]:
    anchor = _anchor(c)
    nearest = min((_distance(c.frame, anchor, e) for e in own), default=0)
    following = next(iter(calendar.after(c.index)), None)
    for i, entry in enumerate(own):
        published = _publication(c.frame, entry, anchor)
        marks = (
            f"own distance {_step(_distance(c.frame, anchor, entry))}",
            f"own {'before' if entry.moment.at < anchor else 'after'}",
            f"own grain {entry.when.grain}",
            *(("own nearest",) if _distance(c.frame, anchor, entry) == nearest else ()),
            *(("own only",) if len(own) == 1 else ()),
            *(("own in brackets",) if c.frame.key(entry.moment.at - 1) == "(" else ()),
            *_wrong_half(c, entry),
        )
        surface = entry.moment.mention.span.quote
        kind = "own publication" if published else "own"
        when = _no_later(entry) if published else entry.when
        yield Dated(when, surface, entry.moment.at, (kind, *marks))
        later = own[i + 1] if i + 1 < len(own) else None
        if later and _range(c.frame, entry, later):
            yield Dated(
                _from_to(entry, later),
                c.frame.text(entry.moment.at, later.moment.end),
                entry.moment.at,
                ("own range", *marks),
            )
        if following and _ordered(entry.when, following.when) and not published:
            when = _open_end(entry, following)
            yield Dated(when, surface, entry.moment.at, ("own until next", *marks))


def _distance(frame: Frame, anchor: int, entry: Entry) -> int:
    low, high = sorted((anchor, entry.moment.at))
    walls = _MARKS | word_list(frame.language, "words", "date_walls")
    return high - low + 6 * sum(key in walls for key in frame.keys(low, high))


_MARKS = frozenset([";", ":", "—", "؛"])


def _step(distance: int) -> str:
    return next((str(limit) for limit in (1, 3, 6, 10, 16, 25) if distance <= limit), "far")


def _wrong_half(c: Candidate, entry: Entry) -> tuple[str, ...]:
    """The other half of "(born ... – died ...)"."""
    if not c.doer.how.endswith("brackets") or not c.spot:
        return ()
    low, high = sorted((entry.moment.at, c.spot.at))
    return (
        ("own other half",)
        if any(key in ("–", "—", "-") for key in c.frame.keys(low, high))
        else ("own half",)
    )


def _publication(frame: Frame, entry: Entry, anchor: int) -> bool:
    """The nearest verb to the date tells of publishing or reporting, not of being there."""
    moment = entry.moment
    cues = {p[0] for p in phrases(frame.language, "cue", "by")} | {
        p[0] for p in phrases(frame.language, "cue", "publishing")
    }
    for i in range(moment.at - 1, max(-1, moment.at - 12), -1):
        if i == anchor:
            return False
        if frame.key(i) in cues:
            return True
    return anchor < moment.at and bool(cues & set(frame.keys(moment.end, moment.end + 4)))


def _no_later(entry: Entry) -> When:
    reason = Reason.of("claim.published_by_then", entry.moment.mention.span, date=entry.when.latest or "")
    return When.between(None, entry.when.latest, entry.when.grain, reasons=(*entry.when.reasons, reason))


def _range(frame: Frame, first: Entry, second: Entry) -> bool:
    between = " ".join(frame.keys(first.moment.end, second.moment.at))
    before = frame.key(first.moment.at - 1)
    opened = before in ("from", "between", "من", "بين", "منذ")
    joined = between in ("–", "-", "until", "to", "till", "حتى", "الى") or (
        opened and between in ("and", "و")
    )
    return joined and _ordered(first.when, second.when)


def _ordered(a: When, b: When) -> bool:
    return not (a.earliest and b.latest and a.earliest > b.latest)


def _from_to(first: Entry, second: Entry) -> When:
    reason = Reason.of(
        "claim.from_to",
        first.moment.mention.span,
        first=first.when.earliest or "",
        last=second.when.latest or "",
    )
    return When(first.when.begin, second.when.end, first.when.grain, None, (*first.when.reasons, reason))


def _open_end(entry: Entry, following: Entry) -> When:
    reason = Reason.of("claim.until_next", following.moment.mention.span, last=following.when.latest or "")
    end = following.when.latest
    begin = entry.when.begin
    return When(begin, (begin[0], end), entry.when.grain, None, (*entry.when.reasons, reason))


def _twin(c: Candidate, best: Dated, calendar: Calendar) -> tuple[Dated, ...]:
    """The partner of the date taken, in "in 1687 and 1689"."""
    if best.features[0] != "own":
        return ()
    for entry in calendar.own(c.index):
        low, high = sorted((best.at or 0, entry.moment.at))
        between = c.frame.keys(low + 1, high)
        if (
            0 < high - low < 8
            and between
            and between[-1] in ("and", "و")
            and entry.when.grain == best.when.grain
        ):
            return (Dated(entry.when, entry.moment.mention.span.quote, entry.moment.at, best.features),)
    return ()


def _lent(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    yield from _told(c, calendar)
    yield from _bounds(c, calendar)


# Dates told elsewhere --------------------------------------------------------------------------------------


def _told(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    before, after = calendar.before(c.index), calendar.after(c.index)
    for rank, entry in enumerate(reversed(before[-3:])):
        yield _elsewhere(c, calendar, entry, "told before", rank)
    if len(before) > 3:
        yield _elsewhere(c, calendar, before[0], "told first", 0)
    for rank, entry in enumerate(after[:1]):
        yield _elsewhere(c, calendar, entry, "told after", rank)


def _elsewhere(c: Candidate, calendar: Calendar, entry: Entry, kind: str, rank: int) -> Dated:
    away = abs(c.index - entry.sentence)
    marks = (
        f"{kind} {rank}",
        f"{kind} sentences {min(away, 5)}",
        f"{kind} grain {entry.when.grain}",
        *((f"{kind} of the news",) if _fresh(entry.when, calendar.published) else ()),
    )
    reason = Reason.of(
        "claim.date_from_context", entry.moment.mention.span, quote=entry.moment.mention.span.quote
    )
    return Dated(replace(entry.when, reasons=(*entry.when.reasons, reason)), "", None, (kind, *marks))


def _fresh(when: When, published: date | None) -> bool:
    return bool(
        published and when.grain is Grain.DAY and when.latest and 0 <= (published - when.latest).days <= 7
    )


# Bounds from what surrounds the passage ---------------------------------------------------------------------


def _bounds(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    before, after = calendar.before(c.index), calendar.after(c.index)
    start = before[-1].when.earliest if before else None
    end = after[0].when.latest if after else None
    birth, death = calendar.birth, calendar.death
    born = birth.earliest if birth else None
    last = (death.latest if death else None) or calendar.published or calendar.horizon
    yield from _between("no later than publication", None, calendar.published)
    if not calendar.published:
        yield from _between("no later than the last date told", None, calendar.horizon)
    yield from _between("between neighbours", start, end or last)
    yield from _between("since the last date", start, last)
    yield from _between("in the lifetime", born, last)
    yield from _between("from birth to the next date", born, end)
    yield from _between("before the next date", None, end)
    if birth:
        yield Dated(_life(birth, "claim.birth"), "", None, ("the birth",))
    if death:
        yield Dated(_life(death, "claim.death"), "", None, ("the death",))


def _between(kind: str, earliest: date | None, latest: date | None) -> Iterator[Dated]:
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return
    reason = Reason.of(f"claim.{kind.replace(' ', '_')}", None, earliest=earliest or "", latest=latest or "")
    yield Dated(When.between(earliest, latest, reasons=(reason,)), "", None, (kind,))


def _life(when: When, code: str) -> When:
    return replace(when, reasons=(*when.reasons, Reason.of(code)))
