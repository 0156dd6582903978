"""The command line: one of the two outer doors."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wherewhen import __version__, case_commands, gazetteer_commands
from wherewhen.model.errors import BadOption, InputError, SubjectNotFound, UsageError, WherewhenError
from wherewhen.spoken import sentence
from wherewhen.tables import Format, listing, sightings_table
from wherewhen.terminal import Steps, plural, say, warn, write_whole

if TYPE_CHECKING:
    from wherewhen.documents import Stated
    from wherewhen.model.document import Document
    from wherewhen.model.dossier import Dossier
    from wherewhen.model.person import Person

app = typer.Typer(
    name="wherewhen",
    help="Published reports and media to a sourced, illustrated map and timeline of documented movements.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
)
app.add_typer(case_commands.app, name="case")
app.add_typer(gazetteer_commands.app, name="gazetteer")

DONE, SOME_FAILED, USAGE = 0, 1, 2


Files = Annotated[list[Path], typer.Argument(help="Articles (text, HTML, saved pages) or folders of them.")]
File = Annotated[Path, typer.Argument(help="A text or HTML file.")]
Subject = Annotated[str | None, typer.Option(help="Whose movements; without it the person most spoken of.")]
Alias = Annotated[
    list[str] | None, typer.Option(help="Another name or spelling of the subject; may be repeated.")
]
Published = Annotated[str | None, typer.Option(metavar="DATE", help="Day of publication, e.g. 2019-01-31.")]
Publisher = Annotated[str | None, typer.Option(help="Who published the document.")]
Title = Annotated[str | None, typer.Option(help="Title of the document.")]
Url = Annotated[str | None, typer.Option(help="Where the document was published.")]
Language = Annotated[str | None, typer.Option(help="Language of the document: en or ar.")]
Reasons = Annotated[str | None, typer.Option(help="Language of the reasons, en or ar; else the document's.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", help="Write here instead of the screen.")]
Shape = Annotated[Format, typer.Option("--format", help="How to write the result.")]


def _formats(asked: bool) -> None:
    from wherewhen.publication.exports import EXPORTS

    if asked:
        typer.echo("\n".join(EXPORTS))
        raise typer.Exit


@app.callback(invoke_without_command=True)
def wherewhen(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    if version:
        typer.echo(f"wherewhen {__version__}")
        raise typer.Exit


@app.command("map")
def map_(
    files: Files,
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to make.")],
    subject: Subject = None,
    alias: Alias = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    language: Language = None,
    single_file: Annotated[
        bool,
        typer.Option("--single-file", help="One HTML file instead of a folder, with a report of its size."),
    ] = False,
    budget: Annotated[float, typer.Option(min=1, help="Megabytes that the single file may have.")] = 10.0,
    context: Annotated[
        Path | None, typer.Option(help="A TOML file of spans of time to show behind the timeline.")
    ] = None,
) -> None:
    """Make a dossier: a folder with map, story and timeline that opens by double-click."""
    from wherewhen.basemap import Basemap
    from wherewhen.places import Gazetteer
    from wherewhen.publication.context import read_bands
    from wherewhen.publication.dossier import write_dossier, write_single
    from wherewhen.publication.ground import towns_of

    stated = _stated(published, publisher, title, url, language)
    bands = read_bands(context) if context else ()
    with Steps() as steps:
        dossier, failed = _investigate(files, subject, alias, stated, steps)
        steps("Writing the page", 0.9)
        towns, base = towns_of(Gazetteer.open()), Basemap.open()
        report = None
        if single_file:
            size = round(budget * 1_000_000)
            report = write_single(
                dossier, output, date.today(), base, tell=warn, towns=towns, bands=bands, budget=size
            )
        else:
            write_dossier(dossier, output, date.today(), base, tell=warn, towns=towns, bands=bands)
    found = plural(len(dossier.sightings), "sighting")
    for line in report.lines() if report else ():
        say(line)
    say(f"{found} of {dossier.subject.name}. Open {(output if report else output / 'index.html').resolve()}")
    raise typer.Exit(SOME_FAILED if failed else DONE)


@app.command()
def read(
    files: Files,
    subject: Subject = None,
    alias: Alias = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    language: Language = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
) -> None:
    """Read documents for sightings and print them."""
    stated = _stated(published, publisher, title, url, language)
    with Steps() as steps:
        dossier, failed = _investigate(files, subject, alias, stated, steps)
    _write(_shaped(dossier, shape), output)
    raise typer.Exit(SOME_FAILED if failed else DONE)


@app.command("export")
def export_(
    files: Files,
    form: Annotated[str, typer.Option("--format", help="The format; --formats lists them.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="The folder to make.")],
    subject: Subject = None,
    alias: Alias = None,
    published: Published = None,
    publisher: Publisher = None,
    title: Title = None,
    url: Url = None,
    language: Language = None,
    formats: Annotated[
        bool, typer.Option("--formats", help="List the formats and stop.", is_eager=True, callback=_formats)
    ] = False,
) -> None:
    """Write the sightings in a format that another tool reads, with a list of what it cannot hold."""
    from wherewhen.basemap import Basemap
    from wherewhen.publication.dossier import write_export

    _known_format(form)
    stated = _stated(published, publisher, title, url, language)
    with Steps() as steps:
        dossier, failed = _investigate(files, subject, alias, stated, steps)
        steps("Writing", 0.9)
        made = write_export(dossier, form, output, date.today(), Basemap.open(), tell=warn)
    say(f"{plural(len(dossier.sightings), 'sighting')} of {dossier.subject.name}: {', '.join(made)}")
    raise typer.Exit(SOME_FAILED if failed else DONE)


@app.command()
def review(
    case: Annotated[Path, typer.Argument(help="The folder of the case.")],
    actor: case_commands.Actor = None,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")
    ] = True,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="A port of this machine; 0 takes a free one.")
    ] = 0,
    scripts: Annotated[
        bool, typer.Option("--scripts", help="Print a key with which scripts may come in.")
    ] = False,
) -> None:
    """Review a case in the browser, on this machine only, until it is stopped with Ctrl+C."""
    from wherewhen.desk_command import review as open_desk

    open_desk(case, case_commands.acting(actor), port, browser, scripts)


@app.command()
def times(
    file: File,
    published: Published = None,
    language: Language = None,
    mode: Annotated[
        str | None,
        typer.Option(
            help="How the text counts: news (from its publication) or narrative (from its own dates)."
        ),
    ] = None,
    reasons: Reasons = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
) -> None:
    """Print every time expression with its value, its bounds and the reason for them."""
    from wherewhen import times as times_room

    if mode not in (None, *times_room.Mode):
        raise BadOption(f"--mode {mode}", f"Use {' or '.join(times_room.Mode)}")
    document = _one(file, _stated(published, language=language))
    found = times_room.find(document, mode=times_room.Mode(mode) if mode else None)
    found = times_room.with_hanging(document, found)
    columns = ("text", "type", "value", "earliest", "latest")
    _write(listing(times_room.as_json(found), columns, _spoken(reasons, document), shape), output)


@app.command()
def places(
    file: File,
    publisher: Publisher = None,
    language: Language = None,
    drawn: Annotated[
        Path | None, typer.Option("--map", metavar="SVG", help="Also draw them, for a quick look.")
    ] = None,
    reasons: Reasons = None,
    shape: Shape = Format.TABLE,
    output: Output = None,
) -> None:
    """Print every place name with the choice made, its precision and the reason."""
    from wherewhen import places as places_room
    from wherewhen.basemap import Basemap

    document = _one(file, _stated(None, publisher=publisher, language=language))
    with Steps() as steps:
        gazetteer = places_room.Gazetteer.open(progress=steps)
    basemap, spoken = Basemap.open(), _spoken(reasons, document)
    found = places_room.everywhere(document, gazetteer, (), basemap)
    columns = ("surface", "name", "lat", "lon", "precision", "confidence")
    _write(listing(places_room.as_json(found, spoken), columns, spoken, shape), output)
    if drawn:
        write_whole(drawn, places_room.picture(found, basemap, document.language))
        say(f"Map: {drawn}")


@app.command()
def evaluate(
    task: Annotated[
        str | None, typer.Argument(help="sightings, pairs, times, places, places-given or mentions.")
    ] = None,
    gold: Annotated[Path | None, typer.Argument(help="A folder of cases or a JSONL file.")] = None,
    predictions: Annotated[Path | None, typer.Option(help="Write the predictions here.")] = None,
    shared: Annotated[Path | None, typer.Option(help="Folder with the evaluation material.")] = None,
    shape: Annotated[str, typer.Option("--format", help="table, markdown or json.")] = "table",
) -> None:
    """Measure the product on annotated documents and print one board."""
    from wherewhen.measuring import board

    with Steps() as steps:
        measured = board(task, gold, predictions, shared, steps)
    typer.echo(measured.render(shape))


def _shaped(dossier: Dossier, shape: Format) -> str:
    from wherewhen.publication import reading

    if shape is Format.JSON:
        return reading.as_json(dossier, date.today())
    if shape is Format.CSV:
        return reading.as_csv(dossier, date.today())
    language = dossier.documents[0].language
    return sightings_table(reading.as_rows(dossier, date.today(), language), language)


def _stated(
    published: str | None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Stated:
    from wherewhen.documents import Stated

    if language not in (None, "en", "ar"):
        raise BadOption(f"--language {language}", "Use en or ar")
    return Stated(_day(published), publisher, title, url, language)


def _spoken(language: str | None, document: Document) -> str:
    """The language that reasons are told in: that of the document where none is asked for."""
    if language not in (None, "en", "ar"):
        raise BadOption(f"--reasons {language}", "Use en or ar")
    return language or document.language


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadOption(f"--published {text}", "Write the day as YYYY-MM-DD, e.g. 2019-01-31") from None


def _one(file: Path, stated: Stated) -> Document:
    from wherewhen import documents

    return documents.read(file, stated)


def _investigate(
    files: Sequence[Path], subject: str | None, alias: Sequence[str] | None, stated: Stated, steps: Steps
) -> tuple[Dossier, bool]:
    """1. Read the files. 2. Settle whose movements. 3. Open the data packs. 4. Investigate."""
    from wherewhen import documents, pipeline
    from wherewhen.basemap import Basemap
    from wherewhen.places import Gazetteer

    steps("Reading", 0.0)
    readable, failures = documents.read_all(files, stated)
    for path, error in failures:
        warn(str(error) if str(path) in str(error) else f"{path}: {error}")
    if not readable:
        raise InputError(plural(len(failures), "file"), "Give at least one readable text or HTML file")
    person = _person(readable, subject, alias)
    gazetteer = Gazetteer.open(progress=steps)
    return pipeline.investigate(readable, person, gazetteer, Basemap.open(), steps), bool(failures)


def _person(readable: Sequence[Document], subject: str | None, alias: Sequence[str] | None) -> Person:
    from wherewhen import mentions
    from wherewhen.model.person import Person

    if subject:
        person = Person(subject, tuple(alias or ()))
        if not any(_speaks_of(document, person) for document in readable):
            raise SubjectNotFound(subject, _remedy(readable))
        return person
    proposed = mentions.propose_subject(readable)
    if proposed is None:
        raise SubjectNotFound("nobody is named", "Say whose movements with --subject NAME")
    say(f"Subject: {proposed.name} (most spoken of; choose another with --subject)")
    return Person(proposed.name, tuple(alias or ()))


def _speaks_of(document: Document, person: Person) -> bool:
    """By a name or a description, or by telling the whole story as "I" and "we"."""
    from wherewhen import mentions
    from wherewhen.languages import sentences

    ours = [m for m in mentions.people(document, person) if m.value == person]
    if any(m.reasons[0].code in ("person.name", "person.surname", "person.description") for m in ours):
        return True
    lines = sentences(document)
    told = sum(any(line.start <= m.span.start < line.end for m in ours) for line in lines)
    return 3 * told > len(lines)


def _remedy(readable: Sequence[Document]) -> str:
    from wherewhen import mentions

    nearest = mentions.propose_subject(readable)
    spoken_of = f"; most spoken of is {nearest.name}" if nearest else ""
    return f"Check the spelling, or add --alias with the form that the document uses{spoken_of}"


def _known_format(name: str) -> None:
    from wherewhen.publication.exports import EXPORTS

    if name not in EXPORTS:
        raise BadOption(f"--format {name}", f"Formats: {', '.join(EXPORTS)}")


def _write(text: str, output: Path | None) -> None:
    if output is None:
        typer.echo(text)
    else:
        write_whole(output, text)


def main() -> None:
    """Run the command line; every error leaves with a code and an exit status."""
    try:
        app()
    except UsageError as error:
        warn(sentence(error))
        sys.exit(USAGE)
    except WherewhenError as error:
        warn(sentence(error))
        sys.exit(SOME_FAILED)
    except BrokenPipeError:  # whoever reads our output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(SOME_FAILED)
    except Exception as error:
        warn(f"W000 Something went wrong: {type(error).__name__}: {error}")
        sys.exit(SOME_FAILED)
