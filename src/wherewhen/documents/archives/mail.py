"""A message (EML) with its attachments, and a page that a browser saved in one file (MHTML)."""

from __future__ import annotations

import email
import email.policy
import mmap
import re
from datetime import UTC, datetime
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

from wherewhen.documents.archives.pictures import shown_in
from wherewhen.documents.draft import Draft
from wherewhen.documents.laid_out import Layout, plain
from wherewhen.documents.likeness import likeness_of_text
from wherewhen.documents.limits import MAX_BYTES, MAX_ENTRIES
from wherewhen.documents.page.images import given
from wherewhen.documents.page.metadata import web_address
from wherewhen.documents.readers import html, text
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.stated import NOTHING_STATED, Stated
from wherewhen.model.document import BlockKind
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, EmptyDocument, InputError
from wherewhen.model.item import FileClaim, ItemKind
from wherewhen.model.provenance import How

NAME = "mail"
FIRST_LINE = re.compile(rb"(?:From [^\n]{1,200}\n)?[A-Za-z][A-Za-z-]{1,60}:[ \t]")
MACHINE_MADE = re.compile(
    rb"^(?:MIME-Version|Message-ID|Received|Return-Path|Delivered-To|DKIM-Signature):", re.M | re.I
)
BOUNDARY = re.compile(rb"""boundary[ \t]*=[ \t]*["']?([^"';\r\n]{1,200})""", re.I)
_MOST_BOUNDARIES = 50
SUFFIXES = (".eml", ".mht", ".mhtml")
LONGEST = 500


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    return bool(FIRST_LINE.match(head.lstrip())) and (suffix in SUFFIXES or bool(MACHINE_MADE.search(head)))


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    if len(data) > 2 * MAX_BYTES:
        raise DocumentTooLarge(name, f"At most {2 * MAX_BYTES:,} bytes for one message")
    content = bytes(data).lstrip()
    if _separators(content) > MAX_ENTRIES:
        raise DocumentTooLarge(name, f"At most {MAX_ENTRIES:,} parts of one message")
    try:
        message = email.message_from_bytes(content, policy=email.policy.compat32)
        leaves = [part for part in message.walk() if not part.is_multipart()]
    except (
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        AssertionError,
        IndexError,
        KeyError,
    ) as error:
        raise DamagedFile(name, f"The message is broken: {error}") from None
    if len(leaves) > MAX_ENTRIES:
        raise DocumentTooLarge(name, f"At most {MAX_ENTRIES:,} parts of one message")
    saved = header(message, "Snapshot-Content-Location") or _root_address(message, leaves)
    return _saved_page(message, leaves, saved, name) if saved else _Letter(message, leaves, name).reading()


def _separators(data: bytes) -> int:
    """How many parts the message can have, told before the slow parser builds them."""
    boundaries = {match[1] for match in BOUNDARY.finditer(data)}
    if len(boundaries) > _MOST_BOUNDARIES:
        return data.count(b"\n--")
    return sum(data.count(b"\n--" + boundary) for boundary in boundaries)


def header(message: Message, field: str) -> str | None:
    """One header line, decoded; None where it is missing or empty."""
    raw = message.get(field)
    if raw is None:
        return None
    try:
        pieces = decode_header(str(raw)[:4000])
        words = "".join(_decoded(piece, charset) for piece, charset in pieces)
    except (ValueError, LookupError, email.errors.HeaderParseError):
        words = str(raw)
    return " ".join(plain(words).split())[:LONGEST] or None


def _decoded(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    known = (
        charset
        if charset and re.fullmatch(r"(?i)utf-8|us-ascii|(?:iso-8859|windows|cp)-?\d+.*", charset)
        else "utf-8"
    )
    return piece.decode(known, "replace")


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError):
        return b""
    return data if isinstance(data, bytes) else b""


def _root_address(message: Message, leaves: list[Message]) -> str | None:
    """The address of the page, where the message is one: its first part is a page with an address."""
    related = message.get_content_type() == "multipart/related" and not message.get("To")
    first = leaves[0] if leaves else None
    if not related or first is None or first.get_content_type() != "text/html":
        return None
    return web_address(header(first, "Content-Location"))


def _saved_page(message: Message, leaves: list[Message], address: str, name: object) -> Reading:
    page = next((part for part in leaves if part.get_content_type() == "text/html"), None)
    markup = _payload(page) if page is not None else b""
    if not markup:
        raise EmptyDocument(name, "The saved page is empty")
    held = _by_address(leaves)
    beside = shown_in(markup, lambda src: held.get(src) or held.get(_joined(address, src)))
    clean = web_address(address)
    when = _moment(message)
    said = Stated(url=clean, title=header(message, "Subject"))
    label = f"{Path(str(name)).stem}.html"
    part = Part(
        label, markup, How.SAVED_PAGE, said, clean, when=when.isoformat() if when else None, beside=beside
    )
    return Reading(ItemKind.ARCHIVE, parts=(part,))


