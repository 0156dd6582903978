"""Forms of Arabic verbs and nouns of presence, unvocalised and folded, with the person they are written for.

A verb is given by its past ("زار"), its present without prefix ("زور") and its verbal noun ("زياره"). Hollow,
defective and doubled verbs lose or change a letter in some persons; a form that reads as an everyday noun
("عاده", "نقلا") is left out rather than taken for a verb.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from wherewhen.languages import fold

_WEAK = "اوي"
_OBJECTS = ("ه", "ها", "هم", "هما", "ني", "نا")
_DUAL_OF_THREE = frozenset(("وصل", "خرج", "ذهب", "رجع", "هرب"))
"""Three letters whose form for two is not also a noun ("نقلا", "عملا")."""


class Form(NamedTuple):
    """One written form.

    form    past, present, future, jussive ("لم يزر"), purpose ("ليزور"), noun, participle
    person  whom it is written for: m, f, d (two), p (several), 1 (the speaker), f1 (she or I); "" unsaid
    onto    a pronoun for the object is written on to it
    """

    key: str
    form: str
    person: str = ""
    onto: bool = False


def verb_forms(triple: str) -> Iterator[Form]:
    """Every form of "past present noun"; the last two may be missing."""
    past, present, noun = ([*map(fold, triple.split(" ")), "", ""])[:3]
    yield from _past(past)
    if present:
        yield from _present(present)
    if noun:
        yield from noun_forms(noun)


def noun_forms(noun: str) -> Iterator[Form]:
    """A verbal noun alone and with the pronouns of its owner."""
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    yield Form(noun, "noun")
    for suffix, person in (("ه", "m"), ("ها", "f"), ("هم", "p"), ("هما", "d"), ("ي", "1")):
        yield Form(stem + suffix, "noun", person)
    if stem.endswith("اء"):
        yield from (Form(stem[:-1] + "ي" + s, "noun", p) for s, p in (("ه", "m"), ("ها", "f"), ("هم", "p")))
        yield from (Form(stem[:-1] + "و" + s, "noun", p) for s, p in (("ه", "m"), ("ها", "f"), ("هم", "p")))


def participle_forms(word: str) -> Iterator[Form]:
    """ "مقيم": who is in that state, one or several, with the ending of the accusative."""
    stem = word[:-1] if word.endswith("ه") else word
    yield from (Form(key, "participle", "m") for key in (stem, stem + "ا"))
    yield Form(stem + "ه", "participle", "f")
    yield from (Form(stem + suffix, "participle", "p") for suffix in ("ون", "ين", "ات"))
    yield Form(stem + "ان", "participle", "d")


# Past ---------------------------------------------------------------------------------------------------


def _past(past: str) -> Iterator[Form]:
    if past.endswith("ي") or (past.endswith("ا") and len(past) > 2):
        yield from _past_defective(past)
    else:
        yield from _past_sound(past)


def _past_sound(past: str) -> Iterator[Form]:
    short = past[:-2] + past[-1] if len(past) > 2 and past[-2] == "ا" else past
    hollow, long = short != past, len(past) > 3
    doubled = past + past[-1] if len(past) == 2 else short
    yield Form(past, "past", "m")
    yield Form(past + "ت", "past", "f" if hollow or len(past) == 2 else "f1")
    yield Form(doubled + "ت", "past", "1" if hollow or len(past) == 2 else "f1")
    yield Form(past + "وا", "past", "p")
    yield Form(past + "تا", "past", "d")
    yield from (Form(doubled + suffix, "past", "1") for suffix in ("نا", "تم"))
    if hollow or long or past in _DUAL_OF_THREE:
        yield Form(past + "ا", "past", "d")
    if len(past) > 2:
        yield Form(short + "ن", "past", "p")
    if hollow or long:
        yield from _with_objects(past, past + "ت", past + "و")


def _past_defective(past: str) -> Iterator[Form]:
    """ "التقى", "بقي", "نجا": the last letter falls before some endings, and is a long a before objects."""
    stem = past[:-1]
    yield Form(past, "past", "m")
    yield Form(stem + "ت", "past", "f")
    yield Form(stem + "يت", "past", "f1")
    yield Form(past + "ت", "past", "f1")
    yield Form(stem + "وا", "past", "p")
    yield Form(stem + "يا", "past", "d")
    yield Form(stem + "تا", "past", "d")
    yield Form(stem + "ينا", "past", "1")
    if len(past) > 3 or past == "راي":
        yield from _with_objects(stem + "ا", stem + "ت", stem + "و")


def _with_objects(he: str, she: str, they: str) -> Iterator[Form]:
    for ending in _OBJECTS:
        yield Form(he + ending, "past", "m", True)
        yield Form(she + ending, "past", "f", True)
        yield Form(they + ending, "past", "p", True)


# Present ------------------------------------------------------------------------------------------------


def _present(stem: str) -> Iterator[Form]:
    short = stem[:-1] if stem.endswith("ي") else stem
    for prefix, person in (("ي", "m"), ("ت", "f")):
        yield from _present_of(prefix, person, stem, short)
        yield from (Form(prefix + key, "jussive", person) for key in _jussive(stem))
    if len(stem) > 2:
        yield from (Form(prefix + stem, "present", "1") for prefix in "ان")


def _present_of(prefix: str, person: str, stem: str, short: str) -> Iterator[Form]:
    several = ((short + "ون", "p"), (short + "وا", "p"), (stem + "ان", "d"), (stem + "ن", "p"))
    for tense, glued in (("present", ""), ("future", "س"), ("purpose", "ل")):
        yield Form(glued + prefix + stem, tense, person)
        yield from (Form(glued + prefix + key, tense, other) for key, other in several)
        if len(stem) > 2:
            yield from (Form(glued + prefix + stem + o, tense, person, True) for o in _OBJECTS)
            yield Form(glued + prefix + short + "ونه", tense, "p", True)


def _jussive(stem: str) -> Iterator[str]:
    """Behind "لم": a weak letter in the middle or at the end is dropped."""
    if len(stem) > 2 and stem[-2] in _WEAK:
        yield stem[:-2] + stem[-1]
    if stem[-1] in "يو":
        yield stem[:-1]
    if len(stem) == 2:
        yield stem + stem[-1]
