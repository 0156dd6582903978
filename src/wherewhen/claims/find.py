"""From what a document names to what it claims about the subject."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from wherewhen.claims.advice import Advice, ReadingModel, advice
from wherewhen.claims.attribution import chain, credit
from wherewhen.claims.calendar import Calendar
from wherewhen.claims.candidates import Candidate, candidates
from wherewhen.claims.companions import companions
from wherewhen.claims.dating import Dated, dates
from wherewhen.claims.evidence import evidence
from wherewhen.claims.features import features
from wherewhen.claims.frame import Frame, frames
from wherewhen.claims.hanging import hung
from wherewhen.claims.lives import Death, deaths, limited
from wherewhen.claims.placing import Placed, Scene, literal, place
from wherewhen.claims.quote import quote
from wherewhen.claims.ruled_out import ruled_out
from wherewhen.claims.scorer import Scorer, scorer
from wherewhen.claims.status import status
from wherewhen.languages import sentences
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import BlockKind, Document
from wherewhen.model.mention import PersonMention, PlaceMention, TimeMention
from wherewhen.model.person import Person
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source
from wherewhen.model.tool import Tool


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with the probability that it is a presence and what it would be claimed to be."""

    candidate: Candidate
    probability: float
    features: tuple[str, ...]
    claims: tuple[Claim, ...]


def find(
    document: Document,
    subject: Person,
    people: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    model: ReadingModel | None = None,
) -> tuple[Claim, ...]:
    """Claims on the subject's presence, in the order of the text; by rules alone where there is no model."""
    lines = frames(document, sentences(document), subject, people, places, times)
    weighed = _weighed(document, subject, lines, model)
    kept = believed(weighed, scorer("presence", model is not None).threshold)
    told = [(w.candidate, claim) for w in kept for claim in w.claims]
    return hung(document, told, deaths(lines))


def deaths_told(
    document: Document, subject: Person, people: Sequence[PersonMention], times: Sequence[TimeMention]
) -> Mapping[str, Death]:
    """Deaths that a document tells with their date, by folded name: they bound presences in a whole case."""
    return deaths(frames(document, sentences(document), subject, people, (), times))


def believed(weighed: Sequence[Weighed], threshold: float) -> tuple[Weighed, ...]:
    """Candidates over the threshold; of those that name no place, a sentence's best, if it adds a place."""
    kept = [w for w in weighed if w.probability >= threshold and not ruled_out(w.candidate)]
    named = {(w.candidate.index, w.claims[0].place.surface) for w in kept if w.candidate.spot}
    told = {index for index, _ in named}
    best: dict[int, Weighed] = {}
    for w in kept:
        index = w.candidate.index
        if not w.candidate.spot and (index not in best or w.probability > best[index].probability):
            best[index] = w
    return tuple(
        w
        for w in kept
        if w.candidate.spot or (best[w.candidate.index] is w and w.candidate.index not in told)
    )


def weigh(
    document: Document,
    subject: Person,
    people: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
    model: ReadingModel | None = None,
    presence: Scorer | None = None,
    dating: Scorer | None = None,
    placing: Scorer | None = None,
) -> tuple[Weighed, ...]:
    """Every candidate of the document with its probability, believed or not."""
    lines = frames(document, sentences(document), subject, people, places, times)
    return _weighed(document, subject, lines, model, presence, dating, placing)


def _weighed(
    document: Document,
    subject: Person,
    lines: tuple[Frame, ...],
    model: ReadingModel | None = None,
    presence: Scorer | None = None,
    dating: Scorer | None = None,
    placing: Scorer | None = None,
) -> tuple[Weighed, ...]:
    reader = _Reader(
        document,
        subject,
        Scene(lines),
        Calendar.of(document, lines),
        presence or scorer("presence", model is not None),
        dating or scorer("dating", model is not None),
        placing or scorer("placing", model is not None),
        deaths(lines),
    )
    found = candidates(lines)
    return tuple(reader.weigh(c, a) for c, a in zip(found, advice(lines, found, model), strict=True))


@dataclass(slots=True)
class _Reader:
    """Turns candidates into claims in reading order and remembers what may be borrowed."""

    document: Document
    subject: Person
    scene: Scene
    calendar: Calendar
    presence: Scorer
    dating: Scorer
    placing: Scorer
    deaths: Mapping[str, Death]
    last: PlaceMention | None = None

    def weigh(self, candidate: Candidate, advised: Advice | None) -> Weighed:
        named = features(candidate, advised)
        probability = self.presence.probability(named)
        placed = place(candidate, self.scene, self.last, self.placing)
        if candidate.spot and candidate.doer.subject and candidate.spot.mention in literal(candidate.frame):
            self.last = candidate.spot.mention
        strongest = self.presence.strongest(named)
        why = tuple(Reason.of("claim.weight", None, feature=f, weight=f"{w:+.1f}") for f, w in strongest)
        readings = dates(candidate, self.calendar, self.dating, advised)
        return Weighed(
            candidate,
            probability,
            named,
            tuple(self._claim(candidate, placed, d, probability, why, advised) for d in readings),
        )

    def _claim(
        self,
        c: Candidate,
        placed: Placed,
        dated: Dated,
        probability: float,
        why: tuple[Reason, ...],
        advised: Advice | None,
    ) -> Claim:
        anchor = c.predicate.at if c.predicate else c.spot.at if c.spot else 0
        sources = chain(c.frame, anchor)
        kind, ground = _not_before(dated, self.document, status(c, sources, advised))
        image = self._image(c)
        claim = Claim(
            subject=self.subject.name,
            span=quote(c, dated.at),
            place=placed.place,
            when=dated.when,
            status=kind,
            evidence=evidence(c.frame, sources, image is not None, advised),
            attribution=sources if kind is not Status.ASSERTED else _credited(c),
            companions=companions(c, advised),
            activity=_activity(c),
            role=c.predicate.entry.role if c.predicate else c.doer.how.split(" ")[0],
            image=image,
            confidence=round(probability, 3),
            reasons=(*placed.reasons, ground, *why),
            tool=Tool("wherewhen.claims", self.presence.version),
        )
        return limited(claim, self.deaths)

    def _image(self, c: Candidate) -> int | None:
        block = c.frame.sentence.block
        if block.kind is not BlockKind.CAPTION:
            return None
        return next(
            (i for i, image in enumerate(self.document.images)
             if image.caption is not None and self.document.blocks[image.caption] == block), None,
        )  # fmt: skip


def _credited(c: Candidate) -> tuple[Source, ...]:
    """What is told on nobody's word rests in a caption on its picture, and that on who published it."""
    source = credit(c.frame)
    return (source,) if source else ()


def _not_before(dated: Dated, document: Document, told: tuple[Status, Reason]) -> tuple[Status, Reason]:
    """What lies after the day of publication has not happened, whatever tense tells it."""
    first, published = dated.when.earliest, document.published
    if not (told[0].claimed and first and published and first > published):
        return told
    return Status.PLANNED, Reason.of("claim.after_publication", date=first.isoformat())


def _activity(c: Candidate) -> str:
    """The verb phrase, cut at the next clause: "supervising the battles"."""
    if c.predicate is None:
        return ""
    line = c.frame.sentence.words
    end = c.predicate.end
    while end < min(len(line), c.predicate.end + 8) and line[end].is_word:
        end += 1
    return c.frame.text(c.predicate.at, end)
