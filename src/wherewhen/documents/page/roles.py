"""The kind of each piece of a page: from its place first, from its words second."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.documents import cues
from wherewhen.documents.dates import is_only_date, says_published
from wherewhen.documents.page.walk import Piece, Zone
from wherewhen.model.document import BlockKind

PROSE = 200
"""Characters from which an unlinked piece counts as prose and ends a section of boilerplate."""
LINKED = 0.8
"""Share of link text from which a short piece is a mere link."""


def roles(pieces: Sequence[Piece], title: str | None) -> tuple[BlockKind, ...]:
    """One kind for each piece; ``title`` is what the page's metadata says."""
    named = title_index(pieces, title)
    first = next((i for i, p in enumerate(pieces) if p.zone is Zone.MAIN and p.caption is None), len(pieces))
    kinds = []
    section: Piece | None = None
    for index, piece in enumerate(pieces):
        front = named is not None and named < index < first
        kind = BlockKind.TITLE if index == named else _kind(piece, front)
        section = _section(section, piece, kind)
        apart = section is not None and kind not in (BlockKind.TITLE, BlockKind.CAPTION)
        kinds.append(BlockKind.BOILERPLATE if apart else kind)
    return tuple(_bylines_after_title(pieces, kinds, named))


def title_index(pieces: Sequence[Piece], title: str | None) -> int | None:
    """The piece that is the headline: rather outside margins, rather the one that the metadata names."""
    wanted = cues.folded(title or "")
    headlines = [i for i, piece in enumerate(pieces) if piece.level]
    for margin in (False, True):
        here = [i for i in headlines if (pieces[i].zone is Zone.MARGIN) is margin]
        named = [i for i in here if _names(wanted, cues.folded(pieces[i].text))]
        first = [i for i in here if pieces[i].level == 1 and not _mere_link(pieces[i])]
        for index in (named if not margin else [i for i in named if pieces[i].level == 1]) or first:
            return index
    return None


def _names(wanted: str, said: str) -> bool:
    """The headline is the title of the metadata, or one of them holds the other."""
    if not wanted or not said:
        return False
    return said == wanted or (len(said) > 12 and (said in wanted or wanted in said))


def _kind(piece: Piece, front: bool) -> BlockKind:
    if piece.zone is Zone.MARGIN or (piece.zone is Zone.OUTSIDE and not front):
        return BlockKind.BOILERPLATE
    if piece.caption is not None:
        return BlockKind.CAPTION
    if _byline(piece):
        return BlockKind.BYLINE
    if piece.level:
        return BlockKind.BOILERPLATE if _mere_link(piece) else BlockKind.HEADING
    if _mere_link(piece) or cues.stands_apart(piece.text):
        return BlockKind.BOILERPLATE
    if piece.bold and piece.tag not in ("li", "tr", "dt") and cues.is_heading(piece.text):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _byline(piece: Piece) -> bool:
    if len(piece.text) > PROSE or piece.level:
        return False
    return piece.byline or is_only_date(piece.text) or (cues.is_byline(piece.text) and len(piece.text) <= 80)


def _mere_link(piece: Piece) -> bool:
    if piece.tag == "tr" or len(piece.text) > PROSE:
        return False
    linked = piece.leaving if piece.level else piece.linked
    return linked >= LINKED * len(piece.text)


def _section(section: Piece | None, piece: Piece, kind: BlockKind) -> Piece | None:
    """The line that opened the boilerplate section in which a piece stands, if it stands in one.

    A section ends with prose, with a true heading, and with the element around its first line.
    """
    if piece.zone is Zone.MARGIN:
        return section
    if kind is not BlockKind.CAPTION and cues.opens_section(piece.text):
        return piece
    if section is None or (kind is BlockKind.HEADING and not piece.bold):
        return None
    prose = kind is BlockKind.PARAGRAPH and cues.is_prose(piece.text)
    return None if prose or not _inside(piece, section) else section


def _inside(piece: Piece, section: Piece) -> bool:
    """The piece lies in the same element as the section's first line."""
    if piece.holder is None or section.holder is None or piece.holder is section.holder:
        return True
    return any(above is section.holder for above in piece.holder.iterancestors())


def _bylines_after_title(
    pieces: Sequence[Piece], kinds: Sequence[BlockKind], named: int | None
) -> list[BlockKind]:
    """Word cues make a byline only near the headline: "By the river" is a paragraph further down."""
    out = list(kinds)
    start = named if named is not None else 0
    for index, (piece, kind) in enumerate(zip(pieces, kinds, strict=True)):
        near = index <= start + 8 or says_published(piece.text) or is_only_date(piece.text)
        if kind is BlockKind.BYLINE and not piece.byline and not near:
            out[index] = BlockKind.PARAGRAPH
    return out
