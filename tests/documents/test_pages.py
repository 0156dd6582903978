"""Saved pages: the report comes out clean, whatever stands around it."""

from __future__ import annotations

from datetime import date

import pytest

from wherewhen.documents import Stated
from wherewhen.model.document import BlockKind

from .conftest import Reading, kind_of, lines

PROSE = (
    "The envoy reached the town on the second day, and the whole council came to the bridge "
    "to greet him there. He stayed for three nights in the house of the mayor before he went on."
)
NATHR = (
    "وصل المبعوث إلى البلدة في اليوم الثاني، وخرج المجلس كله إلى الجسر لاستقباله هناك، "
    "وبقي في بيت رئيس البلدية ثلاث ليال "
    "قبل أن يتابع طريقه إلى العاصمة برفقة اثنين من مساعديه."
)

NEWSPAPER = f"""<!doctype html><html lang="en-GB"><head><title>The envoy's road | Valley Herald</title>
<meta property="og:site_name" content="Valley Herald"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2019-03-05T23:30:00+02:00">
<link rel="canonical" href="https://herald.example/2019/the-road"></head>
<body class="single has-sidebar widget-page"><header><a href="/">
<img src="logo.png" class="logo">Valley Herald</a></header>
<nav><ul><li><a href="/a">News</a></li><li><a href="/b">Sport</a></li></ul></nav>
<div id="content"><article><h1>The envoy's road</h1><p class="byline">By Jane Doe, 5 March 2019</p>
<div class="share-buttons"><a href="#">Share</a></div>
<div class="wp-caption"><img src="bridge.jpg" alt="A bridge">
<p class="wp-caption-text">The envoy at the bridge (Reuters)</p></div>
<p>{PROSE}</p><h2>To the capital</h2><p>Second. {PROSE}</p>
<div class="related-posts"><h3>Related</h3>
<ul><li><a href="/x">Who is the envoy?</a></li></ul></div>
<p>Third. {PROSE}</p><p><a href="/ar">Arabic version of the article</a></p>
<div class="donate-box">
<p>We need your support to stay independent. One dollar a month keeps us going.</p></div>
<p class="tags">Tags: <a href="/t">envoy</a></p></article>
<aside class="sidebar"><h3>Most read</h3>
<p>A long teaser about the other story that everyone reads today.</p></aside>
<section id="comments"><p>I saw the envoy in Paris myself!</p></section></div>
<footer>© 2019 Valley Herald. All rights reserved.</footer>
<div class="cookie-bar">We use cookies.</div></body></html>"""

PLAIN = f"""<html><body><table><tr><td><a href=1>Home</a> <a href=2>News</a></td></tr><tr><td>
<b>The envoy's road</b><br><br>{PROSE}<br><br>Second. {PROSE}<br>
<br><b>To the capital</b><br><br>Third. {PROSE}</td></tr></table></body></html>"""

ARABIC = f"""<!doctype html><html lang="en-US" dir="rtl"><head><title>طريق المبعوث - صحيفة الوادي</title>
<meta property="og:site_name" content="صحيفة الوادي"></head><body>
<div class="menu"><a href=1>الرئيسية</a><a href=2>أخبار</a></div>
<div class="post"><h1>طريق المبعوث</h1>
<div class="meta">بقلم: ليلى حداد</div><div class="date">٥ آذار/مارس ٢٠١٩</div>
<figure><img data-src="bridge.jpg" src="data:image/gif;base64,R0lGOD">
<figcaption>المبعوث على الجسر (رويترز)</figcaption></figure>
<p>{NATHR}</p><p><strong>إلى العاصمة</strong></p><p>ثانياً. {NATHR}</p>
<p>اقرأ أيضاً: <a href=3>من هو المبعوث؟</a></p><p>ثالثاً. {NATHR}</p>
<h3>مواضيع ذات صلة</h3><ul><li>جسر موستار يفتح من جديد</li></ul>
<p>ادعموا الصحافة المستقلة</p><p>كلمات مفتاحية: جسر، مبعوث</p></div></body></html>"""


