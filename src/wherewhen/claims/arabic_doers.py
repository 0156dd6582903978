"""Whose movement an Arabic sentence tells: the noun behind the verb, the one before it, or nobody written.

A verb that names nobody goes on about whom the text was about, unless its form is for somebody else
("وصلت" after a man). A noun that owns the doer's noun ("طائرة فلان") does nothing itself, and what the
subject's people do ("زوجته", "زملاؤه") the subject does not.
"""

from __future__ import annotations

from functools import cache

from wherewhen.claims.doer import NOBODY, Doer
from wherewhen.claims.frame import Actor, Frame
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.vocabulary import stands_in, word_list
from wherewhen.languages import fold, lexicon

_REACH = 5
_DISAGREES = Doer("disagrees")
_BELONGS = Doer("belonging")
_STRANGER = Doer("stranger")
_PROXY = Doer("proxy")


def arabic_doer(frame: Frame, p: Predicate, last: Doer) -> Doer:
    """The doer of one predicate; ``last`` is that of the one before, in this sentence or an earlier one."""
    if p.entry.form == "noun":
        return _owner(frame, p, last)
    found = _proxy(frame, p) or _behind(frame, p, last) or _in_front(frame, p)
    if found:
        return found
    if not (_subject_dropped(frame, p) or p.entry.onto):
        return _unsaid(frame, p, last)
    return _agreeing(frame, p, "dropped", _topic(frame, p, last))


def _proxy(frame: Frame, p: Predicate) -> Doer | None:
    """ "سافرت زوجته", "إن زوجته سافرت": somebody of the subject's does it; "زار والدته" he does himself."""
    if p.entry.object or p.entry.onto:
        return None
    if stands_in(frame.key(p.end), "ar", "doers", "proxies") and _acts(frame, p):
        return _PROXY
    before = p.at - 1
    while stands_in(frame.key(before), "ar", "doers", "auxiliary"):
        before -= 1
    alone = stands_in(frame.key(before), "ar", "doers", "proxies") and not _joined(frame, p)
    return (
        _PROXY
        if alone and (before == 0 or stands_in(frame.key(before - 1), "ar", "doers", "openers"))
        else None
    )


def _acts(frame: Frame, p: Predicate) -> bool:
    """The noun behind the verb does it and is not what it is done to."""
    alone = p.entry.lemma in word_list("ar", "doers", "without_object")
    nominative = frame.key(p.end).removesuffix("ا").removesuffix("ه").endswith("و")
    return alone or nominative or disagrees(p.entry.person, frame.gender)


def _joined(frame: Frame, p: Predicate) -> bool:
    """ "وسافر": a new clause begins with the verb."""
    key = frame.key(p.at)
    return key[:1] in ("و", "ف") and (key[0] != p.entry.lemma[0] or key[1] == key[0])


def _behind(frame: Frame, p: Predicate, last: Doer) -> Doer | None:
    """ "وصل فلان"; where it is somebody else, the subject may be the one whom it is done to or with."""
    after = _right_actor(frame, p.end)
    if after is None:
        return None
    if after.subject:
        return _BELONGS if _owned(frame, p.end, after) else Doer.of("direct", after)
    object_ = _object(frame, after)
    if object_:
        return Doer.of("object", object_)
    if last.subject and (p.entry.onto or frame.key(p.end) in word_list("ar", "doers", "with_him")):
        return _agreeing(frame, p, "object", last, by_verb=False)
    return Doer.of("direct", after)


def _object(frame: Frame, after: Actor) -> Actor | None:
    """ "استقبل الملك فلانا", "التقى الوزير بفلان"."""
    for i in range(after.end, min(after.end + _REACH, len(frame.sentence.words))):
        actor = frame.actor_at(i)
        if actor:
            return actor if actor.subject and not _owned(frame, after.end, actor) else None
        word = frame.sentence.words[i]
        if not word.is_word or (word.key in word_list("ar", "words", "governing") and word.key != "مع"):
            return None
    return None


