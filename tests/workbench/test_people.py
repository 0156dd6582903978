"""Roles and rules: who may be named, what may go out, and the second person whom loosening takes."""

from __future__ import annotations

from wherewhen.model.claim import Status
from wherewhen.model.judgement import Role
from wherewhen.reviewing import policy

from .conftest import Laid

RULES = {"embargo": "30", "grid": "", "quote": "400"}


def test_whoever_is_named_has_no_role_at_first(laid: Laid) -> None:
    page = laid.tab.get("/en/people").text
    assert (
        "Carla Dorn" in page
        and '<option value="unknown" selected>' in page
        and "nobody but the subject" in page
    )


def test_a_role_is_set(laid: Laid) -> None:
    answer = laid.tab.post("/en/role", person="Carla Dorn", role="accused", seen=laid.case.state.number)
    assert laid.case.state.roles["Carla Dorn"] is Role.ACCUSED
    assert "Named to readers: <bdi>Carla Dorn" in laid.tab.followed(answer).text


def test_a_role_that_was_set_meanwhile_is_not_overwritten(laid: Laid) -> None:
    seen = laid.case.state.number
    laid.tab.post("/en/role", person="Carla Dorn", role="minor", seen=seen)
    assert laid.tab.post("/en/role", person="Carla Dorn", role="accused", seen=seen).status == 409
    assert laid.case.state.roles["Carla Dorn"] is Role.MINOR


def test_the_rules_of_the_publication(laid: Laid) -> None:
    laid.tab.post("/en/policy", **(RULES | {"embargo": "90", "grid": "2.5", "quote": ""}))
    rules = policy(laid.case)
    assert (rules.embargo_days, rules.grid_km, rules.quote_length) == (90, 2.5, None)
    assert Status.PLANNED not in rules.statuses


def test_loosening_takes_a_second_person_and_a_reason(laid: Laid) -> None:
    loose = (RULES | {"embargo": "5"}, RULES | {"embargo": ""}, RULES | {"planned": "true"})
    for fields in loose:
        for more in ({}, {"second": "Omar"}, {"reason": "urgent"}):
            assert laid.tab.post("/ar/policy", **(fields | more)).status == 422
    assert laid.case.state.terms is None
    laid.tab.post("/en/policy", **(loose[0] | {"second": "Omar", "reason": "urgent"}))
    assert policy(laid.case).embargo_days == 5
    assert laid.case.history()[-1].reason == "urgent (second person: Omar)"


def test_a_rule_that_is_no_number_is_not_taken(laid: Laid) -> None:
    for name, value in (
        ("embargo", "soon"),
        ("grid", "-1"),
        ("grid", "nan"),
        ("quote", "1e9"),
        ("embargo", "-3"),
    ):
        assert laid.tab.post("/en/policy", **(RULES | {name: value})).status == 422
    assert laid.case.state.terms is None
