"""Where, as part of a sentence: "in Aleppo", "on the way", "at a place not stated"."""

from __future__ import annotations

from wherewhen.publication.public import PublicPlace
from wherewhen.publication.wording.script import script
from wherewhen.publication.wording.voice import Voice


def place_name(place: PublicPlace, voice: Voice) -> str:
    """The name in the reader's language, else the best there is, ready for a sentence."""
    name = dict(place.names).get(voice.language) or place.name or place.surface
    nameless = not place.names and place.precision in ("in_transit", "unspecified")
    if not name.strip() or (nameless and script(name) != voice.language):
        return voice.word("precision", place.precision) if nameless else voice.say("where", "nowhere")
    return voice.foreign(name)


def where(place: PublicPlace, voice: Voice) -> str:
    """The place with its preposition."""
    if place.precision == "in_transit" and script(place.surface) == voice.language:
        return voice.say("where", "in_transit_said", surface=quoted(place.surface, voice))
    if place.precision in ("in_transit", "unspecified"):
        return voice.say("where", place.precision)
    name = place_name(place, voice)
    if name.split()[0].lower() in voice.table("where")["own_preposition"]:
        return name
    return voice.say("where", place.precision, place=noun(place, voice))


def noun(place: PublicPlace, voice: Voice) -> str:
    """The place as the object of a verb, with its article where the language wants one."""
    if place.precision in ("in_transit", "unspecified"):
        return voice.say("where", "nowhere")
    return with_article(place_name(place, voice), voice)


def with_article(name: str, voice: Voice) -> str:
    """A name as it stands inside a sentence: "the United States", "the coast of Kuwait"."""
    return voice.say("where", "article", place=name) if _takes_article(name, voice) else name


def _takes_article(name: str, voice: Voice) -> bool:
    words, lists = name.split(), voice.table("where")
    if words[0].lower() == "the":
        return False
    if name[:1].islower() or words[-1] in lists["described"]:
        return bool(set(words) & set(lists["described"]))
    first, last = words[0] in lists["first_words_with_article"], words[-1] in lists["last_words_with_article"]
    return name in lists["named_with_article"] or (len(words) > 1 and (first or last))


def quoted(text: str, voice: Voice) -> str:
    """A document's own words inside a sentence of ours."""
    marks = text if script(text) == voice.language else voice.foreign(text)
    return voice.say("sources", "quote", text=marks)
