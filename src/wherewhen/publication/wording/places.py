"""Where, as part of a sentence: "in Aleppo", "on the way", "at a place not stated"."""

from __future__ import annotations

from wherewhen.publication.public import PublicPlace
from wherewhen.publication.wording.script import script
from wherewhen.publication.wording.voice import Voice


def place_name(place: PublicPlace, voice: Voice) -> str:
    """The name in the reader's language, else the best there is, ready for a sentence."""
    name = dict(place.names).get(voice.language) or place.name or place.surface
    return voice.foreign(name) if name.strip() else voice.say("where", "nowhere")


def where(place: PublicPlace, voice: Voice) -> str:
    """The place with its preposition."""
    if place.precision == "in_transit" and place.surface:
        return voice.say("where", "in_transit_said", surface=quoted(place.surface, voice))
    if place.precision in ("in_transit", "unspecified"):
        return voice.say("where", place.precision)
    name = place_name(place, voice)
    if name.split()[0].lower() in voice.table("where")["own_preposition"]:
        return name
    return voice.say("where", place.precision, place=noun(place, voice))


def noun(place: PublicPlace, voice: Voice) -> str:
    """The place as the object of a verb: with its article where it is a description."""
    if place.precision in ("in_transit", "unspecified"):
        return voice.say("where", "nowhere")
    name = place_name(place, voice)
    if name[:1].islower() and set(name.split()) & set(voice.table("where")["described"]):
        return name if name.startswith("the ") else voice.say("where", "article", place=name)
    return name


def quoted(text: str, voice: Voice) -> str:
    """A document's own words inside a sentence of ours."""
    marks = text if script(text) == voice.language else voice.foreign(text)
    return voice.say("sources", "quote", text=marks)
