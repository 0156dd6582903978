"""How long a reader waits for a large page: ``python bench/page.py [SIGHTINGS]``."""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import sync_playwright

from wherewhen import itinerary, sightings
from wherewhen.basemap import Basemap
from wherewhen.model.claim import Claim
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.person import Person
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.span import Span
from wherewhen.model.when import When
from wherewhen.publication.dossier import write_dossier

LINE = "She was seen in the market of a town by the road, and two people who were there remember it."
WAITING = "() => document.documentElement.classList.contains('ready')"


def ready(count: int) -> float:
    """Seconds from opening the file of a dossier of ``count`` sightings until its script is done."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "dossier"
        write_dossier(dossier(count), target, date(2020, 1, 1), Basemap.open())
        return _opened(target / "index.html")


def _opened(page: Path) -> float:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        waited = []
        for _ in range(3):
            tab = browser.new_page(viewport={"width": 1440, "height": 900})
            start = time.perf_counter()
            tab.goto(page.as_uri())
            tab.wait_for_function(WAITING)
            waited.append(time.perf_counter() - start)
            tab.close()
        browser.close()
    return min(waited)


def dossier(count: int) -> Dossier:
    """Sightings a week and some kilometres apart, none of them real."""
    text = f"{LINE}\n" * count
    blocks = tuple(Block(BlockKind.PARAGRAPH, at, at + len(LINE)) for at in _starts(count))
    document = Document(sha256(text.encode()).hexdigest(), text, blocks)
    found = sightings.merge(list(_claims(document, count)))
    return Dossier(Person("Anna Berg"), (document,), found, itinerary.derive(found))


def _starts(count: int) -> range:
    return range(0, count * (len(LINE) + 1), len(LINE) + 1)


def _claims(document: Document, count: int) -> Iterator[Claim]:
    for number, at in enumerate(_starts(count)):
        day = date(2000, 1, 1) + timedelta(days=7 * number)
        name = f"Town {number}"
        point = Point(33 + number % 37 * 0.1, 36 + number // 37 * 0.15)
        place = Place(name, Precision.SETTLEMENT, (("en", name),), f"bench:{number}", "PPL", point, 5.0)
        yield Claim("Anna Berg", Span(document, at, at + len(LINE)), place, When.between(day, day))


if __name__ == "__main__":
    print(f"{ready(int(sys.argv[1]) if len(sys.argv) > 1 else 1000):.2f} s")
