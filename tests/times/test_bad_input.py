"""Absurd dates: no crash, no wrong date, and a code for what was refused."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from times_document import document

from wherewhen.languages import LANGUAGES
from wherewhen.languages.sentence import templates
from wherewhen.times import find, relations

REFUSED = [
    ("on 31 February 2015", "en", "no_such_day"),
    ("on February 30, 2015", "en", "no_such_day"),
    ("on 2015-13-05", "en", "no_such_day"),
    ("on 45/13/2015", "en", "no_such_day"),
    ("on May 32, 2015", "en", "no_such_day"),
    ("on May 5, 99999", "en", "no_such_year"),
    ("in the year 0", "en", "no_such_year"),
    ("on May 5, " + "9" * 10_000, "en", "no_such_year"),
    ("at 25:99", "en", "no_such_hour"),
    ("on 1٢ May 2015", "en", "mixed_digits"),
    ("في ٣١ شباط ٢٠١٥", "ar", "no_such_day"),
    ("في 1٢/05/2015", "ar", "mixed_digits"),
    ("في 5 أيار 99999", "ar", "no_such_year"),
    ("في 35 رمضان 1436 هـ", "ar", "no_such_day"),
]


@pytest.mark.parametrize(("text", "language", "code"), REFUSED, ids=[row[2] + row[1] for row in REFUSED])
def test_what_is_no_date_is_refused_with_a_reason(text: str, language: str, code: str) -> None:
    (mention,) = find(document(text, language))
    assert mention.value.when is None
    assert [reason.code for reason in mention.reasons] == [f"time.{code}"]


def test_years_before_the_first_have_a_value_and_no_days() -> None:
    (mention,) = find(document("Carthage fell in 146 BC."))
    assert (mention.value.value, mention.value.when) == ("BC0146", None)
    assert mention.reasons[0].code == "time.before_year_one"


WORDS = (
    "1 12 31 2015 0 99999 ٣ ۴ May march of the last year days ago after a second BC AD - / . , 10:30 Monday "
    "century من أيار الماضي قبل يومين عام رمضان هـ القرن التاسع عشر مساء و ( )"
).split()


@given(st.lists(st.sampled_from([*WORDS, "\n"]), max_size=14), st.sampled_from(LANGUAGES), st.booleans())
@settings(max_examples=1500, deadline=None)
def test_no_order_of_words_of_time_breaks_it(words: list[str], language: str, dated: bool) -> None:
    text = " ".join(words)
    page = document(text, language) if dated else document(text, language, None)
    for mention in find(page):
        assert text[mention.span.start : mention.span.end] == mention.span.quote.strip()
    relations(page)


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
@settings(max_examples=500, deadline=None)
def test_no_text_breaks_it(text: str, language: str) -> None:
    find(document(unicodedata.normalize("NFC", text), language))


@pytest.mark.parametrize(
    "unit", ["5 ", "9" * 50, "a ", "the end of ", "May ", "1/", "قبل ", "و", "twenty-", "last year ", "("]
)
def test_time_grows_with_length_alone(unit: str) -> None:
    def seconds(length: int) -> float:
        page = document(unit * (length // len(unit)))
        start = time.process_time()
        find(page)
        relations(page)
        return time.process_time() - start

    seconds(2_000)
    short, long = seconds(20_000), seconds(80_000)
    assert long < 0.05 or long < 10 * short


def test_every_reason_has_a_sentence_in_both_languages() -> None:
    rooms = Path(find.__code__.co_filename).parent
    source = "\n".join(file.read_text("utf-8") for file in rooms.glob("*.py"))
    codes = set(re.findall(r'"(time\.[a-z_]+)"', source))
    refusals = re.findall(r'refused\("([a-z_]+)"|"refused": "([a-z_]+)"', source)
    codes |= {f"time.{code}" for pair in refusals for code in pair if code}
    codes |= {f"time.part_{part}" for part in ("start", "mid", "end")}
    codes |= {f"time.{kind}_event" for kind in ("after", "before", "during")}
    for language in LANGUAGES:
        assert codes <= set(templates(language)), language
