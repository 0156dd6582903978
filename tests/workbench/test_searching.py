"""Search: full text, in whichever spelling."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from wherewhen.workbench.found import pieces

from .conftest import Laid


@pytest.mark.parametrize("words", ["vienna", "Vien", "DORN witness", "berg 2019"])
def test_a_passage_is_found_with_its_claims(laid: Laid, words: str) -> None:
    page = laid.tab.get(f"/en/search?q={words.replace(' ', '+')}").text
    assert "<mark>" in page and "/en/desk?claim=" in page


@pytest.mark.parametrize("words", ["فيينا", "وفيينا", "أيَّار", "ايار"])
def test_arabic_is_found_however_it_is_spelt(laid: Laid, words: str) -> None:
    assert "<mark>" in laid.tab.get(f"/ar/search?q={quote(words)}").text


def test_nothing_is_found_and_nothing_is_asked(laid: Laid) -> None:
    assert "Nothing found for “zzz”" in laid.tab.get("/en/search?q=zzz").text
    for words in ("", "   ", "-", '"', "NEAR(a b)", "*"):
        assert laid.tab.get(f"/en/search?q={words.replace(' ', '+')}").status == 200


def test_what_was_found_is_marked_and_the_text_is_whole() -> None:
    found = pieces("وصلت إلى فيينا.", "فيينا")
    assert "".join(piece.text for piece in found) == "وصلت إلى فيينا."
    assert [piece.text for piece in found if piece.found] == ["فيينا"]