@pytest.mark.parametrize(("markup", "count"), [(NEWSPAPER, 3), (PLAIN, 3), (ARABIC, 3)])
def test_paragraphs_are_the_report_and_nothing_else(page: Reading, markup: str, count: int) -> None:
    paragraphs = lines(page(markup), BlockKind.PARAGRAPH)
    assert len(paragraphs) == count
    assert all(PROSE in p or NATHR in p for p in paragraphs)


@pytest.mark.parametrize(
    ("markup", "headings"),
    [
        (NEWSPAPER, ["To the capital"]),
        (PLAIN, ["The envoy's road", "To the capital"]),
        (ARABIC, ["إلى العاصمة"]),
    ],
)
def test_headings_are_marked_or_wholly_bold(page: Reading, markup: str, headings: list[str]) -> None:
    assert lines(page(markup), BlockKind.HEADING) == headings


@pytest.mark.parametrize(
    ("markup", "title", "publisher", "day", "language"),
    [
        (NEWSPAPER, "The envoy's road", "Valley Herald", date(2019, 3, 5), "en"),
        (ARABIC, "طريق المبعوث", "صحيفة الوادي", date(2019, 3, 5), "ar"),
    ],
)
def test_a_page_says_who_published_it_and_when(
    page: Reading, markup: str, title: str, publisher: str, day: date, language: str
) -> None:
    document = page(markup)
    assert (document.title, document.publisher, document.published, document.language) == (
        title,
        publisher,
        day,
        language,
    )


def test_author_and_address_come_from_the_head(page: Reading) -> None:
    document = page(NEWSPAPER)
    assert document.author == "Jane Doe"
    assert document.url == "https://herald.example/2019/the-road"


@pytest.mark.parametrize("markup", [NEWSPAPER, ARABIC])
def test_the_picture_has_its_caption_and_its_place(page: Reading, markup: str) -> None:
    document = page(markup)
    (image,) = document.images
    assert image.src == "bridge.jpg"
    assert image.caption is not None
    caption = document.blocks[image.caption]
    assert caption.kind is BlockKind.CAPTION
    assert (
        image.before
        <= caption.start
        < document.text.index("ثانياً" if document.language == "ar" else "Second.")
    )


def test_boilerplate_stays_in_the_text_but_is_marked(page: Reading) -> None:
    document = page(NEWSPAPER)
    for words in (
        "Who is the envoy?",
        "One dollar a month",
        "I saw the envoy in Paris",
        "All rights reserved",
        "Most read",
    ):
        assert kind_of(document, words) is BlockKind.BOILERPLATE


def test_the_user_overrides_what_the_page_says(page: Reading) -> None:
    document = page(
        NEWSPAPER, Stated(publisher="Other", published=date(2001, 1, 1), url="https://o.example/")
    )
    assert (document.publisher, document.published, document.url) == (
        "Other",
        date(2001, 1, 1),
        "https://o.example/",
    )


def test_blocks_are_joined_by_an_empty_line_and_white_space_is_collapsed(page: Reading) -> None:
    assert (
        page("<p>He  was\n in\u00a0Rome.</p>\n\n<p>Then   Milan.</p>").text
        == "He was in Rome.\n\nThen Milan."
    )


def test_a_line_break_inside_a_paragraph_stays_a_line_break(page: Reading) -> None:
    assert page("<p>Rome<br>Milan</p>").text == "Rome\nMilan"


def test_cells_of_a_row_stand_in_one_line(page: Reading) -> None:
    document = page("<table><tr><th>Day</th><th>Town</th></tr><tr><td>1 May</td><td>Rome</td></tr></table>")
    assert document.text == "Day | Town\n\n1 May | Rome"


def test_list_items_and_quotations_are_paragraphs(page: Reading) -> None:
    document = page(
        "<h1>T</h1><ul><li>He was in Rome.</li><li>In Milan.</li></ul><blockquote>I was in Rome.</blockquote>"
    )
    assert len(lines(document, BlockKind.PARAGRAPH)) == 3


def test_a_word_with_markup_inside_stays_one_word(page: Reading) -> None:
    assert page("<p>Al<b>ep</b>po and Da&shy;mas&#8203;cus</p>").text == "Aleppo and Damascus"


