from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen.model.errors import GazetteerMissing
from wherewhen.places.gazetteer import Gazetteer, Naming


@pytest.mark.parametrize("name", ["Al-Bukamal", "Abu Kamal", "Albu Kamal", "البوكمال", "أبو كمال"])
def test_spellings_of_one_town_find_one_town(world: Gazetteer, name: str) -> None:
    found = world.search(name)
    assert {entry.id for entry in found} == {"geonames:174448"}


def test_quneitra_is_a_town_and_a_governorate(world: Gazetteer) -> None:
    kinds = {entry.kind for entry in world.search("Quneitra") if entry.country == "SY"}
    assert kinds == {"PPL", "ADM1"}


@pytest.mark.parametrize(
    ("name", "where"),
    [("Ky.", "Kentucky"), ("NSW", "New South Wales"), ("U.K.", "United Kingdom"), ("W.Va.", "West Virginia")],
)
def test_abbreviations_are_known(world: Gazetteer, name: str, where: str) -> None:
    codes = [entry.name for entry in world.search(name) if entry.naming is Naming.CODE]
    assert codes == [where]


@pytest.mark.parametrize("name", ["Syrian", "سوري", "Scottish", "فلسطيني"])
def test_demonyms_are_marked(world: Gazetteer, name: str) -> None:
    assert Naming.DEMONYM in {entry.naming for entry in world.search(name)}


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Middle East", "RGN"), ("الشرق الأوسط", "RGN"), ("Red Sea", "SEA"), ("نهر الفرات", "STM"),
        ("Siberia", "RGN"), ("Golan Heights", "RGN"), ("Suez Canal", "CNL"),
        ("Damascus International Airport", "AIRP"),
    ],
)  # fmt: skip
def test_regions_waters_and_airfields_are_there(world: Gazetteer, name: str, kind: str) -> None:
    assert kind in {entry.kind for entry in world.search(name)}


def test_a_town_knows_what_contains_it(world: Gazetteer) -> None:
    (town,) = world.search("Khan Sheikhoun")
    assert (town.country, town.admin1_name, dict(town.names)["ar"]) == ("SY", "Idlib", "خان شيخون")


def test_a_compiled_gazetteer_is_opened_again_as_it_is(world: Gazetteer) -> None:
    written = world.path.stat().st_mtime_ns
    with Gazetteer.open(world.path) as again:
        assert again.search("Aleppo")
    assert world.path.stat().st_mtime_ns == written


def test_many_keys_are_looked_up_at_once(world: Gazetteer) -> None:
    keys = [f"no such place {n}" for n in range(2000)] + ["aleppo"]
    assert set(world.lookup(keys)) == {"aleppo"}


def test_a_missing_gazetteer_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(GazetteerMissing, match="wherewhen gazetteer build"):
        Gazetteer.open(tmp_path / "none.sqlite")


@pytest.mark.parametrize(
    ("geonames", "english", "arabic"),
    [
        (170017, "Hama", "حماة"), (172955, "Raqqa", "الرقة"), (170905, "Daraa", "درعا"),
        (173576, "Latakia", "اللاذقية"), (99072, "Mosul", "الموصل"), (99532, "Basra", "البصرة"),
        (79415, "Al Hudaydah", "الحديدة"), (170652, "Rif Dimashq", "ريف دمشق"),
    ],
)  # fmt: skip
def test_names_are_those_that_readers_know(
    world: Gazetteer, geonames: int, english: str, arabic: str
) -> None:
    entry = world.entry(f"geonames:{geonames}")
    assert entry is not None
    assert entry.names == (("en", english), ("ar", arabic))


@pytest.mark.parametrize("name", ["Hamah", "Hama", "Ar Raqqah", "Dar‘a", "Basrah"])
def test_the_other_spelling_is_met_all_the_same(world: Gazetteer, name: str) -> None:
    assert {"SY", "IQ"} & {entry.country for entry in world.search(name) if entry.kind == "PPL"}
