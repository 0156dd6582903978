"""The dates of a document as a reader meets them: in order, with the subject's birth and death."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from wherewhen.claims.doer import Doer
from wherewhen.claims.doers import doers
from wherewhen.claims.frame import Frame, Moment
from wherewhen.claims.stated_age import born_by_age
from wherewhen.model.document import Document
from wherewhen.model.when import Grain, When


@dataclass(frozen=True, slots=True)
class Entry:
    """A usable date: the index of its sentence, its place in it, its bounds.

    ours  the sentence speaks of the subject
    """

    sentence: int
    moment: Moment
    when: When
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Calendar:
    """``entries`` in the order of the text.

    published  day of publication; for a report that does not state it, the last day that it tells of
    """

    entries: tuple[Entry, ...]
    published: date | None
    birth: When | None
    death: When | None

    @classmethod
    def of(cls, document: Document, frames: Sequence[Frame]) -> Calendar:
        entries = tuple(
            Entry(i, moment, when, any(actor.subject for actor in frame.actors))
            for i, frame in enumerate(frames)
            for moment in frame.moments
            if (when := bounds(moment)) and not _in_a_life_of_another(frame, moment)
        )
        birth, death = _life(frames)
        published = document.published or (None if birth else _last_of_a_report(entries))
        return cls(entries, published, birth or born_by_age(frames, document.published), death)

    @property
    def horizon(self) -> date | None:
        return _horizon(self.entries)

    def neighbours(self, sentence: int) -> tuple[Entry | None, Entry | None]:
        """The date told next, and the last one told before that is not later than it.

        A life told from its beginning follows on a summary that names its end.
        """
        following = next(iter(self.after(sentence)), None)
        told = [e for e in self.past(sentence) if not following or in_order(e.when, following.when)]
        return told[-1] if told else None, following

    @property
    def first_after_birth(self) -> date | None:
        """The last day of the earliest date that is told of the life after the birth."""
        born = self.birth.latest if self.birth else None
        later = [e.when for e in self.entries if born and e.when.earliest and e.when.earliest > born]
        return min((w.latest for w in later if w.latest), default=None)

    def own(self, sentence: int) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if e.sentence == sentence)

    def before(self, sentence: int) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if e.sentence < sentence and self._in_life(e))

    def past(self, sentence: int) -> tuple[Entry, ...]:
        """Told before, without the days after the publication, which date nothing that is told as past."""
        now = self.published
        return tuple(
            e for e in self.before(sentence) if not (now and e.when.earliest and e.when.earliest > now)
        )

    def after(self, sentence: int) -> tuple[Entry, ...]:
        return tuple(e for e in self.entries if e.sentence > sentence and self._in_life(e))

    def _in_life(self, entry: Entry) -> bool:
        """What a text tells of the time before a birth or after a death is of others."""
        unborn = self.birth is not None and not in_order(self.birth, entry.when)
        return not unborn and not (self.death is not None and not in_order(entry.when, self.death))


def _horizon(entries: Sequence[Entry]) -> date | None:
    return max((e.when.latest for e in entries if e.when.latest), default=None)


def _last_of_a_report(entries: Sequence[Entry]) -> date | None:
    """A text whose dates lie within a few years reports them soon after the last."""
    years = [e.when.latest.year for e in entries if e.when.latest]
    return _horizon(entries) if years and max(years) - min(years) <= FEW_YEARS else None


def bounds(moment: Moment) -> When | None:
    """The bounds of a date, None for durations, habits and words that bound nothing."""
    value = moment.mention.value
    return value.when if value.type in ("DATE", "TIME") and value.when and not value.when.unknown else None


FEW_YEARS = 6
_DASHES = ("–", "—", "-", "−", "‑")


def _life(frames: Sequence[Frame]) -> tuple[When | None, When | None]:
    """Birth and death from "NAME (date – date)" or "was born ... on ..."."""
    for frame in frames[:6]:
        found = _brackets(frame)
        if found:
            return found
    return _told(frames, "born"), _told(frames, "died")


def _brackets(frame: Frame) -> tuple[When | None, When | None] | None:
    keys = frame.keys(0, len(frame.sentence.words))
    for actor in frame.actors:
        opened = next((i for i in range(actor.end, min(actor.end + 12, len(keys))) if keys[i] == "("), None)
        if not actor.subject or opened is None:
            continue
        closed = next((i for i in range(opened, len(keys)) if keys[i] == ")"), len(keys))
        dates = [(m.at, when) for m in frame.moments if opened < m.at < closed and (when := bounds(m))]
        dashes = [i for i in range(opened, closed) if keys[i] in _DASHES]
        if dates:
            first = dates[0][1]
            second = (
                dates[-1][1]
                if len(dates) > 1 and any(dates[0][0] < i < dates[-1][0] for i in dashes)
                else None
            )
            return first, second
    return None


def _told(frames: Sequence[Frame], role: str) -> When | None:
    """The date that stands nearest to the word for the subject's birth or death."""
    for frame in frames:
        if not any(p.entry.role == role and p.entry.form != "noun" for p in frame.predicates):
            continue
        telling = [p.at for p, doer in doers(frame).items() if p.entry.role == role and _ours(frame, doer)]
        dates = [
            (abs(m.at - at), when)
            for m in frame.moments
            for at in telling
            if (when := bounds(m)) and when.grain in (Grain.DAY, Grain.MONTH, Grain.YEAR)
        ]
        if dates:
            return min(dates, key=lambda pair: pair[0])[1]
    return None


def _ours(frame: Frame, doer: Doer) -> bool:
    """The subject's own, or nobody's in a sentence that names nobody else."""
    alone = bool(frame.actors) and all(actor.subject for actor in frame.actors)
    return doer.subject or (doer.actor is None and alone)


def _in_a_life_of_another(frame: Frame, moment: Moment) -> bool:
    """ "pupil of Hendrik Horrix (1845–1923)": somebody else's years."""
    opened = next((i for i in range(moment.at - 1, max(-1, moment.at - 6), -1) if frame.key(i) == "("), None)
    closed = next((i for i in range(moment.end, moment.end + 6) if frame.key(i) == ")"), None)
    if opened is None or closed is None:
        return False
    dated = {i for m in frame.moments for i in range(m.at, m.end)}
    rest = {frame.key(i) for i in range(opened + 1, closed) if i not in dated}
    ours = any(actor.subject and opened - 12 <= actor.at < opened for actor in frame.actors)
    return bool(rest) and rest <= set(_DASHES) and not ours


def in_order(a: When, b: When) -> bool:
    """Can the first have been before the second, or at the same time?"""
    return not (a.earliest and b.latest and a.earliest > b.latest)
