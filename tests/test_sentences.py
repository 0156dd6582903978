"""Every reason that any room can give has a sentence in both languages, and no sentence is idle.

Codes are read from the syntax trees of the source: whole ones as they stand; for computed ones (an f-string)
``COMPUTED`` says where in the room the variable part is written down.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import resources
from pathlib import Path
from string import Formatter

import pytest

import wherewhen
from wherewhen.languages import sentence
from wherewhen.languages.features import feature_words
from wherewhen.languages.sentence import templates
from wherewhen.model.reason import Reason

ROOT = Path(wherewhen.__file__).parent
ROOMS = ("area", "claim", "itinerary", "person", "place", "sighting", "time")
CODE = re.compile(rf"({'|'.join(ROOMS)})\.[a-z_]+")
ARABIC = re.compile("[\u0621-\u064a]")
Harvest = Callable[[], Iterator[str]]


@cache
def tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text("utf-8"))


def texts(node: ast.AST) -> Iterator[str]:
    """Every string constant below a node."""
    for below in ast.walk(node):
        if isinstance(below, ast.Constant) and isinstance(below.value, str):
            yield below.value


def function(file: str, name: str) -> ast.AST:
    return next(n for n in ast.walk(tree(file)) if isinstance(n, ast.FunctionDef) and n.name == name)


def arguments(file: str, called: str, position: int) -> Iterator[str]:
    """The strings written at one position of every call of a function."""
    for node in ast.walk(tree(file)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == called:
            yield from texts(node.args[position]) if len(node.args) > position else ()


def returned(file: str, *names: str) -> Iterator[str]:
    for name in names:
        for node in ast.walk(function(file, name)):
            if isinstance(node, ast.Return) and node.value:
                value = node.value.body if isinstance(node.value, ast.IfExp) else node.value
                yield from (text for text in texts(value) if text)


def members(file: str, name: str, of: str) -> Iterator[str]:
    """The members of an enumeration that a function names, in lower case."""
    for node in ast.walk(function(file, name)):
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == of:
            yield node.attr.lower()


def borrowed_places() -> Iterator[str]:
    yield from arguments("claims/placing.py", "_borrowed", 0)
    for node in ast.walk(function("claims/placing.py", "options")):
        if isinstance(node, ast.For) and isinstance(node.iter, ast.Tuple):
            yield from (next(texts(pair)) for pair in node.iter.elts)


def drawn_areas() -> Iterator[str]:
    """The second argument of ``Drawn``, or what the variable of that name was given before."""
    yield from ("countryside_dir", "countryside_disc", "countryside_disc_dir")  # put together from suffixes
    for file in ("places/areas_geometry.py", "places/areas_lines.py"):
        yield from (code for code in arguments(file, "Drawn", 1) if not code.startswith("_"))
        yield from arguments(file, "_edge", 4)
        for node in ast.walk(tree(file)):
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "code":
                yield from texts(node.value)


def grounds() -> Iterator[str]:
    """What ``for ground in ...`` runs over: strings on the spot or a constant of the file."""
    for file in sorted((ROOT / "places").glob("*.py")):
        nodes = list(ast.walk(tree(f"places/{file.name}")))
        runs = [n.iter for n in nodes if isinstance(n, ast.For) and getattr(n.target, "id", "") == "ground"]
        named = {getattr(run, "id", "") for run in runs}
        for run in runs:
            yield from texts(run)
        for node in nodes:
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", None) in named:
                yield from texts(node.value)


def time_refusals() -> Iterator[str]:
    refusal = re.compile("no_such_[a-z]+|mixed_digits|before_year_one")
    for file in sorted((ROOT / "times").glob("*.py")):
        yield from filter(refusal.fullmatch, texts(tree(f"times/{file.name}")))


COMPUTED: dict[str, Harvest] = {
    "person.{}": lambda: arguments("mentions/people.py", "_add", 4),
    "claim.{} dating": lambda: arguments("claims/dating.py", "_between", 0),
    "claim.{} placing": borrowed_places,
    "claim.{} status": lambda: members("claims/status.py", "_told", "Status"),
    "sighting.{}": lambda: returned("sightings/same_event.py", "_same_place", "_nested"),
    "area.{} drawn": drawn_areas,
    "area.{} placeless": lambda: iter(("in_transit", "unspecified")),
    "place.{}": grounds,
    "time.{} refused": time_refusals,
    "time.{}_event": lambda: iter(("after", "before", "during")),
    "time.part_{}": lambda: iter(("start", "mid", "end")),
}


@cache
def codes() -> frozenset[str]:
    """Every code that the source can give."""
    whole = {
        text for file in ROOT.rglob("*.py") for text in texts(ast.parse(file.read_text("utf-8")))
        if CODE.fullmatch(text) and not text.endswith("_")
    }  # fmt: skip
    computed = {
        pattern.split()[0].format(part.removeprefix("beside ").replace(" ", "_"))
        for pattern, harvest in COMPUTED.items() for part in harvest()
    }  # fmt: skip
    return frozenset(whole | computed)


def test_the_harvest_is_not_empty_anywhere() -> None:
    for pattern, harvest in COMPUTED.items():
        assert list(harvest()), pattern


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_code_of_the_source_has_a_sentence(language: str) -> None:
    assert not sorted(codes() - templates(language).keys())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_sentence_is_idle(language: str) -> None:
    assert not sorted(templates(language).keys() - codes())


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sentence_is_written_in_its_language(language: str) -> None:
    for code, template in templates(language).items():
        words = re.sub(r"\{[^}]*\}", "", template)
        assert bool(ARABIC.search(words)) == (language == "ar"), code


def calls() -> Iterator[tuple[str, frozenset[str]]]:
    """Each ``Reason.of`` whose code and values both stand in the call, as (code, names of values)."""
    for file in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not (isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "of" and node.args):
                continue
            named = frozenset(keyword.arg for keyword in node.keywords if keyword.arg)
            spread = any(keyword.arg is None for keyword in node.keywords)
            code = node.args[0]
            if isinstance(code, ast.Constant) and CODE.fullmatch(str(code.value)) and not spread:
                yield str(code.value), named


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_sentence_asks_only_for_values_that_its_reason_carries(language: str) -> None:
    added = {"surface"}  # every reason of a time expression is given the expression itself
    for code, named in calls():
        asked = {field for _, field, _, _ in Formatter().parse(templates(language)[code]) if field}
        assert asked <= named | (added if code.startswith("time.") else set()), code


COMPUTED_VALUES = {
    "person.": {"name"},
    "sighting.": {"place", "place_ar", "companions"},
    "itinerary.": {"place", "place_ar", "start", "end", "start_ar", "end_ar", "km", "days"},
    "claim.": {"earliest", "latest", "place", "word", "least", "most"},
}
"""The values of reasons whose code is computed or whose values are spread."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_computed_reasons_ask_only_for_their_values(language: str) -> None:
    plain = {code for code, _ in calls()}
    for code, template in templates(language).items():
        room = code.split(".")[0] + "."
        if room in COMPUTED_VALUES and code not in plain:
            asked = {field for _, field, _, _ in Formatter().parse(template) if field}
            assert asked <= COMPUTED_VALUES[room], code


def test_an_open_side_is_shown_as_an_ellipsis() -> None:
    reason = Reason.of("claim.between_neighbours", earliest="", latest="2019-01-02")
    assert "(… to 2019-01-02)" in sentence(reason, "en")
    assert "(… إلى 2019-01-02)" in sentence(reason, "ar")


def test_a_weight_is_a_sentence() -> None:
    reason = Reason.of("claim.weight", feature="verb=arrive", weight="+0.9")
    assert sentence(reason, "en").startswith("In the scales: the word “arrive”, +0.9")
    assert "كلمة «arrive»" in sentence(reason, "ar")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_feature_of_the_scorer_is_shown_raw(language: str) -> None:
    data = json.loads((resources.files("wherewhen.claims") / "weights.json").read_text("utf-8"))
    for feature in data["presence"]["weights"]:
        said = feature_words(feature, language)
        assert "=" not in said and "place." not in said, feature
        assert language == "en" or ARABIC.search(said), feature
