"""Plain text is kept to the letter; blocks only say what each stretch is."""

from __future__ import annotations

from datetime import date

import pytest

from wherewhen.documents import Stated, of_text
from wherewhen.model.document import BlockKind

from .conftest import kind_of, lines

REPORT = """The envoy's journeys, town by town

The envoy at the bridge of Mostar - 4 June 1998 (Reuters)

The envoy at the bridge of Mostar - 4 June 1998 (Reuters)

Valley Herald – Jane Doe

The envoy came to Mostar in June 1998, the ministry said in a statement that it gave to the press there.

The road to Sarajevo

He went on to Sarajevo, where he met the mayor and several members of the council for two hours.

Tags: Mostar, Sarajevo

Related Articles

  1. Who is the envoy?
  2. The bridge of Mostar reopens

Honest news needs you..

Support the Valley Herald..

Click here to support"""

ARABIC = """رحلات المبعوث من مدينة إلى مدينة

صورة: المبعوث على جسر موستار في ٤ حزيران ١٩٩٨

صحيفة الوادي – ليلى حداد

وصل المبعوث إلى موستار في حزيران 1998، بحسب بيان أصدرته الوزارة ووزعته على الصحفيين في المدينة نفسها.

الطريق إلى سراييفو

ثم مضى إلى سراييفو حيث التقى رئيس البلدية وعدداً من أعضاء المجلس في لقاء استمر ساعتين كاملتين.

كلمات مفتاحية: موستار، سراييفو

اقرأ أيضاً

من هو المبعوث؟

جسر موستار يفتح من جديد

ادعموا صحيفة الوادي"""


@pytest.mark.parametrize(
    ("report", "title", "heading"),
    [
        (REPORT, "The envoy's journeys, town by town", "The road to Sarajevo"),
        (ARABIC, "رحلات المبعوث من مدينة إلى مدينة", "الطريق إلى سراييفو"),
    ],
)
def test_title_and_headings_are_the_short_lines_over_prose(report: str, title: str, heading: str) -> None:
    document = of_text(report)
    assert document.title == title
    assert lines(document, BlockKind.TITLE) == [title]
    assert lines(document, BlockKind.HEADING) == [heading]


@pytest.mark.parametrize(("report", "paragraphs"), [(REPORT, 2), (ARABIC, 2)])
def test_only_the_report_is_left_as_paragraphs(report: str, paragraphs: int) -> None:
    assert len(lines(of_text(report), BlockKind.PARAGRAPH)) == paragraphs


def test_captions_are_known_by_their_credit_also_when_printed_twice() -> None:
    assert (
        lines(of_text(REPORT), BlockKind.CAPTION)
        == ["The envoy at the bridge of Mostar - 4 June 1998 (Reuters)"] * 2
    )


def test_captions_are_known_by_their_label() -> None:
    assert lines(of_text(ARABIC), BlockKind.CAPTION) == ["صورة: المبعوث على جسر موستار في ٤ حزيران ١٩٩٨"]


@pytest.mark.parametrize(
    ("report", "byline"), [(REPORT, "Valley Herald – Jane Doe"), (ARABIC, "صحيفة الوادي – ليلى حداد")]
)
def test_outlet_dash_name_is_a_byline(report: str, byline: str) -> None:
    assert lines(of_text(report), BlockKind.BYLINE) == [byline]


def test_an_outlet_in_the_byline_is_the_publisher_when_the_appeal_names_it_too() -> None:
    assert of_text(REPORT).publisher == "Valley Herald"
    assert of_text(REPORT.replace("Support the Valley Herald..", "Support us")).publisher is None


def test_everything_after_related_articles_is_boilerplate() -> None:
    document = of_text(REPORT)
    after = document.text.index("Related Articles")
    assert {b.kind for b in document.blocks if b.start >= after} == {BlockKind.BOILERPLATE}


