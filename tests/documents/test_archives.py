"""What lies inside archives comes out as items of their own, each with where it came from."""

from __future__ import annotations

import email.message
import email.policy
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents import Refused
from wherewhen.model.document import BlockKind
from wherewhen.model.item import Item, ItemKind
from wherewhen.model.provenance import How

from .conftest import lines
from .made import exports, packed, pictures, web

PAGE = (
    "<html><head><title>Envoy in Aleppo | The Herald</title></head><body><h1>Envoy in Aleppo</h1>"
    "<p>The envoy was seen in Aleppo on 18 November 2017, near the citadel of the old city.</p>"
    "<img src='/photos/citadel.png'><p>زار المبعوث حلب.</p></body></html>"
).encode()
CITADEL = pictures.png(pictures.drawing(200, 150))


def taken(folder: Path, name: str, data: bytes) -> list[Item | Refused]:
    path = folder / name
    path.write_bytes(data)
    return list(documents.take([path], who="Amal"))


def items(things: list[Item | Refused]) -> list[Item]:
    refused = [thing for thing in things if isinstance(thing, Refused)]
    assert not refused, refused
    return [thing for thing in things if isinstance(thing, Item)]


def test_a_message_of_too_many_parts_is_refused_and_one_of_many_dashes_is_read(tmp_path: Path) -> None:
    head = (
        b"From: a@herald.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n"
    )
    dashes = head + b"--cut\r\n\r\n" + b"-- seen in Aleppo\r\n" * 11_000 + b"--cut--\r\n"
    (letter,) = items(taken(tmp_path, "dashes.eml", dashes))
    assert letter.document is not None and "Aleppo" in letter.document.text
    (refused,) = taken(tmp_path, "parts.eml", head + b"--cut\r\n\r\nx\r\n" * 11_000 + b"--cut--\r\n")
    assert isinstance(refused, Refused) and refused.error.code == "W205"


@pytest.mark.parametrize("compressed", [True, False])
def test_a_web_archive_gives_pages_with_their_pictures(tmp_path: Path, compressed: bool) -> None:
    archive, page, *pics = items(taken(tmp_path, "a.warc.gz", web.warc(PAGE, CITADEL, compressed)))
    assert archive.kind is ItemKind.ARCHIVE
    assert page.document and page.document.url == web.PAGE and page.document.title == "Envoy in Aleppo"
    assert [image.content for image in page.document.images] == [CITADEL]
    way = page.provenances[0]
    assert (way.how, way.source, way.when) == (How.WEB_ARCHIVE, web.PAGE, "2017-11-20T08:00:00Z")
    assert way.who == "Desk of the Herald" and way.tool and way.tool.name == "Desk Archiver"
    assert way.inside == (str(tmp_path / "a.warc.gz"),) and way.container == archive.id
    assert [pic.kind for pic in pics] == [ItemKind.IMAGE]


def test_a_record_that_differs_from_its_stated_hash_is_refused_and_the_rest_goes_on(tmp_path: Path) -> None:
    bad = web.answer("https://herald.example/false", "text/html", b"<p>changed", digest="sha1:" + "A" * 32)
    things = taken(tmp_path, "a.warc", web.warc(PAGE, CITADEL, False) + bad)
    refused = [thing for thing in things if isinstance(thing, Refused)]
    assert [(one.label, one.error.code) for one in refused] == [("https://herald.example/false", "W210")]
    assert sum(isinstance(thing, Item) and thing.document is not None for thing in things) == 1


def test_answers_in_chunks_and_packed_by_the_server_are_read(tmp_path: Path) -> None:
    import gzip

    chunks = b"5\r\n<p>He\r\n13\r\n was seen in Homs.\r\n\r\n0\r\n\r\n".replace(b"13", b"13")
    zipped = web.answer("https://a.example/z", "text/html", gzip.compress(PAGE), "Content-Encoding: gzip\r\n")
    chunked = web.answer("https://a.example/c", "text/html", chunks, "Transfer-Encoding: chunked\r\n")
    found = [item.document for item in items(taken(tmp_path, "a.warc", zipped + chunked)) if item.document]
    assert [document.url for document in found] == ["https://a.example/z", "https://a.example/c"]
    assert found[1].text.startswith("He was seen in Homs.")


def test_a_packed_web_archive_gives_the_pages_of_its_list(tmp_path: Path) -> None:
    other = web.answer("https://ads.example/frame", "text/html", b"<p>An advertisement in a frame.")
    archive = web.warc(PAGE, CITADEL, False) + other
    data = web.wacz(archive, [{"url": web.PAGE, "title": "The envoy"}])
    found = [item for item in items(taken(tmp_path, "a.wacz", data)) if item.document]
    assert [item.provenances[0].source for item in found] == [web.PAGE]


