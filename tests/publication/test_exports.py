"""Every format keeps its consumer's rules and says what it cannot hold."""

from __future__ import annotations

import csv
import io
import itertools
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from wherewhen.model.dossier import Dossier
from wherewhen.model.errors import BadOption
from wherewhen.publication.exports import EXPORTS, export
from wherewhen.publication.exports.csv import cell, table
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.publish import publish


@pytest.fixture
def case(dossier: Dossier, today: date) -> PublicCase:
    return publish(dossier, Policy.reading(), today)


@pytest.fixture
def contract(case: PublicCase) -> Any:
    return json.loads(export(case, "json")["sightings.json"])


def test_an_unknown_format_is_refused_with_the_list_of_formats(case: PublicCase) -> None:
    with pytest.raises(BadOption, match="geojson"):
        export(case, "parchment")


@pytest.mark.parametrize("name", EXPORTS)
def test_every_format_says_beside_itself_what_it_drops(case: PublicCase, name: str) -> None:
    files = export(case, name)
    told = json.loads(files[f"{name}.dropped.json"])
    assert told["format"] == name and len(files) >= 2
    ids = {sighting.id for sighting in case.sightings}
    for entry in told["dropped"]:
        assert entry["en"] != entry["fact"] != entry["ar"], "every fact has words in both languages"
        assert set(entry["sightings"]) <= ids


@pytest.mark.parametrize("name", EXPORTS)
def test_an_empty_case_can_be_exported(case: PublicCase, name: str) -> None:
    empty = replace(
        case, sightings=(), itinerary=replace(case.itinerary, order=(), legs=(), gaps=(), conflicts=())
    )
    assert export(empty, name)


def test_the_contract_has_exactly_its_keys(contract: Any) -> None:
    assert contract["schema"] == "wherewhen.sightings/1"
    assert list(contract)[:5] == ["schema", "subject", "documents", "sightings", "itinerary"]
    assert list(contract)[-1] == "tools"
    assert list(contract["sightings"][0]) == [
        "id", "status", "confidence", "place", "time", "companions", "activity", "evidence", "attribution",
        "independent_sources", "conflicts", "claims",
    ]  # fmt: skip
    assert list(contract["sightings"][0]["place"]) == [
        "surface", "name", "names", "precision", "lat", "lon", "radius_km", "geometry", "gazetteer_id",
        "reasons",
    ]  # fmt: skip
    assert list(contract["sightings"][0]["time"]) == [
        "surface", "earliest", "latest", "begin", "end", "edtf", "grain", "reasons",
    ]  # fmt: skip


def test_the_contract_quotes_the_text_at_its_offsets(contract: Any, dossier: Dossier) -> None:
    text = dossier.documents[0].text
    for sighting in contract["sightings"]:
        for claim in sighting["claims"]:
            assert text[claim["start"] : claim["end"]] == claim["quote"]


def test_what_is_on_the_way_or_nowhere_has_no_point(contract: Any) -> None:
    unplaced = [s for s in contract["sightings"] if s["place"]["precision"] in ("in_transit", "unspecified")]
    assert len(unplaced) == 2
    assert all(s["place"]["lat"] is None and s["place"]["geometry"] is None for s in unplaced)


def test_a_reason_is_a_code_with_values_and_a_sentence_in_both_languages(contract: Any) -> None:
    reason = contract["sightings"][0]["time"]["reasons"][0]
    assert set(reason) == {"code", "values", "en", "ar"} and reason["values"] == {"anchor": "2016-05-13"}


def test_the_itinerary_speaks_of_sightings_that_are_there(contract: Any) -> None:
    ids = {sighting["id"] for sighting in contract["sightings"]}
    itinerary = contract["itinerary"]
    assert set(itinerary["order"]) <= ids
    assert {leg[end] for leg in itinerary["legs"] for end in ("from", "to")} <= ids
    assert [leg["stated"] for leg in itinerary["legs"]] == [True, False, False]


def test_geojson_keeps_the_rules_of_its_standard(case: PublicCase) -> None:
    collection = json.loads(export(case, "geojson")["sightings.geojson"])
    assert set(collection) == {"type", "features"}, "no crs member"
    for feature in collection["features"]:
        assert feature["type"] == "Feature" and {"geometry", "properties"} <= set(feature)
        if feature["geometry"] and feature["geometry"]["type"] == "Polygon":
            for n, ring in enumerate(feature["geometry"]["coordinates"]):
                assert ring[0] == ring[-1] and len(ring) >= 4
                assert (_signed_area(ring) > 0) == (n == 0), "outer ring counter-clockwise"
    assert sum(feature["geometry"] is None for feature in collection["features"]) == 2


def _signed_area(ring: list[list[float]]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in itertools.pairwise(ring))


@pytest.mark.parametrize(
    "text", ["=1+1", "+49", "-x", "@cmd", "\tx", "\rx", "\nx", " =1", "＝1", "\u200f=1", "\0=1"]
)
def test_a_text_never_becomes_a_formula(text: str) -> None:
    assert str(cell(text)).startswith("'")


def test_a_number_stays_a_number() -> None:
    content = table(("lat", "lon"), [(-33.5, -73.9)])
    assert content == b"\xef\xbb\xbflat,lon\r\n-33.5,-73.9\r\n"


def test_a_csv_row_holds_every_column(case: PublicCase) -> None:
    text = export(case, "csv")["sightings.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) == 7 and all(None not in row and None not in row.values() for row in rows)
    assert float(rows[0]["lat"]) == 34.7268 and rows[0]["latest"] == "2016-05-13"
