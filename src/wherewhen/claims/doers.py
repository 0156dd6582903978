"""Whose movement? Each word of presence is bound to the person who does it, clause by clause."""

from __future__ import annotations

from wherewhen.claims.arabic_doers import arabic_doer
from wherewhen.claims.doer import NOBODY, Doer
from wherewhen.claims.frame import Actor, Frame
from wherewhen.claims.predicates import Predicate
from wherewhen.claims.syntax import Tree
from wherewhen.claims.vocabulary import word_list


def doers(frame: Frame, carried: Doer = NOBODY) -> dict[Predicate, Doer]:
    """The doer of every predicate of a sentence; ``carried`` is the last one of the sentence before."""
    found: dict[Predicate, Doer] = {}
    last = NOBODY
    for predicate in frame.predicates:
        if frame.language == "ar":
            doer = arabic_doer(frame, predicate, last if last.how != "none" else carried)
        elif frame.tree:
            doer = parsed_doer(frame, predicate, frame.tree, found)
            if doer == NOBODY and not found and _opens_without_doer(frame, predicate):
                doer = Doer("parsed dropped", carried.actor, carried.subject)
        else:
            doer = _english(frame, predicate, last)
        found[predicate] = doer
        last = doer if doer.actor else last
    return found


# English ------------------------------------------------------------------------------------------------


def _english(frame: Frame, p: Predicate, last: Doer) -> Doer:
    doer = _owner(frame, p) if p.entry.form == "noun" else _grammatical(frame, p, last)
    if doer.subject:
        return doer
    return _object(frame, p) or doer


def _owner(frame: Frame, p: Predicate) -> Doer:
    """ "his visit", "Gordon's first visit", "the visit of Gordon"; else whoever the clause is about."""
    for i in range(p.at - 1, max(-1, p.at - 5), -1):
        actor = frame.actor_at(i)
        if actor and (actor.how == "pronoun" or frame.key(actor.end) == "'s"):
            return Doer.of("possessive", actor)
        if actor or (not frame.sentence.words[i].is_word and frame.key(i) != "'s"):
            break
    if frame.key(p.end) in ("by", "of"):
        actor = frame.actor_at(p.end + 1) or frame.actor_at(p.end + 2)
        if actor:
            return Doer.of("possessive", actor)
    return Doer.of("inherited", _main(frame, p.at))


def _grammatical(frame: Frame, p: Predicate, last: Doer) -> Doer:
    i, passive = _before_verb_group(frame, p)
    passive = passive and p.entry.form == "ed"
    if i < 0:
        return Doer.of("fronted", _first_after(frame, p.end), passive)
    actor = frame.actor_at(i)
    if actor:
        return (
            Doer.of("direct", actor, passive)
            if not _governed(frame, actor)
            else _after_phrase(frame, actor, passive)
        )
    key = frame.key(i)
    if key in (",", ")", "—", "–"):
        return _after_comma(frame, p, i, last, passive)
    if key in (
        "and",
        "or",
        "but",
        "then",
        "to",
        "before",
        "after",
        "while",
        "when",
        "by",
        "without",
        "for",
        "of",
        "in",
    ):
        return _inherit(frame, p, last, passive)
    if key in ("who", "whom", "which", "that"):
        return Doer.of("relative", _antecedent(frame, i), passive)
    if p.entry.form == "ing":
        return _inherit(frame, p, last, passive)
    return Doer.of("conjoined", _conjoined(frame, i), passive)


def _before_verb_group(frame: Frame, p: Predicate) -> tuple[int, bool]:
    """Index of the word before auxiliaries and adverbs, and whether a passive auxiliary was among them."""
    auxiliary, passive_words = word_list("en", "link", "auxiliary"), word_list("en", "link", "passive")
    i, passive = p.at - 1, False
    while i >= 0:
        key = frame.key(i)
        if frame.actor_at(i) or not (key in auxiliary or key.endswith("ly")) or key in ("who", "to"):
            break
        passive |= key in passive_words
        i -= 1
    return i, passive


def _governed(frame: Frame, actor: Actor) -> bool:
    """The person stands behind a preposition, so somebody else does it ("a friend of Gordon left")."""
    before = actor.at - 1
    while before >= 0 and (
        frame.key(before) in ("the", "a") or (frame.sentence.words[before].capital and before > 0)
    ):
        before -= 1
    return frame.key(before) in word_list(frame.language, "words", "governing")


