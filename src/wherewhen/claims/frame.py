"""One sentence laid out for reading: its words, and what stands at which word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from wherewhen.claims.predicates import Predicate, predicates
from wherewhen.claims.syntax import Tree, trees
from wherewhen.claims.vocabulary import word_list
from wherewhen.languages import Sentence, fold
from wherewhen.model.document import Document
from wherewhen.model.mention import PersonMention, PlaceMention, TimeMention
from wherewhen.model.person import Person

_M = TypeVar("_M", PersonMention, PlaceMention, TimeMention)


@dataclass(frozen=True, slots=True)
class Actor:
    """A person spoken of at words ``[at, end)``; how: name, surname, description, pronoun."""

    at: int
    end: int
    person: Person
    subject: bool
    how: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A place named at words ``[at, end)``; containers are named behind it ("Omsk in Siberia").

    governed  the word where its list begins: in "to France, Spain and Italy" all three stand at France
    """

    at: int
    end: int
    mention: PlaceMention
    containers: tuple[PlaceMention, ...] = ()
    governed: int = -1

    @property
    def stands(self) -> int:
        return self.at if self.governed < 0 else self.governed


@dataclass(frozen=True, slots=True)
class Moment:
    at: int
    end: int
    mention: TimeMention


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence with its actors, places, times and words of presence; its grammar where it was parsed.

    gender  of the subject, m or f, where an Arabic text shows it
    about   the subject, where an Arabic text speaks of it for the first time
    """

    document: Document
    sentence: Sentence
    actors: tuple[Actor, ...]
    spots: tuple[Spot, ...]
    moments: tuple[Moment, ...]
    predicates: tuple[Predicate, ...]
    tree: Tree | None = None
    gender: str = ""
    about: Actor | None = None

    @property
    def language(self) -> str:
        return self.document.language

    def key(self, i: int) -> str:
        return self.sentence.words[i].key if 0 <= i < len(self.sentence.words) else ""

    def text(self, at: int, end: int) -> str:
        line = self.sentence.words
        return self.document.text[line[at].start : line[end - 1].end]

    def actor_at(self, i: int) -> Actor | None:
        return next((a for a in self.actors if a.at <= i < a.end), None)

    def keys(self, at: int, end: int) -> tuple[str, ...]:
        return tuple(w.key for w in self.sentence.words[max(0, at) : end])


def frames(
    document: Document,
    lines: Sequence[Sentence],
    subject: Person,
    people: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> tuple[Frame, ...]:
    """One frame a sentence, in reading order; English ones that could tell a presence are parsed."""
    named = [m for m in places if not _stands_for_a_people(m)]
    laid = [_frame(document, line, subject, people, named, times) for line in lines]
    if document.language == "en":
        telling = [
            i for i, f in enumerate(laid) if f.predicates and (f.spots or any(a.subject for a in f.actors))
        ]
        parsed = trees([laid[i].sentence for i in telling], document.text)
        for i, tree in zip(telling, parsed, strict=True):
            laid[i] = _told_apart(replace(laid[i], tree=tree))
    if document.language == "ar":
        gender = _gender(laid)
        about = next((a for f in laid for a in f.actors if a.subject), None)
        laid = [replace(f, gender=gender, about=about) for f in laid]
    return tuple(laid)


def _gender(laid: Sequence[Frame]) -> str:
    """Of the subject, by the verbs that stand right before the name: m, f, or "" where they are silent."""
    said = Counter(
        p.entry.person[0]
        for frame in laid
        for p in frame.predicates
        if p.entry.person in ("m", "f", "f1") and p.entry.form not in ("noun", "participle")
        for actor in frame.actors
        if actor.subject and actor.at == p.end and actor.how != "pronoun"
    )
    said.update(
        {"هو": "m", "هي": "f"}[key]
        for frame in laid
        for actor in frame.actors
        if actor.subject and (key := frame.key(actor.at)) in ("هو", "هي")
    )
    most = max("mf", key=lambda g: said[g])
    return most if said[most] > 2 * said["f" if most == "m" else "m"] else ""


def _told_apart(frame: Frame) -> Frame:
    """Without the forms of verbs that the grammar takes for nouns: "photographs of Rome"."""
    tree = frame.tree
    if tree is None:
        return frame
    kept = (p for p in frame.predicates if not (p.entry.form in ("base", "s") and tree.tags[p.at] in _NOUNS))
    return replace(frame, predicates=tuple(kept))


_NOUNS = ("NN", "NNS", "NNP", "NNPS")


def _stands_for_a_people(mention: PlaceMention) -> bool:
    """ "Iranian", "the Syrians": nobody is in an adjective."""
    return any(reason.code == "place.demonym" for reason in (*mention.reasons, *mention.value.reasons))


def _frame(
    document: Document,
    line: Sentence,
    subject: Person,
    people: Sequence[PersonMention],
    places: Sequence[PlaceMention],
    times: Sequence[TimeMention],
) -> Frame:
    actors = tuple(
        Actor(at, end, m.value, m.value == subject, m.reasons[0].code.removeprefix("person."))
        for at, end, m in _inside(line, people)
    )
    spots = _contained(
        line, tuple(Spot(at, end, m) for at, end, m in _inside(line, places)), document.language
    )
    moments = tuple(Moment(at, end, m) for at, end, m in _inside(line, times))
    found = predicates(line.words, document.language)
    if document.language == "ar":
        found = tuple(p for p in found if not _named(p, actors, spots))
    return Frame(document, line, actors, spots, moments, found)


def _named(p: Predicate, actors: Sequence[Actor], spots: Sequence[Spot]) -> bool:
    """The word is part of a name: "مطار بنينا", "تامر حسني"."""
    named = any(a.at <= p.at < a.end for a in actors if a.how in ("name", "surname"))
    return named or any(s.at <= p.at < s.end for s in spots)


def _inside(line: Sentence, mentions: Sequence[_M]) -> Iterable[tuple[int, int, _M]]:
    starts, ends = [w.start for w in line.words], [w.end for w in line.words]
    low = bisect_left(mentions, line.start, key=lambda m: m.span.start)
    for mention in mentions[low:]:
        if mention.span.start >= line.end:
            break
        at = max(0, bisect_right(starts, mention.span.start) - 1)
        end = min(len(ends), bisect_left(ends, mention.span.end) + 1)
        if at < end:
            yield at, end, mention


def _contained(line: Sentence, spots: tuple[Spot, ...], language: str) -> tuple[Spot, ...]:
    """A place named with the larger ones that hold it is one spot, not several."""
    found: list[Spot] = []
    for spot in spots:
        last = found[-1] if found else None
        if last and _holds(spot.mention, last, line, language):
            found[-1] = replace(last, end=spot.end, containers=(*last.containers, spot.mention))
        elif last and _listed(line, last, spot, language):
            found.append(replace(spot, governed=last.stands))
        else:
            found.append(spot)
    return tuple(found)


def _listed(line: Sentence, last: Spot, spot: Spot, language: str) -> bool:
    """ "France, Spain and Italy": only commas and conjunctions stand between two places of one list."""
    between = {w.key for w in line.words[last.end : spot.at]}
    glued = language == "ar" and not between and line.words[spot.at].key.startswith("و")
    return glued or (bool(between) and between <= _LISTING | word_list(language, "words", "conjunctions"))


_LINKING_MARKS = frozenset([",", "،", "("])
_LISTING = frozenset([",", "،"])
_LADDER = ("site", "settlement", "district", "region", "country")


def _holds(outer: PlaceMention, inner: Spot, line: Sentence, language: str) -> bool:
    if not inner.mention.value.precision.placed or not outer.value.precision.placed:
        return False
    between = [w.key for w in line.words if _end(inner) <= w.start and w.end <= outer.span.start]
    linking = (
        _LINKING_MARKS
        | word_list(language, "words", "containing")
        | word_list(language, "words", "directions")
    )
    if len(between) > 4 or not all(key in linking for key in between):
        return False
    finer = _LADDER.index(inner.mention.value.precision) < _LADDER.index(outer.value.precision)
    named = {fold(name) for name in inner.mention.value.containment}
    outer_names = {fold(name) for _, name in outer.value.names} | {fold(outer.span.quote)}
    return bool(named & outer_names) or (finer and bool(between))


def _end(spot: Spot) -> int:
    return (spot.containers[-1] if spot.containers else spot.mention).span.end
