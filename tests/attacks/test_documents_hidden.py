"""What a reader of the page does not see never becomes text."""

from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen import documents

SHOWN = "The envoy was seen in Rome on the first of May, and a week after that in Milan."

HIDDEN = [
    "<script>SECRET</script>",
    "<script type='text/plain'>SECRET</script>",
    "<SCRIPT>document.write('<p>SECRET</p>')</SCRIPT>",
    "<script>var a = '</p><p>SECRET';</script>",
    "<script/x>SECRET</script>",
    "<style>p:after{content:'SECRET'}</style>",
    "<!-- SECRET -->",
    "<!-- <p>SECRET</p> -->",
    "<!--[if IE]><p>SECRET</p><![endif]-->",
    "<template><p>SECRET</p></template>",
    "<noscript><p>SECRET</p></noscript>",
    "<iframe srcdoc='<p>SECRET</p>'>SECRET</iframe>",
    "<object data='x'>SECRET</object>",
    "<svg><text>SECRET</text></svg>",
    "<svg><foreignObject><p>SECRET</p></foreignObject></svg>",
    "<svg><desc>SECRET</desc><title>SECRET</title></svg>",
    "<math><mtext>SECRET</mtext></math>",
    "<canvas>SECRET</canvas>",
    "<audio>SECRET</audio>",
    "<video><p>SECRET</p></video>",
    "<select><option>SECRET</option></select>",
    "<textarea>SECRET</textarea>",
    "<button>SECRET</button>",
    "<input value='SECRET'>",
    "<p hidden>SECRET</p>",
    "<div hidden=until-found><p>SECRET</p></div>",
    "<p style='display:none'>SECRET</p>",
    "<p style='DISPLAY : NONE !important'>SECRET</p>",
    "<div style='color:red;display:none'><div><p>SECRET</p></div></div>",
    "<p style='visibility:hidden'>SECRET</p>",
    "<p style='opacity:0'>SECRET</p>",
    "<p style='opacity: 0.0;'>SECRET</p>",
    "<p style='font-size:0'>SECRET</p>",
    "<span style='font-size:0px'>SECRET</span>",
    "<p style='position:absolute;left:-9999px'>SECRET</p>",
    "<p style='text-indent:-5000px'>SECRET</p>",
    "<p style='clip:rect(0,0,0,0)'>SECRET</p>",
    "<p style='height:0;overflow:hidden'>SECRET</p>",
    "<p style='transform:scale(0)'>SECRET</p>",
    "<p style='color:white'>SECRET</p>",
    "<p style='color:#FFF'>SECRET</p>",
    "<p style='color:#123456;background-color:#123456'>SECRET</p>",
    "<p style='color:transparent'>SECRET</p>",
    "<style>.x7{display:none}</style><p class='a x7'>SECRET</p>",
    "<style>/* a */ #q , .x8 { visibility : hidden }</style><p id=q>SECRET</p>",
    "<span class=sr-only>SECRET</span>",
    "<p class='screen-reader-text'>SECRET</p>",
    "<i aria-hidden=true>SECRET</i>",
    "<dialog><p>SECRET</p></dialog>",
    "<del>SECRET</del>",
    "<s>SECRET</s>",
    "<img src=x onerror='SECRET' title='SECRET'>",
    "<a href='javascript:SECRET' onclick='SECRET' title='SECRET'></a>",
    "<p data-text='SECRET'></p>",
    "<meta name=x content='SECRET'>",
    "<?php echo 'SECRET' ?>",
    "<![CDATA[SECRET]]>",
    "<link rel=x title='SECRET'>",
    "<datalist><option>SECRET</datalist>",
    "<details hidden><summary>SECRET</summary>SECRET</details>",
]


def read(folder: Path, markup: str) -> documents.Document:
    path = folder / "page.html"
    path.write_text(markup, encoding="utf-8")
    return documents.read(path)


