"""``wherewhen gazetteer ...``: build it, search it, add a desk's own places and take them out again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wherewhen.model.errors import BadOption
from wherewhen.terminal import Steps, plural, say

if TYPE_CHECKING:
    from wherewhen.places import Entry

app = typer.Typer(help="Build, search and extend the gazetteer.", no_args_is_help=True)


@app.command()
def build() -> None:
    """Compile the gazetteer from the installed packages. It is built by itself on first use, too."""
    from wherewhen.places import build, default_path

    with Steps() as steps:
        build(default_path(), steps)
    say(f"Gazetteer: {default_path()}")


@app.command()
def search(name: Annotated[str, typer.Argument(help="A name in any spelling, in either script.")]) -> None:
    """Find places by name, most populous first. Exit status 1 where there is none."""
    from wherewhen.places import Gazetteer

    with Steps() as steps, Gazetteer.open(progress=steps) as gazetteer:
        found = gazetteer.search(name)
    for entry in found:
        typer.echo(_line(entry))
    if not found:
        say(f"No place is called {name}")
        raise typer.Exit(1)


@app.command("import")
def import_(
    file: Annotated[Path, typer.Argument(help="GeoNames text, Linked Places, GeoJSON or CSV.")],
    source: Annotated[str, typer.Option(help="Where the places come from, as it should be cited.")] = "",
    licence: Annotated[str, typer.Option(help="Under which licence they may be used.")] = "",
    column: Annotated[
        list[str] | None,
        typer.Option(
            metavar="OURS=THEIRS", help="For CSV: their name of one of our columns; may be repeated."
        ),
    ] = None,
) -> None:
    """Add a desk's own places. They win over all others; a file of the same name replaces the earlier one."""
    from wherewhen.places import import_file

    with Steps() as steps:
        steps(f"Reading {file.name}", 0.0)
        made = import_file(file, source=source, licence=licence, columns=_columns(column))
    say(f"{plural(made.places, 'place')} from {file.name}, known as {made.name}")


@app.command("list")
def list_() -> None:
    """List what the desk has imported."""
    from wherewhen.places import imports

    for made in imports():
        about = " · ".join(part for part in (made.source, made.licence) if part)
        typer.echo(f"{made.name}: {plural(made.places, 'place')} · {about}")


@app.command()
def withdraw(name: Annotated[str, typer.Argument(help="The name that the list shows.")]) -> None:
    """Take an imported gazetteer out again."""
    from wherewhen import places

    if not places.withdraw(name):
        known = ", ".join(made.name for made in places.imports())
        raise BadOption(name, f"Imported are: {known}" if known else "Nothing has been imported")
    say(f"Withdrawn: {name}")


def _columns(pairs: list[str] | None) -> dict[str, str] | None:
    if not pairs:
        return None
    split = [pair.partition("=") for pair in pairs]
    for ours, _, theirs in split:
        if not (ours and theirs):
            raise BadOption(f"--column {ours}", "Write OURS=THEIRS, e.g. name=title")
    return {ours: theirs for ours, _, theirs in split}


def _line(entry: Entry) -> str:
    """ "Aleppo · حلب · PPLA · SY · 36.2012, 37.1612 · 1,602,264 · geonames:170063"."""
    from wherewhen.places.gazetteer import Naming

    names = list(dict.fromkeys(name for _, name in entry.names))[:2]
    where = f"{entry.point.lat:.4f}, {entry.point.lon:.4f}"
    people = f"{entry.population:,}" if entry.population else ""
    loose = "met by a similar spelling" if entry.naming >= Naming.LOOSE else ""
    parts = (*names, entry.kind, entry.admin1_name, entry.country or "", where, people, entry.id, loose)
    return " · ".join(part for part in parts if part)
