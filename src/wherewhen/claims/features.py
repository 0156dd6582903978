"""What speaks for and against a candidate, as named features of a linear scorer.

A feature is worth 0 or 1 (distances are cut into steps), so that each weight reads as a sentence and the
contributions to a decision can be shown.
"""

from __future__ import annotations

from collections.abc import Iterator

from wherewhen.claims.advice import Advice, step
from wherewhen.claims.candidates import Candidate
from wherewhen.claims.frame import Frame, Spot
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.vocabulary import word_list


def features(candidate: Candidate, advice: Advice | None = None) -> tuple[str, ...]:
    """Names of all features that hold, sorted and unique; Arabic has each once more for itself."""
    found = {*_all(candidate), *_advised(candidate, advice)}
    if candidate.frame.language == "ar":
        found |= {f"ar {name}" for name in found if name != "bias"}
    return tuple(sorted(found))


def _advised(c: Candidate, advice: Advice | None) -> Iterator[str]:
    if advice is None:
        return
    _, happened, planned, denied = advice.judged.presence
    yield f"model present={step(happened)}"
    yield f"model present={step(happened)} {c.frame.language}"
    yield f"model not so={step(planned + denied)}"


def _all(c: Candidate) -> Iterator[str]:
    yield "bias"
    yield f"language={c.frame.language}"
    yield f"block={c.frame.sentence.block.kind}"
    yield from _of_doer(c)
    yield from _of_predicate(c)
    yield from _of_place(c)
    yield from _of_context(c)
    yield from _crosses(c)


def _of_doer(c: Candidate) -> Iterator[str]:
    yield f"doer={c.doer.how if c.doer.subject else 'other' if c.doer.actor else 'nobody'}"
    if c.frame.language == "ar" and not c.doer.subject:
        yield f"not ours={c.doer.how}"
    if c.doer.actor and c.doer.subject:
        yield f"named={c.doer.actor.how}"
    ours = [a for a in c.frame.actors if a.subject]
    if ours:
        anchor = c.predicate.at if c.predicate else c.spot.at if c.spot else 0
        yield f"subject near={_step(min(abs(a.at - anchor) for a in ours))}"
        yield f"subject by={min((a.how for a in ours), key=_HOW.index)}"
        if c.frame.actors[0].subject:
            yield "subject first in sentence"
    else:
        yield "subject absent from sentence"
    if any(not a.subject and a.how != "pronoun" for a in c.frame.actors):
        yield "others in sentence"
    if c.doer.passive:
        yield "passive"
    if c.frame.tree:
        yield "parsed"
        yield f"parsed {'ours' if c.doer.subject else c.doer.how if not c.doer.actor else 'somebody else'}"
        if c.spot:
            yield f"attached={c.attached}"
            yield f"attached={c.attached} {'ours' if c.doer.subject else 'other'}"
            yield from _hanging(c, c.spot)


def _hanging(c: Candidate, spot: Spot) -> Iterator[str]:
    """What the place's own phrase hangs on: "approved a plant in Rome" is not "was in Rome"."""
    on = hanging_on(c.frame, spot, c.predicate)
    role = c.predicate.entry.role if c.predicate else "none"
    yield f"hanging={on}"
    yield f"hanging={on} {role}"
    yield f"hanging={on} {role} {'ours' if c.doer.subject else 'other'}"


def hanging_on(frame: Frame, spot: Spot, predicate: Predicate | None) -> str:
    """predicate, other verb, object, doer, or phrase; empty where the sentence was not parsed."""
    tree = frame.tree
    if tree is None:
        return ""
    head = tree.root_of(spot.stands, max(spot.stands + 1, spot.end if spot.governed < 0 else 0))
    at = tree.heads[head] if tree.labels[head] == "pobj" else head
    up = tree.heads[at]
    if predicate and any(predicate.at <= i < predicate.end for i in (at, up)):
        return "predicate"
    if tree.tags[up].startswith("V"):
        return "other verb"
    return _NOUNS.get(tree.labels[up], "phrase")


_NOUNS = {"dobj": "object", "nsubj": "doer", "nsubjpass": "doer", "pobj": "phrase"}


def _of_predicate(c: Candidate) -> Iterator[str]:
    if c.predicate is None:
        yield "role=none"
        return
    entry = c.predicate.entry
    yield f"role={entry.role}"
    yield f"form={entry.form}"
    yield f"verb={entry.lemma}"
    yield f"{c.doer.how if c.doer.subject else 'other'} verb={entry.lemma}"
    if entry.form == "base" and c.frame.key(c.predicate.at - 1) == "to":
        yield "infinitive"


