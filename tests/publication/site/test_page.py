"""What stands in the files of a page."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from wherewhen.publication import site
from wherewhen.publication.site.assets import AssetsMissing
from wherewhen.publication.site.card import address

from ...browser.fixture.envoy import envoy
from ...browser.fixture.paper import PaperBasemap

CASE = envoy()
HTML = site.build(CASE, PaperBasemap())["index.html"].decode()


def test_the_same_case_makes_the_same_bytes() -> None:
    assert site.build(envoy(), PaperBasemap()) == site.build(envoy(), PaperBasemap())


def test_every_sighting_stands_once_in_each_language() -> None:
    for sighting in CASE.sightings:
        for language in ("en", "ar"):
            assert HTML.count(f'id="{language}-{sighting.id}"') == 1


def test_the_policy_allows_nothing_but_the_pages_own_files() -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', HTML)
    assert policy and policy[1].startswith("default-src &#x27;none&#x27;")
    assert "unsafe" not in policy[1] and "http" not in policy[1] and "data:" not in policy[1]


def test_there_is_no_inline_script_style_or_handler() -> None:
    scripts = re.findall(r"<script[^>]*>", HTML)
    assert scripts == ['<script src="page.js">', '<script type="application/json" id="data">']
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=", HTML)


def test_links_go_to_the_publisher_without_a_trace() -> None:
    links = re.findall(r'<a href="http[^>]*>', HTML)
    assert links and all('rel="noopener noreferrer"' in link for link in links)


def test_every_file_that_the_page_names_is_there() -> None:
    files = site.build(CASE, PaperBasemap())
    named = re.findall(r'(?:src|href)="((?:images|fonts|page)[^"#]*)"', HTML)
    assert named and set(named) <= set(files)
    fonts = re.findall(r"fonts/[a-z-]+\.woff2", files["page.css"].decode())
    assert fonts and set(fonts) <= set(files)


def test_the_data_block_holds_every_sighting() -> None:
    block = re.search(r'id="data">(.*?)</script>', HTML)
    assert block and len(json.loads(block[1])["rows"]) == len(CASE.sightings)


def test_a_reviewed_case_carries_no_watermark() -> None:
    html = site.build(replace(CASE, draft=False), PaperBasemap())["index.html"].decode()
    before_data = html[: html.index('id="data"')]
    assert "Unreviewed machine reading" not in before_data


def test_what_was_withheld_is_counted_by_category() -> None:
    assert "the names of 2 companions" in HTML and "الموقع الدقيق لمكان واحد" in HTML


def test_quotes_keep_their_own_language_and_direction() -> None:
    assert '<blockquote lang="ar" dir="rtl">' in HTML and '<blockquote lang="en" dir="ltr">' in HTML


@pytest.mark.parametrize("name", ["../../etc/passwd", "..", "", "a\\b\\c.png", "<x>.png", "a b.png"])
def test_a_picture_lies_in_the_pictures_folder(name: str) -> None:
    assert re.fullmatch(r"images/[A-Za-z0-9_-][A-Za-z0-9._-]*", address(name))


def test_missing_assets_name_the_remedy() -> None:
    assert "make" in str(AssetsMissing("assets", "Run `make` in the checkout, or install the wheel"))
