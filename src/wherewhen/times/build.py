"""From a rule that fits to what it says: captures and constants become a Meaning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from wherewhen.times.digits import written_day
from wherewhen.times.grammar import Hit, Tokens
from wherewhen.times.meaning import Meaning
from wherewhen.times.numerals import total

_PLAIN = ("month", "day", "weekday", "season", "daypart", "era", "zone")
_CONSTANT = ("daypart", "feast", "era", "mod", "month")
_PERIOD = {"TS": "S", "TM": "M", "TH": "H", "N": "D", "F": "W", "DE": "Y", "CE": "Y", "WE": "W"}
_TIMES = {"F": 2, "DE": 10, "CE": 100}


class Captures:
    """The captured tokens of a hit by name, with what they stand for.

    ``day2`` belongs to the second passage alone, ``day`` to all that have none of their own.
    """

    def __init__(self, tokens: Tokens, hit: Hit, which: int) -> None:
        self._tokens = tokens
        self._which = which
        self._all = hit.captures
        own = str(which + 1)
        mine = {name[:-1]: place for name, place in hit.captures.items() if name.endswith(own)}
        self._places = hit.captures | mine if mine else hit.captures

    def __contains__(self, name: str) -> bool:
        return name in self._places

    def value(self, name: str, tag: str = "") -> Any:
        """What the captured token stands for, None where the rule captured none."""
        place = self._places.get(name)
        return self._tokens.word(place[0]).tags.get(tag or name) if place else None

    def text(self, name: str) -> str:
        place = self._places.get(name)
        return self._tokens.key(place[0]) if place else ""

    def of_story(self, *names: str) -> bool:
        """True where a captured word points into the story: "following", "that"."""
        return any("told" in self._tokens.word(self._places[n][0]).tags for n in names if n in self._places)

    def count(self, name: str) -> float | None:
        """A number of several tokens added up."""
        place = self._places.get(name)
        if place is None:
            return None
        tags = [self._tokens.word(index).tags for index in range(*place)]
        numbers = [tag["number"] for tag in tags if "number" in tag]
        lone = len(numbers) > 1 and "lone_number" in tags[0] and numbers[1] < 100
        return total(numbers[1:] if lone else numbers)

    def first(self, name: str) -> int | None:
        """The number that the first passage gave for a name of which this one has its own."""
        place = self._all.get(f"{name}1") if self._which else None
        return int(self._tokens.word(place[0]).tags["number"]) if place else None

    def constants(self, given: dict[str, Any]) -> dict[str, Any]:
        """What the rule itself says of this passage: ``era1`` is of the first alone, ``era`` of all."""
        own = {name: given.get(f"{name}{self._which + 1}", given.get(name)) for name in _CONSTANT}
        return {name: value for name, value in own.items() if value is not None}


def meanings(tokens: Tokens, hit: Hit) -> list[Meaning]:
    """One meaning for each passage of the hit."""
    return [_meaning(hit, Captures(tokens, hit, which)) for which in range(len(hit.spans))]


def _meaning(hit: Hit, captures: Captures) -> Meaning:
    effect = hit.rule.effect
    kind = effect.get("kind", "date")
    meaning = Meaning(hit.rule.name, effect.get("type", "DATE"), frame=effect.get("frame", ""))
    return _KINDS[kind](meaning, captures, effect)


def _date(meaning: Meaning, got: Captures, effect: dict[str, Any]) -> Meaning:
    constants = effect.get("set", {})
    fields: dict[str, Any] = {"type": meaning.type, "frame": meaning.frame}
    fields |= {name: got.value(name) for name in _PLAIN if name in got}
    fields |= (
        _year(got)
        | _months(got)
        | _day_words(got)
        | _parts(got, constants)
        | _clock(got, constants.get("ampm") == "pm")
        | _counted(got, effect)
        | _by_number(got)
    )
    if "refused" in got or "refused" in constants:
        fields["refused"] = (
            got.value("refused") or got.value("refused", "refused_iso") or constants["refused"]
        )
    if "from_end" in constants and fields.get("month"):
        fields |= {"from_end": constants["from_end"], "day": 29 - constants["from_end"]}
    if "iso" in got:
        fields |= written_day(got.text("iso"), effect.get("day_first", True))
    if fields.get("clock") or fields.get("daypart"):
        fields["type"] = "TIME"
    return _framed(Meaning(meaning.rule, **fields), got)


def _framed(meaning: Meaning, got: Captures) -> Meaning:
    """ "That winter", "the following May", "the previous three days" count from the story, not from today."""
    return replace(meaning, frame="told") if meaning.frame and got.of_story("step", "told") else meaning


def _year(got: Captures) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if "year" in got:
        year = got.value("year", "number")
        fields["year"] = int(year) if year is not None else 1900 + int(got.text("year")[1:3])
        if fields["year"] < 100 and (first := got.first("year")) is not None:
            fields["year"] += first // 100 * 100
        if got.text("year")[:1] in "'’" and fields["year"] < 1930:
            fields["year"] += 100
    elif "year2" in got:
        fields["year"] = _two_digits(got.value("year2", "two"))
    elif "kilo" in got:
        fields["year"] = int(got.value("kilo", "thousands") + (got.count("rest") or 0))
    elif "yearwords" in got:
        fields["year"] = int(got.count("yearwords") or 0)
    if "decade" in got:
        fields["decade"] = _decade(got)
    return fields


def _two_digits(year: int) -> int:
    """Up to 49 they are of this century, as in dates of digits alone."""
    return year + (2000 if year < 50 else 1900)


def _by_number(got: Captures) -> dict[str, Any]:
    """ "Q3", "2015-W31" and the group "051430Z" of a military message."""
    if "qnumber" in got:
        return {"quarter": got.value("qnumber", "q")}
    if "isoweek" in got:
        return _week_number(int(got.value("year", "number")), int(got.value("isoweek", "number_any")))
    if "dtg" in got:
        digits = got.text("dtg")
        hour, minute = int(digits[2:4]), int(digits[4:6])
        if hour > 24 or minute > 59:
            return {"refused": "no_such_hour"}
        return {"day": int(digits[:2]), "clock": f"{hour:02}:{minute:02}", "zone": "Z"}
    return {}


def _week_number(year: int, week: int) -> dict[str, Any]:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return {"refused": "no_such_day"}
    return {"year": monday.year, "month": monday.month, "day": monday.day, "unit": "W"}


def _decade(got: Captures) -> int:
    value = got.value("decade") or got.value("decade", "tens") or got.value("decade", "decade_word")
    if isinstance(value, int):
        return 190 + value if value < 10 else value
    digits = "".join(char for char in value if char.isdigit())
    return int(digits[:-1]) if len(digits) == 4 else 190 + int(digits[0])


def _months(got: Captures) -> dict[str, Any]:
    """Months with a name of two words: "second Kanun" is January, "first Jumada" the fifth Hijri month."""
    if "fs" in got:
        return {"month": (got.value("fs", "first_or_second") + got.value("which") - 1) % 12 + 1}
    for name in ("hmonth", "rabi", "jumada", "qada", "hijja"):
        if name in got:
            return {"month": got.value(name) + (got.value("hwhich") or 0), "era": "AH"}
    return {}


def _day_words(got: Captures) -> dict[str, Any]:
    """Days in words of two parts: "the eighth" and "ten", "the fourth" and "the twenty"."""
    if "dord" not in got and "dadd" not in got:
        return {}
    parts = [got.value("dord", tag) for tag in ("ordinal", "first_of")] + [
        got.value("dadd", tag) for tag in ("teen", "the_tens")
    ]
    return {"day": sum(part for part in parts if part)}


def _parts(got: Captures, constants: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    ordinal = got.value("ordinal")
    if constants.get("decade_of"):
        century = (_day_words(got).get("day") or got.value("hundred", "ordinal") or 0) - 1
        fields |= {"decade": century * 10 + (ordinal - 1 if (ordinal or 0) > 0 else 9), "day": None}
    elif constants.get("century"):
        fields["century"] = (_day_words(got).get("day") or (got.count("tens") or 0) + (ordinal or 0)) - 1
        fields["day"] = None
    elif constants.get("week"):
        fields["nth_week"] = ordinal
    if "part" in got:
        fields[str(got.value("part"))] = ordinal or 0
    elif ordinal and "weekday" in got and not constants.get("decade_of"):
        fields["nth"] = ordinal
    return fields | got.constants(constants)


def _clock(got: Captures, afternoon: bool = False) -> dict[str, Any]:
    hour = minute = None
    if "clock" in got:
        hour, minute = (int(part) for part in got.text("clock").split(":")[:2])
    elif "military" in got:
        hour, minute = divmod(got.value("military", "military") or 9999, 100)
    elif "hour" in got:
        hour = int(got.count("hour") or 99)
    elif "hourord" in got:
        hour = got.value("hourord", "ordinal") + (got.value("houradd", "teen") or 0)
        minute = got.value("half_past", "half_word")
    if hour is None:
        return {}
    ampm = "pm" if afternoon else got.value("ampm") or got.value("ampm", "half_day")
    if ampm and 1 <= hour <= 12:
        hour = hour % 12 + (12 if ampm == "pm" else 0)
    if hour > 24 or (minute or 0) > 59:
        return {"refused": "no_such_hour"}
    fields = {"clock": f"{hour:02}" if minute is None else f"{hour:02}:{minute:02}"}
    return fields | ({"zone": got.value("zone")} if "zone" in got else {})


def _counted(got: Captures, effect: dict[str, Any]) -> dict[str, Any]:
    """How many units away from the frame: "two days ago", "last month", "yesterday"."""
    constants = effect.get("set", {})
    unit = constants.get("unit") or (_unit(got) if "unit" in got else "")
    count = constants.get("n", got.count("n"))
    if count is None and "sense" in effect:
        count = 2 if got.value("unit", "dual") else 1
    if "today" in got:
        return {"unit": "D", "amount": got.value("today")}
    step = next((got.value(name) for name in ("step", "told") if name in got), constants.get("step"))
    if count is not None and "sense" in effect:
        return {"unit": unit, "amount": count * effect["sense"]}
    return {"unit": unit, "amount": step} if step is not None else {"unit": constants.get("unit", "")}


def _unit(got: Captures) -> str:
    return str(got.value("unit", "unit") or got.value("unit", "the_unit") or "D")


def _day_beyond(meaning: Meaning, got: Captures, effect: dict[str, Any]) -> Meaning:
    return replace(meaning, unit="D", amount=2 * got.value("today"))


def _unit_beside(meaning: Meaning, got: Captures, effect: dict[str, Any]) -> Meaning:
    return replace(meaning, unit=_unit(got), amount=effect["sense"])


def _duration(meaning: Meaning, got: Captures, effect: dict[str, Any]) -> Meaning:
    constants = effect.get("set", {})
    unit = constants.get("unit") or _unit(got)
    number = constants.get("n", got.value("n", "the_number") or got.count("n"))
    if got.value("unit", "dual"):
        number = 2 if number is None else number
    if got.value("unit", "plural") and constants.get("n") == 1:
        number = None
    if number is not None and constants.get("half_more"):
        number += 0.5
    step = next((got.value(name) for name in ("step", "told") if name in got), constants.get("step"))
    meaning = replace(meaning, type="DURATION", fixed=period(number, unit), unit=unit,
                      amount=(number or 0) * step if step else None)  # fmt: skip
    return _framed(meaning, got)


def period(number: float | None, unit: str) -> str:
    """``P3D``, ``PT24H``, ``PXY``."""
    if number is not None:
        number *= _TIMES.get(unit, 1)
    digits = "X" if number is None else str(int(number)) if number == int(number) else str(number)
    return f"{'PT' if unit[0] == 'T' else 'P'}{digits}{_PERIOD.get(unit, unit)}"


def _set(meaning: Meaning, got: Captures, effect: dict[str, Any]) -> Meaning:
    if "weekday" in got:
        value = f"XXXX-WXX-{got.value('weekday') or got.value('weekday', 'bare_weekday')}"
    elif "month" in got:
        value = f"XXXX-{got.value('month'):02}"
    elif "daypart" in got:
        value = f"XXXX-XX-XXT{got.value('daypart')}"
    elif "set" in got:
        value = got.value("set")
    else:
        dual = 2 if got.value("unit", "dual") else 1
        value = period(got.count("n") or dual, _unit(got))
    return replace(meaning, type="SET", fixed=value)


def _ref(meaning: Meaning, got: Captures, effect: dict[str, Any]) -> Meaning:
    value = effect.get("value") or got.value("ref") or got.value("narrative_ref")
    return replace(meaning, fixed=value)


_KINDS: dict[str, Callable[[Meaning, Captures, dict[str, Any]], Meaning]] = {
    "date": _date,
    "duration": _duration,
    "set": _set,
    "ref": _ref,
    "day_beyond": _day_beyond,
    "unit_beside": _unit_beside,
}
