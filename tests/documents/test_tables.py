"""Tables of sightings that somebody kept before."""

from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents import Refused
from wherewhen.model.item import Item


def table(folder: Path, text: str, name: str = "a.csv") -> Item:
    (folder / name).write_text(text, "utf-8")
    (item,) = documents.take([folder / name])
    assert not isinstance(item, Refused), item
    return item


@pytest.mark.parametrize(
    "heads",
    [
        "Date,Place,Latitude,Longitude,Description,Source",
        "التاريخ,المكان,خط العرض,خط الطول,الوصف,المصدر",
        "event_date,location,latitude,longitude,notes,source_original",
        "date;general_location;lat;lon;description;source_1",
    ],
)
def test_rows_are_known_by_the_names_of_their_columns(tmp_path: Path, heads: str) -> None:
    mark = ";" if ";" in heads else ","
    row = mark.join(["2017-11-18", "Aleppo", "36.2", "-73.9", "He toured the citadel.", "The Herald"])
    item = table(tmp_path, f"{heads}\n{row}\n")
    (record,) = item.records
    assert (record.earliest, record.latest, record.place) == ("2017-11-18", "2017-11-18", "Aleppo")
    assert (record.latitude, record.longitude) == (36.2, -73.9)
    assert record.description == "He toured the citadel." and record.sources == ("The Herald",)
    assert item.document and item.document.text[record.start : record.end] == (
        "2017-11-18 · Aleppo · The Herald\n\nHe toured the citadel."
    )


@pytest.mark.parametrize(
    ("written", "earliest", "latest"),
    [
        ("2017", "2017-01-01", "2017-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2016-12", "2016-12-01", "2016-12-31"),
        ("18 November 2017", "2017-11-18", "2017-11-18"),
        ("١٨ تشرين الثاني ٢٠١٧", "2017-11-18", "2017-11-18"),
        ("around noon", None, None),
        ("2017-02-31", None, None),
    ],
)
def test_days_are_taken_only_where_they_are_plain(
    tmp_path: Path, written: str, earliest: str | None, latest: str | None
) -> None:
    (record,) = table(tmp_path, f"date,place\n{written},Homs\n").records
    assert (record.when, record.earliest, record.latest) == (written, earliest, latest)


def test_bounds_and_ends_have_columns_of_their_own(tmp_path: Path) -> None:
    text = "earliest,latest,start date,end date,city\n2017-01-02,2017-02-03,,,Homs\n"
    text += ",,2016-05-01,2016-05-04,Hama\n"
    one, two = table(tmp_path, text).records
    assert (one.earliest, one.latest) == ("2017-01-02", "2017-02-03")
    assert (two.earliest, two.latest) == ("2016-05-01", "2016-05-04")


def test_positions_off_the_globe_are_left_out(tmp_path: Path) -> None:
    text = "place,lat,lon\nA,91,0\nB,nan,0\nC,inf,1\nD,x,1\nE,1,\nF,1.5,-179.5\n"
    records = table(tmp_path, text).records
    assert [record.latitude for record in records] == [None, None, None, None, None, 1.5]


def test_a_guarded_formula_is_read_as_its_words(tmp_path: Path) -> None:
    (record,) = table(tmp_path, "date,place,notes\n2017-01-01,Homs,'=SUM(A1)\n").records
    assert record.description == "=SUM(A1)"


def test_another_table_is_plain_text(tmp_path: Path) -> None:
    item = table(tmp_path, "item,price\nbread,2\n")
    assert not item.records and item.document and "bread,2" in item.document.text
