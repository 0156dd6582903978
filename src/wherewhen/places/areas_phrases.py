"""Words read as a phrase: which relation to which place, in which direction, how far."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wherewhen.model.document import Document
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Precision
from wherewhen.model.span import Span
from wherewhen.places.areas_rules import Rule, Rules, rules
from wherewhen.places.areas_tokens import Line, lines

RIVERS = ("STM", "STMI", "CNL")
LAKES = ("LK", "LKS")
TOWNS = (Precision.SETTLEMENT, Precision.SITE, Precision.DISTRICT)
_NUMBER = re.compile(r"\d+(?: ?[.,] ?\d+)?")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A relation of ``areas.toml`` to one or two places.

    direction  one of n ne e se s sw w nw, or None
    km         the distance stated, or None
    within     True where the distance is a bound ("less than 20 km from")
    detail     the word that names the land ("desert"), or "border" where the distance is to a border
    words      the phrase as folded words
    """

    relation: str
    span: Span
    anchors: tuple[PlaceMention, ...]
    direction: str | None = None
    km: float | None = None
    within: bool = False
    detail: str = ""
    words: str = ""

    @property
    def language(self) -> str:
        return self.span.document.language


def phrases(document: Document, mentions: Sequence[PlaceMention]) -> tuple[Phrase, ...]:
    """Every phrase about an area; of overlapping readings the longest, then the earliest rule."""
    language = rules(document.language)
    found: list[Phrase] = []
    for line in lines(document, mentions, language.vocabulary):
        if "⟦" in line.text:
            found += _best(list(_read(document, line, mentions, language)))
    return tuple(found)


def placeless_spans(
    document: Document, mentions: Sequence[PlaceMention] = ()
) -> Iterator[tuple[Precision, Span]]:
    """Passages that put somebody on the way, or say that the place is not told."""
    language = rules(document.language)
    for line in lines(document, mentions, language.vocabulary):
        taken = -1
        for start, end, rule in sorted(_matches(line, language.placeless), key=lambda m: (m[0], -m[1])):
            if start > taken:
                taken = end
                yield Precision(rule.relation), Span(document, *line.offsets(start, end))


def demonym(mention: PlaceMention) -> bool:
    """True for "Syrian": the country is meant, but nobody is there by the word alone."""
    return any(reason.code.endswith("demonym") for reason in mention.reasons)


def _matches(line: Line, candidates: Sequence[Rule]) -> Iterator[tuple[int, int, Rule]]:
    for rule in candidates:
        for match in rule.pattern.finditer(line.text):
            if _guarded(rule, line.text, match):
                yield match.start(), match.end(), rule


def _guarded(rule: Rule, text: str, match: re.Match[str]) -> bool:
    if rule.not_after and rule.not_after.search(text[: match.start()]):
        return False
    return not (rule.not_before and rule.not_before.search(text[match.end() :]))


def _read(
    document: Document, line: Line, mentions: Sequence[PlaceMention], language: Rules
) -> Iterator[tuple[int, Phrase]]:
    for order, rule in enumerate(language.rules):
        for match in rule.pattern.finditer(line.text):
            phrase = _phrase(document, line, rule, match, mentions, language)
            if phrase and _guarded(rule, line.text, match):
                yield order, phrase


def _phrase(
    document: Document,
    line: Line,
    rule: Rule,
    match: re.Match[str],
    mentions: Sequence[PlaceMention],
    language: Rules,
) -> Phrase | None:
    groups = {name: text for name, text in match.groupdict().items() if text}
    anchors = [mentions[int(text)] for name, text in groups.items() if name.startswith("place")]
    start, end = line.offsets(match.start(), match.end())
    if "city1" in groups:
        anchors = _towns_before(mentions, start)[-1:]
    if not anchors or not _fit(rule, anchors):
        return None
    direction = next(
        (language.directions[text] for name, text in groups.items() if name.startswith("dir")), None
    )
    km, within = _km(groups.get("amount1", ""), language), "bound1" in groups
    detail = _detail(groups, match.group(), language)
    span = Span(document, start, end)
    return Phrase(rule.relation, span, tuple(anchors), direction, km, within, detail, match.group())


def _towns_before(mentions: Sequence[PlaceMention], offset: int) -> list[PlaceMention]:
    return [
        m
        for m in mentions
        if m.span.end <= offset and m.value.precision is Precision.SETTLEMENT and not demonym(m)
    ]


def _fit(rule: Rule, anchors: Sequence[PlaceMention]) -> bool:
    """Whether such places can stand in such a relation at all."""
    if any(m.value.point is None for m in anchors):
        return False
    if any(demonym(m) for m in anchors) and not rule.demonym:
        return False
    if rule.relation in ("coast", "offshore"):
        return not any(m.value.kind in (*RIVERS, *LAKES) for m in anchors)
    if rule.relation == "between":
        return all(m.value.precision in TOWNS for m in anchors)
    if rule.relation == "border":
        return all(m.value.precision not in TOWNS for m in anchors)
    return True


def _km(amount: str, language: Rules) -> float | None:
    """Kilometres of "12.5 miles", "كيلومترين", "a few km"."""
    if not amount:
        return None
    unit = max((u for u in language.units if amount.endswith(u)), key=len)
    count = amount.removesuffix(unit).strip()
    digits = _NUMBER.search(count)
    number = _figure(digits.group()) if digits else language.numbers.get(count, 1.0 if not count else 4.0)
    return round(number * language.units[unit], 3)


def _figure(digits: str) -> float:
    """1,500 is fifteen hundred; 1,5 and 1.5 are one and a half."""
    plain = digits.replace(" ", "").replace("٫", ".")
    if re.fullmatch(r"\d{1,3},\d{3}", plain):
        return float(plain.replace(",", ""))
    return float(plain.replace(",", "."))


def _detail(groups: dict[str, str], words: str, language: Rules) -> str:
    if "border1" in groups:
        return "border"
    return next((kind for word in words.split() if (kind := language.landforms.get(word))), "")


def _best(read: list[tuple[int, Phrase]]) -> list[Phrase]:
    chosen: list[Phrase] = []
    for _, phrase in sorted(read, key=lambda r: (r[1].span.start - r[1].span.end, r[0], r[1].span.start)):
        if not any(phrase.span.overlaps(other.span) for other in chosen):
            chosen.append(phrase)
    return sorted(chosen, key=lambda phrase: phrase.span.start)
