"""Who says so, in words: one link, a chain, and the phrase after "according to"."""

from __future__ import annotations

from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.publication.public import PublicSource
from wherewhen.publication.wording.script import readable, script
from wherewhen.publication.wording.voice import Voice


def common(name: str) -> bool:
    """Whether the words name a kind of source, and no source: "the paper", "قناة"."""
    words = name.casefold().removeprefix("the ")
    return any(words in lexicon(language, "wording")["sources"]["common"] for language in LANGUAGES)


def source_words(source: PublicSource, voice: Voice) -> str:
    """A source's name; an unnamed one by its words if they are in the reader's language, else by its kind."""
    if source.named and source.name.strip():
        return voice.foreign(source.name)
    if source.name and script(source.name) == voice.language:
        return source.name
    return voice.word("unnamed_source", source.kind)


def chain_words(chain: tuple[PublicSource, ...], voice: Voice) -> str:
    """The chain as steps, innermost first: "unnamed sources → Al-Jarida"."""
    return voice.say("sources", "step").join(source_words(source, voice) for source in chain)


def via_words(chain: tuple[PublicSource, ...], voice: Voice) -> str:
    """The chain for a sentence: "unnamed sources via Al-Jarida"."""
    return voice.say("sources", "via").join(_spoken(source, voice) for source in chain)


def _spoken(source: PublicSource, voice: Voice) -> str:
    """With the article where a source is described rather than named: "the Kuwaiti newspaper".

    Words in the other script would only break the sentence, and stand in the chain below; a Latin proper
    name ("Al-Manara") is read in Arabic too.
    """
    told = source.named or common(source.name)
    if not readable(source.name, voice.language) or (not told and script(source.name) != voice.language):
        return voice.word("told_source" if told else "unnamed_source", source.kind)
    words = source_words(source, voice)
    first, last = words.split()[0].lower(), words.split()[-1]
    plain = first.split("-")[0] in voice.table("sources")["determiners"] or "the" in words.split()
    described = told and last.islower() and last.isascii() and not last.endswith("s") and not plain
    return voice.say("sources", "described", source=words) if described else words