def _after_phrase(frame: Frame, actor: Actor, passive: bool) -> Doer:
    return Doer.of("inherited", _main(frame, actor.at), passive)


def _after_comma(frame: Frame, p: Predicate, i: int, last: Doer, passive: bool) -> Doer:
    for j in range(i - 1, max(-1, i - 16), -1):
        if frame.key(j) in (",", "(", "—", "–"):
            actor = frame.actor_at(j - 1)
            if actor and not _governed(frame, actor):
                return Doer.of("apposition", actor, passive)
    return _inherit(frame, p, last, passive)


def _inherit(frame: Frame, p: Predicate, last: Doer, passive: bool) -> Doer:
    if last.actor and last.actor.at < p.at and not _new_person(frame, last.actor.end, p.at):
        return Doer.of("inherited", last.actor, passive)
    return Doer.of("inherited", _main(frame, p.at), passive)


def _new_person(frame: Frame, start: int, end: int) -> bool:
    """Somebody else took the floor between two verbs."""
    return any(start <= a.at < end and not _governed(frame, a) and _opens(frame, a) for a in frame.actors)


def _opens(frame: Frame, actor: Actor) -> bool:
    before = actor.at - 1
    return before < 0 or frame.key(before) in word_list("en", "clause", "boundaries") | {
        ",",
        ";",
        ":",
        "“",
        '"',
        "(",
    }


def _main(frame: Frame, at: int) -> Actor | None:
    """The person that the clause before ``at`` is about."""
    before = [a for a in frame.actors if a.end <= at and not _governed(frame, a)]
    opening = [a for a in before if _opens(frame, a)]
    ranked = opening or before
    return ranked[-1] if ranked else None


def _first_after(frame: Frame, at: int) -> Actor | None:
    return next((a for a in frame.actors if a.at >= at and not _governed(frame, a)), None)


def _antecedent(frame: Frame, i: int) -> Actor | None:
    j = i - 1 - (frame.key(i - 1) == ",")
    return frame.actor_at(j)


def _conjoined(frame: Frame, i: int) -> Actor | None:
    """ "Gordon and his men arrived": the person before the "and" of the noun phrase that ends at ``i``."""
    for j in range(i, max(-1, i - 7), -1):
        if frame.key(j) in ("and", "with") and frame.actor_at(j - 1):
            return frame.actor_at(j - 1)
        if not frame.sentence.words[j].is_word:
            break
    return None


def _object(frame: Frame, p: Predicate) -> Doer | None:
    """ "police arrested him", "met with Gordon": the subject as the one it is done to or with."""
    for i in range(p.end, min(p.end + 4, len(frame.sentence.words))):
        actor = frame.actor_at(i)
        if actor and actor.subject and frame.key(actor.end) != "'s":
            return (
                Doer.of("object", actor)
                if actor.how != "pronoun" or frame.key(actor.at) not in _OWNING
                else None
            )
        if not frame.sentence.words[i].is_word:
            return None
    return None


_OWNING = frozenset(("his", "their", "he", "she", "they"))

_OPENING = 4


def _opens_without_doer(frame: Frame, p: Predicate) -> bool:
    """ "Anchored at Port Louis", "Born in Rome": a note that leaves out whom the note before is about."""
    before = [i for i in range(p.at) if frame.sentence.words[i].is_word]
    plain = not any(a.at < p.at for a in frame.actors) and p.entry.form in ("ed", "ing")
    return plain and len(before) <= _OPENING and all(frame.key(i) not in _OPENERS for i in before)


_OPENERS = frozenset(["when", "while", "who", "which", "that", "if", "there", "it", "nobody", "others"])

# English, parsed -----------------------------------------------------------------------------------------


def parsed_doer(frame: Frame, p: Predicate, tree: Tree, before: dict[Predicate, Doer]) -> Doer:
    """The doer by the sentence's grammar. ``before`` are the doers of the predicates to the left."""
    doer = _owner_in(frame, p, tree) if p.entry.form == "noun" else _subject_in(frame, p, tree)
    if doer.subject:
        return doer
    return _shown(p, before) or _object_in(frame, p, tree) or doer


