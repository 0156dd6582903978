"""Which date belongs to a presence: its sentence's own, one told before, or bounds from what surrounds it.

Every reading is an option with named features; a linear scorer (fitted like that of presence) takes the
best. The reading taken is a reason of the claim.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wherewhen.claims.advice import Advice, step
from wherewhen.claims.ages import at_age
from wherewhen.claims.attribution import phrases
from wherewhen.claims.calendar import Calendar, Entry, in_order
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.cues import begins_with, cue, ends_with, openings
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
    told      sentence and word of the date it takes, None for bounds
    """

    when: When
    surface: str = ""
    at: int | None = None
    features: tuple[str, ...] = ()
    told: tuple[int, int] | None = None


def dates(
    candidate: Candidate, calendar: Calendar, scorer: Scorer, advice: Advice | None = None
) -> tuple[Dated, ...]:
    """The best reading; two where the sentence dates two stays ("in 1687 and 1689")."""
    readings = tuple(options(candidate, calendar, advice))
    if not readings:
        return (Dated(When()),)
    best = max(readings, key=lambda option: scorer.weight(option.features))
    pair = (best, *_twin(candidate, best, calendar))
    return tuple(sorted(pair, key=lambda dated: dated.at or 0))


def options(candidate: Candidate, calendar: Calendar, advice: Advice | None = None) -> Iterator[Dated]:
    """Every reading of the date, with its features; a sentence with dates of its own borrows none."""
    own = calendar.own(candidate.index)
    if _habitual(candidate, own):
        yield from _between("no later than publication", None, calendar.published or calendar.horizon)
        return
    certain = tuple(_of_life(candidate, calendar, own))
    if certain:
        yield from certain
        return
    context = (*_context(candidate, calendar), *_advised(advice))
    found = tuple(_own(candidate, own, calendar) if own else _lent(candidate, calendar))
    if own and not all(option.features[0] in _LASTING for option in found):
        found += tuple(_beside(candidate, calendar))
    for option in found:
        kind = option.features[0]
        crossed = tuple(f"{kind} | {feature}" for feature in context)
        told = _told_by_model(option, advice)
        yield replace(option, features=(*option.features, *crossed, *told))


_LASTING = frozenset(["own until now", "own since birth", "own since told", "own until next"])


def _of_life(c: Candidate, calendar: Calendar, own: tuple[Entry, ...]) -> Iterator[Dated]:
    """A birth or a death is dated by the life, and an age by the birth where the sentence has no date."""
    role = c.predicate.entry.role if c.predicate else ""
    if role == "born" and calendar.birth and c.doer.subject:
        yield Dated(_life(calendar.birth, "claim.birth"), "", None, ("the birth",))
    elif role == "died" and calendar.death and c.doer.subject and _agree(own, calendar.death):
        yield Dated(_life(calendar.death, "claim.death"), "", None, ("the death",))
    elif c.doer.subject and not own:
        when = at_age(c.frame, _anchor(c), calendar.birth)
        if when:
            yield Dated(when, "", None, ("at an age",))


def _agree(own: tuple[Entry, ...], when: When) -> bool:
    return all(in_order(e.when, when) and in_order(when, e.when) for e in own)


def _advised(advice: Advice | None) -> Iterator[str]:
    """How sure the model is that any of the dates at hand is the right one."""
    if advice:
        yield f"model best={step(max(advice.times.values(), default=0.0))}"


def _told_by_model(option: Dated, advice: Advice | None) -> Iterator[str]:
    if advice and option.told:
        probability = advice.times.get(option.told)
        likeliest = max(advice.times.values(), default=0.0)
        yield f"model {option.features[0]}={step(probability) if probability is not None else 'far'}"
        if probability is not None and probability == likeliest:
            yield f"model likeliest {option.features[0]}"


def _context(c: Candidate, calendar: Calendar) -> Iterator[str]:
    yield "published" if calendar.published else "unpublished"
    yield f"language {c.frame.language}"
    yield f"role {c.predicate.entry.role if c.predicate else c.doer.how}"
    yield f"form {c.predicate.entry.form if c.predicate else 'none'}"
    yield f"verb {c.predicate.entry.lemma if c.predicate else 'none'}"
    if calendar.birth:
        yield "life known"
    if any(a.how == "first_person" for a in c.frame.actors):
        yield "first person"
    yield from (f"opening {name}" for name in openings(c.frame, _anchor(c)))


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
    ended: Entry | None = None
    for entry, later in itertools.zip_longest(own, own[1:]):
        marks = tuple(_marks_of(c, entry, nearest, len(own)))
        ranged = later is not None and _range(c.frame, entry, later)
        if ranged and later:
            yield _stretch(c, entry, later, marks)
        elif later and _joined(c.frame, entry, later):
            yield replace(_stretch(c, entry, later, marks), features=("own both", *marks))
        if entry is not ended and not (ranged and not _lifelong(c.frame, entry)):
            yield from _single(c, entry, calendar, marks)
        ended = later if ranged and not _lifelong(c.frame, entry) else None
    if c.predicate and c.predicate.entry.role == "born" and calendar.birth:
        yield Dated(_life(calendar.birth, "claim.birth"), "", None, ("the birth",))


