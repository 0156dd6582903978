"""Where the words around an expression speak against it: numbers that count things, names, verbs."""

from __future__ import annotations

from wherewhen.times.grammar import Hit, Tokens
from wherewhen.times.meaning import Mode

_MONEY = frozenset("$€£¥#№")
_GLUE = frozenset("/._+:")
_GLUE_BEHIND = frozenset("/_+")
_GLUED = frozenset("وفبلك")
_MONTHS = {"month", "hmonth", "rabi", "jumada", "dhu", "first_or_second"}
_QUARTERS = ("quarter", "quarters")
_PARTS = ("a", "some", "one", "three")


def doubtful(tokens: Tokens, hit: Hit, mode: Mode) -> bool:
    """True where the hit is rather no time at all."""
    check = _CHECKS.get(hit.rule.effect.get("check", hit.rule.name))
    if _hangs(tokens, hit):
        return mode is Mode.NEWS or hit.rule.effect.get("kind") == "ref"
    return check is not None and check(tokens, hit)


def hangs_on_event(tokens: Tokens, end: int) -> bool:
    """True where an expression ends in "after" or "before" and the clause goes on: it counts from that."""
    return tokens.has(end - 1, "hangs") and end < len(tokens.raw) and tokens.raw[end][:1].isalnum()


def _hangs(tokens: Tokens, hit: Hit) -> bool:
    """The same, and for Arabic: "after two days" is continued by "from" or "on"."""
    arabic = tokens.has(hit.start, "hangs_first") and tokens.has(hit.end, "hangs_by")
    return hangs_on_event(tokens, hit.end) or arabic


def _year(tokens: Tokens, hit: Hit) -> bool:
    """A bare four-digit number: an amount, a count of things, a part of a larger number or a name."""
    return _amount(tokens, hit) or _part_of_a_name(tokens, hit)


def _amount(tokens: Tokens, hit: Hit) -> bool:
    before, after = tokens.key(hit.start - 1), tokens.key(hit.end)
    counts = tokens.has(hit.end, "reject") or tokens.has(hit.start - 1, "not_before")
    return counts or before in _MONEY or after == "%"


def _part_of_a_name(tokens: Tokens, hit: Hit) -> bool:
    """AXB1344, v.2015, 2015x: nothing stands between the number and its neighbour."""
    before, after = tokens.key(hit.start - 1), tokens.key(hit.end)
    last = tokens.raw[hit.start - 1][-1:] if hit.start else " "
    if before in _GLUED:
        return False
    if last.isalnum() or (last in _GLUE and before == last and tokens.key(hit.start - 2).isalnum()):
        return True
    return tokens.raw[hit.end - 1][-1:].isalnum() and (after in _GLUE_BEHIND or after[:1].isalpha())


def _duration(tokens: Tokens, hit: Hit) -> bool:
    """No stretch of time: "a second man", "a quarter of them", "three-quarters"."""
    first, last = tokens.key(hit.start), tokens.key(hit.end - 1)
    if last in _QUARTERS:
        return first in _PARTS or tokens.key(hit.start + 1) == "-"
    if tokens.has(hit.start, "lone_of_many") and tokens.has(hit.end - 1, "plural"):
        return True
    return hit.end - hit.start == 2 and first == "a" and last == "second"


def _refused(tokens: Tokens, hit: Hit) -> bool:
    """A number that is no year still counts what follows: "on May 5, 30000 soldiers"."""
    return tokens.key(hit.end)[:1].isalpha()


def _season(tokens: Tokens, hit: Hit) -> bool:
    """Autumn as "the fall" is a season only after a preposition of time."""
    start, end = hit.spans[0]
    if tokens.has(end, "not_after_season"):
        return True
    if tokens.key(end - 1) != "fall":
        return False
    if tokens.key(start - 1) == "a":
        return True
    return not (tokens.has(start - 1, "season_leads") or tokens.has(start - 2, "season_leads"))


def _daypart(tokens: Tokens, hit: Hit) -> bool:
    """The words "the morning of 31 January" is found from its date."""
    return tokens.key(hit.end) in ("of", "on", "hours")


def _today(tokens: Tokens, hit: Hit) -> bool:
    """In Arabic "the day" and "today" are one word: before an ordinal it is the day of a count."""
    alone = hit.end - hit.start == 1
    return alone and (tokens.has(hit.end, "ordinal") or tokens.has(hit.end, "not_after_today"))


