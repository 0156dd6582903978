from __future__ import annotations

import base64
import gzip
import hashlib
import json

from .packed import zipped

PAGE = "https://herald.example/2017/11/19/envoy"
PICTURE = "https://herald.example/photos/citadel.png"


def record(kind: str, head: dict[str, str], body: bytes) -> bytes:
    lines = {"WARC-Type": kind, "WARC-Record-ID": "<urn:uuid:0>", **head, "Content-Length": str(len(body))}
    return (
        b"WARC/1.1\r\n"
        + "".join(f"{k}: {v}\r\n" for k, v in lines.items()).encode()
        + b"\r\n"
        + body
        + b"\r\n\r\n"
    )


def answer(address: str, kind: str, content: bytes, extra: str = "", digest: str = "") -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + content
    stated = digest or "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()
    head = {"WARC-Target-URI": address, "WARC-Date": "2017-11-20T08:00:00Z", "WARC-Block-Digest": stated}
    return record("response", head, body)


def warc(page: bytes, picture: bytes, packed: bool = True) -> bytes:
    info = record("warcinfo", {}, b"software: Desk Archiver/2.0\r\noperator: Desk of the Herald\r\n")
    records = [info, answer(PAGE, "text/html; charset=utf-8", page), answer(PICTURE, "image/png", picture)]
    return b"".join(gzip.compress(one) for one in records) if packed else b"".join(records)


def wacz(archive: bytes, pages: list[dict[str, str]], stated: str = "") -> bytes:
    digest = stated or hashlib.sha256(archive).hexdigest()
    listed = {
        "software": "Desk Archiver",
        "resources": [{"path": "archive/data.warc.gz", "hash": f"sha256:{digest}"}],
    }
    lines = "\n".join(json.dumps(line) for line in [{"format": "json-pages-1.0"}, *pages])
    return zipped(
        {"datapackage.json": json.dumps(listed), "archive/data.warc.gz": archive, "pages/pages.jsonl": lines}
    )
