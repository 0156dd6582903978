"""Whatever a document contains, in whatever field, stays text in every export."""

from __future__ import annotations

import csv
import io
import itertools
import json
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from wherewhen.model.claim import Claim
from wherewhen.model.document import Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.itinerary import Itinerary
from wherewhen.model.person import Person
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Sighting
from wherewhen.model.source import Source
from wherewhen.model.span import Span
from wherewhen.publication.exports import EXPORTS, export
from wherewhen.publication.policy import Policy
from wherewhen.publication.publish import publish

SCRIPTS = [
    "<script>alert(1)</script>", "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "<svg><script>alert(1)</script></svg>",
    "\"><iframe src=javascript:alert(1)>", "'><b onmouseover=alert(1)>x", "javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "[x](javascript:alert(1))",
    "![x](x\"onerror=\"alert(1))", "<javascript:alert(1)>", "`${alert(1)}`",
    "{{constructor.constructor('alert(1)')()}}", "{0.__class__}", "{subject}", "%s%n", "<!--", "-->",
    "]]>", "<![CDATA[", "<?xml version='1.0'?>", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///x'>]>", "&e;",
    "&#x3c;script&#x3e;", "\\u003cscript\\u003e",
    "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">", "<a href=//x>y</a>",
    "<style>*{background:url(//x)}</style>", "<meta http-equiv=refresh content=0;url=//x>",
    "<base href=//x>", "<form action=//x><input>", "<object data=//x>",
    "<template><script>x</script></template>", "<noscript><p title=\"",
]  # fmt: skip
FORMULAS = [
    "=1+1",
    "+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    '=HYPERLINK("//x")',
    "=cmd|' /C x'!A0",
    "＝1",
]
BREAKS = [
    "a\r\nEND:VEVENT\r\nBEGIN:VEVENT", "a\nDTSTART:1", "x\u2028y", "x\u2029y", "x\u0085y", "\x00",
    "\x1b[31m", "\x7f", "\ufeffx", "\ufffe", "\u202egnp.exe", "\u2066x", "\u200f=1", "a,b;c\\d\"e'f",
    "\"", "''", "|x|", "a\tb", "𝕏" * 50, "ا" * 300, "\u0301" * 50, "🏴‍☠️", "x" * 5000, " ", "..",
    "../../x", "C:\\x", "CON", "~", "%2e%2e%2f", "خ,ط;\\", "«»“”", "⁦⁧⁨⁩",
]  # fmt: skip
HOSTILE = [*SCRIPTS, *FORMULAS, *BREAKS]
HOSTILE += [f"{a}{b}" for a, b in itertools.product(SCRIPTS[:12], (*FORMULAS, *BREAKS[:26]))]


def poisoned(dossier: Dossier, word: str) -> Dossier:
    """The same word in every text field that a reading fills from a document."""
    old = dossier.documents[0]
    text = f"{word} {word or 'x'} was there".encode("utf-8", "replace").decode()
    page = Document(
        "f" * 64, unicodedata.normalize("NFC", text), title=word, publisher=word, author=word, url=word,
        path=word, published=old.published,
    )  # fmt: skip
    claims = [_claim(sighting.lead, page, word) for sighting in dossier.sightings]
    sightings = tuple(
        Sighting((c,), c.place, c.when, c.status, reasons=(Reason.of("merge.none", what=word),))
        for c in claims
    )
    itinerary = Itinerary(tuple(sighting.id for sighting in sightings))
    return Dossier(Person(word or "x", (word,)), (page,), sightings, itinerary, dossier.tools)


def _claim(claim: Claim, page: Document, word: str) -> Claim:
    reason = Reason.of("time.none", span=Span(page, 0, len(page.text)), what=word)
    return replace(
        claim,
        span=Span(page, 0, len(page.text)),
        place=replace(
            claim.place, surface=word, names=(("en", word), ("ar", word)), kind=word, gazetteer_id=word,
            containment=(word, word), reasons=(reason,), country=None,
        ),
        when=replace(claim.when, edtf=word, reasons=(reason,)),
        attribution=(Source(word), replace(Source(word), named=False)),
        companions=(word,),
        activity=word,
        reasons=(reason,),
    )  # fmt: skip


class Elements(HTMLParser):
    """Collects the elements of a piece of HTML and what could make them run or load."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.names: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_decl(self, decl: str) -> None:
        self.names.add("!")

    def handle_comment(self, data: str) -> None:
        self.names.add("!--")

    def unknown_decl(self, data: str) -> None:
        self.names.add("![")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


HTML_FIELDS = ("timeline-", "storymap-", "timemap/")


@pytest.mark.parametrize("start", range(0, len(HOSTILE), 50))
def test_hostile_words_stay_words(dossier: Dossier, today: date, start: int) -> None:
    for word in HOSTILE[start : start + 50]:
        case = publish(poisoned(dossier, word), Policy.reading(), today)
        for name in EXPORTS:
            for file, content in export(case, name).items():
                check(file, content)


def check(file: str, content: bytes) -> None:
    if file.endswith((".json", ".geojson")) and not file.endswith(".ftm.json"):
        value = json.loads(content)
        if file.startswith(HTML_FIELDS):
            for text in strings(value):
                assert Elements(text).names <= {"p"}, file
    elif file.endswith(".ftm.json"):
        lines = content.split(b"\n")
        assert all(json.loads(line)["id"].startswith("ww-") for line in lines if line)
    elif file.endswith(".csv"):
        check_table(content)
    elif file.endswith(".kml"):
        check_kml(content)
    elif file.endswith(".kmz"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            assert archive.namelist() == ["doc.kml"]
            check_kml(archive.read("doc.kml"))
    elif file.endswith(".ics"):
        check_calendar(content)
    else:
        assert file.endswith(".txt"), file


def check_table(content: bytes) -> None:
    found = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({len(row) for row in found}) == 1, "no cell breaks its row"
    for text in itertools.chain.from_iterable(found[1:]):
        try:
            float(text)
        except ValueError:
            assert not text.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0"))


def check_kml(content: bytes) -> None:
    root = ElementTree.fromstring(content)
    assert {element.tag.split("}")[0] for element in root.iter()} == {"{http://www.opengis.net/kml/2.2"}
    for element in root.iter("{http://www.opengis.net/kml/2.2}description"):
        assert Elements(element.text or "").names <= {"p", "img"}


def check_calendar(content: bytes) -> None:
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    logical = content.decode().replace("\r\n ", "").split("\r\n")
    assert all("\n" not in line and "\r" not in line for line in logical)
    assert logical.count("BEGIN:VEVENT") == logical.count("END:VEVENT") == 4
    names = {line.split(":")[0].split(";")[0] for line in logical if line}
    assert names <= {
        "BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "X-WR-CALNAME", "UID", "DTSTAMP", "DTSTART", "DTEND",
        "SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "CATEGORIES", "STATUS", "TRANSP",
    }  # fmt: skip


def test_there_are_enough_hostile_words() -> None:
    assert len(set(HOSTILE)) >= 500