def _joined(address: str, src: str) -> str:
    try:
        return urljoin(address, src)
    except ValueError:
        return src


def _by_address(leaves: list[Message]) -> dict[str, bytes]:
    held: dict[str, bytes] = {}
    for part in leaves:
        if part.get_content_maintype() == "image":
            location, identity = header(part, "Content-Location"), header(part, "Content-ID")
            data = _payload(part)
            held |= {location: data} if location else {}
            held |= {f"cid:{identity.strip('<>')}": data} if identity else {}
    return held


def _moment(message: Message) -> datetime | None:
    """When it was sent; without a zone it is in UTC, as the rules of mail have it."""
    try:
        sent = parsedate_to_datetime(str(message.get("Date") or ""))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return sent if sent.tzinfo is not None else sent.replace(tzinfo=UTC)


class _Letter:
    """Subject, sender and day, then the body; what is attached becomes parts."""

    def __init__(self, message: Message, leaves: list[Message], name: object) -> None:
        self.message, self.leaves, self.name = message, leaves, name
        self.subject = header(message, "Subject")
        self.sender = header(message, "From")
        self.sent = _moment(message)
        self.body = self._best_body()

    def reading(self) -> Reading:
        layout = Layout(self.name)
        layout.add(self.subject or "", BlockKind.TITLE)
        for field in ("From", "To", "Date"):
            line = header(self.message, field)
            layout.add(f"{field}: {line}" if line else "", BlockKind.BYLINE)
        left = self._add_body(layout)
        parts = tuple(self._attachments())
        if not parts and all(block.kind is BlockKind.BYLINE for block in layout.blocks):
            raise EmptyDocument(self.name, "The message holds no words")
        draft = Draft(layout.text, tuple(layout.blocks), self._said())
        return Reading(ItemKind.DOCUMENT, draft, self._claims(), likeness_of_text(layout.text), parts, left)

    def _best_body(self) -> Message | None:
        bodies = [
            part for part in self.leaves if not part.get_filename() and part.get_content_maintype() == "text"
        ]
        plain_first = sorted(bodies, key=lambda part: part.get_content_type() != "text/plain")
        return next((part for part in plain_first if _payload(part).strip()), None)

    def _add_body(self, layout: Layout) -> tuple[Left, ...]:
        if self.body is None:
            return ()
        data = _with_declared_letters(self.body)
        try:
            if self.body.get_content_type() == "text/html":
                draft = html.read(data, None, NOTHING_STATED, given({}))
            else:
                draft = text.read(data, None, NOTHING_STATED)
        except InputError as error:
            return (Left("body", error.code, error.remedy),)
        for block in draft.blocks:
            kind = BlockKind.HEADING if block.kind is BlockKind.TITLE else block.kind
            layout.add(draft.text[block.start : block.end], kind)
        return ()

    def _attachments(self) -> list[Part]:
        when = self.sent.isoformat() if self.sent else None
        found = []
        for number, part in enumerate(self.leaves, 1):
            taken = part.get_filename() or part.get_content_maintype() in ("image", "video", "application")
            data = _payload(part) if taken and part is not self.body else b""
            if data:
                label = _file_name(part) or f"part {number}"
                found.append(Part(label, data, How.ATTACHMENT, who=self.sender, when=when))
        return found

    def _said(self) -> Stated:
        author = parseaddr(self.sender or "")[0] or self.sender
        return Stated(title=self.subject, author=author, published=self.sent.date() if self.sent else None)

    def _claims(self) -> tuple[FileClaim, ...]:
        fields = (("sender", "From"), ("recipient", "To"), ("identity", "Message-ID"))
        told = [(about, header(self.message, field), f"mail {field}") for about, field in fields]
        told.append(("sent", self.sent.isoformat() if self.sent else None, "mail Date"))
        return tuple(FileClaim(about, value, field) for about, value, field in told if value)


def _with_declared_letters(part: Message) -> bytes:
    """The body in UTF-8, where its character set is stated and plain."""
    data = _payload(part)
    charset = str(part.get_content_charset() or "")
    return _decoded(data, charset).encode("utf-8", "replace") if charset not in ("", "utf-8") else data


def _file_name(part: Message) -> str | None:
    raw = part.get_filename()
    try:
        pieces = decode_header(str(raw)[:1000]) if raw else []
    except (ValueError, email.errors.HeaderParseError):
        return None
    return " ".join(plain("".join(_decoded(piece, charset) for piece, charset in pieces)).split()) or None
