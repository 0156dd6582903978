"""Text from documents is data: no string in any field ever runs, loads or complains."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from wherewhen.publication.public import PublicCase

from .conftest import Open, write
from .fixture.envoy import envoy
from .hostile import PAYLOADS, STRINGS, poisoned

pytestmark = pytest.mark.browser


def in_every_field(payload: str) -> PublicCase:
    """The case with the payload in every text, still with ids that differ."""
    case: PublicCase = poisoned(envoy(), payload)
    sightings = tuple(dataclasses.replace(s, id=f"{payload}{s.number}") for s in case.sightings)
    return dataclasses.replace(case, sightings=sightings)


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
def test_a_hostile_string_in_every_field_stays_text(open_page: Open, tmp_path: Path, payload: str) -> None:
    seen = open_page(write(in_every_field(payload), tmp_path))
    page = seen.page
    page.wait_for_function("document.documentElement.classList.contains('ready')")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.keyboard.press("ArrowRight")
    page.get_by_role("button", name="By time").click()
    page.locator("#en [data-language=ar]").click()
    page.wait_for_timeout(150)
    assert page.evaluate("window.ran") == 0
    assert seen.outside == []
    assert seen.violations == []
    assert seen.complaints == []
    assert page.locator("#ar .card").count() == 13
    assert page.locator("script:not([src='page.js']):not([type='application/json'])").count() == 0
    links = page.locator("a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert all(link.startswith(("#", "http://", "https://", "sightings.", "images/")) for link in links)


@pytest.mark.parametrize("part", range(11))
def test_five_hundred_strings_in_every_field_stay_text(open_page: Open, tmp_path: Path, part: int) -> None:
    """Fifty in each text, one after another."""
    assert len(STRINGS) == 11 * 50
    seen = open_page(write(in_every_field(" ".join(STRINGS[part * 50 : part * 50 + 50])), tmp_path))
    page = seen.page
    page.wait_for_function("document.documentElement.classList.contains('ready')")
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate("location.hash = 'ar'")
    page.wait_for_timeout(150)
    assert page.evaluate("window.ran") == 0
    assert (seen.outside, seen.violations, seen.complaints) == ([], [], [])
    assert page.locator("#ar .card").count() == 13


def test_poison_reaches_every_text_field() -> None:
    case = in_every_field("POISON")
    fields = str(dataclasses.asdict(case)).count("POISON")
    assert case.subject == case.sightings[0].claims[0].quote == case.documents[0].url == "POISON"
    assert fields > 400
