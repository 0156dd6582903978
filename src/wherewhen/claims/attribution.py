"""The chain of sources of a passage, innermost first; the document's publisher is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

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
def _saying(language: str) -> frozenset[str]:
    return frozenset(p[0] for p in phrases(language, "cue", "saying"))


def _after_cue(frame: Frame, name: str) -> Iterator[tuple[int, Source]]:
    """ "according to X", "published by X"."""
    keys = frame.keys(0, len(frame.sentence.words))
    for i in range(len(keys)):
        phrase = next((p for p in phrases(frame.language, "cue", name) if keys[i : i + len(p)] == p), None)
        if phrase:
            source = _source(frame, i + len(phrase), _noun_end(frame, i + len(phrase)))
            if source:
                yield i, source


def _speakers(frame: Frame, at: int) -> Iterator[tuple[int, Source]]:
    """ "X said", "X reported": who stands before (Arabic: after) the verb of saying."""
    saying = _saying(frame.language)
    for i, word in enumerate(frame.sentence.words):
        bare = word.key.removeprefix("و") if frame.language == "ar" and len(word.key) > 3 else word.key
        if bare in saying and not _passive(frame, i) and i != at:
            found = _said_by_arabic(frame, i) if frame.language == "ar" else _said_by_english(frame, i)
            if found:
                yield i, found


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


def _said_by_arabic(frame: Frame, i: int) -> Source | None:
    return _source(frame, i + 1, _noun_end(frame, i + 1)) or None


def _of_noun(frame: Frame, i: int) -> bool:
    word = frame.sentence.words[i]
    return (word.is_word or word.text in "-&'’") and word.key not in word_list(
        frame.language, "words", "source_ends"
    )


def _noun_end(frame: Frame, at: int) -> int:
    end = at
    while end < len(frame.sentence.words) and end - at < 9 and _of_noun(frame, end):
        if frame.language == "ar" and end > at and _begins_what_is_said(frame, end):
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
    kind = source_kind(frame.language, keys)
    if actor and actor.subject and actor.end == end and frame.key(actor.at - 1) not in _OF:
        return Source(actor.person.name, SourceKind.SUBJECT)
    if kind is SourceKind.OTHER and not (any_noun or actor or _proper(frame, at, end)):
        return None
    return Source(frame.text(at, end), kind, kind is not SourceKind.ANONYMOUS)


def _is_a_time(frame: Frame, at: int, end: int) -> bool:
    """A date stands in the words; in English the "Daily Mirror" is none."""
    if frame.language == "ar":
        return any(at <= m.at < end for m in frame.moments)
    return any(at <= m.at < end <= m.end for m in frame.moments)


_OF = ("of", "for", "to", "by", "from")


def _proper(frame: Frame, at: int, end: int) -> bool:
    return frame.language != "ar" and any(w.capital for w in frame.sentence.words[at:end])


def source_kind(language: str, keys: tuple[str, ...]) -> SourceKind:
    """The kind of a source by the nouns in its name."""
    for kind in lexicon(language, "sources")["kind"]:
        if any(_has(keys, phrase) for phrase in phrases(language, "kind", kind)):
            return SourceKind(kind)
    return SourceKind.OTHER


def _has(keys: tuple[str, ...], phrase: _Phrase) -> bool:
    return any(keys[i : i + len(phrase)] == phrase for i in range(len(keys) - len(phrase) + 1))
