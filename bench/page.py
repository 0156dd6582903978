"""How long a reader waits for a large page, beside a Leaflet page of the same data: ``python bench/page.py``.

1. A thousand sightings until a browser is ready, and the same in Leaflet.
2. Ten thousand sightings built: from the dossier to the folder with every format.
3. A hundred thousand until a browser is ready, and the frames while the map is dragged; the same in Leaflet.

``python bench/page.py 5000`` measures one size. Leaflet comes from its own package, only for this.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from wherewhen.basemap import Basemap
from wherewhen.model.claim import Claim
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.dossier import Dossier
from wherewhen.model.itinerary import Itinerary
from wherewhen.model.person import Person
from wherewhen.model.place import Place, Point, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.sighting import Sighting
from wherewhen.model.span import Span
from wherewhen.model.when import When
from wherewhen.publication import site
from wherewhen.publication.dossier import write_dossier
from wherewhen.publication.policy import Policy
from wherewhen.publication.publish import publish

LINE = "She was seen in the market of a town by the road, and two people who were there remember it."
WAITING = "() => document.documentElement.classList.contains('ready')"
TODAY = date(2020, 1, 1)
FRAMES = """() => new Promise((done) => {
  const waits = []; let last = performance.now(); const until = last + 2500;
  const step = (now) => { waits.push(now - last); last = now; now < until ? requestAnimationFrame(step) : done(waits.slice(1)); };
  requestAnimationFrame(step);
})"""  # noqa: E501
LEAFLET = """<!DOCTYPE html><meta charset="utf-8"><title>peer</title>
<link rel="stylesheet" href="leaflet.css">
<style>html,body,#map{height:100%;margin:0}</style><div id="map"></div><script src="leaflet.js"></script>
<script src="data.js"></script><script>
const map = L.map("map", {preferCanvas: true}).setView([34, 40], 6);
for (const [lat, lon, name, day, quote] of data)
  L.circleMarker([lat, lon], {radius: 6}).bindPopup(`<b>${name}</b><br>${day}<br>${quote}`).addTo(map);
requestAnimationFrame(() => requestAnimationFrame(() => document.documentElement.classList.add("ready")));
</script>"""


@dataclass(frozen=True, slots=True)
class Seen:
    """Seconds until ready, and milliseconds between frames while the map is dragged (median, 95th)."""

    ready: float
    median: float
    late: float

    def __str__(self) -> str:
        frames = f"{self.median:.0f} ms a frame, 95 % within {self.late:.0f} ms"
        return f"ready {self.ready:.2f} s; dragging: {frames}"


def ready(count: int) -> float:
    """Seconds from opening the page of ``count`` sightings until its script is done; the best of three."""
    with tempfile.TemporaryDirectory() as folder, _tab() as tab:
        page = _ours(dossier(count), Path(folder))
        return min(_opened(tab, page) for _ in range(3))


def build(count: int) -> float:
    """Seconds from a dossier of ``count`` sightings to its folder on the disk, with every format."""
    made = dossier(count)
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        write_dossier(made, Path(folder) / "dossier", TODAY, Basemap.open())
        return time.perf_counter() - start


def seen(page: Path, drag_on: str) -> Seen:
    """One visit: opened, then the map dragged about for two and a half seconds."""
    with _tab() as tab:
        waited = _opened(tab, page)
        box = tab.locator(drag_on).first.bounding_box()
        assert box
        tab.wait_for_timeout(1500)
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        tab.mouse.move(x, y)
        tab.mouse.down()
        tab.evaluate(f"window.frames_ = ({FRAMES})(); 0")
        for step in range(60):
            tab.mouse.move(x + (step % 20) * 12, y + (step % 30) * 5)
            tab.wait_for_timeout(30)
        waits = sorted(tab.evaluate("window.frames_"))
        tab.mouse.up()
        return Seen(waited, waits[len(waits) // 2], waits[int(len(waits) * 0.95)])


def _ours(made: Dossier, folder: Path) -> Path:
    """The page alone, without drawn maps and other formats, as they do not hold a reader up."""
    case = publish(made, Policy.reading(), TODAY, pictures=False)
    for name, content in site.build(case, Basemap.open()).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder / "index.html"


def _leaflet(made: Dossier, folder: Path) -> Path:
    subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), "leaflet@1.9.4"], check=True)
    for name in ("leaflet.js", "leaflet.css"):
        shutil.copy(folder / "node_modules" / "leaflet" / "dist" / name, folder / name)
    rows = [
        (s.place.point.lat, s.place.point.lon, s.place.surface, str(s.when.earliest), s.claims[0].span.quote)
        for s in made.sightings
        if s.place.point
    ]
    (folder / "data.js").write_text(f"const data = {json.dumps(rows)};", "utf-8")
    (folder / "leaflet.html").write_text(LEAFLET, "utf-8")
    return folder / "leaflet.html"


@contextmanager
def _tab() -> Iterator[Page]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser.new_page(viewport={"width": 1440, "height": 900})
        browser.close()


def _opened(tab: Page, page: Path) -> float:
    start = time.perf_counter()
    tab.goto(page.as_uri(), timeout=120_000)
    tab.wait_for_function(WAITING, timeout=120_000)
    return time.perf_counter() - start


def dossier(count: int) -> Dossier:
    """Sightings some kilometres apart over twenty years, none of them real."""
    text = f"{LINE}\n" * count
    blocks = tuple(Block(BlockKind.PARAGRAPH, at, at + len(LINE)) for at in _starts(count))
    document = Document(sha256(text.encode()).hexdigest(), text, blocks)
    found = tuple(Sighting((c,), c.place, c.when, c.status) for c in _claims(document, count))
    order = tuple(s.id for s in sorted(found, key=lambda s: (s.when.earliest or TODAY, s.id)))
    return Dossier(Person("Anna Berg"), (document,), found, Itinerary(order, (), (), ()))


def _starts(count: int) -> range:
    return range(0, count * (len(LINE) + 1), len(LINE) + 1)


def _claims(document: Document, count: int) -> Iterator[Claim]:
    """A third of the places is known to a few kilometres only."""
    for number, at in enumerate(_starts(count)):
        day = date(2000, 1, 1) + timedelta(days=7 * number % 7300)
        name = f"Town {number % 5000}"
        point = Point(31 + number * 7919 % 6007 / 1000, 35 + number * 104729 % 11003 / 1000)
        radius = 8.0 if number % 3 == 0 else 2.0
        vague = (Reason.of("area.near", place=name, km=8),) if number % 3 == 0 else ()
        named = (("en", name),)
        place = Place(
            name, Precision.SETTLEMENT, named, f"bench:{number}", "PPL", point, radius, reasons=vague
        )
        yield Claim("Anna Berg", Span(document, at, at + len(LINE)), place, When.between(day, day))


def beside(count: int) -> None:
    """Our page and Leaflet's of the same data, one after the other."""
    made = dossier(count)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{count:,} sightings, Wherewhen: {seen(_ours(made, Path(folder)), '.map-field')}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        print(f"{count:,} sightings, Leaflet:   {seen(_leaflet(made, Path(folder)), '#map')}", flush=True)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        beside(int(sys.argv[1]))
    else:
        beside(1000)
        print(f"10,000 sightings built with every format in {build(10_000):.1f} s", flush=True)
        beside(100_000)
