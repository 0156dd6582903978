"""Offsets count code points of the stored text, whatever the text holds."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wherewhen.documents import of_text
from wherewhen.model.document import Document
from wherewhen.model.errors import InputError
from wherewhen.model.span import Span

MARKS = "\u200f\u200e\u202b\u202c\u2067\u2069\u064b\u0301\u0653"
LETTERS = f"aé e ا ـ ٣ حلب {MARKS} 🙂 (Reuters) – : . 2016 \n\n\n\t\u00a0"
LINES = st.lists(
    st.one_of(
        st.text(st.sampled_from(LETTERS), max_size=60),
        st.text(st.characters(exclude_categories=("Cs",)), max_size=40),
        st.sampled_from(
            ["Related Articles", "سمات", "By Jane Doe", "صورة: حلب", "He went to Rome. Tags Rome Milan"]
        ),
    ),
    max_size=12,
)


def well_formed(document: Document) -> None:
    """Blocks lie in the text, ordered and disjoint, without white space at their edges."""
    for block in document.blocks:
        quote = document.quote(block)
        assert 0 <= block.start < block.end <= len(document.text)
        assert quote and quote == quote.strip()
        assert Span(document, block.start, block.end).quote == quote
    for one, next_one in pairwise(document.blocks):
        assert one.end <= next_one.start


@given(LINES, st.sampled_from(["\n", "\n\n"]))
def test_blocks_of_any_text_are_ordered_disjoint_and_inside(lines: list[str], joint: str) -> None:
    try:
        document = of_text(joint.join(lines))
    except InputError:
        return
    well_formed(document)


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=200))
def test_a_text_that_is_already_normal_is_stored_verbatim(text: str) -> None:
    normal = unicodedata.normalize("NFC", text).lstrip("\ufeff") + "."
    assert of_text(normal).text == normal


@given(LINES)
def test_every_word_outside_blocks_is_white_space(lines: list[str]) -> None:
    try:
        document = of_text("\n".join(lines))
    except InputError:
        return
    covered = "".join(document.quote(block) for block in document.blocks)
    assert "".join(covered.split()) == "".join(document.text.split())


def test_decomposed_letters_are_composed_before_offsets_are_counted() -> None:
    document = of_text("Cafe\u0301 in Aleppo, and again in Aleppo.")
    assert document.text.index("Aleppo") == 8


def test_bidi_marks_and_tatweel_stay_and_are_counted() -> None:
    text = "زار \u200fحلـــب\u200e في ٢٠١٦."
    document = of_text(text)
    assert document.text == text
    assert document.text[document.text.index("٢٠١٦") :].startswith("٢٠١٦")


def test_line_ends_of_every_system_become_one_character() -> None:
    assert of_text("one.\r\ntwo.\rthree.").text == "one.\ntwo.\nthree."


def test_reading_twice_gives_the_same_document() -> None:
    one, two = of_text("He was in Rome.\n\nHe left."), of_text("He was in Rome.\n\nHe left.")
    assert (one.id, one.text, one.blocks) == (two.id, two.text, two.blocks)