def _of_place(c: Candidate) -> Iterator[str]:
    if c.spot is None:
        yield "place=none"
        return
    place, mention = c.spot.mention.value, c.spot.mention
    yield f"precision={place.precision}"
    yield f"preposition={preposition(c.frame, c.spot.stands)}"
    yield from (f"place reason={r.code}" for r in mention.reasons if r.code in _TELLING)
    yield from (f"place reason={r.code}" for r in place.reasons if r.code in _TELLING)
    if c.spot.governed >= 0:
        yield "place in a list"
    if c.spot.at == 0:
        yield "place opens sentence"
    if c.frame.key(c.spot.end) in ("'s", "-based"):
        yield "place owns something"
    if place.confidence < 0.5:
        yield "place doubtful"
    if c.predicate:
        yield f"distance={_step(c.spot.stands - c.predicate.end)}"
        yield f"walls={min(3, _walls(c))}"


_HOW = ("name", "surname", "description", "pronoun", "guess", "first_person")
_TELLING = (
    "place.metonymic",
    "place.demonym",
    "place.part_of_a_name",
    "place.inside_container",
)


def _step(distance: int) -> str:
    if distance < 0:
        return "before"
    return next((str(limit) for limit in (1, 2, 4, 7, 12, 20) if distance <= limit), "far")


def _walls(c: Candidate) -> int:
    """Clause boundaries between predicate and place."""
    assert c.predicate and c.spot
    low, high = sorted((c.predicate.end, c.spot.stands))
    boundaries = word_list(c.frame.language, "clause", "boundaries")
    return sum(key in boundaries or key in (",", "،") for key in c.frame.keys(low, max(low, high - 1)))


def preposition(frame: Frame, at: int) -> str:
    """The preposition before a place, articles and kinds ("the city of") skipped; "none" if there is none."""
    listed = word_list(frame.language, "words", "prepositions")
    for back in range(1, 6):
        key = frame.key(at - back)
        if key in listed:
            if key == "of" and back < 5 and frame.key(at - back - 1) in word_list("en", "words", "kinds"):
                continue
            return key
        if not key or not key[0].isalnum():
            return "none" if back == 1 else "far"
    first = frame.key(at)
    if frame.language == "ar" and len(first) > 3 and first[0] in "بلو":
        return f"glued {first[0]}"
    return "none"


def _of_context(c: Candidate) -> Iterator[str]:
    frame, language = c.frame, c.frame.language
    at = c.predicate.at if c.predicate else c.spot.at if c.spot else 0
    window = frame.keys(at - 6, at)
    for table, name in (
        ("plan", "words"),
        ("negation", "words"),
        ("negation", "deny"),
        ("plan", "modal"),
        ("plan", "infer"),
        ("plan", "hearsay"),
        ("plan", "hypothetical"),
    ):
        if word_list(language, table, name) & set(window):
            yield f"before={name if table != 'negation' else 'negated' if name == 'words' else 'denied'}"
    if word_list(language, "words", "remote_means") & set(frame.keys(at - 12, at + 16)):
        yield "by remote means"
    if _quoted(c, at):
        yield "inside quotation"
    if c.index < 3:
        yield "opening"
    if frame.moments:
        yield "dated sentence"
    if c.spot and len(frame.spots) > 3:
        yield "many places"


def _quoted(c: Candidate, at: int) -> bool:
    before = c.frame.keys(0, at)
    return sum(k == "“" for k in before) > sum(k == "”" for k in before) or before.count('"') % 2 == 1


def _crosses(c: Candidate) -> Iterator[str]:
    role = c.predicate.entry.role if c.predicate else "none"
    form = c.predicate.entry.form if c.predicate else "none"
    how = c.doer.how if c.doer.subject else "other"
    yield f"{how} {role}"
    yield f"{how} {form}"
    if c.spot:
        word = preposition(c.frame, c.spot.stands)
        yield f"{role} {word}"
        yield f"{role} {word} {'ours' if c.doer.subject else 'other'}"
        if c.predicate:
            yield f"{c.predicate.entry.lemma} {word}"
    else:
        yield f"{role} nowhere {how}"
        if c.predicate:
            yield f"{c.predicate.entry.lemma} nowhere"
