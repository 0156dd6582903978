"""Text from documents is data at the desk as well: no string in any field runs, loads or complains."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path
from unicodedata import normalize

import pytest
from playwright.sync_api import Browser

from wherewhen.casefile import Casefile
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.evidence import Evidence
from wherewhen.model.judgement import Judged, Noted, Role, Roles, Verdict
from wherewhen.model.person import Person
from wherewhen.model.place import Candidate, Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source, SourceKind
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import Grain, When

from .hands import Hands, served
from .hostile import PAYLOADS, STRINGS

pytestmark = pytest.mark.browser
ROBOT = Tool("wherewhen", "1", "x")
LINES = tuple(
    dict.fromkeys(normalize("NFC", " ".join(s.split()).replace("\x00", "")) for s in STRINGS if s.strip())
)
SHOWN = LINES[:: max(1, len(LINES) // 40)]
PARTS = (
    "desk?show=all",
    "people",
    "history",
    "events",
    "documents",
    "pictures",
    "preview",
    "scripts",
    "search?q=script",
    "search?q=window",
)


def claim(text: Document, block: Block, line: str) -> Claim:
    """The line in every field of a claim."""
    span = Span(text, block.start, block.end)
    why = Reason.of("place.named", span, name=line, kind=line, id=line)
    place = Place(
        line, Precision.SETTLEMENT, (("en", line), ("ar", line)), line, line, Point(41.9, 12.5), 5.0,
        containment=(line,), reasons=(why,), losers=(Candidate(line, line, 0.1),),
    )  # fmt: skip
    day = date(2019, 5, 3)
    return Claim(
        "Anna Berg", span, place, When.between(day, day, Grain.DAY, line, (why,)), Status.ATTRIBUTED,
        Evidence.STATEMENT, (Source(line, SourceKind.WITNESS),), (line,), line, reasons=(why,), tool=ROBOT,
    )  # fmt: skip


@pytest.fixture
def poisoned(tmp_path: Path) -> tuple[Path, list[str]]:
    """A case with every string in every field, and the claims to look at."""
    text, blocks = "\n".join(LINES), []
    for line in LINES:
        start = blocks[-1].end + 1 if blocks else 0
        blocks.append(Block(BlockKind.PARAGRAPH, start, start + len(line)))
    sha256, worst = hashlib.sha256(text.encode()).hexdigest(), " ".join(PAYLOADS[:12])
    made = Document(sha256, text, tuple(blocks), "en", worst, worst, worst, worst, date(2019, 6, 1), worst)
    with Casefile.create(tmp_path / "case", Person(worst, (worst,)), worst, worst) as case:
        case.collect(text.encode(), worst, worst, worst, media="text/plain")
        case.read(
            made, [claim(made, block, line) for block, line in zip(blocks, LINES, strict=True)], ROBOT, worst
        )
        claims = list(case.state.claims)
        for one in claims[:80]:
            case.record(Judged(one, Verdict.ACCEPT), worst, worst)
        case.record(Roles(worst, Role.OFFICIAL), worst, worst)
        case.record(Noted(worst, claims[0]), worst, worst)
        looked = [h.id for h in case.state.claims.values() if made.text[h.start : h.end] in SHOWN]
    return tmp_path / "case", looked


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_string_in_any_field_is_more_than_text(
    browser: Browser, poisoned: tuple[Path, list[str]], language: str
) -> None:
    case, claims = poisoned
    assert len(LINES) > 500 and len(claims) > 30
    with served(case) as link:
        hands = Hands.at(browser, link, language)
        hands.page.add_init_script("window.ran = 0")
        home = hands.page.url.rpartition("/")[0]
        looks = [f"desk?claim={one}" for one in claims] + [
            f"{page}?claim={claims[0]}" for page in ("edit", "pictures")
        ]
        for part in (*PARTS, *looks, f"compare?a={claims[0]}&b={claims[1]}", f"history?thing={claims[0]}"):
            hands.page.goto(f"{home}/{part}")
            hands.page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
            assert hands.page.evaluate("window.ran") == 0 and hands.violations == [], part
        for key in ("q", "n", "b", "m", "Escape", "h"):
            hands.go(key)
        assert hands.outside == [] and hands.complaints == [] and hands.page.evaluate("window.ran") == 0
        hands.page.context.close()
