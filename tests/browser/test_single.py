"""The page as one file: everything inside, nothing asked for, nothing over the budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from wherewhen.model.errors import OutputError
from wherewhen.publication import site
from wherewhen.publication.offer import offered
from wherewhen.publication.public import PublicBand

from .conftest import Open, write
from .fixture.envoy import envoy
from .fixture.paper import PaperBasemap

pytestmark = pytest.mark.browser
NAMED = (("en", "Leila Mansour"), ("ar", "ليلى منصور"))
CASE = replace(envoy(), title=NAMED, summary=NAMED)


def files() -> dict[str, bytes]:
    downloads, data = offered(CASE)
    return site.build(CASE, PaperBasemap(), downloads, apart=False) | data


@pytest.fixture(scope="module")
def one(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("one") / "envoy.html"
    target.write_bytes(site.single(files())[0])
    return target


def test_one_file_is_the_whole_page(open_page: Open, one: Path) -> None:
    seen = open_page(one)
    page = seen.page
    page.wait_for_timeout(300)
    assert [url for url in seen.requests if not url.startswith("data:")] == [one.as_uri()]
    assert seen.complaints == [] and seen.violations == []
    assert page.locator("#en .card").count() == len(CASE.sightings)
    assert page.locator("#en .discs > g").count() > 3
    broken = "all => all.filter(i => i.checkVisibility() && i.complete && !i.naturalWidth).length"
    assert page.locator("img").evaluate_all(broken) == 0
    assert page.evaluate("document.fonts.check('16px \"Noto Sans\"')")


def test_the_data_of_one_file_can_be_saved(open_page: Open, one: Path) -> None:
    page = open_page(one).page
    with page.expect_download() as saved:
        page.locator("#en-data a[download='sightings.geojson']").click()
    assert Path(saved.value.path()).read_bytes() == files()["sightings.geojson"]


def test_a_smaller_budget_leaves_out_data_first_and_says_so() -> None:
    whole, everything = site.single(files())
    least = everything.size - dict(everything.parts)["data"]
    smaller, report = site.single(files(), least + 20_000)
    assert everything.left_out == () and everything.size == len(whole)
    assert report.size == len(smaller) <= least + 20_000
    assert report.left_out and all(not name.startswith("images/photo") for name in report.left_out)


def test_a_budget_below_the_bare_page_is_refused_with_the_least_that_would_do() -> None:
    with pytest.raises(OutputError, match="Allow at least"):
        site.single(files(), 100_000)


def test_one_file_is_the_same_bytes_again() -> None:
    assert site.single(files())[0] == site.single(files())[0]


def test_a_band_that_the_case_states_lies_behind_the_timeline(open_page: Open, tmp_path: Path) -> None:
    band = PublicBand((("en", "travel ban"), ("ar", "منع السفر")), date(2013, 1, 1), None)
    page = open_page(write(replace(CASE, bands=(band,)), tmp_path), "#ar").page
    assert page.locator("#ar .band-name").all_text_contents() == ["منع السفر"]
    wide = page.locator("#ar .band").first.bounding_box()
    line = page.locator("#ar .line").bounding_box()
    assert wide and line and 50 < wide["width"] < line["width"]
