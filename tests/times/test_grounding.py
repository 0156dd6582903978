"""What the words leave out comes from around them, and the reason says from where."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from times_document import document

from wherewhen.languages import LANGUAGES, sentence
from wherewhen.model.document import Block, BlockKind
from wherewhen.model.mention import TimeMention
from wherewhen.times import Mode, as_json, find


def _only(text: str, language: str = "en", published: date | None = date(2015, 6, 10)) -> TimeMention:
    (mention,) = find(document(text, language, published))
    return mention


def _by_machine(text: str, start: int, end: int, language: str = "en") -> list[bool]:
    """Which dates are marked where a machine read that stretch from a picture."""
    made = replace(document(text, language), doubtful=((start, end),))
    return [any(r.code == "time.read_by_machine" for r in m.reasons) for m in find(made)]


def _bounds(mention: TimeMention) -> tuple[str, str]:
    when = mention.value.when
    assert when is not None
    return str(when.earliest), str(when.latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("He was seen on Tuesday.", "2015-06-09", "2015-06-09"),
        ("He arrived this week.", "2015-06-08", "2015-06-10"),
        ("He was in Homs in early May.", "2015-05-01", "2015-05-10"),
        ("He left in late 2014.", "2014-09-01", "2014-12-31"),
        ("He was born about 1373.", "1372-01-01", "1374-12-31"),
        ("He was there six months ago.", "2014-11-01", "2014-12-31"),
        ("He will come in July.", "2015-07-01", "2015-07-31"),
        ("He came on July 3.", "2014-07-03", "2014-07-03"),
    ],
)
def test_bounds_in_a_report_published_on_10_june_2015(text: str, earliest: str, latest: str) -> None:
    assert _bounds(_only(text)) == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("شوهد يوم الثلاثاء.", "2015-06-09", "2015-06-09"),
        ("وصل هذا الأسبوع.", "2015-06-08", "2015-06-10"),
        ("كان في حمص مطلع أيار.", "2015-05-01", "2015-05-10"),
        ("سيصل في تموز.", "2015-07-01", "2015-07-31"),
        ("ولد نحو سنة 1373.", "1372-01-01", "1374-12-31"),
    ],
)
def test_the_same_in_arabic(text: str, earliest: str, latest: str) -> None:
    assert _bounds(_only(text, "ar")) == (earliest, latest)


def test_a_day_without_a_year_in_an_undated_report_follows_the_latest_day_told() -> None:
    text = (
        "He was killed in a raid on January 3, officials said.\n\n"
        "On May 13, 2016, a video showed him, the channel reported.\n\n"
        "On October 15, 2019, it aired another one, according to a spokesman."
    )
    first = find(document(text, published=None))[0]
    assert first.value.value == "2020-01-03"
    assert [reason.code for reason in first.reasons] == ["time.next_after_latest"]
    assert "2019-10-15" in sentence(first.reasons[0], "en")


def test_a_story_carries_its_last_date_on() -> None:
    text = "In May 1918 they crossed the river. On 4 June they took the town. Two days later they left it."
    values = [m.value.value for m in find(document(text, published=None), mode=Mode.NARRATIVE)]
    assert values == ["1918-05", "1918-06-04", "1918-06-06"]


def test_a_story_passes_from_december_into_the_next_year() -> None:
    text = "On 20 December 1918 they crossed the river. On 4 January they took the town."
    values = [m.value.value for m in find(document(text, published=None), mode=Mode.NARRATIVE)]
    assert values == ["1918-12-20", "1919-01-04"]


def test_an_aside_does_not_lead_the_story_astray() -> None:
    text = "In May 1918 they crossed the river (a bridge built in 1812). On 4 June they took the town."
    values = [m.value.value for m in find(document(text, published=None), mode=Mode.NARRATIVE)]
    assert values == ["1918-05", "1812", "1918-06-04"]


def test_a_heading_sets_the_year_of_what_follows() -> None:
    text = "1936\n\nThe plane crashed on 20 July.\n\n1938\n\nThe dam broke in March."
    values = [m.value.value for m in find(document(text, published=None), mode=Mode.NARRATIVE)]
    assert values == ["1936", "1936-07-20", "1938", "1938-03"]


def test_a_caption_does_not_carry_its_date_into_the_text() -> None:
    text = "In 1918 they crossed.\nThe bridge in May 1925\nOn 4 June they took the town."
    caption = Block(BlockKind.CAPTION, 22, 44)
    values = [
        m.value.value for m in find(document(text, published=None, blocks=(caption,)), mode=Mode.NARRATIVE)
    ]
    assert values[-1] == "1918-06-04"


@pytest.mark.parametrize(
    ("text", "language", "unit"),
    [("in early May 2014", "en", "of the month"), ("أوائل أيار 2014", "ar", "من الشهر")],
)
def test_the_part_of_a_stretch_is_told_in_the_language_of_the_reasons(
    text: str, language: str, unit: str
) -> None:
    assert sentence(_only(text, language).reasons[0], language).endswith(unit)


def test_last_friday_has_one_reason() -> None:
    assert [r.code for r in _only("He came last Friday").reasons] == ["time.counted_from_publication"]


def test_glued_particles_stay_outside_of_the_expression() -> None:
    mention = find(document("غادر بالأربعاء", "ar"))[0]
    assert mention.span.quote == "الأربعاء"


def test_hijri_dates_are_converted_and_both_are_shown() -> None:
    mention = _only("توفي في 15 رمضان 1436 هـ", "ar")
    assert mention.value.value == "2015-07-02"
    assert "1436-09-15" in sentence(mention.reasons[0], "ar")


def test_bounds_never_come_without_a_reason() -> None:
    text = "He came on Monday, left in May, was seen in 2012, in the 1990s and at Christmas."
    assert all(mention.reasons for mention in find(document(text)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_output_carries_sentences_in_the_readers_language(language: str) -> None:
    (row,) = as_json(find(document("He was seen on Tuesday.")), language)
    assert list(row) == ["start", "end", "text", "type", "value", "earliest", "latest", "edtf", "reasons"]
    assert "2015-06-10" in row["reasons"][0]["sentence"]


def test_a_report_without_a_date_leaves_today_open_to_the_right() -> None:
    text = "On May 13, 2016, he was seen, the channel reported. He left yesterday, a spokesman said."
    when = find(document(text, published=None))[-1].value.when
    assert when is not None
    assert (str(when.earliest), when.latest) == ("2016-05-12", None)


def test_nothing_known_is_nothing_bounded() -> None:
    assert [
        m.value.when for m in find(document("He left yesterday, on Tuesday, officials said.", published=None))
    ] == [None, None]


STORY = (
    "The general died on January 3. In 2012 he was in Homs, in 2013 in Hama, in 2014 in Aleppo, in 2015 in "
    "Latakia, in 2016 in Palmyra and in 2017 on the river."
)


def test_a_story_that_opens_on_the_news_counts_its_first_day_from_the_publication() -> None:
    first = find(document(STORY, "en", date(2020, 1, 16)))[0]
    assert _bounds(first) == ("2020-01-03", "2020-01-03")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("He stayed for two hours.", "time.length"),
        ("He came every Friday.", "time.habit"),
        ("He had been there in the past.", "time.vague"),
        ("He came on May 3.", "time.open"),
    ],
)
def test_what_has_no_days_says_why(text: str, code: str) -> None:
    mention = _only(text, published=None)
    assert mention.value.when is None
    assert [reason.code for reason in mention.reasons] == [code]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He was there on 3 May 2012.", "en"),
        ("كان هناك يوم ٣ أيار ٢٠١٢.", "ar"),
        ("He came last week.", "en"),
    ],
)
def test_a_date_read_by_a_machine_is_marked_and_one_that_was_printed_is_not(text: str, language: str) -> None:
    assert _by_machine(text, 0, len(text), language) == [True]
    assert _by_machine(f"{text} And.", len(text) + 1, len(text) + 5, language) == [False]


def test_a_printed_date_that_rests_on_one_read_by_a_machine_is_marked_too() -> None:
    scanned, printed = "He came on 3 May 2012.", "Two days later he left, and came back on 9 July 2012."
    assert _by_machine(f"{scanned}\n\n{printed}", 0, len(scanned)) == [True, True, False]


def _values(text: str, language: str = "en", published: date | None = date(2015, 6, 10)) -> list[str]:
    return [mention.value.value for mention in find(document(text, language, published))]


@pytest.mark.parametrize(
    ("text", "language", "values"),
    [
        (
            "In June 1915 they sent him away. A diary has him on the road on 5 July. That autumn he died.",
            "en",
            ["1915-06", "1915-07-05", "1915-FA"],
        ),
        ("وصل في حزيران 1915. وذكر يومياته أنه كان على الطريق في 5 تموز.", "ar", ["1915-06", "1915-07-05"]),
    ],
)  # fmt: skip
def test_a_report_that_is_all_about_old_days_stays_with_them(
    text: str, language: str, values: list[str]
) -> None:
    assert _values(text, language) == values


def test_a_report_that_opens_with_the_day_is_no_story_however_old_its_background() -> None:
    background = " ".join(f"He was elected in {year}." for year in range(1960, 1990, 3))
    assert _values(f"This morning he died. {background}")[0] == "2015-06-10TMO"
    assert _values(f"توفي أمس. {background}", "ar")[0] == "2015-06-09"


def test_a_whole_year_named_in_passing_leaves_the_story_in_its_month() -> None:
    text = 'He left on 12 June 2014. "I was away all that year," he said. On the 15th he was in Paris.'
    assert _values(text)[-1] == "2014-06-15"


def test_where_somebody_turned_up_next_is_past() -> None:
    assert _values("She turned up next in Cairo, on Monday.") == ["2015-06-08"]


def test_the_years_after_the_last_date_named_follow_it() -> None:
    assert _values("He was born in 1938. He read law in 1946. Two years later he moved.")[-1] == "1948"
    aside = "She died in 1926. She was in Rome in 1892. She liked it.\n\nThirteen years later she rode on."
    assert _values(aside)[-1] == "1905"


def test_a_look_back_leaves_the_report_with_its_day() -> None:
    assert (
        _values("He read on Friday from what he wrote last Ramadan. The next day he left.")[-1]
        == "2015-06-06"
    )


def test_a_week_of_a_month_has_its_days() -> None:
    assert _bounds(_only("in the last week of December 2011")) == ("2011-12-25", "2011-12-31")
    assert _bounds(_only("in the second week of May 2011")) == ("2011-05-08", "2011-05-14")


def test_no_stretch_of_a_story_lies_after_its_publication() -> None:
    (mention,) = find(document("He set a record earlier this year."), mode=Mode.NARRATIVE)
    assert _bounds(mention) == ("2015-01-01", "2015-06-10")
