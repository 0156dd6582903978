"""Pictures: read for what their files claim, kept as evidence, given to claims."""

from __future__ import annotations

import hashlib
import io

from PIL import Image

from wherewhen.model.judgement import Illustrated, Judged, Verdict

from .asking import HOME, HOST, Answer, ask
from .conftest import Laid


def photo(colour: str = "red", gps: tuple[float, float] | None = None) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "Anna Berg in Vienna"
    if gps:
        exif[0x8825] = {1: "N", 2: (gps[0], 0.0, 0.0), 3: "E", 4: (gps[1], 0.0, 0.0)}
    out = io.BytesIO()
    Image.new("RGB", (40, 30), colour).save(out, "JPEG", exif=exif)
    return out.getvalue()


def drop(laid: Laid, *files: tuple[str, bytes], claim: str = "") -> Answer:
    parts = [f'--x\r\nContent-Disposition: form-data; name="claim"\r\n\r\n{claim}\r\n'.encode()]
    for name, content in files:
        head = f'--x\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    body = b"".join([*parts, b"--x--\r\n"])
    headers = [
        ("Host", HOST), ("Sec-Fetch-Site", "same-origin"), ("Cookie", laid.tab.cookie), ("Origin", HOME),
        ("Content-Type", "multipart/form-data; boundary=x"), ("Content-Length", str(len(body))),
    ]  # fmt: skip
    return ask(laid.app, "POST", "/en/pictures", headers, body)


def test_what_a_file_says_is_shown_as_its_claim(laid: Laid) -> None:
    content = photo(gps=(48.0, 16.0))
    page = drop(laid, ("vienna.jpg", content), claim=laid.claim("Vienna"))
    assert page.status == 200 and "1 added" in page.text
    assert "The file says" in page.text and "Anna Berg in Vienna" in page.text and "EXIF GPS" in page.text
    assert "Says it was taken within" in page.text
    assert hashlib.sha256(content).hexdigest() in laid.case.state.items


def test_far_from_the_place_is_said(laid: Laid) -> None:
    page = drop(laid, ("x.jpg", photo(gps=(10.0, 10.0))), claim=laid.claim("Rome"))
    assert "km from the place of the claim" in page.text


def test_claims_that_share_words_are_offered_first(laid: Laid) -> None:
    page = drop(laid, ("vienna.jpg", photo())).text
    assert (
        page.index(f'value="{laid.claim("Vienna")}"') < page.index(f'value="{laid.claim("Rome")}"')
        if (laid.claim("Rome") in page)
        else laid.claim("Vienna") in page
    )


def test_a_picture_is_given_to_a_claim_and_taken_away(laid: Laid) -> None:
    drop(laid, ("vienna.jpg", photo()))
    vienna, item = laid.claim("Vienna"), hashlib.sha256(photo()).hexdigest()
    laid.tab.post("/en/illustrate", claim=vienna, item=item, seen=laid.case.state.number)
    assert laid.case.state.pictures[vienna] == item
    assert "Belongs to: <a" in laid.tab.get("/en/pictures").text
    laid.tab.post("/en/illustrate", claim=vienna, item="", seen=laid.case.state.number)
    assert laid.case.history()[-1].act == Illustrated(vienna, None)


def test_a_published_picture_comes_out_again(laid: Laid) -> None:
    drop(laid, ("vienna.jpg", photo()))
    vienna, item = laid.claim("Vienna"), hashlib.sha256(photo()).hexdigest()
    laid.case.record(Judged(vienna, Verdict.ACCEPT), "Mona")
    laid.case.record(Illustrated(vienna, item), "Mona")
    assert 'alt="' in laid.tab.get("/en/reader/index.html").text


def test_what_is_no_picture_is_told_and_not_kept(laid: Laid) -> None:
    before = laid.case.state.number
    hostile = (
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
        ("b.jpg", b"\xff\xd8\xff" + b"x" * 50),
    )
    page = drop(laid, *hostile)
    assert page.status == 422 and "a.svg" in page.text and "b.jpg" in page.text
    assert laid.case.state.number == before


def test_only_rasters_of_the_case_are_sent(laid: Laid) -> None:
    drop(laid, ("vienna.jpg", photo()))
    sent = laid.tab.get(f"/en/picture?item={hashlib.sha256(photo()).hexdigest()}")
    assert (
        sent.headers["content-type"] == "image/jpeg" and sent.headers["x-content-type-options"] == "nosniff"
    )
    document = laid.case.state.claims[laid.claim("Rome")].document
    for item in (document, "x", "../case.sqlite", "0" * 64):
        assert laid.tab.get(f"/en/picture?item={item}").status == 404
