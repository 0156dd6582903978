"""The quick map: well-formed, everything in it, in both languages; and the codes of other records."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from hashlib import sha256

import pytest

from wherewhen.basemap import Basemap
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.place import NOWHERE, Place, Point, Precision
from wherewhen.places import Gazetteer, acled, as_json, find, picture, ucdp
from wherewhen.places.picture import Window

SVG = "{http://www.w3.org/2000/svg}"


def document(text: str, language: str) -> Document:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    return Document(sha256(text.encode()).hexdigest(), text, blocks, language)


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            "He left Homs for the southern countryside of Aleppo. Moscow said nothing.",
            "en",
            {"Homs", "the southern countryside of Aleppo", "Moscow"},
        ),
        ("غادر من حمص إلى ريف حلب الجنوبي.", "ar", {"حمص", "ريف حلب الجنوبي"}),
    ],
)
def test_every_place_is_drawn_with_its_words(
    text: str, language: str, names: set[str], world: Gazetteer
) -> None:
    basemap = Basemap.open()
    drawn = ET.fromstring(picture(find(document(text, language), world, basemap=basemap), basemap, language))
    assert {label.text for label in drawn.iter(f"{SVG}text")} == names
    kinds = {part.get("class") for part in drawn.iter() if part.get("class")}
    assert {"sea", "land", "area", "spot"} <= kinds


def test_a_document_without_places_is_drawn_as_the_world() -> None:
    assert Window.around([], 100, 100).box[0] < -150


def test_a_name_cannot_break_out_of_the_picture(world: Gazetteer) -> None:
    basemap = Basemap.open()
    mentions = find(document("He left Homs <b> & 'x'.", "en"), world)
    assert ET.fromstring(picture(mentions, basemap, "en")) is not None


def test_the_bay_of_a_town_is_the_sea_before_it(world: Gazetteer) -> None:
    basemap = Basemap.open()
    (bay,) = find(document("They sailed into the Bay of Naples.", "en"), world, basemap=basemap)
    assert bay.span.quote == "the Bay of Naples"
    assert bay.value.area is not None and len(bay.value.area) == 1


@pytest.mark.parametrize(
    ("precision", "kind", "radius", "codes"),
    [
        (Precision.SITE, "AIRP", 1.0, (1, 1)),
        (Precision.SETTLEMENT, "PPL", 4.0, (1, 1)),
        (Precision.DISTRICT, "near", 14.0, (2, 2)),
        (Precision.REGION, "side", 20.0, (2, 2)),
        (Precision.REGION, "ADM2", 30.0, (3, 3)),
        (Precision.REGION, "ADM1", 120.0, (3, 4)),
        (Precision.REGION, "border", 300.0, (3, 5)),
        (Precision.COUNTRY, "PCLI", 400.0, (3, 6)),
        (Precision.REGION, "SEA", 500.0, (3, 7)),
    ],
)
def test_precisions_have_the_codes_of_other_records(
    precision: Precision, kind: str, radius: float, codes: tuple[int, int]
) -> None:
    place = Place("x", precision, kind=kind, point=Point(1, 1), radius_km=radius)
    assert (acled(place), ucdp(place)) == codes


def test_who_is_on_the_way_has_a_code_and_who_is_nowhere_has_none() -> None:
    on_a_plane = Place("on a plane", Precision.IN_TRANSIT)
    assert (acled(on_a_plane), ucdp(on_a_plane)) == (3, 7)
    assert (acled(NOWHERE), ucdp(NOWHERE)) == (None, None)


def test_reasons_are_told_in_the_language_asked_for(world: Gazetteer) -> None:
    (row,) = as_json(find(document("He left Homs.", "en"), world), "ar")
    assert "دليل" in row["reasons"][0]
    assert (row["acled_geo_precision"], row["ucdp_where_prec"]) == (1, 1)
