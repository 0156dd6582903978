"""The rule files say what every rule finds; the grammar has to agree with them."""

from __future__ import annotations

from typing import Any

import pytest
from times_document import document

from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.times import find, relations, sequels


def _rules(*kinds: str) -> list[tuple[str, dict[str, Any]]]:
    return [
        (language, rule)
        for language in LANGUAGES
        for kind in kinds
        for rule in lexicon(language, "times_rules")[kind]
    ]


def _name(value: object) -> str:
    return str(value["name"]) if isinstance(value, dict) else str(value)


@pytest.mark.parametrize(("language", "rule"), _rules("rule", "prefix"), ids=_name)
def test_a_rule_finds_its_examples_with_their_values(language: str, rule: dict[str, Any]) -> None:
    for text, *values in rule["examples"]:
        found = [mention.value.value for mention in find(document(text, language))]
        assert [value for value in found if values or value != "XXXX-XX-XX"] == values, text


@pytest.mark.parametrize(("language", "rule"), _rules("rule", "prefix"), ids=_name)
def test_a_rule_leaves_alone_what_only_looks_like_it(language: str, rule: dict[str, Any]) -> None:
    for text in rule.get("no", []):
        assert find(document(text, language)) == (), text


@pytest.mark.parametrize(("language", "rule"), _rules("relation"), ids=_name)
def test_a_relation_finds_its_anchor_and_the_days_between(language: str, rule: dict[str, Any]) -> None:
    for text, anchor, least, most in rule["examples"]:
        (found,) = (sequels if rule.get("sequel") else relations)(document(text, language))
        assert (found.kind, found.anchor.quote) == (rule["kind"], anchor)
        assert (found.least_days, found.most_days) == (least, None if most < 0 else most), text


def test_every_rule_has_an_example_or_a_mode_of_its_own() -> None:
    bare = [
        rule["name"] for _, rule in _rules("rule", "relation") if not rule["examples"] and "mode" not in rule
    ]
    assert bare == []
