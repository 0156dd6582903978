"""The rules of a language, ready to match: patterns of ``areas.toml`` with their macros filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from wherewhen.languages import lexicon
from wherewhen.languages.words import fold

_MACRO = re.compile(r"\{([a-z_]+2?)\}")
_GROUP = re.compile(r"\(\?p<")
_ARABIC_WORD = re.compile("[\u0621-\u064a]+")
PLACE = "⟦(?P<place>\\d+)⟧"


@dataclass(frozen=True, slots=True)
class Rule:
    relation: str
    pattern: re.Pattern[str]
    demonym: bool = False
    not_after: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything a language knows about areas."""

    rules: tuple[Rule, ...]
    placeless: tuple[Rule, ...]
    directions: dict[str, str]
    numbers: dict[str, float]
    units: dict[str, float]
    landforms: dict[str, str]
    link: re.Pattern[str]
    excluding: frozenset[str]
    extreme: frozenset[str]
    vocabulary: frozenset[str]


KM = {"km": 1.0, "km2": 1.0, "mile": 1.609344, "metre": 0.001, "yard": 0.0009144, "league": 5.0}


@cache
def rules(language: str) -> Rules:
    """The compiled rules of ``languages/LANGUAGE/areas.toml``."""
    data = lexicon(language, "areas")
    macros = _macros(data)
    found = tuple(_rules(data["rule"], macros, "relation"))
    placeless = tuple(_rules(data["placeless"], macros, "precision"))
    link = re.compile(_filled(data["link"]["pattern"], macros).replace("(?P<place", "(?P<linked"))
    return Rules(
        found, placeless, _directions(data), {fold(k): float(v) for k, v in data["number"].items()},
        _units(data), {fold(w): kind for kind, forms in data["landform"].items() for w in forms}, link,
        frozenset(map(fold, data["excluding"])), frozenset(map(fold, data["extreme"])),
        _vocabulary(found, placeless, link),
    )  # fmt: skip


def _rules(rows: list[dict[str, Any]], macros: dict[str, str], key: str) -> Iterator[Rule]:
    for row in rows:
        guards = [
            re.compile(before + _filled(row[name], macros) + after) if name in row else None
            for name, before, after in (
                ("not_after", r"\b", r"(?: \S+){0,2} $"),
                ("not_before", "^ ?", r"\b"),
            )
        ]
        for pattern in row["patterns"]:
            whole = re.compile(rf"(?<!\S)(?:{_filled(pattern, macros)})(?!\S)")
            yield Rule(row[key], whole, row.get("demonym", False), *guards)


def _macros(data: dict[str, Any]) -> dict[str, str]:
    macros = {name: _folded(text) for name, text in data["macro"].items()}
    nouns = _any(form for row in data["direction"].values() for form in row["noun"])
    adjectives = _any(form for row in data["direction"].values() for form in row["adjective"])
    units = _any(form for forms in data["unit"].values() for form in forms)
    amount = f"(?:{macros['number']} )?(?:{units})"
    macros |= {
        "place": PLACE, "place2": PLACE, "demonym": "⟦\\d+⟧", "dir": f"(?P<dir>{nouns})",
        "dira": f"(?P<dir>{adjectives})", "dira_any": f"(?:{adjectives})",
        "number_unit": f"(?P<amount>{amount})", "other_unit": amount, "city": _city(data),
    }  # fmt: skip
    if "definite_noun" in data:
        macros["dird"] = f"(?P<dir>{_any(f for forms in data['definite_noun'].values() for f in forms)})"
    return macros


def _city(data: dict[str, Any]) -> str:
    return f"(?P<city>{_any(data['city'])})"


def _any(forms: Any) -> str:
    """Alternatives, longest first so that "south west" is not read as "south"."""
    return (
        "(?:"
        + "|".join(re.escape(f) for f in sorted({fold(f) for f in forms}, key=lambda f: (-len(f), f)))
        + ")"
    )


def _folded(pattern: str) -> str:
    """The pattern folded like the words; the names of groups keep their capital P."""
    return _GROUP.sub("(?P<", fold(pattern))


def _filled(pattern: str, macros: dict[str, str]) -> str:
    """Macros replaced, inner ones too, and repeated group names numbered."""
    text = _folded(pattern)
    while _MACRO.search(text):
        text = _MACRO.sub(lambda m: macros[m.group(1)], text)
    return _numbered(text)


def _numbered(text: str) -> str:
    seen: dict[str, int] = {}

    def number(match: re.Match[str]) -> str:
        name = match.group(1)
        seen[name] = seen.get(name, 0) + 1
        return f"(?P<{name}{seen[name]}>"

    return re.sub(r"\(\?P<([a-z]+)>", number, text)


def _directions(data: dict[str, Any]) -> dict[str, str]:
    forms = {
        fold(f): key for key, row in data["direction"].items() for f in (*row["noun"], *row["adjective"])
    }
    return forms | {fold(f): key for key, row in data.get("definite_noun", {}).items() for f in row}


def _units(data: dict[str, Any]) -> dict[str, float]:
    return {
        fold(form): KM[unit] * (2 if unit == "km2" else 1)
        for unit, forms in data["unit"].items()
        for form in forms
    }


def _vocabulary(*groups: Any) -> frozenset[str]:
    patterns = [
        r.pattern.pattern if isinstance(r, Rule) else r
        for g in groups
        for r in (g if isinstance(g, tuple) else [g.pattern])
    ]
    return frozenset(word for pattern in patterns for word in _ARABIC_WORD.findall(pattern) if len(word) > 2)
