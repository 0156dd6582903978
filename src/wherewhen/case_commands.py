"""``wherewhen case ...``: make a case, add to it, look at it, take back, publish, verify, pack."""

from __future__ import annotations

import getpass
import json
import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from wherewhen.model.errors import BadOption
from wherewhen.spoken import sentence, spoken
from wherewhen.terminal import Steps, say, warn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wherewhen.casefile import Casefile, Entry
    from wherewhen.collecting import Added
    from wherewhen.documents import Stated
    from wherewhen.releasing import Release

app = typer.Typer(help="Keep, review and publish a case.", no_args_is_help=True)

Case = Annotated[Path, typer.Argument(help="The folder of the case.")]
Actor = Annotated[
    str | None, typer.Option("--as", metavar="NAME", help="Who acts; else $WHEREWHEN_ACTOR or your login.")
]
Output = Annotated[Path, typer.Option("-o", "--output", help="The folder to make.")]
Draft = Annotated[bool, typer.Option("--draft", help="Let proposals through as well, marked as a draft.")]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def new(
    case: Case,
    subject: Annotated[str, typer.Option(help="Whose movements.")],
    alias: Annotated[
        list[str] | None, typer.Option(help="Another name or spelling of the subject; may be repeated.")
    ] = None,
    purpose: Annotated[str, typer.Option(help="What the case is for; it stands in the journal.")] = "",
    actor: Actor = None,
) -> None:
    """Make a case: a folder with a journal that only grows, and a store of originals."""
    from wherewhen.casefile import Casefile
    from wherewhen.model.person import Person

    if not subject.strip():
        raise BadOption("--subject", "Say whose movements")
    Casefile.create(case, Person(subject, tuple(alias or ())), acting(actor), purpose).close()
    say(spoken("say", "made", subject=subject, folder=case))


