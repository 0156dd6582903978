"""Bytes to text: byte order mark, valid UTF-8, declaration, and only then a guess.

The stored text is NFC with ``\\n`` line ends. Removed: the byte order mark and control characters
(NUL, escape and the like; tab stays; form feed and vertical tab become line ends; quotes and dashes of
the Windows set that were saved as control characters become what they were). Bidi marks,
tatweel and zero-width joiners stay: they are part of what the document says.
"""

from __future__ import annotations

import codecs
import re
import unicodedata

from wherewhen.documents.limits import MAX_BYTES
from wherewhen.model.errors import DocumentTooLarge, NotText

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Only plain character sets: a declaration must not reach codecs such as utf-7 or unicode_escape.
DECLARABLE = re.compile(
    r"(?:utf-?8|utf-?16(?:-?[lb]e)?|windows-?125[0-8]|cp-?125[0-8]|iso-?8859-?\d{1,2}|latin-?1|us-ascii|ascii"
    r"|koi8-[ru]|mac-?roman|gbk|gb2312|gb18030|big5|shift_jis|euc-jp|euc-kr)",
    re.I,
)
DECLARATION = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{2,40})""",
    re.I,
)
CONTROLS = {c: None for c in (*range(0x20), *range(0x7F, 0xA0)) if c not in (0x09, 0x0A)}
# Quotes and dashes of the Windows set that were stored as if they were Latin-1 are put right.
MISREAD = {
    c: bytes((c,)).decode("cp1252") for c in range(0x80, 0xA0) if c not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
CLEAN = {**CONTROLS, **MISREAD, 0x0B: "\n", 0x0C: "\n"}
LATIN_1 = ("iso-8859-1", "latin1", "latin-1")
MOST_CONTROLS = 0.02
"""Share of control and broken characters over which a file is no text."""
RUNS = re.compile(rb"[\xc0-\xff]{3,}")
MISREAD_LETTERS = re.compile(r"[\x80-\x9f]")
HIGH = re.compile(rb"[\xc0-\xff]")
COMMON_ARABIC = re.compile(r"(?<!\w)(?:ال\w+|في|من|على|إلى|الى|أن|ان|عن|مع|التي|الذي)(?!\w)")


def decoded(data: bytes, name: object = "(bytes)") -> str:
    """The text of a file; raises NotText for binary content, DocumentTooLarge over the limit."""
    text = _characters(data)
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    clean = lines.translate(CLEAN)
    if _too_broken(lines, clean):
        raise NotText(name, "Give a text file or a saved web page")
    if len(clean) > MAX_BYTES:
        raise DocumentTooLarge(name, f"At most {MAX_BYTES:,} characters; split the document")
    return unicodedata.normalize("NFC", clean)


def cleaned(text: str) -> str:
    """Without control characters, with ``\\n`` line ends; as ``decoded`` gives it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(CLEAN)


def glance(data: bytes) -> str:
    """The opening of a file as far as its letters can be told without its character set."""
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) : 8192].decode(encoding, "replace")
    return data[:4096].replace(b"\x00", b"").decode("latin-1")


def _too_broken(lines: str, clean: str) -> bool:
    gone = len(lines) - len(clean) + clean.count("\ufffd") + len(MISREAD_LETTERS.findall(lines))
    return gone > max(4, MOST_CONTROLS * len(lines))


def _characters(data: bytes) -> str:
    for mark, encoding in BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data[:65536]:
        wide = _wide(data)
        if wide is not None:
            return wide
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _damaged_utf8(data) or _declared(data) or _guessed(data)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly all of it falls into letters that we read."""
    for encoding in ("utf-16-le", "utf-16-be"):
        text = data[: len(data) // 2 * 2].decode(encoding, "replace")
        sample = text[:4096]
        known = sum(c.isspace() or "\x20" <= c <= "\u024f" or "\u0600" <= c <= "\u06ff" for c in sample)
        if known + sum("\u2010" <= c <= "\u2030" for c in sample) >= 0.97 * len(sample):
            return text
    return None


def _damaged_utf8(data: bytes) -> str | None:
    """UTF-8 with a few broken bytes; what is broken stays visible as U+FFFD."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(c > "\x7f" for c in text) - broken
    return text if whole >= 20 * broken else None


def _declared(data: bytes) -> str | None:
    found = DECLARATION.search(data[:4096])
    label = (found.group(1) or found.group(2)).decode("ascii", "ignore").lower() if found else ""
    if not DECLARABLE.fullmatch(label) or (_western(label) and _looks_arabic(data)):
        return None
    try:
        return data.decode("cp1252" if label in LATIN_1 else label)
    except (UnicodeDecodeError, LookupError):
        return None


def _western(label: str) -> bool:
    return label in LATIN_1 or label in ("windows-1252", "cp1252", "iso-8859-15", "us-ascii", "ascii")


def _looks_arabic(data: bytes) -> bool:
    """Letters above ASCII come in whole words, not singly as in Western text."""
    in_runs = sum(len(run) for run in RUNS.findall(data))
    return in_runs * 2 > len(HIGH.findall(data))


def _guessed(data: bytes) -> str:
    if not _looks_arabic(data):
        return _tried(data, "cp1252") or data.decode("latin-1")
    readings = [text for text in (_tried(data, "cp1256"), _tried(data, "iso8859_6")) if text]
    return max(readings, key=lambda text: len(COMMON_ARABIC.findall(text)), default=data.decode("latin-1"))


def _tried(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
