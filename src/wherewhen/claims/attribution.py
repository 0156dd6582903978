"""The chain of sources of a passage, innermost first; the document's publisher is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from wherewhen.claims.conjugation import verb_forms
from wherewhen.claims.frame import Frame
from wherewhen.claims.speakers import speakers_in
from wherewhen.claims.vocabulary import word_list
from wherewhen.languages import fold, lexicon, words
from wherewhen.model.document import BlockKind
from wherewhen.model.source import Source, SourceKind

_Phrase = tuple[str, ...]


@cache
def phrases(language: str, table: str, name: str) -> tuple[_Phrase, ...]:
    """A folded list of phrases of ``languages/LANGUAGE/sources.toml``, longest first."""
    listed = lexicon(language, "sources")[table][name]
    return tuple(sorted((tuple(fold(p).split()) for p in listed), key=len, reverse=True))


def chain(frame: Frame, at: int) -> tuple[Source, ...]:
    """Sources that the sentence gives for what stands at word ``at``."""
    inner = [source for name in ("by", "following") for _, source in _after_cue(frame, name)]
    if frame.tree is not None:
        outer = list(speakers_in(frame, frame.tree, at, _saying("en"), _source))
    else:
        outer = [source for _, source in _speakers(frame, at)]
    return tuple(dict.fromkeys([*inner, *outer]))


def credit(frame: Frame) -> Source | None:
    """Whom a caption names in brackets at its end: where its picture was published."""
    block, document = frame.sentence.block, frame.document
    if block.kind is not BlockKind.CAPTION:
        return None
    found = _CREDIT.search(document.text, block.start, block.end)
    line = words(document.text, found.start(1), found.end(1)) if found else ()
    keys = tuple(word.key for word in line)
    opening = next((len(p) for p in phrases(frame.language, "cue", "credit") if keys[: len(p)] == p), 0)
    named = [word for word in line[opening:] if word.is_word]
    if not named:
        return None
    name = document.text[named[0].start : named[-1].end]
    return Source(name, source_kind(frame.language, tuple(word.key for word in named)))


_CREDIT = re.compile(r"[(\[]([^()\[\]\n]{2,60})[)\]]\.?\s*$")


@cache
def _saying(language: str, onto: bool = False) -> frozenset[str]:
    """Verbs of saying as they are written; ``onto`` adds those with the object written on to them."""
    listed = phrases(language, "cue", "saying")
    if language != "ar":
        return frozenset(p[0] for p in listed)
    forms = (form for phrase in listed for form in verb_forms(" ".join(phrase)))
    told = (f for f in forms if f.form in ("past", "present") and f.person != "1" and (onto or not f.onto))
    return frozenset(form.key for form in told)


def _after_cue(frame: Frame, name: str) -> Iterator[tuple[int, Source]]:
    """ "according to X", "published by X"."""
    keys = frame.keys(0, len(frame.sentence.words))
    for i in range(len(keys)):
        phrase = next((p for p in phrases(frame.language, "cue", name) if keys[i : i + len(p)] == p), None)
        if phrase:
            at = i + len(phrase)
            if frame.language == "ar":
                at += _tells_it(frame.key(at))
            source = _source(frame, at, _noun_end(frame, at), frame.language == "ar")
            if source:
                yield i, source


def _tells_it(key: str) -> bool:
    """ "بحسب ما رواه فلان": a verb of saying between the cue and who says it."""
    bare = key.removesuffix("ه")
    return key in _saying("ar", onto=True) or (bare.endswith("ا") and bare[:-1] + "ي" in _saying("ar"))


def _speakers(frame: Frame, at: int) -> Iterator[tuple[int, Source]]:
    """ "X said", "X reported": who stands before (Arabic: after) the verb of saying."""
    saying = _saying(frame.language)
    for i, word in enumerate(frame.sentence.words):
        bare = word.key.removeprefix("و") if frame.language == "ar" and len(word.key) > 3 else word.key
        if bare in saying and not _passive(frame, i) and i != at:
            if frame.language == "ar":
                yield from ((i, source) for source in _said_by_arabic(frame, i, bare))
            elif english := _said_by_english(frame, i):
                yield i, english


def _passive(frame: Frame, i: int) -> bool:
    dated = any(m.at in (i + 2, i + 3) for m in frame.moments)
    if frame.key(i + 1) == "by" or (frame.key(i + 1) in ("on", "in") and not dated):
        return True
    return frame.key(i - 1) in (
        "was",
        "were",
        "been",
        "is",
        "are",
        "being",
        "be",
    )


def _said_by_english(frame: Frame, i: int) -> Source | None:
    end = i
    while end > 0 and (
        frame.key(end - 1) in ("has", "had", "have", "also", "later", "then")
        or frame.key(end - 1).endswith("ly")
    ):
        end -= 1
    at = end
    while at > 0 and end - at < 9 and _of_noun(frame, at - 1):
        at -= 1
    return _source(frame, at, end) if at < end else _inverted(frame, i)


def _inverted(frame: Frame, i: int) -> Source | None:
    """ ", said the ministry"."""
    if frame.key(i - 1) not in (",", "”", '"', "’") or frame.key(i) not in _inverting(frame.language):
        return None
    return _source(frame, i + 1, _noun_end(frame, i + 1))


@cache
def _inverting(language: str) -> frozenset[str]:
    return frozenset(p[0] for p in phrases(language, "cue", "inverting"))


def _said_by_arabic(frame: Frame, i: int, verb: str) -> Iterator[Source]:
    """ "قال فلان إن", "كما قالت شقيقته", "نقلت القناة عن ضابط أن", "قال شهود لوكالة": innermost first."""
    end = _noun_end(frame, i + 1)
    told = frame.key(i - 1) in word_list("ar", "words", "before_saying") or _opens_speech(frame, end)
    if verb.startswith("نقل"):
        if frame.key(end) != "عن":
            return
        quoted = _source(frame, end + 1, _noun_end(frame, end + 1), True)
        yield from (quoted,) if quoted else ()
    speaker = _source(frame, i + 1, end, told)
    yield from (speaker,) if speaker else ()
    if _told_to(frame, end):
        outlet = _source(frame, end, _noun_end(frame, end + 1), True)
        yield from (outlet,) if outlet else ()


def _opens_speech(frame: Frame, end: int) -> bool:
    """What is said begins within a few words, with "ان" or a colon."""
    keys = frame.keys(end, end + 7)
    openers = word_list("ar", "words", "speech_openers")
    stop = next((i for i, key in enumerate(keys) if key in ("،", ".")), len(keys))
    return any(key in openers for key in keys[:stop])


def _told_to(frame: Frame, i: int) -> bool:
    """ "لوكالة", "للصحيفة": a body that was told and passes it on."""
    key = frame.key(i)
    return key.startswith("ل") and source_kind("ar", (_without_li(key), frame.key(i + 1))) in _PASSING_ON


def _without_li(text: str) -> str:
    """ "لوكالة" is "وكالة", "للجزيرة" is "الجزيرة"."""
    return "ال" + text[2:] if text.startswith("لل") else text[1:]


_PASSING_ON = (SourceKind.OUTLET, SourceKind.AGENCY)


def _of_noun(frame: Frame, i: int) -> bool:
    word = frame.sentence.words[i]
    return (word.is_word or word.text in "-&'’") and word.key not in word_list(
        frame.language, "words", "source_ends"
    )


def _noun_end(frame: Frame, at: int) -> int:
    end = at
    while end < len(frame.sentence.words) and end - at < 9 and _of_noun(frame, end):
        if (
            frame.language == "ar"
            and end > at
            and (_begins_what_is_said(frame, end) or _addressed(frame, end))
        ):
            break
        if frame.language != "ar" and end > at and _names_the_subject(frame, at, end):
            break
        end += 1
    return end


def _names_the_subject(frame: Frame, at: int, end: int) -> bool:
    """ "According to the indictment Anna Berg ...": a paper or a body bears no person's name."""
    actor = frame.actor_at(end)
    if actor is None or not actor.subject or actor.at != end:
        return False
    return source_kind("en", frame.keys(at, end)) not in (SourceKind.OTHER, SourceKind.OFFICIAL)