def _month(tokens: Tokens, hit: Hit) -> bool:
    """A month that is also a verb or a name: only where a preposition leads to it or a number stands by."""
    if tokens.has(hit.start - 1, "day") and tokens.has(hit.start - 2, "bears_a_day"):
        return True
    if not tokens.has(hit.start, "risky"):
        return False
    if "آ" in tokens.raw[hit.start]:
        return False
    before = tokens.raw[hit.start - 1][:1] if hit.start else "."
    if tokens.raw[hit.start][:1].isupper() and (before.islower() or before.isdigit()):
        return False
    return not (tokens.has(hit.start - 1, "leads") or tokens.has(hit.start - 1, "mod"))


def _daypart_alone(tokens: Tokens, hit: Hit) -> bool:
    """Only the adverb stands alone: with its final vowel written, or in a form that has no other reading."""
    return "\u064b" not in tokens.raw[hit.start] and not tokens.key(hit.start).endswith("ا")


def _year_in_words(tokens: Tokens, hit: Hit) -> bool:
    return not tokens.has(hit.end - 1, "thousands") or hit.end - hit.start < 3


def _the_unit(tokens: Tokens, hit: Hit) -> bool:
    """The fourth decade of a life is none of the calendar."""
    return tokens.has(hit.end, "ordinal")


def _decade(tokens: Tokens, hit: Hit) -> bool:
    """ "In her 20s" is an age."""
    short = not tokens.key(hit.start)[:1].isdigit() or len(tokens.key(hit.start)) < 4
    return short and any(tokens.has(hit.start - back, "whose") for back in (1, 2, 3))


def _lower_month(tokens: Tokens, hit: Hit) -> bool:
    """ "5 MAY 16" in messages has its month in capitals; in "on 5 May 16 people" the second number counts."""
    return not any(tokens.raw[i].strip().isupper() for i in range(hit.start, hit.end))


def _nth(tokens: Tokens, hit: Hit) -> bool:
    """ "On the 33rd floor": a count of something else."""
    return not tokens.has(hit.end - 1, "day") or tokens.has(hit.end, "counted")


def _counts(tokens: Tokens, hit: Hit) -> bool:
    """In Arabic "after the year 1071" is no year later."""
    return tokens.has(hit.end, "number_any") and tokens.has(hit.end - 1, "one")


def _named_day(tokens: Tokens, hit: Hit) -> bool:
    """A street, a square or a movement that is named after a day."""
    return _conjoined(tokens, hit) or tokens.has(hit.start - 1, "bears_a_day")


def _conjoined(tokens: Tokens, hit: Hit) -> bool:
    """Where "and" is written onto the month, the day before it belongs to something else."""
    inner = range(hit.start + 1, hit.end)
    return any(tokens.word(i).glued and _MONTHS & tokens.word(i).tags.keys() for i in inner)


def _that_unit(tokens: Tokens, hit: Hit) -> bool:
    """In "said that last week": the pronoun is no part of it."""
    return tokens.has(hit.end, "step")


def _weekday(tokens: Tokens, hit: Hit) -> bool:
    """The short "Sun" and "Sat" before a capital are rather a name; "Black Monday" is one."""
    short = len(tokens.key(hit.start)) == 3 and "." not in tokens.raw[hit.start]
    return short and tokens.raw[hit.start].isascii() and hit.end - hit.start == 1


_CHECKS = {
    "no_such_year": _refused,
    "daypart_alone": _daypart_alone,
    "year_in_words": _year_in_words,
    "that_unit": _that_unit,
    "weekday": _weekday,
    "vague_duration": _duration,
    "year": _year,
    "month": _month,
    "daypart": _daypart,
    "season": _season,
    "today": _today,
    "the_unit": _the_unit,
    "hijri_day": _conjoined,
    "hijri_day_no_year": _conjoined,
    "day_month_year": _conjoined,
    "day_month": _named_day,
    "decade": _decade,
    "decade_words": _decade,
    "mid_decade_words": _decade,
    "day_month_two_digits": _lower_month,
    "the_nth": _nth,
    "later": _counts,
    "ago": _counts,
    "duration": _duration,
}
