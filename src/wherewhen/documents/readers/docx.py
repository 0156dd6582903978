"""A word processor's file (DOCX): paragraphs, headings, tables, captions, notes and pictures."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path

from wherewhen.documents.cues import is_byline, is_caption
from wherewhen.documents.dates import is_only_date, written_date
from wherewhen.documents.draft import Draft
from wherewhen.documents.laid_out import Layout
from wherewhen.documents.language import language_of
from wherewhen.documents.limits import MAX_BYTES, MAX_IMAGE_BYTES, MAX_IMAGES, MAX_IMAGES_BYTES
from wherewhen.documents.markup import Element, tree
from wherewhen.documents.signatures import ZIP, picture
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.documents.unpacking import Unpacker
from wherewhen.model.document import BlockKind, Image
from wherewhen.model.errors import DamagedFile, EmptyDocument

NAME = "docx"
BODY = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
NEVER_TEXT = {f"{W}{name}" for name in ("del", "moveFrom", "instrText", "pPr", "rPr", "sectPr")} | {FALLBACK}
BREAKS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
HEADING = re.compile(r"heading\d|überschrift\d|titre\d|عنوان", re.I)


def claims(data: bytes, suffix: str) -> bool:
    return data.startswith(ZIP) and BODY.encode() in data


def read(data: bytes, path: Path | None, stated: Stated = NOTHING_STATED) -> Draft:
    name = path or "(document)"
    pack = Unpacker(data, name)
    if BODY not in pack:
        raise DamagedFile(name, "It is no text of a word processor")
    page = _Page(name, tree(pack.read(BODY, MAX_BYTES), name))
    page.run()
    for notes in ("word/footnotes.xml", "word/endnotes.xml"):
        if notes in pack:
            page.notes(tree(pack.read(notes, MAX_BYTES), name))
    if not page.layout.blocks:
        raise EmptyDocument(name, "The document shows no words")
    images = _images(page.pictures, pack)
    return Draft(page.layout.text, tuple(page.layout.blocks), _said(page, pack), images)


class _Page:
    """The body in reading order. ``pictures`` are (relation, alt text, block that follows)."""

    def __init__(self, name: object, root: Element) -> None:
        self.root = root
        self.layout = Layout(name)
        self.pictures: list[tuple[str, str, int]] = []

    def run(self) -> None:
        body = self.root.find(f"{W}body")
        for element in _blocks(body if body is not None else self.root):
            if element.tag == f"{W}tbl":
                self._table(element)
            else:
                self._paragraph(element)

    def notes(self, root: Element) -> None:
        for paragraph in root.iter(f"{W}p"):
            self.layout.add(_words(paragraph))

    def _table(self, table: Element) -> None:
        for row in table.iter(f"{W}tr"):
            cells = (" ".join(_words(cell).split()) for cell in row.iterchildren(f"{W}tc"))
            self.layout.add(" | ".join(filter(None, cells)))
            self._look_for_pictures(row)

    def _paragraph(self, paragraph: Element) -> None:
        words = _words(paragraph)
        self._look_for_pictures(paragraph)
        self.layout.add(words, self._kind(_style(paragraph), words.strip()))

    def _kind(self, style: str, words: str) -> BlockKind:
        if style in ("title", "titel"):
            return BlockKind.TITLE
        if HEADING.match(style) or style == "subtitle":
            return BlockKind.HEADING
        if style == "caption" or is_caption(words):
            return BlockKind.CAPTION
        if len(self.layout.blocks) < 6 and (is_byline(words) or is_only_date(words)):
            return BlockKind.BYLINE
        return BlockKind.PARAGRAPH

    def _look_for_pictures(self, element: Element) -> None:
        for drawing in element.iter(f"{W}drawing"):
            blip, about = next(drawing.iter(f"{A}blip"), None), next(drawing.iter(f"{DRAWING}docPr"), None)
            if blip is not None and blip.get(EMBED):
                alt = (about.get("descr") or "") if about is not None else ""
                self.pictures.append((blip.get(EMBED) or "", alt[:1000], len(self.layout.blocks)))


def _blocks(body: Element) -> Iterator[Element]:
    """Paragraphs and tables, also inside content controls; not those inside other paragraphs."""
    for element in body.iterchildren():
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag not in NEVER_TEXT:
            yield from _blocks(element)


def _words(element: Element) -> str:
    out: list[str] = []
    _gather(element, out)
    return "".join(out)


def _gather(element: Element, out: list[str]) -> None:
    for child in element.iterchildren():
        tag = child.tag
        if tag in NEVER_TEXT or (tag == f"{W}r" and _vanishes(child)):
            continue
        if tag == f"{W}t":
            out.append(child.text or "")
        elif tag in BREAKS:
            out.append(BREAKS[tag])
        else:
            _gather(child, out)
            if tag == f"{W}p":
                out.append("\n")


def _vanishes(run: Element) -> bool:
    """Hidden text, and white text, which the paper does not show."""
    format = run.find(f"{W}rPr")
    if format is None:
        return False
    hidden, color = format.find(f"{W}vanish"), format.find(f"{W}color")
    shaded = format.find(f"{W}shd") is not None or format.find(f"{W}highlight") is not None
    white = color is not None and (color.get(f"{W}val") or "").upper() == "FFFFFF" and not shaded
    return white or (hidden is not None and hidden.get(f"{W}val") not in ("0", "false"))


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return (style.get(f"{W}val") or "").lower().replace(" ", "") if style is not None else ""


def _images(pictures: list[tuple[str, str, int]], pack: Unpacker) -> tuple[Image, ...]:
    targets = _targets(pack) if pictures else {}
    images: list[Image] = []
    taken = 0
    for relation, alt, _ in pictures:
        target = targets.get(relation, "")
        if target not in pack or len(images) >= MAX_IMAGES or taken > MAX_IMAGES_BYTES:
            continue
        content = pack.read(target, MAX_IMAGE_BYTES)
        if picture(content):
            images.append(Image(target, alt, content=content))
            taken += len(content)
    return tuple(images)


def _targets(pack: Unpacker) -> dict[str, str]:
    if RELATIONS not in pack:
        return {}
    root = tree(pack.read(RELATIONS, MAX_BYTES), pack.name)
    inside = [element for element in root.iterchildren() if element.get("TargetMode") != "External"]
    return {
        element.get("Id") or "": posixpath.normpath(
            posixpath.join("word", element.get("Target") or "")
        ).lstrip("/")
        for element in inside
    }


def _said(page: _Page, pack: Unpacker) -> Stated:
    quotes = list(zip(page.layout.blocks, page.layout.pieces, strict=True))
    title = next((words for block, words in quotes if block.kind is BlockKind.TITLE), None)
    bylines = [words for block, words in quotes if block.kind is BlockKind.BYLINE]
    language = language_of(page.layout.text)
    day = next(filter(None, (written_date(line, language) for line in bylines)), None)
    title = title or _property(pack, "{http://purl.org/dc/elements/1.1/}title")
    return Stated(
        title=title, published=day, author=_property(pack, "{http://purl.org/dc/elements/1.1/}creator")
    )


def _property(pack: Unpacker, tag: str) -> str | None:
    if "docProps/core.xml" not in pack:
        return None
    element = tree(pack.read("docProps/core.xml", MAX_BYTES), pack.name).find(tag)
    words = " ".join((element.text or "").split()) if element is not None else ""
    return words[:500] or None