def test_key_words_glued_to_the_last_paragraph_are_cut_off_from_it() -> None:
    document = of_text("قال المسؤول إن الوفد وصل إلى مسقط يوم الثلاثاء. سمات مسقط اليمن الوفد")
    assert lines(document, BlockKind.PARAGRAPH) == ["قال المسؤول إن الوفد وصل إلى مسقط يوم الثلاثاء."]
    assert lines(document, BlockKind.BOILERPLATE) == ["سمات مسقط اليمن الوفد"]


def test_a_date_line_under_the_title_is_the_day_of_publication() -> None:
    english = of_text(
        "A visit\n\nTuesday, March 5, 2019\n\nThe queen came to the town in the morning and left at noon."
    )
    arabic = of_text(
        "زيارة\n\nنشر في: ٥ آذار/مارس ٢٠١٩\n\nوصلت الملكة إلى المدينة صباحاً وغادرتها ظهراً كما قال شهود."
    )
    assert english.published == arabic.published == date(2019, 3, 5)


def test_a_date_inside_a_paragraph_is_no_day_of_publication() -> None:
    assert (
        of_text("On 5 March 2019 the queen came to the town in the morning and left at noon.").published
        is None
    )


def test_what_the_user_states_overrides_what_the_text_says() -> None:
    stated = Stated(
        title="Another title", publisher="Another outlet", published=date(2001, 2, 3), author="Somebody"
    )
    document = of_text(REPORT, stated)
    assert (document.title, document.publisher, document.published, document.author) == (
        "Another title",
        "Another outlet",
        date(2001, 2, 3),
        "Somebody",
    )


def test_a_stated_title_that_stands_in_the_text_is_its_title_block() -> None:
    document = of_text(
        "The queen comes to town.\n\nShe came at noon and left again.",
        Stated(title="The queen comes to town"),
    )
    assert lines(document, BlockKind.TITLE) == ["The queen comes to town."]


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n".join(
        ["In the spring of that year the traveller went up the river with two"] * 3 + ["boats."]
    )
    assert lines(of_text(wrapped), BlockKind.PARAGRAPH) == [wrapped]


def test_lines_that_end_sentences_are_paragraphs_of_their_own() -> None:
    assert len(of_text("He left Rome on Monday.\nHe reached Milan on Tuesday.\nHe stayed.").blocks) == 3


def test_a_parenthesis_at_the_end_of_a_sentence_makes_no_caption() -> None:
    text = "He went to Rome in May. He was seen there by a reporter of the paper (Reuters)"
    assert kind_of(of_text(text), "Rome") is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "sentence",
    [
        "Related to the minister by marriage, the general came to Rome in May 1950 and stayed for a week.",
        "Support for the general was strong when he visited Rome in May 1950, the paper said.",
        "Copyright lawyers met the general in Rome.",
        "By the river the general met his officers in May 1950.",
        "المزيد من القوات وصل مع الجنرال إلى حلب في أيار 1950.",
        "شارك الجنرال في معارك حلب في أيار 1950.",
        "تابع الجنرال المعارك في حلب من غرفة العمليات.",
        "كتب الجنرال رسالة من حلب في أيار 1950 إلى زوجته.",
    ],
)
def test_an_honest_sentence_that_begins_like_boilerplate_stays_a_paragraph(sentence: str) -> None:
    text = f"A first paragraph stands here, long enough to be prose for every rule there is.\n\n{sentence}"
    assert kind_of(of_text(text), sentence) is BlockKind.PARAGRAPH


@pytest.mark.parametrize("dateline", ["Denver, Colo., January 25, 1864.", "جريدة فلسطين 10 تموز 1931"])
def test_a_place_or_a_source_before_the_date_is_no_date_line(dateline: str) -> None:
    document = of_text(
        f"{dateline}\n\nSir: I have the honor to report that we reached the town on the second day."
    )
    assert kind_of(document, dateline) is not BlockKind.BYLINE
    assert document.published is None
