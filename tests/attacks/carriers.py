"""Files that carry a name of somebody else's choice wherever a format has room for one."""

from __future__ import annotations

import hashlib
import io
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from tests.documents.made import exports, packed, pictures, web

WORDS = b"Anna Berg was in Rome on 3 May 2019."
PHOTO = pictures.png()
TRICKS = (
    "../planted.txt", "../../planted.txt", "../" * 12 + "{outside}/planted.txt", "..\\..\\planted.txt",
    "a/../../planted.txt", "./../planted.txt", ".//..//planted.txt", "{outside}/planted.txt",
    "/{outside}/planted.txt", "//{outside}/planted.txt", "file://{outside}/planted.txt",
    "file:{outside}/planted.txt", "C:\\planted.txt", "C:planted.txt", "\\\\server\\share\\planted.txt",
    "\\\\?\\C:\\planted.txt", "~/planted.txt", "~root/planted.txt", "$HOME/p.txt", "%TEMP%\\planted.txt",
    "..%2f..%2fplanted.txt", "%2e%2e/planted.txt", "..%5cplanted.txt", "..%00/planted.txt", "a\x00/../plant",
    "．．/p.txt", "..\u2215planted.txt", "\u202etxt.detnalp/../..", "CON", "NUL.txt", "aux.txt", "p.txt ",
    "planted.txt.", "planted.txt:stream", "-rf", "|touch planted.txt", "`touch planted.txt`",
    "a" * 300 + ".txt", "a/" * 200 + "planted.txt", "..", ".", "/", "", "\n../planted.txt", ".bashrc",
    "case.sqlite", "../case/case.sqlite", "evidence/../case.sqlite", "{outside}/secret.png", "../secret.png",
)  # fmt: skip


def zip_member(name: str) -> bytes:
    return packed.zipped({name or "x": WORDS, "a.txt": b"Berg was in Oslo."})


def zip_link(name: str) -> bytes:
    """A member that says of itself that it is a link, and one that would go through it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as pack:
        link = zipfile.ZipInfo("link.txt")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        pack.writestr(link, name.encode("utf-8", "replace"))
        pack.writestr("link.txt/planted.txt", WORDS)
    return out.getvalue()


def zip_beside_page(name: str) -> bytes:
    return packed.zipped({"page.html": page(name), "page_files/a.png": PHOTO})


def zip_in_zip(name: str) -> bytes:
    return packed.zipped({f"{name or 'x'}.zip": zip_member(name)})


def page(name: str) -> bytes:
    shown = name.replace("&", "&amp;").replace('"', "&quot;")
    return (
        f'<html lang="en"><title>x</title><p>Anna Berg was in Rome.</p><img src="{shown}">'
        f'<img src="page_files/{shown}"><p>She left.</p></html>'
    ).encode("utf-8", "replace")


def docx(name: str) -> bytes:
    return packed.docx_with_picture(PHOTO, name.replace("&", "").replace("\x00", "").replace('"', "") or "x")


def mail(name: str) -> bytes:
    plain, coded = name.replace("\n", " ").replace('"', ""), quote(name, safe="")
    return (
        'From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
        "--b\nContent-Type: text/plain\n\nAnna Berg was in Rome.\n"
        f'--b\nContent-Type: text/plain; name="{plain}"\nContent-Disposition: attachment; filename="{plain}"'
        f"\n\nBerg was in Oslo.\n--b\nContent-Type: text/plain\n"
        f"Content-Disposition: attachment; filename*=utf-8''{coded}\n\nBerg was in Lima.\n--b--\n"
    ).encode("utf-8", "replace")


def mhtml(name: str) -> bytes:
    plain = name.replace("\n", " ").replace("\x00", "")
    return (
        f"From: <Saved by Blink>\nSnapshot-Content-Location: {plain}\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Location: {plain}\n\n"
    ).encode("utf-8", "replace") + page(name) + b"\n--b--\n"  # fmt: skip


def warc(name: str) -> bytes:
    plain = name.replace("\n", " ").replace("\r", " ")
    return web.answer(plain, "text/html", page(name)) + web.answer(
        f"http://a.example/{plain}", "text/html", WORDS
    )


def wacz(name: str) -> bytes:
    listed = {"resources": [{"path": name, "hash": "sha256:0"}, {"path": f"archive/{name}"}]}
    files = {"datapackage.json": json.dumps(listed), f"archive/{name or 'x'}.warc": warc(name)}
    return packed.zipped(files | {"pages/pages.jsonl": json.dumps({"url": name, "title": name})})


def bayanat(name: str) -> bytes:
    listing = exports.bayanat(medias=[{"id": 1, "filename": name}], source_link=name, title=name)
    return packed.zipped({"bulletins.json": listing, name or "x": PHOTO})


def azimut(name: str) -> bytes:
    files = {
        "bundle-header.json": json.dumps({"format_version": 2, "case_name": name}).encode(),
        "case/azimut/case.json": b'{"name": "x"}', f"case/{name}": WORDS, f"case/azimut/media/{name}": PHOTO,
    }  # fmt: skip
    members = [{"path": path, "sha256": hashlib.sha256(data).hexdigest()} for path, data in files.items()]
    return packed.zipped({**files, "bundle.json": json.dumps({"format_version": 2, "members": members})})


def archived_posts(name: str) -> bytes:
    cell = name.replace('"', '""')
    heads = "link,archive status,upload title,text content,archive location,screenshot"
    return f'{heads}\n"{cell}",ok,"{cell}","{cell} Berg was in Rome","{cell}","{cell}"\n'.encode(
        "utf-8", "replace"
    )


def table(name: str) -> bytes:
    cell = name.replace('"', '""')
    return f'date,place,source,description\n2019-05-03,Rome,"{cell}","{cell}"\n'.encode("utf-8", "replace")


def photo(name: str) -> bytes:
    return pictures.jpeg(pictures.drawing(64, 48), ImageDescription=name or "x", DocumentName=name or "x")


CARRIERS: dict[str, Callable[[str], bytes]] = {
    "member.zip": zip_member, "link.zip": zip_link, "beside.zip": zip_beside_page, "inner.zip": zip_in_zip,
    "page.html": page, "a.docx": docx, "a.eml": mail, "a.mhtml": mhtml, "a.warc": warc, "a.wacz": wacz,
    "bayanat.zip": bayanat, "azimut.zip": azimut, "posts.csv": archived_posts, "a.csv": table, "a.jpg": photo,
}  # fmt: skip


def filled(trick: str, outside: Path) -> str:
    return trick.replace("{outside}", str(outside))
