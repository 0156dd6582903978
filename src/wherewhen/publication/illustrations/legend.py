"""What the marks of a drawn map mean, in its lower corner."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.publication.illustrations import ink
from wherewhen.publication.illustrations.frame import Frame
from wherewhen.publication.illustrations.labels import Block, Style, text_width, write
from wherewhen.publication.illustrations.marks import draw_disc
from wherewhen.publication.illustrations.sheet import Sheet
from wherewhen.publication.wording import Voice

_WORDS = Style(11.5, ink.TEXT)
_DRAFT = Style(12.5, ink.ACCENT, 700)
_HIGH = 28.0
_MARGIN = 10.0
_SIGN = 22.0


def draw_legend(sheet: Sheet, frame: Frame, voice: Voice, draft: bool) -> Block:
    """The signs with their words in a strip at the side where reading ends; returns the room it takes."""
    rtl = voice.language == "ar"
    entries = [(key, voice.say("legend", key)) for key in ("place", "area", "planned")]
    note = voice.say("image", "draft") if draft else ""
    widths = [text_width(words, _WORDS) + _SIGN + 14 for _, words in entries]
    wide = sum(widths) + (text_width(note, _DRAFT) + 20 if note else 0) + 8
    left = _MARGIN if rtl else frame.width - wide - _MARGIN
    top = frame.height - _HIGH - _MARGIN
    sheet.add("rect", x=left, y=top, width=wide, height=_HIGH, rx=6, fill=ink.PAPER, fill_opacity="0.92")
    at = 8.0
    for (key, words), width in zip(entries, widths, strict=True):
        _entry(sheet, left, wide, at, top + _HIGH / 2, key, words, rtl)
        at += width
    if note:
        x = left + wide - at - 4 if rtl else left + at + 4
        write(sheet, note, x, top + _HIGH / 2 + 4.5, _DRAFT, "start", halo=False)
    return left - 4, top - 4, left + wide + 4, top + _HIGH + 4


def draw_notes(sheet: Sheet, frame: Frame, notes: Sequence[str]) -> Block:
    """Lines in the upper corner at the side where reading begins; returns the room they take."""
    if not notes:
        return 0.0, 0.0, 0.0, 0.0
    rtl, high = sheet.language == "ar", 18.0 * len(notes) + 8
    wide = max(text_width(note, _WORDS) for note in notes) + 16
    left = frame.width - wide - _MARGIN if rtl else _MARGIN
    sheet.add("rect", x=left, y=_MARGIN, width=wide, height=high, rx=6, fill=ink.PAPER, fill_opacity="0.92")
    for line, note in enumerate(notes):
        x, y = (left + wide - 8 if rtl else left + 8), _MARGIN + 17.0 + 18.0 * line
        write(sheet, note, x, y, _WORDS, "start", halo=False)
    return left - 4, 0.0, left + wide + 4, _MARGIN + high + 4


def _entry(
    sheet: Sheet, left: float, wide: float, at: float, y: float, key: str, words: str, rtl: bool
) -> None:
    """One sign and its words, counted from the side where reading begins."""
    sign = left + wide - at - _SIGN / 2 if rtl else left + at + _SIGN / 2
    if key == "area":
        sheet.add("rect", x=sign - 9, y=y - 6, width=18, height=12, fill=ink.ACCENT, fill_opacity="0.12")
        sheet.add(
            "path", d=" ".join(f"M{sign + dx:.1f} {y + 6:.1f}l8 -12" for dx in (-12, -7, -2, 3)),
            stroke=ink.ACCENT, stroke_width=1.0, stroke_opacity="0.6", fill="none",
        )  # fmt: skip
    else:
        draw_disc(sheet, sign, y, hollow=key == "planned", radius=6.0)
    x = sign - _SIGN / 2 - 4 if rtl else sign + _SIGN / 2 + 4
    write(sheet, words, x, y + 4.2, _WORDS, "start", halo=False)