def _shown(p: Predicate, before: dict[Predicate, Doer]) -> Doer | None:
    """ "footage showed the general ... supervising the battle": whoever is shown does it."""
    if p.entry.form != "ing":
        return None
    shown = [d for q, d in before.items() if q.entry.role == "appearing" and d.subject]
    return Doer.of("parsed shown", shown[-1].actor) if shown else None


def _subject_in(frame: Frame, p: Predicate, tree: Tree) -> Doer:
    head = tree.root_of(p.at, p.end)
    subject, passive = tree.subject(head)
    if subject is None:
        return NOBODY
    how = "parsed passive" if passive else "parsed"
    found = _actor_of(frame, tree, subject, how)
    return found or Doer(_stranger(frame, tree, subject), None, False, passive)


def _stranger(frame: Frame, tree: Tree, noun: int) -> str:
    """What sort of noun acts where nobody known does: something of the subject's, a newcomer, a name ..."""
    if _belongs(frame, tree, noun):
        proxy = frame.key(noun) in word_list("en", "words", "proxies")
        return "parsed proxy" if proxy else "parsed belonging"
    articles = {frame.key(child) for child, label in tree.children(noun) if label == "det"}
    if articles & {"a", "an", "some", "another", "no"}:
        return "parsed newcomer"
    if tree.tags[noun].startswith("NNP"):
        return "parsed name"
    if tree.tags[noun] == "NNS" and not articles:
        return "parsed many"
    return "parsed pronoun" if tree.tags[noun].startswith(("PRP", "W")) else "parsed other"


def _belongs(frame: Frame, tree: Tree, noun: int) -> bool:
    """ "her fiancé", "the coffin of Gordon", "the Gordon Foundation"."""
    for child, label in tree.children(noun):
        if label == "prep" and frame.key(child) in ("of", "for"):
            child = tree.child(child, "pobj") or child
        elif label not in ("poss", "compound", "nmod"):
            continue
        actor = frame.actor_at(child)
        if actor and actor.subject:
            return True
    return False


def _actor_of(frame: Frame, tree: Tree, noun: int, how: str) -> Doer | None:
    """The person whose name the noun heads, stands beside or is joined to."""
    direct = frame.actor_at(noun)
    if direct:
        return Doer.of(how, direct, how.endswith("passive"))
    for child, label in tree.children(noun):
        actor = frame.actor_at(child)
        titled = label not in ("compound", "nmod") or actor is None or actor.end > noun
        if actor and titled and label in _BESIDE and _not_owner(frame, actor):
            return Doer.of(f"{how} joined", actor, how.endswith("passive"))
    return None


_BESIDE = ("appos", "conj", "compound", "nmod", "flat")


def _not_owner(frame: Frame, actor: Actor) -> bool:
    return frame.key(actor.end) != "'s"


def _owner_in(frame: Frame, p: Predicate, tree: Tree) -> Doer:
    noun = tree.root_of(p.at, p.end)
    for child, label in tree.children(noun):
        if label == "poss":
            return _actor_of(frame, tree, child, "parsed owner") or Doer("parsed other")
        if label in ("prep", "agent") and frame.key(child) in ("of", "by"):
            owner = tree.child(child, "pobj")
            found = _actor_of(frame, tree, owner, "parsed owner") if owner is not None else None
            if found:
                return found
    for governor in tree.path_up(noun):
        if tree.tags[governor].startswith("V"):
            subject, passive = tree.subject(governor)
            if subject is not None:
                return _actor_of(frame, tree, subject, "parsed above") or Doer(
                    "parsed other", None, False, passive
                )
    return NOBODY


def _object_in(frame: Frame, p: Predicate, tree: Tree) -> Doer | None:
    head = tree.root_of(p.at, p.end)
    for child, label in tree.children(head):
        target = child if label in ("dobj", "iobj", "dative", "attr", "oprd") else None
        if label in ("prep", "agent") and frame.key(child) in ("with", "by", "alongside"):
            target = tree.child(child, "pobj")
        found = _actor_of(frame, tree, target, "parsed object") if target is not None else None
        if found and found.subject:
            return found
    return None
