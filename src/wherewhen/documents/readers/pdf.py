"""A PDF: every page in the order in which it is read; scanned pages through Tesseract, if it is there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from wherewhen.documents import ocr
from wherewhen.documents.cues import is_byline, is_caption, is_heading
from wherewhen.documents.dates import is_only_date, written_date
from wherewhen.documents.draft import Draft
from wherewhen.documents.laid_out import Layout
from wherewhen.documents.language import language_of
from wherewhen.documents.pages.paper import Paper
from wherewhen.documents.pages.paragraphs import Paragraph, paragraphs_of
from wherewhen.documents.signatures import PDF
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import BlockKind, Image
from wherewhen.model.errors import EmptyDocument
from wherewhen.model.item import FileClaim

NAME = "pdf"
FRONT = 6
LARGER = 1.15
"""A line this much higher than the body is a heading."""
MADE = re.compile(r"D:(\d{4})(\d{2})(\d{2})(\d{2})?(\d{2})?(\d{2})?")
NO_OCR = "Its pages are pictures; install Tesseract with Arabic and English to read them"


def claims(data: bytes, suffix: str) -> bool:
    return data[:1024].lstrip().startswith(PDF)


def read(
    data: bytes,
    path: Path | None,
    stated: Stated = NOTHING_STATED,
    more_time: Callable[[], None] = lambda: None,
) -> Draft:
    """``more_time`` is called before each scanned page, which takes a second or more."""
    name = path or "(PDF)"
    with Paper(data, name) as paper:
        pages = [paper.lines(number) for number in range(paper.pages)]
        layout = Layout(name)
        doubtful: list[tuple[int, int]] = []
        for printed, group in _alike(paper, pages):
            if printed:
                _lay_out(layout, paragraphs_of([pages[number] for number in group]))
            else:
                doubtful += _scanned(layout, paper, group, more_time)
        if not layout.blocks:
            raise EmptyDocument(
                name, NO_OCR if ocr.installed() is None else "No words can be read on its pages"
            )
        images = tuple(Image(f"page {number + 1}", content=content) for number, content in paper.pictures())
        said, claims = _said(layout, paper, doubtful), _claims(paper)
    return Draft(layout.text, tuple(layout.blocks), said, images, tuple(doubtful), claims)


def _alike(paper: Paper, pages: Sequence[object]) -> list[tuple[bool, list[int]]]:
    """Runs of printed and of scanned pages."""
    runs: list[tuple[bool, list[int]]] = []
    for number in range(len(pages)):
        printed = not paper.scanned(number)
        if not runs or runs[-1][0] != printed:
            runs.append((printed, []))
        runs[-1][1].append(number)
    return runs


def _scanned(
    layout: Layout, paper: Paper, numbers: Sequence[int], more_time: Callable[[], None]
) -> list[tuple[int, int]]:
    """Words read from pictures: by the scanner that made the file, else by Tesseract; all are doubtful."""
    first = len(layout.blocks)
    for number in numbers:
        hidden = paper.hidden_layer(number)
        if hidden:
            _lay_out(layout, paragraphs_of([hidden]))
        elif ocr.installed() is not None:
            more_time()
            words = ocr.words_in(paper.rendered(number)) or ""
            layout.add_all(" ".join(part.split()) for part in re.split(r"\n\s*\n", words))
    return [(block.start, block.end) for block in layout.blocks[first:]]


def _lay_out(layout: Layout, paragraphs: Sequence[Paragraph]) -> None:
    letters: Counter[float] = Counter()
    for paragraph in paragraphs:
        letters[round(paragraph.size, 1)] += len(paragraph.text)
    body = letters.most_common(1)[0][0] if letters else 0.0
    for paragraph in paragraphs:
        layout.add(paragraph.text, _kind(layout, paragraph, body))


def _kind(layout: Layout, paragraph: Paragraph, body: float) -> BlockKind:
    words, front = paragraph.text, len(layout.blocks) < FRONT
    if paragraph.margin:
        return BlockKind.BOILERPLATE
    if is_caption(words):
        return BlockKind.CAPTION
    if front and (is_byline(words) or is_only_date(words)):
        return BlockKind.BYLINE
    if paragraph.size > LARGER * body and is_heading(words):
        titled = any(block.kind is BlockKind.TITLE for block in layout.blocks)
        return BlockKind.TITLE if front and not titled else BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _said(layout: Layout, paper: Paper, doubtful: Sequence[tuple[int, int]]) -> Stated:
    """What the paper says about itself; a day that a machine read from a picture is not among it."""
    quotes = list(zip(layout.blocks, layout.pieces, strict=True))
    title = next((words for block, words in quotes if block.kind is BlockKind.TITLE), None)
    sure = [(block, words) for block, words in quotes if (block.start, block.end) not in doubtful]
    bylines = [words for block, words in sure if block.kind is BlockKind.BYLINE]
    language = language_of(layout.text)
    day = next(filter(None, (written_date(line, language) for line in bylines)), None)
    return Stated(title=title or paper.says("Title"), published=day, author=paper.says("Author"))


def _claims(paper: Paper) -> tuple[FileClaim, ...]:
    """When and with what the file was made, as it says; never the day of publication."""
    claims = [FileClaim("program", value, "PDF Producer")] if (value := paper.says("Producer")) else []
    for field, about in (("CreationDate", "made"), ("ModDate", "modified")):
        moment = _moment(paper.says(field) or "")
        if moment:
            claims.append(FileClaim(about, moment, f"PDF {field}"))
    return tuple(claims)


def _moment(text: str) -> str | None:
    found = MADE.match(text)
    if not found:
        return None
    year, month, day, *clock = found.groups()
    try:
        made = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    return f"{made}T{':'.join(clock)}" if all(clock) else made
