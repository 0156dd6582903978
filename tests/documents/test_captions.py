"""Every caption is bound to its picture, in the usual ways of writing them."""

from __future__ import annotations

import pytest

from .conftest import Reading

REST = (
    "<p>He stayed in the town for a week and nobody saw him leave it before the end of the month of May.</p>"
)


@pytest.mark.parametrize(
    "markup",
    [
        "<figure><img src=a.jpg><figcaption>One</figcaption></figure>"
        "<figure><img src=b.jpg><figcaption>Two</figcaption></figure>",
        "<figure><figcaption>One</figcaption><img src=a.jpg></figure>"
        "<figure><figcaption>Two</figcaption><img src=b.jpg></figure>",
        "<figure><img src=a.jpg><figcaption>One</figcaption>"
        "<img src=b.jpg><figcaption>Two</figcaption></figure>",
        "<figure><a href=x><picture><source srcset=c.webp><img src=a.jpg></picture></a>"
        "<figcaption><p>One</p></figcaption></figure>"
        "<figure><img src=b.jpg><figcaption><span>Two</span></figcaption></figure>",
        "<div class='wp-caption alignnone'><a href=x><img src=a.jpg></a>"
        "<p class='wp-caption-text'>One</p></div>"
        "<div class='wp-caption'><img src=b.jpg><p class=wp-caption-text>Two</p></div>",
        "<div><img src=a.jpg><p class=caption>One</p><img src=b.jpg><p class=caption>Two</p></div>",
        "<div><div><img src=a.jpg></div><div class=image-caption>One</div></div>"
        "<div><img src=b.jpg><em class=photo-caption>Two</em></div>",
        "<div class=thumb><div class=thumbinner><img src=a.jpg><div class=thumbcaption>One</div></div></div>"
        "<div class=thumb><img src=b.jpg><div class=thumbcaption>Two</div></div>",
        "<figure class=gallery><figure><img src=a.jpg><figcaption>One</figcaption></figure>"
        "<figure><img src=b.jpg><figcaption>Two</figcaption></figure></figure>",
        "<dl class=gallery-item><dt><img src=a.jpg></dt><dd class=wp-caption-text>One</dd></dl>"
        "<dl class=gallery-item><dt><img src=b.jpg></dt><dd class=gallery-caption>Two</dd></dl>",
    ],
)
def test_two_pictures_have_their_own_captions(page: Reading, markup: str) -> None:
    document = page(f"<article><h1>T</h1>{REST}{markup}{REST}</article>")
    bound = {image.src: document.quote(document.blocks[image.caption or 0]) for image in document.images}
    assert bound == {"a.jpg": "One", "b.jpg": "Two"}


def test_one_caption_may_belong_to_several_pictures(page: Reading) -> None:
    document = page(
        f"<h1>T</h1>{REST}<figure><img src=a.jpg><img src=b.jpg><figcaption>Both</figcaption></figure>"
    )
    assert [image.caption for image in document.images] == [2, 2]


def test_a_picture_without_caption_has_none(page: Reading) -> None:
    document = page(f"<h1>T</h1>{REST}<img src=a.jpg alt='  A\n bridge '>{REST}")
    (image,) = document.images
    assert image.caption is None
    assert image.alt == "A bridge"
    assert document.text[image.before :].startswith("He stayed")


def test_a_caption_of_several_lines_is_one_block(page: Reading) -> None:
    document = page(
        "<figure><img src=a.jpg><figcaption><p>In Rome</p><p>Photo: Agency</p></figcaption></figure>"
    )
    assert document.text == "In Rome\nPhoto: Agency"


def test_a_hidden_caption_is_no_caption(page: Reading) -> None:
    document = page(f"{REST}<figure><img src=a.jpg><figcaption hidden>Secret</figcaption></figure>")
    assert document.images[0].caption is None
    assert "Secret" not in document.text


@pytest.mark.parametrize(
    "ornament",
    [
        "<img src=logo.png class=logo>",
        "<img src=p.gif width=1 height=1>",
        "<img class=avatar src=me.jpg>",
        "<nav><img src=n.jpg></nav>",
        "<div class=related><img src=teaser.jpg></div>",
        "<img>",
        "<img src=''>",
    ],
)
def test_ornaments_are_no_pictures_of_the_report(page: Reading, ornament: str) -> None:
    assert page(f"<h1>T</h1>{REST}{ornament}{REST}").images == ()


def test_a_lazy_loaders_true_address_is_taken(page: Reading) -> None:
    document = page(f"{REST}<img src='data:image/gif;base64,R0lGODlh' data-src=true.jpg>{REST}")
    assert document.images[0].src == "true.jpg"