@app.command()
def add(
    case: Case,
    files: Annotated[list[Path], typer.Argument(help="Documents, or folders of them.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Day of publication, e.g. 2019-01-31.")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published the document.")] = None,
    title: Annotated[str | None, typer.Option(help="Title of the document.")] = None,
    url: Annotated[str | None, typer.Option(help="Where the document was published.")] = None,
    tongue: Annotated[
        str | None, typer.Option("--language", help="Language of the document: en or ar.")
    ] = None,
    actor: Actor = None,
) -> None:
    """Keep the originals, read them, propose what they claim. What a person decided on stays as it is."""
    from wherewhen import collecting
    from wherewhen.basemap import Basemap
    from wherewhen.places import Gazetteer

    stated = _stated(published, publisher, title, url, tongue)
    with Steps() as steps, _opened(case) as open_case, Gazetteer.open(progress=steps) as gazetteer:
        added, failures = collecting.add(
            open_case, files, stated, acting(actor), gazetteer, Basemap.open(), steps
        )
        labels = {sha256: item.label for sha256, item in open_case.state.items.items()}
    for one in added:
        for line in _told_of(one, labels):
            typer.echo(line)
    for path, error in failures:
        warn(f"{path}: {sentence(error)}")
    if not added:
        say(spoken("say", "nothing_new"))
    raise typer.Exit(1 if failures or not added else 0)


@app.command()
def status(case: Case, as_json: Json = False) -> None:
    """What is in the case, how far its review has come, and the head to keep outside."""
    with _opened(case) as open_case:
        state = open_case.state
    reviews = Counter(held.review.value for held in state.claims.values() if held.stands)
    counts = {
        "items": len(state.items),
        "read": sum(item.reading is not None for item in state.items.values()),
        "claims": sum(reviews.values()),
        "publications": len(state.publications),
    }
    if as_json:
        about = {"subject": state.subject.name, "purpose": state.purpose, "number": state.number}
        print(json.dumps(about | counts | {"reviews": reviews, "head": state.head}, ensure_ascii=False))
        return
    typer.echo(spoken("say", "subject", subject=state.subject.name))
    if state.purpose:
        typer.echo(spoken("say", "purpose", purpose=state.purpose))
    for name, count in counts.items():
        typer.echo(f"{spoken('count', name)}: {count}")
    for review, count in sorted(reviews.items()):
        typer.echo(f"  {spoken('review', review)}: {count}")
    typer.echo(spoken("say", "head", number=state.number, head=state.head))
    say(spoken("say", "keep_head"))


@app.command()
def publish(case: Case, output: Output, draft: Draft = False, actor: Actor = None) -> None:
    """Publish the page of what was passed. Journal head, versions and rules are written beside the folder."""
    from wherewhen.basemap import Basemap
    from wherewhen.places import Gazetteer
    from wherewhen.publication.ground import towns_of
    from wherewhen.releasing import release

    with _opened(case) as open_case, Gazetteer.open() as gazetteer:
        made = release(
            open_case,
            output,
            acting(actor),
            date.today(),
            Basemap.open(),
            towns=towns_of(gazetteer),
            draft=draft,
            tell=warn,
        )
    _tell(made, output, draft)


@app.command("export")
def export_(
    case: Case,
    form: Annotated[str, typer.Option("--format", help="The format; wherewhen export --formats lists them.")],
    output: Output,
    draft: Draft = False,
    actor: Actor = None,
) -> None:
    """Write what was passed in a format that another tool reads, through the same gate as the page."""
    from wherewhen.basemap import Basemap
    from wherewhen.publication.exports import EXPORTS
    from wherewhen.releasing import release_export

    if form not in EXPORTS:
        raise BadOption(f"--format {form}", f"Formats: {', '.join(EXPORTS)}")
    with _opened(case) as open_case:
        made = release_export(
            open_case, form, output, acting(actor), date.today(), Basemap.open(), draft=draft, tell=warn
        )
    _tell(made, output, draft)


@app.command()
def verify(
    case: Case,
    head: Annotated[str | None, typer.Option(help="A head that was kept outside the case.")] = None,
    publication: Annotated[
        Path | None, typer.Option(help="A folder that was published from the case.")
    ] = None,
) -> None:
    """Check every entry, reading and original, and a publication. Exit status 1 where one was changed."""
    from wherewhen.casefile.verify import verify as verified

    _opened(case).close()
    findings = verified(case, head, publication)
    for finding in findings:
        typer.echo(f"{spoken('check', finding.check.value)}: {finding.where}: {finding.says}")
    wrong = sum(not finding.declared for finding in findings)
    say(spoken("say", "wrong", count=wrong) if wrong else spoken("say", "sound"))
    raise typer.Exit(1 if wrong else 0)


@app.command()
def history(
    case: Case,
    thing: Annotated[
        str | None, typer.Argument(help="A claim, an item, policy ... ; without it everything.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Who did what, when and why, oldest first. Exit status 1 where there is nothing."""
    with _opened(case) as open_case:
        entries = open_case.history(thing)
        for entry in entries:
            typer.echo(_as_json(entry) if as_json else _line(entry))
    if not entries:
        say(spoken("say", "nothing", thing=thing))
        raise typer.Exit(1)


@app.command()
def undo(
    case: Case,
    number: Annotated[int, typer.Argument(help="Number of the entry, as the history shows it.")],
    reason: Annotated[str, typer.Option(help="Why.")] = "",
    actor: Actor = None,
) -> None:
    """Take back an entry. Taking back that taking back brings it into force again."""
    with _opened(case) as open_case:
        entry = open_case.undo(number, acting(actor), reason)
    say(spoken("say", "undone", number=number, by=entry.number))


@app.command()
def erase(
    case: Case,
    item: Annotated[str, typer.Argument(help="SHA-256 of the item.")],
    reason: Annotated[str, typer.Option(help="Why; it stays in the journal.")],
    actor: Actor = None,
) -> None:
    """Delete an original and all that tells of it, for good. The journal keeps that it was done, and why."""
    from wherewhen.model.judgement import Erased

    with _opened(case) as open_case:
        entry = open_case.erase(item, acting(actor), reason)
    assert isinstance(entry.act, Erased)
    counts = {"items": len(entry.act.items), "entries": len(entry.act.entries)}
    say(spoken("say", "erased", number=entry.number, **counts))


@app.command()
def pack(
    case: Case,
    bag: Annotated[Path, typer.Argument(help="The folder to make.")],
    actor: Actor = None,
) -> None:
    """Pack the case as a BagIt bag, to be kept or handed over."""
    from wherewhen.casefile.bag import pack as packed

    with _opened(case) as open_case:
        packed(open_case, bag, acting(actor))
    say(spoken("say", "packed", target=bag))


@app.command()
def unpack(
    bag: Annotated[Path, typer.Argument(help="The folder of the packed case.")],
    case: Annotated[Path, typer.Argument(help="The folder to make.")],
    actor: Actor = None,
) -> None:
    """Check a packed case down to every hash, then make it a case again."""
    from wherewhen.casefile.bag import unpack as unpacked

    unpacked(bag, case, acting(actor)).close()
    say(spoken("say", "unpacked", target=case))


def _told_of(one: Added, labels: dict[str, str]) -> Iterator[str]:
    """What became of one thing: what it proposes, what it repeats, what changed since it was read before."""
    yield spoken("say", "added", label=one.path.name, found=one.found, gone=one.gone)
    if one.known:
        yield "  " + spoken("say", "known")
    if one.like:
        others = sorted({labels[sha256] for sha256 in one.like if sha256 in labels})
        yield "  " + spoken("say", "like", others=", ".join(others))
    for name, quotes in (("new_quote", one.new), ("dropped_quote", one.dropped)):
        yield from ("  " + spoken("say", name, quote=" ".join(quote.split())) for quote in quotes)


def _opened(case: Path) -> Casefile:
    from wherewhen.casefile import Casefile

    return Casefile.open(case)


def acting(said: str | None) -> str:
    return said or os.environ.get("WHEREWHEN_ACTOR") or getpass.getuser()


def _tell(made: Release, output: Path, draft: bool) -> None:
    from wherewhen.casefile.verify import proof_path

    said = {"sightings": made.sightings, "number": made.entry.number, "proof": proof_path(output)}
    say(spoken("say", "draft" if draft else "published", target=output, **said))


def _line(entry: Entry) -> str:
    from wherewhen.model.judgement import Collected, Judged, Noted, Published, Read, Undone

    kind = spoken("kind", entry.kind)
    match entry.act:
        case Judged(claim, verdict):
            kind, about = spoken("verdict", verdict.value), claim
        case Collected(sha256, _, label):
            about = f"{label} ({sha256[:12]})"
        case Read(document):
            about = f"{document[:12]}: {len(entry.act.found)}"
        case Undone(number):
            about = str(number)
        case Noted(text):
            about = text
        case Published(where):
            about = where
        case _:
            about = ""
    reason = f"({entry.reason})" if entry.reason else ""
    return " ".join(
        part for part in (f"{entry.number:5} {entry.at} {entry.actor}: {kind}", about, reason) if part
    )


def _as_json(entry: Entry) -> str:
    from wherewhen.casefile.script import told

    return json.dumps(told(entry), ensure_ascii=False)


def _stated(
    published: str | None, publisher: str | None, title: str | None, url: str | None, tongue: str | None
) -> Stated:
    from wherewhen.documents import Stated

    if tongue not in (None, "en", "ar"):
        raise BadOption(f"--language {tongue}", "Use en or ar")
    try:
        day = date.fromisoformat(published) if published else None
    except ValueError:
        raise BadOption(f"--published {published}", "Write the day as YYYY-MM-DD, e.g. 2019-01-31") from None
    return Stated(day, publisher, title, url, tongue)
