"""One sentence on a sighting, never surer than its sources."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.publication.public import PublicPlace, PublicSource
from wherewhen.publication.wording.dates import Dated, date_in_sentence
from wherewhen.publication.wording.names import listed
from wherewhen.publication.wording.places import noun, where
from wherewhen.publication.wording.script import readable
from wherewhen.publication.wording.sources import via_words
from wherewhen.publication.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Told:
    """What a sentence is made of. ``chain`` is innermost first; ``unnamed`` companions are only counted."""

    status: str
    role: str
    place: PublicPlace
    when: Dated
    chain: tuple[PublicSource, ...] = ()
    companions: tuple[str, ...] = ()
    unnamed: int = 0


def summary(told: Told, subject: str, voice: Voice) -> str:
    """The sentence, with the hedge that the status demands."""
    sourced = told.chain and told.status != "asserted"
    template = told.status if sourced or told.status == "asserted" else f"{told.status}_unsourced"
    return voice.say(
        "summary",
        template,
        subject=voice.foreign(subject),
        when=date_in_sentence(told.when, voice),
        sources=via_words(told.chain, voice),
        **{"with": _with(told, voice)},
        **_event(told, subject, voice),
    )


def _event(told: Told, subject: str, voice: Voice) -> dict[str, str]:
    """Every form of the role's phrase, filled."""
    forms = voice.table("role", _role(told, voice))
    values = {
        "subject": voice.foreign(subject),
        "where": where(told.place, voice),
        "place": noun(told.place, voice),
    }
    return {form: template.format_map(values) for form, template in forms.items()}


def _role(told: Told, voice: Voice) -> str:
    """The role if there are words for it; on the way, one is neither arriving nor leaving."""
    known = told.role in voice.table("role") and told.place.precision != "in_transit"
    return told.role if known else "present"


def _with(told: Told, voice: Voice) -> str:
    names = tuple(name for name in told.companions if readable(name, voice.language))
    if told.unnamed:
        names += (voice.count(told.unnamed, "with", "others" if names else "unnamed"),)
    return voice.say("with", "named", names=listed(names, voice)) if names else ""
