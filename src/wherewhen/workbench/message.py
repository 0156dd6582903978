"""The line on top of a page: what was just recorded, or what went wrong."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.casefile import Casefile, Entry, State
from wherewhen.model.errors import CaseError, WherewhenError
from wherewhen.model.judgement import Erased, Judged, Opened, Published, Undone
from wherewhen.publication.site.words import Words

LASTING = (Opened, Published, Erased)
"""Acts that are never taken back."""


@dataclass(frozen=True, slots=True)
class Message:
    """``undo`` is the number of the entry that a button beside it takes back, 0 for no button."""

    text: str
    undo: int = 0
    bad: bool = False


def act_name(entry: Entry, words: Words) -> str:
    """What an entry did, in one word or two."""
    kind = entry.act.verdict.value if isinstance(entry.act, Judged) else entry.kind
    return words.named("act", kind)


def recorded(case: Casefile, state: State, number: int, words: Words) -> Message | None:
    """What entry ``number`` recorded; None where there is no such entry."""
    if not 1 <= number <= state.number:
        return None
    entry = case.entry(number)
    if isinstance(entry.act, Undone):
        taken = case.entry(entry.act.number)
        return Message(words("undone_now", what=act_name(taken, words)), number)
    return Message(
        words("saved", what=act_name(entry, words)), 0 if isinstance(entry.act, LASTING) else number
    )


def failed(error: WherewhenError, words: Words) -> Message:
    """An error in the language of the page, with its code."""
    said = words.data.get("fault", {}).get(error.code)
    if said is None:
        return Message(error.sentence(), bad=True)
    value = "" if isinstance(error, CaseError) and words.language == "ar" else f": {error.value}"
    return Message(f"{error.code} {said}{value}", bad=True)