def test_a_packed_web_archive_with_another_hash_is_told(tmp_path: Path) -> None:
    data = web.wacz(web.warc(PAGE, CITADEL), [], "0" * 64)
    things = taken(tmp_path, "a.wacz", data)
    assert [(t.label, t.error.code) for t in things if isinstance(t, Refused)] == [
        ("archive/data.warc.gz", "W210")
    ]


def message(html: bool = False) -> bytes:
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["From"], mail["To"] = "أمل حداد <amal@herald.example>", "desk@herald.example"
    mail["Subject"], mail["Date"] = "زيارة المبعوث", "Sun, 19 Nov 2017 10:00:00 +0200"
    mail["Message-ID"] = "<1@herald.example>"
    words = "He was seen in Aleppo.\n\nكان في حلب."
    mail.set_content(
        "<p>He was seen in Aleppo.</p><p>كان في حلب.</p>" if html else words,
        subtype="html" if html else "plain",
    )
    mail.add_attachment(CITADEL, maintype="image", subtype="png", filename="قلعة.png")
    return mail.as_bytes()


@pytest.mark.parametrize("html", [False, True])
def test_a_message_is_a_document_and_its_attachments_are_items(tmp_path: Path, html: bool) -> None:
    letter, picture = items(taken(tmp_path, "a.eml", message(html)))
    assert letter.document and letter.document.title == "زيارة المبعوث"
    assert letter.document.author == "أمل حداد"
    assert str(letter.document.published) == "2017-11-19"
    assert lines(letter.document, BlockKind.PARAGRAPH) == ["He was seen in Aleppo.", "كان في حلب."]
    assert ("sent", "2017-11-19T10:00:00+02:00") in {(c.about, c.value) for c in letter.claims}
    way = picture.provenances[0]
    assert picture.label == "قلعة.png" and way.how is How.ATTACHMENT and way.container == letter.id
    assert way.when == "2017-11-19T10:00:00+02:00" and way.who == "أمل حداد <amal@herald.example>"


def test_a_page_saved_in_one_file_keeps_address_and_pictures(tmp_path: Path) -> None:
    import base64

    coded = base64.encodebytes(CITADEL).decode()
    data = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {web.PAGE}\r\nSubject: Envoy\r\n"
        "Date: Mon, 20 Nov 2017 08:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: text/html\r\n"
        f"Content-Location: {web.PAGE}\r\n\r\n{PAGE.decode()}\r\n--b\r\nContent-Type: image/png\r\n"
        f"Content-Transfer-Encoding: base64\r\nContent-Location: {web.PICTURE}\r\n\r\n{coded}\r\n--b--\r\n"
    ).encode()
    _, page, _ = items(taken(tmp_path, "a.mhtml", data))
    assert page.document and page.document.url == web.PAGE
    assert [image.content for image in page.document.images] == [CITADEL]
    assert (
        page.provenances[0].how is How.SAVED_PAGE and page.provenances[0].when == "2017-11-20T08:00:00+00:00"
    )


def test_a_packed_folder_gives_its_files_and_pages_with_pictures(tmp_path: Path) -> None:
    page = PAGE.replace(b"/photos/citadel.png", "page_files/قلعة%201.png".encode())
    inner = packed.zipped({"deep.txt": "He was in Hama."})
    data = packed.zipped(
        {
            "desk/page.html": page,
            "desk/page_files/قلعة 1.png": CITADEL,
            "desk/page_files/ad.html": "<p>ad</p>",
            "desk/note.txt": "He was in Homs.",
            "desk/.hidden.txt": "x",
            "__MACOSX/desk/._note.txt": "x",
            "desk/more.zip": inner,
        }
    )
    found = items(taken(tmp_path, "desk.zip", data))
    labels = [item.label for item in found]
    assert labels == [
        "desk.zip", "desk/more.zip", "deep.txt", "desk/note.txt", "desk/page.html", "page_files/قلعة%201.png",
    ]  # fmt: skip
    assert found[2].provenances[0].inside == (str(tmp_path / "desk.zip"), "desk/more.zip")
    assert found[4].document and [i.content for i in found[4].document.images] == [CITADEL]


