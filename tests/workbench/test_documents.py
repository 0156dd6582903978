"""Documents taken in from the browser, and from a script."""

from __future__ import annotations

from pathlib import Path

from .asking import HOME, HOST, Answer, ask
from .conftest import Laid

REPORT = b"A man saw Anna Berg in Paris on 7 June 2018.\n\nAnna Berg was in Rome on 9 June 2018.\n"


def sent(laid: Laid, address: str, field: str, *files: tuple[str, bytes], **said: str) -> Answer:
    parts = [
        f'--x\r\nContent-Disposition: form-data; name="{n}"\r\n\r\n{v}\r\n'.encode() for n, v in said.items()
    ]
    for name, content in files:
        head = f'--x\r\nContent-Disposition: form-data; name="{field}"; filename="{name}"\r\n\r\n'
        parts.append(head.encode() + content + b"\r\n")
    body = b"".join([*parts, b"--x--\r\n"])
    headers = [
        ("Host", HOST), ("Sec-Fetch-Site", "same-origin"), ("Cookie", laid.tab.cookie), ("Origin", HOME),
        ("Content-Type", "multipart/form-data; boundary=x"), ("Content-Length", str(len(body))),
    ]  # fmt: skip
    return ask(laid.app, "POST", address, headers, body)


def test_a_document_is_kept_read_and_its_claims_proposed(laid: Laid) -> None:
    page = sent(
        laid, "/en/documents", "files", ("new.txt", REPORT), publisher="The Herald", published="2018-07-01"
    )
    assert page.status == 200 and "new.txt" in page.text
    made = next(item for item in laid.case.state.items.values() if item.label == "new.txt")
    document = laid.case.document(made.sha256)
    assert document.publisher == "The Herald" and str(document.published) == "2018-07-01"
    assert {laid.case.claim(h.id).place.name("en") for h in laid.case.state.of(made.sha256)} >= {
        "Paris",
        "Rome",
    }
    assert laid.case.evidence().get(made.sha256) == REPORT


def test_the_list_says_how_far_each_is_reviewed(laid: Laid) -> None:
    page = laid.tab.get("/ar/documents").text
    assert "The Herald" in page and "/ar/desk?document=" in page


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(laid: Laid) -> None:
    page = sent(laid, "/en/documents", "files", ("a.bin", b"\x7fELF" + bytes(50)), ("report.txt", REPORT))
    assert page.status == 200 and "a.bin" in page.text and "W2" in page.text and "report.txt" in page.text
    assert sent(laid, "/en/documents", "files", ("a.bin", b"\x7fELF" + bytes(50))).status == 422
    assert sent(laid, "/en/documents", "files", ("b.txt", REPORT), published="soon").status == 422


def test_a_name_is_only_a_label(laid: Laid, tmp_path: Path) -> None:
    before = sorted(path.name for path in tmp_path.iterdir())
    for name in ("../../evil.txt", "/etc/passwd", "case.sqlite", "..", "a" * 300):
        sent(laid, "/en/documents", "files", (name, REPORT + name.encode()))
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    assert {path.name for path in laid.case.folder.iterdir()} <= {
        "case.sqlite", "evidence", "search.sqlite", "likeness.sqlite", "resemblance.sqlite",
    }  # fmt: skip


def test_a_script_takes_in_the_same(laid: Laid) -> None:
    answer = sent(laid, "/api/documents", "file", ("report.txt", REPORT), publisher="The Herald")
    assert answer.status == 200 and '"found":2' in answer.text and '"fault":null' in answer.text
