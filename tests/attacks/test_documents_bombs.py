"""A document that is built to exhaust the reader is read in time or refused."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.model.errors import InputError

SECONDS = 8
"""Generous, for slow machines: each of these takes well under three seconds on one core."""

BOMBS = {
    "deep.html": "<html><body>" + "<div>" * 50_000 + "x",
    "deep inline.html": "<p>" + "<b><i>" * 20_000 + "x",
    "many attributes.html": "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x",
    "many quoted attributes.html": "<p " + " ".join(f"a{i}='>'" for i in range(100_000)) + ">x",
    "attributes behind a comment.html": "<!--<script>--><p "
    + " ".join(f"a{i}" for i in range(100_000))
    + ">x</script>",
    "open quotes.html": '<p "' * 200_000,
    "one long word.html": "<p>" + "x" * 9_000_000,
    "many captions.html": "<h1>T</h1>" + "<img src=a.jpg><p class=caption>cap</p>" * 10_000,
    "many pictures.html": "<p>x" + "<img src=a.jpg>" * 20_000 + "<p class=caption>cap</p>",
    "many margins.html": "<h1>T</h1>" + "<aside>x</aside><p>y</p>" * 10_000,
    "many rows.html": "<table>" + "<tr><td>a<td>b" * 20_000,
    "nested tables.html": "<table><tr><td>" * 80 + "x",
    "open comments.html": "<p>x</p>" + "<!--" * 100_000,
    "open scripts.html": "<p>x</p>" + "<script>" * 50_000,
    "style braces.html": "<style>" + "a{" * 100_000 + "</style><p>x</p>",
    "style media.html": "<style>" + "@media{" * 50_000 + "</style><p>x</p>",
    "style words.html": "<style>" + "x" * 400_000 + "</style><p>x</p>",
    "style rules.html": "<style>" + "@" * 400_000 + "</style><p>x</p>",
    "style stars.html": "<style>" + "/*" * 100_000 + "</style><p>x</p>",
    "entities.html": "<p>" + "&amp;" * 200_000,
    "long class.html": "<p class='" + "related-" * 100_000 + "'>x</p>",
    "brackets.txt": "(" * 1_000_000,
    "spaces.txt": "x" + " " * 5_000_000 + "y",
    "empty lines.txt": "x" + "\n" * 5_000_000 + "y",
    "short lines.txt": "x\n" * 1_000_000,
    "tags.txt": ("said. Tags " * 20 + "\n") * 5_000,
    "dashes.txt": ("– " * 100 + "\n\n") * 5_000,
    "digits.txt": ("1/" * 100 + "\n\n") * 5_000,
    "combining.txt": "e" + "\u0301" * 500_000,
    "marks.txt": "\u202e\u2066" * 500_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_it_is_read_or_refused_in_time(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(BOMBS[name], encoding="utf-8")
    began = time.perf_counter()
    try:
        documents.read(path)
    except InputError as error:
        assert error.code.startswith("W2")
    assert time.perf_counter() - began < SECONDS


def test_a_page_of_a_megabyte_takes_about_a_second(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    one = "<p>The envoy visited <a href=x>Aleppo</a> in <b>May</b> 2015, he said there. وفي حلب أيضاً</p>"
    path.write_text("<h1>T</h1>" + one * (1_000_000 // len(one.encode())), encoding="utf-8")
    began = time.perf_counter()
    assert len(documents.read(path).blocks) > 8_000
    assert time.perf_counter() - began < 4