def _owned(frame: Frame, begin: int, actor: Actor) -> bool:
    """ "طائرة فلان", "والدا فلان": a noun without an article, and no title, stands between."""
    if actor.at <= begin:
        return False
    key = frame.key(actor.at - 1)
    plain = not key.startswith(("ال", "وال", "بال", "لل")) and key not in _titles()
    return plain and key not in word_list("ar", "doers", "adverbs") and not key.endswith("ا")


@cache
def _titles() -> frozenset[str]:
    people = lexicon("ar", "people")
    return frozenset(map(fold, (*people["titles"], *people["roles"])))


def _in_front(frame: Frame, p: Predicate) -> Doer | None:
    """ "فلان وصل", "الذي وصل", "ان فلانا وصل"."""
    i = p.at - 1
    while stands_in(frame.key(i), "ar", "doers", "auxiliary"):
        i -= 1
    actor = frame.actor_at(i)
    if actor:
        owned = actor.at > 0 and _owned(frame, 0, actor) and _is_noun(frame, actor.at - 1)
        return _BELONGS if owned else _agreeing(frame, p, "direct", Doer.of("direct", actor))
    if frame.key(i) in word_list("ar", "doers", "relative"):
        return _antecedent(frame, i)
    return _of_clause(frame, p)


def _is_noun(frame: Frame, i: int) -> bool:
    """A word that nothing else is known of, so that it can own or be owned."""
    key = frame.key(i)
    known = word_list("ar", "words", "governing") | word_list("ar", "clause", "boundaries")
    known |= word_list("ar", "words", "conjunctions") | word_list("ar", "doers", "openers")
    verb = any(q.at <= i < q.end for q in frame.predicates)
    return frame.sentence.words[i].is_word and key not in known and not verb and len(key) > 2


def _antecedent(frame: Frame, i: int) -> Doer:
    """ "فلان، وزير الدفاع السابق، الذي": the last person named before it."""
    for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
        actor = frame.actor_at(j)
        if actor:
            return Doer.of("relative", actor)
        if j < i - 1 and frame.key(j) in word_list("ar", "words", "governing"):
            break
    return _STRANGER


def _of_clause(frame: Frame, p: Predicate) -> Doer | None:
    """Behind "ان", "بينما" stands who does what the clause says, a person or any other noun."""
    begin = _clause_opener(frame, p.at)
    pronoun = begin is not None and frame.key(begin).endswith(("نه", "نها"))
    if begin is None or pronoun or begin == p.at - 1 or any(begin < q.at < p.at for q in frame.predicates):
        return None
    actor = next((a for i in range(begin + 1, min(begin + 4, p.at)) if (a := frame.actor_at(i))), None)
    if actor and _owned(frame, begin + 1, actor):
        return _BELONGS
    if actor:
        return _agreeing(frame, p, "clause", Doer.of("clause", actor))
    return _STRANGER if _is_noun(frame, begin + 1) and not _placed(frame, begin + 1) else None


def _clause_opener(frame: Frame, at: int) -> int | None:
    """Where the clause of the verb begins with "ان" or the like; a comma before it ends the search."""
    for i in range(at - 1, max(-1, at - 9), -1):
        if stands_in(frame.key(i), "ar", "doers", "openers"):
            return i
        if frame.key(i) == "،" and i < at - 1:
            return None
    return None


def _unsaid(frame: Frame, p: Predicate, last: Doer) -> Doer:
    """A noun follows that is no person: the object ("زار المعرض") or the doer ("وصل الوفد")."""
    alone = p.entry.lemma in word_list("ar", "doers", "without_object")
    if p.entry.role == "other" or alone or frame.key(p.end) in _titles() or _of_the_subject(frame, p.end):
        return _STRANGER
    main = _leading(frame, p.at)
    return _agreeing(frame, p, "inherited" if main else "perhaps", Doer.of("", main) if main else last)


