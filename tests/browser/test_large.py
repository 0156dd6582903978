"""A record of a thousand sightings: cards come from their files as the reader reaches them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from wherewhen.publication.public import PublicCase, PublicSighting
from wherewhen.publication.site.reams import LARGE

from .conftest import Open, write
from .fixture.envoy import envoy
from .hostile import PAYLOADS

pytestmark = pytest.mark.browser
COUNT = 1000
NUMBERS = "all => all.map(c => Number(c.dataset.n))"


def many() -> PublicCase:
    """The envoy's sightings again and again, each with an id and a quote of its own."""
    case = envoy()
    return replace(case, sightings=tuple(_copy(case, n) for n in range(1, COUNT + 1)))


def _copy(case: PublicCase, n: int) -> PublicSighting:
    old = case.sightings[n % len(case.sightings)]
    hostile = PAYLOADS[n % len(PAYLOADS)] if n < 60 else ""
    claims = (replace(old.claims[0], quote=f"passage number {n} of the record {hostile}"),)
    return replace(old, number=n, id=f"many-{n}", claims=claims, conflicts=())


@pytest.fixture(scope="module")
def long_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    assert COUNT > LARGE
    return write(many(), tmp_path_factory.mktemp("many"))


def test_the_first_cards_are_read_and_nothing_complains(open_page: Open, long_page: Path) -> None:
    seen = open_page(long_page)
    seen.page.wait_for_selector("#en .card[data-n='1']")
    numbers = seen.page.locator("#en .card").evaluate_all(NUMBERS)
    assert numbers == list(range(1, len(numbers) + 1)) and len(numbers) < 200
    assert seen.complaints == [] and seen.violations == [] and seen.outside == []
    assert seen.page.evaluate("window.ran") == 0


def test_scrolling_brings_more_and_lets_go_of_the_first(open_page: Open, long_page: Path) -> None:
    page = open_page(long_page, reduced_motion="reduce").page
    page.wait_for_selector("#en .card[data-n='1']")
    for _ in range(14):
        page.evaluate("document.querySelector('#en .later').scrollIntoView()")
        page.wait_for_timeout(120)
    numbers = page.locator("#en .card").evaluate_all(NUMBERS)
    assert max(numbers) > 200 and len(numbers) <= 200
    assert numbers == list(range(min(numbers), max(numbers) + 1))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_permanent_link_opens_its_card(open_page: Open, long_page: Path, language: str) -> None:
    page = open_page(long_page, f"#{language}-many-777").page
    page.wait_for_selector(f"#{language} .card.is-selected[data-n='777']")
    page.locator(f"#{language} .earlier").click()
    page.wait_for_selector(f"#{language} .card[data-n='750']")


def test_the_search_finds_a_quote_that_is_not_on_the_page(open_page: Open, long_page: Path) -> None:
    page = open_page(long_page).page
    page.keyboard.press("/")
    page.keyboard.type("passage number 931 ")
    page.wait_for_selector("#en .card[data-n='931']")
    assert page.locator("#en .card").evaluate_all(NUMBERS) == [931]


def test_the_long_table_shows_its_rows_and_sorts(open_page: Open, long_page: Path) -> None:
    page = open_page(long_page, "#en?view=table").page
    page.wait_for_selector("#en tbody tr")
    assert page.locator("#en tbody tr").count() == 200
    page.get_by_role("button", name="Show more").click()
    assert page.locator("#en tbody tr").count() == 400
    page.locator("#en th button").first.click()
    page.locator("#en th button").first.click()
    assert page.locator("#en tbody tr").first.get_attribute("data-n") == str(COUNT)


def test_the_timeline_shows_how_many(open_page: Open, long_page: Path) -> None:
    page = open_page(long_page, "#en-many-5").page
    assert page.locator("#en .crowd").count() >= 1
    assert page.locator("#en .when.is-selected").count() == 1


def test_without_scripts_the_page_says_where_to_read(open_page: Open, long_page: Path) -> None:
    page = open_page(long_page, java_script_enabled=False).page
    assert "sightings.csv" in page.locator("#en .unscripted").inner_text()
    assert page.locator("#en svg.overview").is_visible()
