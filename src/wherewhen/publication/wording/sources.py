"""Who says so, in words: one link, a chain, and the phrase after "according to"."""

from __future__ import annotations

from wherewhen.publication.public import PublicSource
from wherewhen.publication.wording.script import script
from wherewhen.publication.wording.voice import Voice


def source_words(source: PublicSource, voice: Voice) -> str:
    """A source's name; an unnamed one by its words if they are in the reader's language, else by its kind."""
    if source.named and source.name:
        return voice.foreign(source.name)
    if source.name and script(source.name) == voice.language:
        return source.name
    return voice.word("unnamed_source", source.kind)


def chain_words(chain: tuple[PublicSource, ...], voice: Voice) -> str:
    """The chain as steps, innermost first: "unnamed sources → Al-Jarida"."""
    return voice.say("sources", "step").join(source_words(source, voice) for source in chain)


def via_words(chain: tuple[PublicSource, ...], voice: Voice) -> str:
    """The chain for a sentence: "unnamed sources via Al-Jarida"."""
    return voice.say("sources", "via").join(source_words(source, voice) for source in chain)