def _begins_what_is_said(frame: Frame, i: int) -> bool:
    """A date or an Arabic verb ends the name of the source: "according to the ministry arrived X"."""
    verbs = (p.at for p in frame.predicates if p.entry.form in ("past", "present", "future"))
    return i in verbs or any(m.at == i for m in frame.moments)


def _addressed(frame: Frame, i: int) -> bool:
    """ "قال سائق لفلان": a person or a body that was told ends the name of the speaker."""
    actor = frame.actor_at(i)
    if (
        actor
        and actor.at == i
        and frame.key(i).startswith("ل")
        and not fold(actor.person.name).startswith("ل")
    ):
        return True
    return _told_to(frame, i)


def _source(frame: Frame, at: int, end: int, any_noun: bool = False) -> Source | None:
    """A typed source from a noun phrase, None if the words name nobody; ``any_noun`` takes unknown ones."""
    while at < end and frame.key(at) in ("the", "a", "an", "some", "its", "his", "their"):
        at += 1
    if at >= end or end > len(frame.sentence.words) or _is_a_time(frame, at, end):
        return None
    keys = frame.keys(at, end)
    actor = next((a for a in frame.actors if at <= a.at < end), None)
    if (actor and actor.how == "pronoun") or keys[0] in word_list(frame.language, "words", "personal"):
        return (
            Source(actor.person.name, SourceKind.SUBJECT if actor.subject else SourceKind.OTHER)
            if actor
            else None
        )
    addressed = frame.language == "ar" and (_after_li(frame, at) or _told_to(frame, at))
    kind = source_kind(frame.language, (_without_li(keys[0]), *keys[1:]) if addressed else keys)
    if actor and actor.subject and actor.end == end and frame.key(actor.at - 1) not in _OF:
        return Source(actor.person.name, SourceKind.SUBJECT)
    if kind is SourceKind.OTHER and not (any_noun or actor or _proper(frame, at, end)):
        return None
    name = _without_li(frame.text(at, end)) if addressed else frame.text(at, end)
    return Source(name, kind, kind is not SourceKind.ANONYMOUS)


