"""When a predicted sighting agrees with a gold sighting, point by point."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from wherewhen.evaluation.pairing import kilometres

Row = Mapping[str, Any]
TOLERANCE_KM = {"site": 10, "settlement": 15, "district": 40, "region": 100, "country": 600}
OTHERWISE_KM = 161
SHORTEST_OVERLAP = 8
"""Characters that a claim must share with the gold quote, or half of a shorter quote."""


def folded(name: str | None) -> str:
    """Letters and digits in lower case without accents, words parted by one space."""
    plain = unicodedata.normalize("NFKD", (name or "").casefold())
    letters = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return " ".join("".join(letters).split())


def place_agrees(gold: Row, predicted: Row) -> bool:
    """Near the gold point, or it lies within a radius that is not too wide, or an area has its name."""
    place = predicted.get("place") or {}
    lat, lon = place.get("lat"), place.get("lon")
    if gold.get("lat") is None:
        return lat is None
    precision = str(gold.get("precision"))
    if precision in ("region", "country") and _same_name(gold["place"], place):
        return True
    if lat is None or lon is None:
        return False
    tolerance = TOLERANCE_KM.get(precision, OTHERWISE_KM)
    distance, radius = kilometres(gold["lat"], gold["lon"], lat, lon), place.get("radius_km") or 0
    return distance <= tolerance or distance <= radius <= 3 * tolerance


def _same_name(name: str, place: Row) -> bool:
    names = [place.get("surface"), place.get("name"), *(place.get("names") or {}).values()]
    return folded(name) in {folded(other) for other in names} - {""}


def bounds(row: Row) -> tuple[int | None, int | None]:
    """Day numbers of ``earliest`` and ``latest``; None is an open side."""
    return _day(row.get("earliest")), _day(row.get("latest"))


def _day(text: object) -> int | None:
    try:
        return date.fromisoformat(str(text)[:10]).toordinal() if text else None
    except ValueError:
        return None


def time_agrees(gold: Row, predicted: Row) -> bool:
    """Each stated gold bound is met within a tolerance that grows with the gold's own width."""
    early, late = bounds(gold)
    from_day, to_day = bounds(predicted.get("time") or {})
    width = late - early if early is not None and late is not None else 0
    allowed = _tolerance(width)
    for wanted, given in ((early, from_day), (late, to_day)):
        if wanted is not None and (given is None or abs(given - wanted) > allowed):
            return False
    starts_too_late = early is None and late is not None and from_day is not None and from_day > late
    ends_too_early = late is None and early is not None and to_day is not None and to_day < early
    return not (starts_too_late or ends_too_early)


def _tolerance(width: int) -> int:
    if width <= 2:
        return 1
    return max(1, width // 2) if width < 27 else max(31, width // 4)


def same_bounds(gold: Row, predicted: Row) -> bool:
    return bounds(gold) == bounds(predicted.get("time") or {})


def evidence_agrees(gold: Row, predicted: Row) -> bool:
    kinds = predicted.get("evidence") or []
    kinds = [kinds] if isinstance(kinds, str) else kinds
    return gold["evidence"] in kinds or (gold["evidence"] == "unattributed" and not kinds)


def names_met(gold: Iterable[str], predicted: Iterable[object]) -> int:
    """How many of the gold names are among the predicted ones, by their common words."""
    given = [str(name.get("name") if isinstance(name, Mapping) else name or "") for name in predicted]
    return sum(any(_one_person(name, other) for other in given) for name in gold)


def _one_person(name: str, other: str) -> bool:
    one, two = set(folded(name).split()), set(folded(other).split())
    return bool(one & two) and len(one & two) >= min(len(one), len(two), 2)


def shared_text(text: str, gold: Row, predicted: Row) -> int:
    """Longest overlap in characters of a claim with the gold quote or one of its other mentions."""
    claims = [span for claim in predicted.get("claims") or [] if (span := _claimed(text, claim))]
    quotes = [gold["quote"], *(gold.get("other_mentions") or [])]
    return max((_overlap(_found(text, quote), claim) for quote in quotes for claim in claims), default=0)


def _found(text: str, quote: str) -> tuple[int, int] | None:
    start = text.find(quote)
    return (start, start + len(quote)) if start >= 0 else None


def _claimed(text: str, claim: Row) -> tuple[int, int] | None:
    """The claim's own offsets where they hold its quote, else the first place where the quote stands."""
    start, end, quote = claim.get("start"), claim.get("end"), claim.get("quote")
    if start is not None and end is not None and text[start:end] == quote:
        return start, end
    return _found(text, quote) if quote else None


def _overlap(one: tuple[int, int] | None, other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) if one else 0


def touches(text: str, gold: Row, predicted: Row) -> int:
    """The overlap where it is long enough to count as finding the gold, else 0."""
    shared = shared_text(text, gold, predicted)
    return shared if shared >= SHORTEST_OVERLAP or (shared and shared >= len(gold["quote"]) // 2) else 0
