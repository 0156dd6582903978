"""A web page saved as a file, alone or with the folder of assets that a browser puts beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from wherewhen.documents.dates import is_only_date, says_published, written_date
from wherewhen.documents.draft import Draft
from wherewhen.documents.encoding import decoded, glance
from wherewhen.documents.language import language_of
from wherewhen.documents.limits import MAX_IMAGES, MAX_IMAGES_BYTES
from wherewhen.documents.page.hidden import hidden_in
from wherewhen.documents.page.images import Contents, beside, is_ornament, source_of
from wherewhen.documents.page.metadata import metadata_of
from wherewhen.documents.page.roles import roles
from wherewhen.documents.page.structure import structure_of
from wherewhen.documents.page.tree import parsed
from wherewhen.documents.page.walk import Picture, Piece, Walk, Zone, tidy
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import Block, BlockKind, Image
from wherewhen.model.errors import EmptyDocument

NAME = "html"
SUFFIXES = (".html", ".htm", ".xhtml")
BETWEEN = "\n\n"
PREAMBLE = re.compile(r"(?:\s|<!--.*?-->|<\?xml[^>]*>)*", re.S)
OPENING = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|link|script|style|article|main|section|header|nav|div|p|h[1-6]"
    r"|table|ul|ol|figure|center|font|img|span|base)\b",
    re.I,
)
ANY_TAG = re.compile(r"<(?:/?[a-z][a-z0-9]*(?:\s[^<>]*)?/?|!doctype[^>]*)>", re.I)


def claims(data: bytes, suffix: str) -> bool:
    """Told by the opening tag; a file named as a page needs no more than some tag."""
    start = glance(data)
    begins = OPENING.match(start, PREAMBLE.match(start).end())  # type: ignore[union-attr]
    return bool(begins) or (suffix in SUFFIXES and ANY_TAG.search(start) is not None)


def read(
    data: bytes, path: Path | None, stated: Stated = NOTHING_STATED, contents: Contents | None = None
) -> Draft:
    """``contents`` gives the bytes of a picture by its address; by default from the folder of the page."""
    name = path or "(page)"
    markup = decoded(data, name)
    root = parsed(markup, name)
    hidden = hidden_in(root)
    walk = Walk(structure_of(root, hidden), hidden)
    walk.run()
    language = language_of(" ".join(piece.text for piece in walk.pieces))
    said = metadata_of(root, markup, language)
    kinds = roles(walk.pieces, stated.title or said.title)
    if not walk.pieces:
        raise EmptyDocument(name, "The page shows no words")
    text, blocks = _assembled(walk.pieces, kinds)
    images = _images(walk.pictures, walk.pieces, blocks, len(text), contents or beside(path))
    return Draft(text, blocks, _completed(said, walk.pieces, kinds, language), images)


def _assembled(pieces: Sequence[Piece], kinds: Sequence[BlockKind]) -> tuple[str, tuple[Block, ...]]:
    blocks, offset = [], 0
    for piece, kind in zip(pieces, kinds, strict=True):
        blocks.append(Block(kind, offset, offset + len(piece.text)))
        offset += len(piece.text) + len(BETWEEN)
    return BETWEEN.join(piece.text for piece in pieces), tuple(blocks)


def _images(
    pictures: Sequence[Picture],
    pieces: Sequence[Piece],
    blocks: Sequence[Block],
    end: int,
    contents: Contents,
) -> tuple[Image, ...]:
    """The report's own pictures in reading order, with bytes while the limits last."""
    captions = {p.caption: i for i, p in enumerate(pieces) if p.caption is not None}
    first_main = next((i for i, piece in enumerate(pieces) if piece.zone is Zone.MAIN), len(pieces))
    titled = next((i for i, block in enumerate(blocks) if block.kind is BlockKind.TITLE), first_main)
    images: list[Image] = []
    taken = 0
    for picture in pictures:
        front = picture.zone is Zone.OUTSIDE and titled < picture.position <= first_main
        shown = picture.zone is Zone.MAIN or front
        if not shown or is_ornament(picture.element) or not source_of(picture.element):
            continue
        caption = captions.get(picture.caption) if picture.caption is not None else None
        before = blocks[picture.position].start if picture.position < len(blocks) else end
        image = Image(
            source_of(picture.element),
            tidy(" ".join((picture.element.get("alt") or "").split())),
            caption,
            before,
        )
        if len(images) < MAX_IMAGES and taken < MAX_IMAGES_BYTES:
            image = replace(image, content=contents(image.src))
            taken += len(image.content or b"")
        images.append(image)
    return tuple(images)


def _completed(said: Stated, pieces: Sequence[Piece], kinds: Sequence[BlockKind], language: str) -> Stated:
    """The headline as printed, and a date that only the byline tells."""
    lines = [(kind, piece.text) for piece, kind in zip(pieces, kinds, strict=True)]
    title = next((text for kind, text in lines if kind is BlockKind.TITLE), None)
    bylines = [text for kind, text in lines if kind is BlockKind.BYLINE]
    dated = sorted(bylines, key=lambda line: not (says_published(line) or is_only_date(line)))
    day = next(filter(None, (written_date(line, language) for line in dated)), None)
    return replace(said, title=title or said.title, published=said.published or day)
