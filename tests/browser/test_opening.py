"""The page opens by double-click, asks nobody for anything, and holds every sighting."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Open
from .fixture.envoy import envoy

pytestmark = pytest.mark.browser
CASE = envoy()


def test_no_request_leaves_the_file_system(open_page: Open, envoy_page: Path) -> None:
    seen = open_page(envoy_page)
    seen.page.evaluate("scrollTo(0, document.body.scrollHeight)")
    seen.page.wait_for_timeout(300)
    assert seen.outside == []
    assert any(url.endswith("page.js") for url in seen.requests)


def test_nothing_complains(open_page: Open, envoy_page: Path) -> None:
    for hash in ("", "#ar", "#en?view=table", "#en-s04?status=asserted", "#nonsense%"):
        seen = open_page(envoy_page, hash)
        seen.page.wait_for_timeout(200)
        assert seen.complaints == []
        assert seen.violations == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_sighting_and_quote_is_on_the_page(open_page: Open, envoy_page: Path, language: str) -> None:
    page = open_page(envoy_page, f"#{language}").page
    assert page.locator(f"#{language} .card:visible").count() == len(CASE.sightings)
    for sighting in CASE.sightings:
        card = page.locator(f'[id="{language}-{sighting.id}"]')
        words = card.text_content() or ""
        assert dict(sighting.place.names)[language] in words
        assert all(claim.quote in words for claim in sighting.claims)
        assert all(companion in words for companion in sighting.companions)


def test_every_sighting_is_on_the_map_or_in_the_tray(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    page.wait_for_timeout(400)
    labels = page.locator("#en .discs > g").evaluate_all("all => all.map(g => g.getAttribute('aria-label'))")
    on_map = " ".join(labels)
    in_tray = page.locator("#en .tray [data-n]").evaluate_all("all => all.map(b => Number(b.dataset.n))")
    assert in_tray == [11, 13]
    shown = page.locator("#en .discs > g .disc-number").all_text_contents()
    several = sum(int(text[1:]) for text in shown if text.startswith("×"))
    assert several + sum(1 for text in shown if not text.startswith("×")) == len(CASE.sightings) - 2
    assert "Damascus" in on_map or "7, 8" in on_map


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_page_is_complete_without_scripts(open_page: Open, envoy_page: Path, language: str) -> None:
    seen = open_page(envoy_page, java_script_enabled=False)
    words = seen.page.locator(f"#{language}").inner_text()
    assert all(claim.quote in words for s in CASE.sightings for claim in s.claims[:2])
    assert seen.page.locator(f"#{language} svg.overview").is_visible()
    assert seen.page.locator(f"#{language} .map-pane").count() == 0


def test_a_draft_says_so_in_text_in_both_languages(envoy_page: Path) -> None:
    html = envoy_page.read_text("utf-8")
    assert html.count("Unreviewed machine reading") > len(CASE.sightings)
    assert html.count("قراءة آلية لم تُراجَع") > len(CASE.sightings)


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [320, 390, 768, 1024])
def test_no_width_scrolls_sideways(open_page: Open, envoy_page: Path, width: int, language: str) -> None:
    page = open_page(envoy_page, f"#{language}", width=width, height=800).page
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_data_of_the_page_names_every_sighting(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page).page
    ids = page.evaluate("JSON.parse(document.getElementById('data').textContent).rows.map(row => row[1])")
    assert ids == [sighting.id for sighting in CASE.sightings]


def test_printing_shows_the_story_and_no_controls(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "#en?view=table").page
    page.emulate_media(media="print")
    assert page.locator("#en .card").first.is_visible()
    assert page.locator("#en svg.overview").is_visible()
    for control in (".toolbar", ".map-pane", ".timeline", ".banner-nav", ".table"):
        assert not page.locator(f"#en {control}").first.is_visible()
    assert len(page.pdf(prefer_css_page_size=True)) > 20_000


def test_an_embedded_page_is_map_and_timeline_alone(open_page: Open, envoy_page: Path) -> None:
    page = open_page(envoy_page, "?embed=1").page
    assert page.locator("#en .map-pane").is_visible()
    assert page.locator("#en .timeline").is_visible()
    assert not page.locator("#en .main").is_visible()
