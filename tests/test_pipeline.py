"""The four sample pages from their bytes to the dossier: nothing found gets lost, every run is the same."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from wherewhen import documents, pipeline
from wherewhen.basemap import Basemap
from wherewhen.evaluation.sightings import count
from wherewhen.model.dossier import Dossier
from wherewhen.model.person import Person
from wherewhen.places import Gazetteer
from wherewhen.publication.dossier import write_dossier
from wherewhen.publication.exports.contract import contract
from wherewhen.publication.reading import reading

SAMPLES = Path(__file__).parents[1] / "samples"
TODAY = date(2026, 1, 1)
# (found, right) that a page must keep. The pages have 21 and 18 true sightings; what was measured when the
# floors were set (9/4, 10/6, 10/6, 11/6) lies one above: a refitted scorer may lose one and gain others.
FLOORS = {
    "general-en.html": (8, 3), "general-ar.html": (9, 5),
    "traveller-en.html": (9, 5), "traveller-ar.html": (10, 5),
}  # fmt: skip
# Traps, and planned or denied journeys, that are taken for sightings at present: to fall, never to rise.
TAKEN = {"traveller-ar.html": (2, 1)}
PAGES = sorted(FLOORS)


@cache
def expected(page: str) -> dict[str, Any]:
    described = json.loads((SAMPLES / page.split("-")[0] / "expected.json").read_text("utf-8"))
    return dict(described["documents"][page])


@cache
def dossier(page: str) -> Dossier:
    document = documents.read(SAMPLES / page.split("-")[0] / page)
    person = Person(expected(page)["subject"])
    return pipeline.investigate([document], person, Gazetteer.open(), Basemap.open())


@cache
def counts(page: str) -> Counter[str]:
    found = dossier(page)
    case = expected(page) | {"text": found.documents[0].text}
    return count(case, contract(reading(found, TODAY)))


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_tells_stays_found(page: str) -> None:
    found, right = FLOORS[page]
    assert counts(page)["found"] >= found
    assert counts(page)["right"] >= right


@pytest.mark.parametrize("page", PAGES)
def test_no_further_trap_is_taken(page: str) -> None:
    trapped, taken = TAKEN.get(page, (0, 0))
    assert counts(page)["trapped"] <= trapped
    assert counts(page)["taken_as_true"] <= taken


@pytest.mark.parametrize("page", PAGES)
def test_every_quote_stands_in_the_text_of_its_document(page: str) -> None:
    text = dossier(page).documents[0].text
    for sighting in contract(reading(dossier(page), TODAY))["sightings"]:
        for claim in sighting["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["quote"]


@pytest.mark.parametrize("page", PAGES)
def test_every_decision_has_its_reason(page: str) -> None:
    for sighting in dossier(page).sightings:
        for claim in sighting.claims:
            assert claim.reasons
            assert claim.when.unknown or claim.when.reasons
            assert not claim.place.precision.placed or claim.place.reasons


def test_boilerplate_is_never_quoted() -> None:
    for page in PAGES:
        document = dossier(page).documents[0]
        for sighting in dossier(page).sightings:
            for claim in sighting.claims:
                block = document.block_at(claim.span.start)
                assert block and block.kind.value not in ("boilerplate", "byline")


def test_the_itinerary_speaks_only_of_its_sightings() -> None:
    for page in PAGES:
        found, ids = dossier(page).itinerary, {s.id for s in dossier(page).sightings}
        assert len(ids) == len(dossier(page).sightings)
        assert set(found.order) <= ids
        assert {end for leg in found.legs for end in (leg.start, leg.end)} <= ids
        assert {one for conflict in found.conflicts for one in conflict.sightings} <= ids


def test_both_pages_of_one_case_make_one_dossier() -> None:
    pages = [
        documents.read(SAMPLES / "traveller" / f"traveller-{language}.html") for language in ("en", "ar")
    ]
    person = Person("Gertrude Bell", ("غيرترود بيل",))
    both = pipeline.investigate(pages, person, Gazetteer.open(), Basemap.open())
    assert {c.span.document.language for s in both.sightings for c in s.claims} == {"en", "ar"}
    apart = len(dossier("traveller-en.html").sightings) + len(dossier("traveller-ar.html").sightings)
    assert len(both.sightings) < apart, "some events are told by both pages"


def test_progress_names_each_document() -> None:
    told: list[tuple[str, float]] = []
    page = documents.read(SAMPLES / "traveller" / "traveller-en.html")
    tell: Callable[[str, float], None] = lambda step, share: told.append((step, share))  # noqa: E731
    pipeline.investigate([page], Person("Gertrude Bell"), Gazetteer.open(), Basemap.open(), tell)
    assert told == [(page.title, 0.0)]


READ = """
import sys
from wherewhen.cli import main
sys.argv = ["wherewhen", "read", *sys.argv[1:], "--format", "json"]
main()
"""


def read_with_seed(seed: str, page: str) -> bytes:
    file = SAMPLES / page.split("-")[0] / page
    command = [sys.executable, "-c", READ, str(file), "--subject", expected(page)["subject"]]
    return subprocess.run(
        command, env=os.environ | {"PYTHONHASHSEED": seed}, check=True, capture_output=True
    ).stdout


@pytest.mark.parametrize("page", ["general-en.html", "traveller-ar.html"])
def test_the_reading_does_not_hang_on_the_order_of_sets(page: str) -> None:
    assert read_with_seed("0", page) == read_with_seed("4242", page)


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("page", ["general-en.html", "traveller-ar.html"])
def test_two_runs_make_the_same_folder_byte_by_byte(tmp_path: Path, page: str) -> None:
    document = documents.read(SAMPLES / page.split("-")[0] / page)
    for name in ("first", "second"):
        found = pipeline.investigate(
            [document], Person(expected(page)["subject"]), Gazetteer.open(), Basemap.open()
        )
        write_dossier(found, tmp_path / name, TODAY, Basemap.open())
    assert files(tmp_path / "first") == files(tmp_path / "second")
