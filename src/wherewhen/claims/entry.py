"""What the lexicon of a language knows of one form of a word of presence."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows of one form.

    role     arriving, leaving, passing, present, meeting, held, treated, born, died, appearing
    form     base, s, ed, ing (English); past, present, future, jussive, purpose, participle (Arabic); noun
    tail     the words that must follow ("set" + "sail")
    needs    words of which one must follow soon, without which the verb tells no presence (Arabic)
    person   whom an Arabic form is written for, as in ``conjugation``
    onto     a pronoun for the object is written on to an Arabic verb
    """

    role: str
    lemma: str
    form: str
    meeting: bool = False
    object: bool = False
    tail: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    person: str = ""
    onto: bool = False