@pytest.mark.parametrize("trick", HIDDEN)
def test_hidden_words_are_not_read(tmp_path: Path, trick: str) -> None:
    document = read(
        tmp_path, f"<html><body><h1>Title</h1><p>{SHOWN}</p>{trick}<p>Again: {SHOWN}</p></body></html>"
    )
    said = f"{document.text} {document.title} {document.publisher} {document.author} {document.url}"
    assert "SECRET" not in said
    assert document.text.count(SHOWN) == 2


@pytest.mark.parametrize("trick", HIDDEN)
def test_hidden_words_are_not_read_inside_a_paragraph(tmp_path: Path, trick: str) -> None:
    document = read(tmp_path, f"<p>{SHOWN} {trick} End.</p>")
    assert "SECRET" not in document.text
    assert SHOWN in document.text


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='display:block;opacity:0.5;font-size:0.9em'>WORDS</p>",
        "<p style='color:white;background:black'>WORDS</p>",
        "<p style='background-color:white;color:#333'>WORDS</p>",
        "<p style='margin-left:-20px'>WORDS</p>",
        "<div aria-hidden=true><p>WORDS</p></div>",
        "<style>@media print{.m{display:none}}</style><p class=m>WORDS</p>",
        "<style>.menu .m{display:none} .m:after{display:none}</style><p class=m>WORDS</p>",
        "<body class='hidden no-js'><p>WORDS</p>",
        "<details><summary>More</summary>WORDS</details>",
    ],
)
def test_what_is_shown_is_read(tmp_path: Path, shown: str) -> None:
    assert "WORDS" in read(tmp_path, f"<p>{SHOWN}</p>{shown}").text


@pytest.mark.parametrize(
    "markup",
    [
        "<!DOCTYPE html [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><html><body><p>&x; " + SHOWN,
        "<!DOCTYPE html [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]><html><body><p>&b;&b; " + SHOWN,
        "<?xml version='1.0'?><!DOCTYPE html SYSTEM 'http://127.0.0.1:9/x.dtd'><html><body><p>" + SHOWN,
        "<html xmlns:xi='http://www.w3.org/2001/XInclude'><body><xi:include href='file:///etc/hostname'/><p>"
        + SHOWN,
        "<html><head><base href='http://127.0.0.1:9/'></head><body><img src=a.png><p>" + SHOWN,
        "<html><head><meta http-equiv=refresh content='0;url=file:///etc/hostname'></head><body><p>" + SHOWN,
    ],
)
def test_nothing_is_fetched_or_expanded(tmp_path: Path, markup: str) -> None:
    document = read(tmp_path, markup)
    assert SHOWN in document.text
    assert "hahahaha" not in document.text
    assert all(image.content is None for image in document.images)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "http://user:pass@herald.example/",
        "//herald.example",
        'https://herald.example/"><script>',
        "ftp://herald.example/",
        "http://[broken",
        "https:///path",
        "/relative",
        " ",
    ],
)
def test_an_address_that_is_no_plain_web_address_is_dropped(tmp_path: Path, address: str) -> None:
    quoted = address.replace('"', "&quot;")
    document = read(tmp_path, f'<head><link rel=canonical href="{quoted}"></head><p>{SHOWN}</p>')
    assert document.url is None


@pytest.mark.parametrize(
    "data",
    [
        '{"@type": "Article", "headline": "\\ud800 bad \\u0000 \\u001b[31m"}',
        '{"@type": "Article", "headline": ["a"], "publisher": 7, "datePublished": {"x": 1}, "author": [[]]}',
        "[" * 100_000,
        '{"@graph": 5}',
        "null",
        "{",
        '{"@type": "Article", "headline": "' + "x" * 2_000_000 + '"}',
        '{"@type": [null, 5, "Article"], "datePublished": "99999-99-99"}',
    ],
)
def test_broken_linked_data_cannot_break_the_reading(tmp_path: Path, data: str) -> None:
    markup = f"<head><script type='application/ld+json'>{data}</script></head><p>{SHOWN}</p>"
    document = read(tmp_path, markup)
    assert document.text == SHOWN
    (document.title or "").encode("utf-8")
    assert document.published is None
    assert not any(c < " " for c in document.title or "")