def test_the_same_content_twice_is_one_item_that_came_in_two_ways(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("He was in Homs.")
    (tmp_path / "b.zip").write_bytes(packed.zipped({"copy.txt": "He was in Homs."}))
    found = documents.gathered(documents.take([tmp_path], who="Amal"))
    text = next(item for item in found if item.document)
    assert [way.how for way in text.provenances] == [How.FILE, How.ARCHIVE_MEMBER]
    assert all(way.who == "Amal" for way in text.provenances)


def test_documents_of_an_archive_are_read_for_a_map_too(tmp_path: Path) -> None:
    path = tmp_path / "desk.zip"
    path.write_bytes(packed.zipped({"a.txt": "He was in Homs.", "photo.png": CITADEL, "b.bin": b"\x7fELF"}))
    found, failures = documents.read_all([path])
    assert [document.text for document in found] == ["He was in Homs."]
    assert [(str(where), error.code) for where, error in failures] == [(f"{path}/b.bin", "W203")]


def test_an_export_of_azimut_gives_files_notes_and_claims(tmp_path: Path) -> None:
    found = items(taken(tmp_path, "envoy.azimut.zip", exports.azimut(CITADEL)))
    assert [item.label for item in found[1:]] == [
        "media/photo.png",
        "notes/Witness.md",
        "own/letter.txt",
        "claims.told.json",
    ]
    assert found[1].provenances[0].source == "https://herald.example/photo"
    claims = found[4]
    (record,) = claims.records
    assert (record.earliest, record.place, record.people) == ("2017-11-18", "Aleppo citadel", ("Idris Vael",))
    assert (record.latitude, record.longitude, record.status) == (36.1992, 37.1625, "probable")
    assert record.sources == ("https://herald.example/1",)
    assert (
        claims.document and "The envoy toured the citadel" in claims.document.text[record.start : record.end]
    )


def test_a_member_that_was_altered_is_refused(tmp_path: Path) -> None:
    things = taken(tmp_path, "envoy.azimut.zip", exports.azimut(CITADEL, altered=True))
    refused = [thing for thing in things if isinstance(thing, Refused)]
    assert [(one.label, one.error.code) for one in refused] == [("case/azimut/notes/Witness.md", "W210")]
    assert "notes/Witness.md" not in [thing.label for thing in things if isinstance(thing, Item)]


def test_an_export_under_a_password_is_refused_with_the_remedy(tmp_path: Path) -> None:
    (refused,) = taken(tmp_path, "a.azimut.enc", b"AZIMUT-BUNDLE\x00" + b"\x01" * 80)
    assert isinstance(refused, Refused) and refused.error.code == "W209"


@pytest.mark.parametrize("zipped", [False, True])
def test_an_export_of_bayanat_gives_texts_with_their_events(tmp_path: Path, zipped: bool) -> None:
    data = exports.bayanat()
    if zipped:
        data = packed.zipped({"f3a1.json": data, "abc-photo.png": CITADEL})
    archive, text, *media = items(taken(tmp_path, "f3a1.zip" if zipped else "f3a1.json", data))
    document = text.document
    assert document and document.title == "Visit of the envoy" and document.publisher == "The Herald"
    assert (document.url, str(document.published)) == ("https://herald.example/7", "2017-11-19")
    assert "The envoy visited Aleppo." in document.text and "زار المبعوث حلب." in document.text
    assert "x()" not in document.text
    (record,) = text.records
    assert (record.earliest, record.latest, record.place) == ("2017-11-18", "2017-11-18", "Aleppo")
    assert record.status == "estimated" and record.sources == ("The Herald",)
    assert text.provenances[0].tool and text.provenances[0].tool.name == "Bayanat"
    assert [item.provenances[0].source for item in media] == (["https://herald.example/7"] if zipped else [])
    assert archive.kind is ItemKind.ARCHIVE


SHEET = (
    "link,archive status,archive location,archive date,upload timestamp,upload title,text content,hash\n"
    "https://t.example/1,telegram: success,https://keep.example/1,2024-05-01T10:00:00,"
    "2017-11-18 09:30:00+00:00,"
    'زيارة,"زار المبعوث حلب.\n\nHe was seen in Aleppo.",abc\n'
    "https://t.example/2,nothing archived,,2024-05-01,,,,\n"
)
ROWS = (
    "status,metadata,media\n"
    "\"telegram: success\",\"{'url': 'https://t.example/1', 'title': 'زيارة', 'content': "
    "'زار المبعوث حلب.\\n\\nHe was seen in Aleppo.', "
    "'timestamp': datetime.datetime(2017, 11, 18, 9, 30, tzinfo=datetime.timezone.utc), "
    "'_processed_at': datetime.datetime(2024, 5, 1, 10, 0)}\",[]\n"
)


@pytest.mark.parametrize("table", [SHEET, ROWS])
def test_posts_of_auto_archiver_are_documents(tmp_path: Path, table: str) -> None:
    things = taken(tmp_path, "archive.csv", table.encode())
    post = next(thing for thing in things if isinstance(thing, Item) and thing.document)
    assert post.document and post.document.url == "https://t.example/1"
    assert str(post.document.published) == "2017-11-18" and post.document.title == "زيارة"
    assert "He was seen in Aleppo." in post.document.text
    way = post.provenances[0]
    assert (way.how, way.source, way.when) == (
        How.ARCHIVED_POST,
        "https://t.example/1",
        "2024-05-01T10:00:00",
    )
    refused = [thing.label for thing in things if isinstance(thing, Refused)]
    assert refused == (["https://t.example/2"] if table is SHEET else [])