def _of_the_subject(frame: Frame, at: int) -> bool:
    """ "عقد وكيل عن فلان", "التقت متطوعات من مؤسسة فلانة": the noun is the doer, the subject its owner."""
    owners = (i for i in range(at + 1, at + 4) if frame.key(i) in word_list("ar", "doers", "owners"))
    actor = next((a for i in owners for j in range(i + 1, i + 4) if (a := frame.actor_at(j))), None)
    return actor is not None and actor.subject and actor.how in ("name", "surname")


def _topic(frame: Frame, p: Predicate, last: Doer) -> Doer:
    main = _leading(frame, p.at)
    return last if last.actor in frame.actors or not main else Doer.of("dropped", main)


def _agreeing(frame: Frame, p: Predicate, how: str, found: Doer, by_verb: bool = True) -> Doer:
    if not found.actor:
        if frame.about is None or not by_verb:
            return NOBODY
        how, found = f"{how} absent", Doer.of("absent", frame.about)
    if by_verb and found.subject and disagrees(p.entry.person, frame.gender):
        return _DISAGREES
    return Doer(how, found.actor, found.subject)


def disagrees(person: str, gender: str) -> bool:
    """Whether a form for ``person`` (as in ``conjugation``) cannot be for one of ``gender``: m, f or ""."""
    wrong = {"m": ("f", "f1", "d", "p"), "f": ("m", "d", "p")}
    return person in wrong.get(gender, ())


# Nouns --------------------------------------------------------------------------------------------------


def _owner(frame: Frame, p: Predicate, last: Doer) -> Doer:
    """ "زيارة فلان", "زيارته"; alone it belongs to whom the text was about."""
    if p.entry.person:
        return _agreeing(frame, p, "possessive", last)
    after = _right_actor(frame, p.end)
    if after:
        return _BELONGS if _owned(frame, p.end, after) else Doer.of("possessive", after)
    if frame.key(p.end).startswith("ال") and not _placed(frame, p.end) and not _adjective(frame, p):
        return _STRANGER
    return Doer("inherited", last.actor, last.subject) if last.actor else NOBODY


def _adjective(frame: Frame, p: Predicate) -> bool:
    return frame.key(p.at).startswith(("ال", "وال", "بال", "لل"))


def _right_actor(frame: Frame, at: int) -> Actor | None:
    """The person right after a verb or verbal noun, title words between allowed."""
    for i in range(at, min(at + _REACH, len(frame.sentence.words))):
        actor = frame.actor_at(i)
        if actor:
            return actor
        word = frame.sentence.words[i]
        stop = word.key in word_list("ar", "words", "governing") or _glued_preposition(word.key)
        if not word.is_word or stop or any(q.at == i for q in frame.predicates):
            return None
    return None


def _glued_preposition(key: str) -> bool:
    return len(key) > 3 and key.startswith(("ب", "لل", "بال")) and key[1:3] == "ال"


def _subject_dropped(frame: Frame, p: Predicate) -> bool:
    """No noun follows that could do it: a preposition, a place, a date or the end comes next."""
    i = p.end
    if i >= len(frame.sentence.words):
        return True
    word = frame.sentence.words[i]
    small = word_list("ar", "words", "governing") | word_list("ar", "doers", "adverbs")
    small |= word_list("ar", "doers", "with_pronoun")
    if _placed(frame, i) or not word.is_word or word.key in small:
        return True
    if any(m.at <= i < m.end for m in frame.moments) or any(q.at == i for q in frame.predicates):
        return True
    return word.key.startswith(("ب", "ل")) or _names_a_place(word.key)


def _placed(frame: Frame, i: int) -> bool:
    return any(s.at <= i < s.end for s in frame.spots)


def _names_a_place(key: str) -> bool:
    """ "دخل المدرسة": the noun after the verb is where, not who."""
    bare = key.removeprefix("ال")
    kinds = (
        word_list("ar", "words", "kinds")
        | word_list("ar", "pointing", "site")
        | word_list("ar", "pointing", "settlement")
    )
    return any(bare == kind.removeprefix("ال") for kind in kinds)


def _leading(frame: Frame, at: int) -> Actor | None:
    before = [a for a in frame.actors if a.end <= at]
    return before[0] if before and before[0].at <= 2 else None