def _marks_of(c: Candidate, entry: Entry, nearest: int, many: int) -> Iterator[str]:
    anchor, at = _anchor(c), entry.moment.at
    distance = _distance(c.frame, anchor, entry)
    yield f"own distance {_step(distance)}"
    yield f"own {'before' if at < anchor else 'after'}"
    yield f"own cue {cue(c.frame, entry.moment)}"
    yield f"own grain {entry.when.grain}"
    if distance == nearest:
        yield "own nearest"
    if many == 1:
        yield "own only"
    if c.frame.key(at - 1) == "(":
        yield "own in brackets"
    yield from _wrong_half(c, entry)


def _single(c: Candidate, entry: Entry, calendar: Calendar, marks: tuple[str, ...]) -> Iterator[Dated]:
    """The date itself, as the end of what was told before, or as the beginning of a stay."""
    moment, here = entry.moment, (entry.sentence, entry.moment.at)
    surface = moment.mention.span.quote
    if _publication(c.frame, entry, _anchor(c)):
        yield Dated(_no_later(entry), surface, moment.at, ("own publication", *marks), here)
        return
    lasting = tuple(_lasting(c, entry, calendar, marks, here))
    if not lasting:
        yield Dated(entry.when, surface, moment.at, ("own", *marks), here)
    yield from lasting or _by_then(entry, calendar, marks, here)
    following = next(iter(calendar.after(c.index)), None)
    if following and in_order(entry.when, following.when):
        yield Dated(_open_end(entry, following), surface, moment.at, ("own until next", *marks), here)


def _lasting(
    c: Candidate, entry: Entry, calendar: Calendar, marks: tuple[str, ...], here: tuple[int, int]
) -> Iterator[Dated]:
    """ "Since 2014" lasts until the publication, "until 2014" from the date told before."""
    now = calendar.published or calendar.horizon
    if begins_with(c.frame, entry.moment) and now and entry.when.earliest and entry.when.earliest < now:
        surface = entry.moment.mention.span.quote
        yield Dated(_until_now(entry, now), surface, entry.moment.at, ("own until now", *marks), here)
    elif ends_with(c.frame, entry.moment):
        yield from _by_then(entry, calendar, marks, here)


def _stretch(c: Candidate, first: Entry, last: Entry, marks: tuple[str, ...]) -> Dated:
    words = c.frame.text(first.moment.at, last.moment.end)
    here = (first.sentence, first.moment.at)
    return Dated(_from_to(first, last), words, first.moment.at, ("own range", *marks), here)


def _lifelong(frame: Frame, entry: Entry) -> bool:
    """A range in brackets may be a life: "(1332 – 1406)"."""
    return frame.key(entry.moment.at - 1) == "("


def _distance(frame: Frame, anchor: int, entry: Entry) -> int:
    low, high = sorted((anchor, entry.moment.at))
    walls = _MARKS | word_list(frame.language, "words", "date_walls")
    return high - low + 6 * sum(key in walls for key in frame.keys(low, high))


_RANGE = 5
"""Words of "until the troubles of" at most."""
_DASHES = frozenset(["–", "—", "-"])
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
    language = frame.language
    opened = set(frame.keys(first.moment.at - 2, first.moment.at)) & word_list(language, "range", "openers")
    until = word_list(language, "range", "until")
    words = between.split()
    ended = bool(opened) and 1 < len(words) <= _RANGE and words[0] in until
    joined = between in until | _DASHES or ended
    paired = bool(opened) and between in word_list(language, "range", "and")
    return (joined or paired) and in_order(first.when, second.when)


def _joined(frame: Frame, first: Entry, second: Entry) -> bool:
    """ "during the late 1930s and early 1940s": two stretches of time in one."""
    between = " ".join(frame.keys(first.moment.end, second.moment.at))
    joined = between in word_list(frame.language, "range", "and")
    return joined and first.when.grain not in (Grain.HOUR, Grain.DAY) and in_order(first.when, second.when)


def _from_to(first: Entry, second: Entry) -> When:
    reason = Reason.of(
        "claim.from_to",
        first.moment.mention.span,
        first=first.when.earliest or "",
        last=second.when.latest or "",
    )
    return When(first.when.begin, second.when.end, first.when.grain, None, (*first.when.reasons, reason))


def _by_then(
    entry: Entry, calendar: Calendar, marks: tuple[str, ...], here: tuple[int, int]
) -> Iterator[Dated]:
    """ "studied there and graduated in 1953": from the birth, or the date told before, until then."""
    end = entry.when.latest
    told = [e.when.earliest for e in calendar.before(entry.sentence) if e.when.earliest]
    starts = {
        "since birth": calendar.birth.earliest if calendar.birth else None,
        "since told": told[-1] if told else None,
    }
    for kind, start in starts.items():
        if start and end and start < end:
            reason = Reason.of("claim.by_then", entry.moment.mention.span, earliest=start, latest=end)
            when = When.between(start, end, reasons=(*entry.when.reasons, reason))
            yield Dated(when, entry.moment.mention.span.quote, entry.moment.at, (f"own {kind}", *marks), here)


