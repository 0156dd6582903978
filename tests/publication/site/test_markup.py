"""Text never becomes markup."""

from __future__ import annotations

import json
import re

import pytest

from wherewhen.publication.site.markup import clean, data_block, fragment, tag, web_address


def test_text_is_escaped_in_content_and_attributes() -> None:
    made = tag("p", {"title": "\"'<>&"}, "<b>&</b>")
    assert made == '<p title="&quot;&#x27;&lt;&gt;&amp;">&lt;b&gt;&amp;&lt;/b&gt;</p>'


def test_markup_made_here_is_not_escaped_twice() -> None:
    assert tag("p", None, tag("b", None, "x"), ["y", None]) == "<p><b>x</b>y</p>"


def test_attributes_that_are_none_or_false_are_left_out() -> None:
    assert tag("details", {"open": True, "class": None, "hidden": False}) == '<details open=""></details>'


def test_control_characters_and_broken_code_points_vanish() -> None:
    assert clean("a\x00b\x1b\ud800c\ufffed\n") == "abcd\n"


def test_no_text_closes_a_data_block() -> None:
    text = "</script><!--\u2028\u2029&\ud800"
    block = data_block("data", {"text": text})
    inner = re.fullmatch(r'<script type="application/json" id="data">(.*)</script>', block, re.S)
    assert inner and not set(inner[1]) & set("<>&\u2028\u2029")
    assert json.loads(inner[1]) == {"text": text}


@pytest.mark.parametrize(
    "address", ["https://a.example/x?y=1#z", "http://a.example", "https://a.example/منصور"]
)
def test_web_addresses_may_be_followed(address: str) -> None:
    assert web_address(address) == address


@pytest.mark.parametrize(
    "address",
    [
        *(None, "", "javascript:alert(1)", " https://a.example", "java\nscript:x", "data:text/html,x"),
        *("//a.example", "file:///etc/passwd", "https://", 'https://a.example/">', "https://[bad", "x"),
    ],
)
def test_nothing_else_may_be_followed(address: str | None) -> None:
    assert web_address(address) is None


def test_a_fragment_is_quoted() -> None:
    assert fragment('en-a b"<\ud800') == "#en-a%20b%22%3C"
