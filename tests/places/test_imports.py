from __future__ import annotations

import json
from pathlib import Path

import pytest

from wherewhen.model.errors import GazetteerRefused, UnreadableFile
from wherewhen.places.gazetteer import Gazetteer, import_file, imports, withdraw

CSV = "name,lat,lon,name_ar,country,population\nUpper Mill,34.5,38.25,الطاحونة العليا,SY,120\n"
GEONAMES = (
    "99\tUpper Mill\tUpper Mill\tالطاحونة العليا,Mill\t34.5\t38.25\tP\tPPL\tSY\t\t\t\t\t\t120\t\t\t\t\n"
)
FEATURE = {
    "type": "Feature",
    "@id": "lp:1",
    "properties": {"title": "Upper Mill", "ccodes": ["SY"]},
    "names": [{"toponym": "Upper Mill"}, {"toponym": "الطاحونة العليا"}],
    "geometry": {"type": "Point", "coordinates": [38.25, 34.5]},
}
PLACES = json.dumps({"type": "FeatureCollection", "features": [FEATURE]})
KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>Upper Mill</name>'
    "<Point><coordinates>38.25,34.5,0</coordinates></Point></Placemark></Document></kml>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("mill.csv", CSV),
        ("mill.txt", GEONAMES),
        ("mill.json", PLACES),
        ("mill.geojson", PLACES),
        ("mill.kml", KML),
    ],
)
def test_every_format_brings_its_place(name: str, content: str, tmp_path: Path) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    brought = import_file(file, source="Desk survey", licence="CC0", folder=tmp_path / "desk")
    with Gazetteer.open(brought.path) as gazetteer:
        (entry,) = gazetteer.search("upper mill")
    assert (entry.point.lat, entry.point.lon) == (34.5, 38.25)
    assert entry.source == "Desk survey; CC0"
    assert (brought.places, brought.licence) == (1, "CC0")


def test_columns_can_be_mapped(tmp_path: Path) -> None:
    file = tmp_path / "villages.csv"
    file.write_text("Ort,Breite,Länge\nUpper Mill,34.5,38.25\n", "utf-8")
    columns = {"name": "Ort", "lat": "Breite", "lon": "Länge"}
    assert import_file(file, columns=columns, folder=tmp_path).places == 1


@pytest.mark.parametrize(
    ("name", "content", "line"),
    [
        ("bad.csv", CSV + "Lower Mill,north,38.2,,,\n", "line 3"),
        ("bad.csv", CSV + ",34.5,38.2,,,\n", "line 3"),
        ("bad.csv", "title,place\nx,y\n", "line 1"),
        ("bad.txt", GEONAMES + "100\tLower Mill\n", "line 2"),
        ("bad.json", '{"features": [\n{"properties": {"title": "Mill"}}]}', "line 2"),
        ("bad.json", '{"features": [\n{"properties": }]}', "line 2"),
        ("bad.kml", "<kml>", "line 1"),
        ("bad.csv", CSV.replace("34.5", "134.5"), "not on this Earth"),
    ],
)
def test_a_broken_file_is_refused_whole_with_its_lines(
    name: str, content: str, line: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_text(content, "utf-8")
    with pytest.raises(GazetteerRefused, match=line):
        import_file(file, folder=tmp_path / "desk")
    assert imports(tmp_path / "desk") == ()


def test_a_missing_file_is_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        import_file(tmp_path / "none.csv", folder=tmp_path)


def test_the_desks_own_places_win_and_can_be_withdrawn(world: Gazetteer, tmp_path: Path) -> None:
    file, desk = tmp_path / "ours.csv", tmp_path / "desk"
    file.write_text("name,lat,lon\nAleppo,1.5,2.5\n", "utf-8")
    import_file(file, folder=desk)
    with Gazetteer.open(world.path, desk=desk) as gazetteer:
        assert gazetteer.search("Aleppo")[0].own
    assert withdraw("ours", desk)
    with Gazetteer.open(world.path, desk=desk) as gazetteer:
        assert not gazetteer.search("Aleppo")[0].own
