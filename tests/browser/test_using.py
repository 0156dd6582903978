"""What a reader does with the page: steps, searches, filters, turns it to the other language."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .conftest import Open

pytestmark = pytest.mark.browser
WHICH = """() => {
  window.met ??= new Map();
  const now = document.activeElement;
  if (!window.met.has(now)) window.met.set(now, window.met.size);
  return window.met.get(now);
}"""


def selected(page: Page) -> str | None:
    return page.evaluate("document.querySelector('.edition:not([hidden]) .card.is-selected')?.id ?? null")


def shown(page: Page) -> list[int]:
    numbers = "all => all.filter(c => !c.hidden).map(c => Number(c.dataset.n))"
    found: list[int] = page.locator(".edition:not([hidden]) .card").evaluate_all(numbers)
    return sorted(found)


def test_arrow_keys_step_through_the_sightings(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, reduced_motion="reduce").page
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert selected(page) == "en-s02"
    page.keyboard.press("ArrowLeft")
    assert selected(page) == "en-s01"


def test_arrow_keys_follow_the_direction_of_arabic(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#ar", reduced_motion="reduce").page
    page.keyboard.press("ArrowLeft")
    assert selected(page) == "ar-s01"


def test_slash_searches_in_both_scripts(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    page.keyboard.press("/")
    page.keyboard.type("permits")
    assert shown(page) == [7]
    page.keyboard.press("Control+a")
    page.keyboard.type("المزارعين")
    assert shown(page) == [4]


def test_search_finds_arabic_whatever_the_spelling_of_alef(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#ar?q=اربيل").page
    assert 12 in shown(page)


def test_turning_the_language_turns_the_whole_page(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#en-s04").page
    page.locator("#en [data-language=ar]").click()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["ar", "rtl"]
    assert "٢٠١٢" in page.title()
    assert not page.locator("#en").is_visible()
    assert selected(page) == "ar-s04"
    page.wait_for_timeout(500)
    assert page.evaluate("location.hash").startswith("#ar-s04")
    assert "حلب" in page.locator("#ar .map .names text").all_text_contents()
    ticks = page.locator("#ar .tick-label").all_text_contents()
    assert "٢٠١٤" in " ".join(ticks)
    assert not re.search("[0-9A-Za-z]", "".join(ticks))


def test_time_runs_to_the_left_in_arabic(open_page: Open, envoy_page: Path) -> None:
    places = "all => all.map(t => Number(t.getAttribute('x')))"
    left_to_right = open_page(envoy_page).page.locator("#en .tick-label").evaluate_all(places)
    right_to_left = open_page(envoy_page, "#ar").page.locator("#ar .tick-label").evaluate_all(places)
    assert left_to_right == sorted(left_to_right)
    assert right_to_left == sorted(right_to_left, reverse=True)


def test_filters_narrow_story_map_table_and_address(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    page.get_by_role("button", name="Filter").click()
    page.get_by_label("Status").select_option("denied")
    assert shown(page) == [12]
    assert page.locator("#en .discs > g").count() == 1
    assert page.locator("#en tbody tr:not([hidden])").count() == 1
    page.wait_for_timeout(300)
    assert "status=denied" in page.evaluate("location.hash")
    page.get_by_role("button", name="Clear all").click()
    assert len(shown(page)) == 13


def test_an_address_restores_what_was_chosen(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#en?companion=Samir%20Daher&view=time").page
    assert shown(page) == [1, 4]
    expect(page.get_by_role("button", name="By time")).to_have_attribute("aria-pressed", "true")


def test_years_keep_what_could_lie_within_them(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#en?from=2012-01-01&to=2012-12-31").page
    assert shown(page) == [1, 2, 4, 7, 13]


def test_dragging_over_the_timeline_chooses_time(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    box = page.locator("#en .line").bounding_box()
    assert box
    page.mouse.move(box["x"] + 135, box["y"] + 40)
    page.mouse.down()
    page.mouse.move(box["x"] + 400, box["y"] + 40, steps=5)
    page.mouse.up()
    assert 1 in shown(page) and 12 not in shown(page)


def test_the_table_sorts(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#en?view=table").page
    page.get_by_role("button", name="Place", exact=True).click()
    places = page.locator("#en tbody td:nth-child(2)").all_text_contents()
    assert places == sorted(places, key=str.lower)


def test_a_disc_of_several_opens_a_list(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, reduced_motion="reduce").page
    page.locator("#en .discs .is-several").first.focus()
    page.keyboard.press("Enter")
    items = page.locator("#en .popup button")
    assert items.count() >= 2
    items.nth(1).click()
    assert selected(page) is not None


def test_map_timeline_and_card_highlight_together(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, reduced_motion="reduce").page
    page.locator('#en .when[data-n="5"]').click()
    assert selected(page) == "en-s05"
    assert page.locator('#en .when.is-selected[data-n="5"]').count() == 1
    assert page.locator("#en .discs .is-selected .disc-number").text_content() == "5"


def test_scrolling_the_story_selects_what_is_read(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, reduced_motion="reduce").page
    page.locator("#en-s09").evaluate("card => card.scrollIntoView({block: 'start'})")
    page.wait_for_timeout(300)
    assert selected(page) in ("en-s08", "en-s09", "en-s10")


def test_keys_move_and_zoom_the_map(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, reduced_motion="reduce").page
    page.locator("#en .map-field").focus()
    before = page.locator("#en .scale").text_content()
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.wait_for_timeout(400)
    assert page.locator("#en .scale").text_content() != before
    page.keyboard.press("0")
    page.wait_for_timeout(400)
    assert page.locator("#en .scale").text_content() == before
    assert selected(page) is None


def test_unknown_paths_are_drawn_only_when_asked(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    assert page.locator("#en .leg-unknown").count() == 0
    assert page.locator("#en .legs .leg").count() == 1
    page.get_by_label("Join neighbours in time (path unknown)").check()
    assert page.locator("#en .leg-unknown").count() >= 1


def test_tab_reaches_every_control(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    wanted = page.evaluate(
        "[...document.querySelectorAll('#en a[href], #en button, #en input, #en select, #en summary,"
        ' #en [tabindex="0"]\')].filter(e => e.checkVisibility({contentVisibilityAuto: false})).length'
    )
    reached = set()
    for _ in range(wanted + 30):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(WHICH))
    assert len(reached) >= wanted


def test_a_phone_can_fold_the_map(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, width=390, height=844).page
    box = page.locator("#en .map-pane").bounding_box()
    assert box and 0.36 < box["height"] / 844 < 0.4
    page.get_by_role("button", name="Hide the map").click()
    assert not page.locator("#en .map-pane").is_visible()
    page.get_by_role("button", name="Show the map").click()
    assert page.locator("#en .map-pane").is_visible()
