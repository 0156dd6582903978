"""What the page offers to download: every format, its files, and what it had to leave out."""

from __future__ import annotations

from collections.abc import Iterable

from wherewhen.publication.exports import EXPORTS, Export, Files, export
from wherewhen.publication.public import Names, PublicCase
from wherewhen.publication.site import Download
from wherewhen.publication.wording import ARABIC, ENGLISH, Voice


def offered(case: PublicCase, formats: Iterable[str] = tuple(EXPORTS)) -> tuple[tuple[Download, ...], Files]:
    """The downloads to name on the page, and their files by relative name."""
    downloads: list[Download] = []
    files: Files = {}
    for name in formats:
        made = export(case, name)
        downloads.append(_download(EXPORTS[name], case, made))
        files |= made
    return tuple(downloads), files


def _download(chosen: Export, case: PublicCase, made: Files) -> Download:
    sidecar = f"{chosen.name}.dropped.json"
    first, *more = (file for file in made if file != sidecar and not file.startswith("images/"))
    lost = [entry.fact for entry in chosen.dropped(case)]
    dropped: Names = tuple((v.language, _sentence(lost, v)) for v in (ENGLISH, ARABIC)) if lost else ()
    return Download(first, chosen.title, dropped, tuple(more), sidecar if lost else "")


def _sentence(facts: Iterable[str], voice: Voice) -> str:
    semicolon = "؛ " if voice.language == "ar" else "; "
    return semicolon.join(voice.word("dropped", fact) for fact in facts) + "."