def _until_now(entry: Entry, now: date) -> When:
    reason = Reason.of("claim.until_now", entry.moment.mention.span, last=now)
    return When(
        entry.when.begin, (entry.when.begin[0], now), entry.when.grain, None, (*entry.when.reasons, reason)
    )


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


def _beside(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    """The sentence's own date may be that of something else: of what was said, of another clause."""
    for entry in calendar.past(c.index)[-1:]:
        yield _elsewhere(c, calendar, entry, "beside told before", 0)
    yield from _between("beside no later than publication", None, calendar.published)
    birth = calendar.birth.earliest if calendar.birth else None
    if birth:
        yield from _between("beside in the lifetime", birth, calendar.published or calendar.horizon)


def _lent(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    yield from _told(c, calendar)
    yield from _bounds(c, calendar)


# Dates told elsewhere --------------------------------------------------------------------------------------


def _told(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    before, after = calendar.past(c.index), calendar.after(c.index)
    for rank, entry in enumerate(reversed(before[-3:])):
        yield _elsewhere(c, calendar, entry, "told before", rank)
    if len(before) > 3:
        yield _elsewhere(c, calendar, before[0], "told first", 0)
    for rank, entry in enumerate(after[:1]):
        yield _elsewhere(c, calendar, entry, "told after", rank)


def _elsewhere(c: Candidate, calendar: Calendar, entry: Entry, kind: str, rank: int) -> Dated:
    away = abs(c.index - entry.sentence)
    following = next(iter(calendar.after(c.index)), None)
    late = kind != "told after" and following and not in_order(entry.when, following.when)
    near = c.frame.document.one_paragraph(c.frame.sentence.words[0].start, entry.moment.mention.span.start)
    marks = (
        f"{kind} {rank}",
        f"{kind} sentences {min(away, 5)}",
        f"{kind} grain {entry.when.grain}",
        f"{kind} {'same' if near else 'other'} paragraph",
        f"{kind} {'ours' if entry.ours else 'of others'}",
        f"{kind} years back {_years_back(entry.when, calendar.published)}",
        *((f"{kind} though later",) if late else ()),
        *((f"{kind} of the news",) if _fresh(entry.when, calendar.published) else ()),
    )
    reason = Reason.of(
        "claim.date_from_context", entry.moment.mention.span, quote=entry.moment.mention.span.quote
    )
    when = replace(entry.when, reasons=(*entry.when.reasons, reason))
    return Dated(when, "", None, (kind, *marks), (entry.sentence, entry.moment.at))


def _years_back(when: When, published: date | None) -> str:
    if not published or not when.latest:
        return "unknown"
    years = published.year - when.latest.year
    return next((str(limit) for limit in (0, 1, 2, 5, 20) if years <= limit), "more")


def _width(earliest: date | None, latest: date | None) -> str:
    if not earliest or not latest:
        return "open"
    days = (latest - earliest).days
    return next((str(limit) for limit in (1, 8, 31, 366, 1827, 7305) if days <= limit), "more")


def _fresh(when: When, published: date | None) -> bool:
    return bool(
        published and when.grain is Grain.DAY and when.latest and 0 <= (published - when.latest).days <= 7
    )


# Bounds from what surrounds the passage ---------------------------------------------------------------------


def _bounds(c: Candidate, calendar: Calendar) -> Iterator[Dated]:
    before, following = calendar.neighbours(c.index)
    start = before.when.earliest if before else None
    end = following.when.latest if following else None
    birth, death = calendar.birth, calendar.death
    born = birth.earliest if birth else None
    last = (death.latest if death else None) or calendar.published or calendar.horizon
    if end and last and end > last:
        end = last
    yield from _between("no later than publication", None, calendar.published)
    if "still" in set(openings(c.frame, _anchor(c))):
        yield from _between("at the time of publication", calendar.published, calendar.published)
    if not calendar.published:
        yield from _between("no later than the last date told", None, calendar.horizon)
    yield from _between("between neighbours", start, end or last)
    yield from _between("since the last date", start, last)
    yield from _between("in the lifetime", born, last)
    yield from _between("from birth to the next date", born, end)
    yield from _between("in youth", born, calendar.first_after_birth)
    yield from _between("before the next date", None, end)
    if birth:
        yield Dated(_life(birth, "claim.birth"), "", None, ("the birth",))
    if death and (c.predicate is None or c.predicate.entry.role == "died"):
        yield Dated(_life(death, "claim.death"), "", None, ("the death",))


def _between(kind: str, earliest: date | None, latest: date | None) -> Iterator[Dated]:
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return
    code = kind.removeprefix("beside ").replace(" ", "_")
    reason = Reason.of(f"claim.{code}", None, earliest=earliest or "", latest=latest or "")
    width = f"{kind} width {_width(earliest, latest)}"
    yield Dated(When.between(earliest, latest, reasons=(reason,)), "", None, (kind, width))


def _life(when: When, code: str) -> When:
    return replace(when, reasons=(*when.reasons, Reason.of(code)))