def test_a_container_that_only_sounds_like_a_margin_is_none(page: Reading) -> None:
    document = page(
        f'<body><div class="content with-sidebar widget"><p>{PROSE}</p><p>Second. {PROSE}</p></div></body>'
    )
    assert len(lines(document, BlockKind.PARAGRAPH)) == 2


def test_a_heading_with_an_anchor_of_its_own_is_a_heading(page: Reading) -> None:
    document = page(f"<h1>T</h1><p>{PROSE}</p><h2><a href='#rome'>On to Rome</a></h2><p>{PROSE}</p>")
    assert lines(document, BlockKind.HEADING) == ["On to Rome"]


def test_a_table_of_contents_is_boilerplate(page: Reading) -> None:
    document = page(f"<h1>T</h1><ul><li><a href='#rome'>On to Rome</a></li></ul><p>{PROSE}</p>")
    assert kind_of(document, "On to Rome") is BlockKind.BOILERPLATE


def test_the_sites_name_in_a_menu_is_no_headline(page: Reading) -> None:
    document = page(
        f"<title>Road - The Valley Herald</title><nav><h1>The Valley Herald</h1></nav><h1>Road</h1><p>{PROSE}"
    )
    assert document.title == "Road"


def test_a_fragment_without_html_and_body_is_a_page(page: Reading) -> None:
    assert page("<p>He was in Rome.</p>", name="odd.txt").text == "He was in Rome."


def test_a_text_that_mentions_tags_is_no_page(page: Reading) -> None:
    assert page("He wrote <b>Rome</b> & left.", name="note.txt").text == "He wrote <b>Rome</b> & left."


def test_linked_data_and_the_browsers_note_are_read(page: Reading) -> None:
    document = page(
        "<!-- saved from url=(0024)https://herald.example/x -->\n<html><head>"
        "<script type='application/ld+json'>"
        '{"@context": "x", "@graph": [{"@type": "NewsArticle", "headline": "The road",'
        ' "datePublished": "2020-01-02",'
        ' "publisher": {"name": "Herald"}, "author": [{"name": "Jane Doe"}]}]}</script></head>'
        "<body><p>He was in Rome."
    )
    assert (document.title, document.publisher, document.author, document.published, document.url) == (
        "The road",
        "Herald",
        "Jane Doe",
        date(2020, 1, 2),
        "https://herald.example/x",
    )


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("Published: 12 January 2020", date(2020, 1, 12)),
        ("January 12th, 2020", date(2020, 1, 12)),
        ("Sunday 12 Jan 2020, 10:45", date(2020, 1, 12)),
        ("By Jane Doe, 12 January 2020", date(2020, 1, 12)),
        ("نشر في 12 كانون الثاني 2020", date(2020, 1, 12)),
        ("١٢ يناير ٢٠٢٠", date(2020, 1, 12)),
        ("الأحد 12/01/2020", date(2020, 1, 12)),
        ("2020-01-12", date(2020, 1, 12)),
    ],
)
def test_the_date_of_a_byline_is_the_day_of_publication(page: Reading, said: str, day: date) -> None:
    prose = NATHR if "\u0600" < said[0] < "\u06ff" or "الأحد" in said else PROSE
    assert page(f"<h1>T</h1><p>{said}</p><p>{prose}</p>").published == day


@pytest.mark.parametrize("said", ["3/4/2020", "13/13/2020", "spring 2020", "30 February 2020"])
def test_an_ambiguous_or_impossible_date_is_not_guessed(page: Reading, said: str) -> None:
    assert page(f"<h1>T</h1><p>{said}</p><p>{PROSE}</p>").published is None


def test_the_day_in_the_address_counts_last(page: Reading) -> None:
    link = '<link rel=canonical href="https://h.example/2020/01/12/road">'
    assert page(f"<head>{link}</head><p>{PROSE}</p>").published == date(2020, 1, 12)
    assert page(f"<head>{link}<meta name=date content=2020-01-11></head><p>{PROSE}</p>").published == date(
        2020, 1, 11
    )
