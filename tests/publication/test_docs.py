"""The documents say what the code does."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

from wherewhen.publication.exports import EXPORTS
from wherewhen.publication.policy import Policy
from wherewhen.publication.wording import ENGLISH

ROOT = Path(__file__).parents[2]
EXPORT_PAGE = (ROOT / "docs" / "exports.md").read_text("utf-8")
EXPORT_CODE = "".join(p.read_text("utf-8") for p in (ROOT / "src/wherewhen/publication/exports").glob("*.py"))


def test_every_format_has_its_row() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| `", EXPORT_PAGE, re.MULTILINE)
    assert rows == list(EXPORTS)


def test_every_fact_that_can_be_lost_is_explained_and_used() -> None:
    explained = set(
        re.findall(r"`([a-z_]+)`", EXPORT_PAGE.split("## What can be lost")[1].split("## A new")[0])
    )
    facts = set(ENGLISH.table("dropped"))
    assert facts <= explained
    assert all(f"{fact}=" in EXPORT_CODE for fact in facts)


def test_every_rule_of_a_policy_is_explained_where_it_is_defined() -> None:
    explained = (Policy.__doc__ or "") + (ROOT / "docs" / "publication.md").read_text("utf-8")
    assert all(re.search(rf"^\s+{field.name}\s", explained, re.MULTILINE) for field in fields(Policy))


def test_exporters_know_only_the_types_of_the_publication() -> None:
    allowed = {"exports", "public", "wording", "geometry", "xml_text"}
    for room in set(re.findall(r"from wherewhen\.publication\.(\w+)", EXPORT_CODE)):
        assert room in allowed, room
    assert set(re.findall(r"from wherewhen\.(\w+)", EXPORT_CODE)) <= {"publication", "model"}
