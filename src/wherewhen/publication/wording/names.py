"""Names in the reader's language, as far as they are known in its script."""

from __future__ import annotations

from wherewhen.model.person import Person
from wherewhen.publication.public import Names
from wherewhen.publication.wording.script import script
from wherewhen.publication.wording.voice import Voice


def subject_names(person: Person) -> Names:
    """The subject's name by language: the fullest alias in its script, else the name as given."""
    return tuple((language, _name_in(person, language)) for language in ("en", "ar"))


def _name_in(person: Person, language: str) -> str:
    if script(person.name) == language:
        return person.name
    fitting = [alias for alias in person.aliases if script(alias) == language]
    return max(fitting, key=lambda alias: (len(alias.split()), len(alias), alias), default=person.name)


def listed(names: tuple[str, ...], voice: Voice) -> str:
    """``A, B and C``."""
    shown = [voice.foreign(name) for name in names]
    *first, last = shown
    comma, end = voice.say("with", "comma"), voice.say("with", "last")
    return f"{comma.join(first)}{end}{last}" if first else last