def _after_li(frame: Frame, at: int) -> bool:
    """ "وفقا لمصادر": the particle belongs to the cue."""
    return frame.key(at).startswith("ل") and frame.key(at - 1) in word_list("ar", "words", "with_li")


def _is_a_time(frame: Frame, at: int, end: int) -> bool:
    """A date stands in the words; in English the "Daily Mirror" is none."""
    if frame.language == "ar":
        return any(at <= m.at < end for m in frame.moments)
    return any(at <= m.at < end <= m.end for m in frame.moments)


_OF = ("of", "for", "to", "by", "from")


def _proper(frame: Frame, at: int, end: int) -> bool:
    return frame.language != "ar" and any(w.capital for w in frame.sentence.words[at:end])


def source_kind(language: str, keys: tuple[str, ...]) -> SourceKind:
    """The kind of a source by the nouns in its name; an Arabic article or particle makes no difference."""
    if language == "ar":
        keys = tuple(map(_bare, keys))
    for kind in lexicon(language, "sources")["kind"]:
        if any(holds(keys, phrase) for phrase in _kind_phrases(language, kind)):
            return SourceKind(kind)
    return SourceKind.OTHER


@cache
def _kind_phrases(language: str, kind: str) -> tuple[_Phrase, ...]:
    listed = phrases(language, "kind", kind)
    return tuple(tuple(map(_bare, phrase)) for phrase in listed) if language == "ar" else listed


def _bare(key: str) -> str:
    """An Arabic noun without article and glued particles."""
    for particles in ("وال", "بال", "فال", "لل", "ال"):
        if key.startswith(particles) and len(key) > len(particles) + 2:
            return key[len(particles) :]
    return key


def holds(keys: tuple[str, ...], phrase: _Phrase) -> bool:
    """The words stand one after the other somewhere among ``keys``."""
    return any(keys[i : i + len(phrase)] == phrase for i in range(len(keys) - len(phrase) + 1))
