"""Who was there with the subject: people and bodies said to be present, not those merely spoken of."""

from __future__ import annotations

from collections.abc import Iterator

from wherewhen.claims.accompanied import accompanied, leads_to_people
from wherewhen.claims.advice import Advice
from wherewhen.claims.attribution import phrases
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Actor, Frame
from wherewhen.claims.vocabulary import word_list

LIKELY, UNLIKELY = 0.5, 0.1
"""From the first probability on the model adds a person, below the second it takes one away."""


def companions(candidate: Candidate, advice: Advice | None = None) -> tuple[str, ...]:
    """Names and phrases of the sentence for those present, in order: by its words, then by the model."""
    found = dict.fromkeys(_told(candidate))
    if advice:
        for actor in candidate.frame.actors:
            chance = advice.persons.get((candidate.index, actor.at))
            if chance is not None and chance < UNLIKELY:
                found.pop(actor.person.name, None)
            elif chance is not None and chance >= LIKELY and actor.how in ("name", "surname"):
                found[actor.person.name] = None
    return tuple(found)


def _told(candidate: Candidate) -> tuple[str, ...]:
    frame = candidate.frame
    found: dict[str, None] = {}
    if frame.tree is not None:
        found |= dict.fromkeys(accompanied(candidate, frame.tree))
    for at in _cues(frame):
        if frame.tree is None or leads_to_people(frame, frame.tree, at - 1):
            found |= dict.fromkeys(_listed(frame, at))
    found |= dict.fromkeys(_conjoined(candidate))
    if candidate.predicate and candidate.predicate.entry.meeting and candidate.doer.subject:
        found |= dict.fromkeys(_meeting(candidate))
    return tuple(found)


def _cues(frame: Frame) -> Iterator[int]:
    """Index of the word after each "accompanied by", "with", "in the presence of"."""
    keys = frame.keys(0, len(frame.sentence.words))
    i = 0
    while i < len(keys):
        phrase = next(
            (p for p in phrases(frame.language, "companions", "cues") if keys[i : i + len(p)] == p), None
        )
        i += len(phrase) if phrase else 1
        if phrase:
            yield i


def _listed(frame: Frame, at: int) -> Iterator[str]:
    """The people of a list that starts at word ``at``: "X, Y and other officers"."""
    i, budget = at, 12
    while i < len(frame.sentence.words) and budget:
        actor = frame.actor_at(i)
        if actor:
            if not actor.subject and actor.how in ("name", "surname"):
                yield actor.person.name
            i = actor.end
        elif _is_group(frame, i):
            yield _group(frame, at, i)
            i += 1
        elif _ends_list(frame, i):
            return
        else:
            i += 1
        budget -= 1


def _ends_list(frame: Frame, i: int) -> bool:
    word = frame.sentence.words[i]
    key = word.key
    if not word.is_word and key not in (",", "،", "“", '"', "'s"):
        return True
    return key in word_list(frame.language, "words", "list_ends")


def _is_group(frame: Frame, i: int) -> bool:
    key = frame.key(i)
    listed = {p[0] for p in phrases(frame.language, "companions", "people")}
    return key in listed or (frame.language == "ar" and key[:1] == "و" and key[1:] in listed)


def _group(frame: Frame, at: int, i: int) -> str:
    """The noun phrase around a noun for people: "other officers", "Iranian militias"."""
    start = i
    while (
        start > at
        and frame.sentence.words[start - 1].is_word
        and frame.key(start - 1) not in ("and", "or", "the", "a", "an", "by", "of")
    ):
        start -= 1
    end = i + 1
    if frame.language == "ar":
        while end < min(i + 3, len(frame.sentence.words)) and frame.key(end).startswith("ال"):
            end += 1
    return frame.text(start, end)


def _conjoined(c: Candidate) -> Iterator[str]:
    """ "Gordon and Leslie arrived"."""
    actor = c.doer.actor
    if actor is None or actor not in c.frame.actors or not c.doer.subject or c.doer.how.endswith("object"):
        return
    frame = c.frame
    if frame.language == "ar" and (glued := _glued_on(frame, actor.end)):
        yield glued.person.name
    if frame.key(actor.end) in ("and", "و"):
        other = frame.actor_at(actor.end + 1)
        if other and not other.subject and other.how != "pronoun":
            yield other.person.name
        elif frame.key(actor.end + 1) in ("his", "her", "their"):
            yield from _listed(frame, actor.end + 1)
    other = _before_and(frame, actor)
    if other and not other.subject and other.how != "pronoun":
        yield other.person.name


def _glued_on(frame: Frame, at: int) -> Actor | None:
    """ "وصل فلان والرقيب فلان": the person of a word with "و" glued on, titles between."""
    if not frame.key(at).startswith("و"):
        return None
    other = next((a for i in range(at, at + 3) if (a := frame.actor_at(i))), None)
    verb = any(p.at == at for p in frame.predicates)
    return other if other and not verb and not other.subject and other.how != "pronoun" else None


def _before_and(frame: Frame, actor: Actor) -> Actor | None:
    """Who stands before the "and" in "Trump and Vice President Pence"."""
    at = actor.at - 1
    while at > 0 and frame.sentence.words[at].capital and not frame.actor_at(at):
        at -= 1
    return frame.actor_at(at - 1) if frame.key(at) == "and" else None


def _meeting(c: Candidate) -> Iterator[str]:
    """Everybody named after a verb of meeting, or the one who met the subject."""
    assert c.predicate
    if c.doer.how.endswith("object"):
        yield from _names([a for a in c.frame.actors if a.end <= c.predicate.at][-1:])
    else:
        yield from _listed(c.frame, c.predicate.end)


def _names(actors: list[Actor]) -> Iterator[str]:
    yield from (a.person.name for a in actors if not a.subject and a.how in ("name", "surname"))
