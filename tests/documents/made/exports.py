from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3

from .packed import zipped

TABLES = """
CREATE TABLE entities (id TEXT PRIMARY KEY, type TEXT, label TEXT, attrs_json TEXT, prov_source TEXT);
CREATE TABLE links (id TEXT PRIMARY KEY, from_id TEXT, to_id TEXT, type TEXT);
"""


def database() -> bytes:
    """A claim about a person at a place, citing a bookmark."""
    with contextlib.closing(sqlite3.connect(":memory:")) as base:
        base.executescript(TABLES)
        for row in (
            ("e1", "claim", "The envoy toured the citadel", {"when": "2017-11-18", "confidence": "probable"}),
            ("e2", "person", "Idris Vael", {}),
            ("e3", "place", "Aleppo citadel", {"lat": 36.1992, "lon": 37.1625}),
            ("e4", "bookmark", "Herald", {"url": "https://herald.example/1"}),
            (
                "e5",
                "media",
                "photo",
                {"path": "media/photo.png", "source_url": "https://herald.example/photo"},
            ),
        ):
            base.execute("INSERT INTO entities VALUES (?, ?, ?, ?, NULL)", (*row[:3], json.dumps(row[3])))
        for number, (start, verb, end) in enumerate(
            (("e1", "about", "e2"), ("e1", "at", "e3"), ("e1", "cites", "e4"))
        ):
            base.execute("INSERT INTO links VALUES (?, ?, ?, ?)", (f"l{number}", start, end, verb))
        base.commit()
        return base.serialize()


def azimut(picture: bytes, altered: bool = False) -> bytes:
    files: dict[str, bytes] = {
        "bundle-header.json": json.dumps(
            {"format_version": 2, "azimut_version": "0.3.1", "case_name": "Envoy"}
        ).encode(),
        "case/azimut/case.json": b'{"name": "Envoy"}',
        "case/azimut/.data/case.db": database(),
        "case/azimut/media/photo.png": picture,
        "case/azimut/media/.meta/photo.json": b"{}",
        "case/azimut/notes/Witness.md": b"He was seen in Aleppo on 18 November 2017.",
        "case/own/letter.txt": b"kept beside",
    }
    members = [{"path": path, "sha256": hashlib.sha256(data).hexdigest()} for path, data in files.items()]
    if altered:
        files["case/azimut/notes/Witness.md"] = b"He was seen in Homs."
    return zipped({**files, "bundle.json": json.dumps({"format_version": 2, "members": members})})


BULLETIN = {
    "class": "bulletin",
    "id": 7,
    "title": "Visit of the envoy",
    "title_ar": "زيارة المبعوث",
    "description": "<p>The envoy visited <b>Aleppo</b>.</p><script>x()</script><p>زار المبعوث حلب.</p>",
    "source_link": "https://herald.example/7",
    "publish_date": "2017-11-19T00:00",
    "documentation_date": "2017-11-25T10:00",
    "sources": [{"id": 1, "title": "The Herald"}],
    "medias": [{"id": 1, "filename": "abc-photo.png"}],
    "events": [
        {
            "id": 3,
            "title": "Tour of the citadel",
            "comments_ar": "جولة في القلعة",
            "location": {"id": 5, "title": "Aleppo", "lat": 36.2, "lng": 37.16},
            "from_date": "2017-11-18T00:00",
            "to_date": None,
            "estimated": True,
        }
    ],
}


def bayanat(**changes: object) -> bytes:
    return json.dumps({"bulletins": [{**BULLETIN, **changes}]}, ensure_ascii=False).encode()
