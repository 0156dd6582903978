"""A web archive (WARC): pages with their pictures, documents and films, each with its address and moment."""

from __future__ import annotations

import base64
import hashlib
import mmap
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urldefrag, urljoin

from wherewhen.documents.archives.pictures import shown_in
from wherewhen.documents.limits import MAX_BYTES, MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES
from wherewhen.documents.page.metadata import web_address
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.signatures import GZIP, PDF, WARC, ZIP, film, picture
from wherewhen.documents.stated import Stated
from wherewhen.documents.unpacking import CHUNK, SMALL, Budget, gunzipped
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, EmptyDocument, InputError
from wherewhen.model.item import ItemKind
from wherewhen.model.provenance import How
from wherewhen.model.tool import Tool

NAME = "warc"
MAX_HEAD = 65_536
SMALLEST_PICTURE = 10_000
"""Bytes under which a picture that no page shows is an icon."""
MAX_RECORDS = 20 * MAX_ENTRIES


@dataclass(frozen=True, slots=True)
class Record:
    head: Mapping[str, str]
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Capture:
    """What one address gave at one moment."""

    address: str
    when: str | None
    kind: str
    data: bytes = field(repr=False)


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    return head.startswith(WARC) or (head.startswith(GZIP) and _opens_as_warc(head))


def _opens_as_warc(head: bytes) -> bool:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16).startswith(WARC)
    except zlib.error:
        return False


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    captures = Captures(name)
    captures.add(data)
    return captures.reading()


class Captures:
    """All captures of one or several WARC files; ``pages`` limits the documents to these addresses."""

    def __init__(self, name: object, pages: Mapping[str, str | None] | None = None) -> None:
        self.name = name
        self.pages = pages
        self.budget = Budget(name)
        self.by_address: dict[str, Capture] = {}
        self.left: list[Left] = []
        self.tool: Tool | None = None
        self.who: str | None = None

    def add(self, data: bytes | mmap.mmap) -> None:
        for count, record in enumerate(_records(data, self.name)):
            if count > MAX_RECORDS:
                raise DocumentTooLarge(self.name, f"At most {MAX_RECORDS:,} records; split the archive")
            self._take(record)

    def _take(self, record: Record) -> None:
        kind = record.head.get("warc-type", "").lower()
        address = web_address(record.head.get("warc-target-uri", "").strip("<>"))
        if kind == "warcinfo":
            self._made_by(record.body)
        elif kind in ("response", "resource") and address is not None:
            try:
                _check_digest(record, address)
                self._keep(record, kind, address)
            except InputError as error:
                self.left.append(Left(address, error.code, error.remedy))

    def _keep(self, record: Record, kind: str, address: str) -> None:
        content = record.head.get("content-type", "").lower()
        answer = _http(record.body, self.name) if kind == "response" else (content, record.body)
        if answer is not None and answer[1] and address not in self.by_address:
            self.budget.spend(len(answer[1]))
            self.by_address[address] = Capture(address, record.head.get("warc-date"), *answer)

    def _made_by(self, body: bytes) -> None:
        lines = (line.partition(":") for line in body[:MAX_HEAD].decode("utf-8", "replace").splitlines())
        told = {key.strip().lower(): value.strip() for key, _, value in lines}
        if told.get("software"):
            program, _, version = told["software"].partition("/")
            self.tool = Tool(program[:100], version[:100])
        self.who = told.get("operator", "")[:200] or None

    def reading(self) -> Reading:
        parts = [part for capture in self.by_address.values() if (part := self._part(capture)) is not None]
        if not parts and not self.left:
            raise EmptyDocument(self.name, "The archive holds no page, document or picture")
        return Reading(
            ItemKind.ARCHIVE, parts=tuple(parts[:MAX_ENTRIES]), left=tuple(self.left[:MAX_ENTRIES])
        )

    def _part(self, capture: Capture) -> Part | None:
        page = "html" in capture.kind
        if (page and not self._wanted(capture.address)) or not (page or _worth_taking(capture)):
            return None
        beside = shown_in(capture.data, lambda src: self._at(capture.address, src)) if page else {}
        title = (self.pages or {}).get(urldefrag(capture.address).url) if page else None
        return Part(
            capture.address, capture.data, How.WEB_ARCHIVE, Stated(url=capture.address, title=title),
            capture.address, self.who, capture.when, self.tool, beside,
        )  # fmt: skip

    def _wanted(self, address: str) -> bool:
        return self.pages is None or urldefrag(address).url in self.pages

    def _at(self, page: str, src: str) -> bytes | None:
        try:
            capture = self.by_address.get(urljoin(page, src))
        except ValueError:
            return None
        return capture.data if capture is not None else None


def _worth_taking(capture: Capture) -> bool:
    data = capture.data
    if picture(data):
        return len(data) >= SMALLEST_PICTURE
    return data.startswith(PDF) or film(data) or (data.startswith(ZIP) and b"word/document.xml" in data)


def _records(data: bytes | mmap.mmap, name: object) -> Iterator[Record]:
    if data[:2] == GZIP:
        yield from (record for member in _members(data, name) for record in _plain_records(member, name))
    else:
        yield from _plain_records(data, name)


def _members(data: bytes | mmap.mmap, name: object) -> Iterator[bytes]:
    """The members of a gzip file, counted while they unpack."""
    total, at = 0, 0
    while at < len(data):
        engine, out, start = zlib.decompressobj(wbits=31), bytearray(), at
        while not engine.eof and at < len(data):
            try:
                out += engine.decompress(data[at : at + CHUNK], 20 * CHUNK)
                while engine.unconsumed_tail and not engine.eof:
                    _refuse_bombs(name, len(out), at + CHUNK - start, total)
                    out += engine.decompress(engine.unconsumed_tail, 20 * CHUNK)
            except zlib.error as error:
                raise DamagedFile(name, f"It cannot be unpacked: {error}") from None
            at += CHUNK
            _refuse_bombs(name, len(out), at - start, total)
        at = min(at, len(data)) - len(engine.unused_data)
        total += len(out)
        yield bytes(out)
        if at <= start:
            return


def _refuse_bombs(name: object, size: int, packed: int, total: int) -> None:
    if size > SMALL and size > MAX_RATIO * packed:
        raise DocumentTooLarge(name, f"It unpacks to more than {MAX_RATIO} times its size")
    if size > MAX_UNPACKED_BYTES or total + size > 10 * MAX_UNPACKED_BYTES:
        raise DocumentTooLarge(name, f"It unpacks to more than {MAX_UNPACKED_BYTES:,} bytes; split it")


def _plain_records(data: bytes | mmap.mmap, name: object) -> Iterator[Record]:
    at = 0
    while (at := data.find(WARC, at)) >= 0:
        end = data.find(b"\r\n\r\n", at, at + MAX_HEAD)
        if end < 0:
            raise DamagedFile(name, "A record of the web archive has no head")
        head = _head(bytes(data[at:end]))
        length = head.get("content-length", "")
        if not length.isascii() or not length.isdigit() or len(length) > 12:
            raise DamagedFile(name, "A record of the web archive states no length")
        start = end + 4
        at = start + int(length)
        if at > len(data):
            raise DamagedFile(name, "The web archive ends in mid-record")
        if int(length) <= MAX_BYTES:
            yield Record(head, bytes(data[start:at]))


def _head(data: bytes) -> dict[str, str]:
    lines = data.decode("utf-8", "replace").split("\r\n")[1:]
    pairs = (line.partition(":") for line in lines)
    return {key.strip().lower(): value.strip() for key, colon, value in pairs if colon}


def _check_digest(record: Record, address: str) -> None:
    """The archive's own hash of a record, where it states one that we know."""
    method, _, stated = record.head.get("warc-block-digest", "").partition(":")
    if method.lower() not in ("sha1", "sha256"):
        return
    digest = hashlib.new(method.lower(), record.body, usedforsecurity=False)
    if stated.lower() not in (digest.hexdigest(), base64.b32encode(digest.digest()).decode().lower()):
        raise DamagedFile(address, "It differs from the hash that the web archive states")


def _http(body: bytes, name: object) -> tuple[str, bytes] | None:
    """Kind and content of an answer with success; None for any other."""
    head, blank, content = body.partition(b"\r\n\r\n")
    status = head[:64].split(b" ")
    if not blank or not head.startswith(b"HTTP/") or len(status) < 2 or status[1] not in (b"200", b"203"):
        return None
    fields = _head(head[:MAX_HEAD])
    if "chunked" in fields.get("transfer-encoding", "").lower():
        content = _joined(content)
    coding = fields.get("content-encoding", "").lower()
    if "gzip" in coding and content[:2] == GZIP:
        content = gunzipped(content, name, MAX_BYTES)
    elif coding not in ("", "identity", "gzip"):
        return None
    return fields.get("content-type", "").lower(), content


def _joined(content: bytes) -> bytes:
    """The chunks put together; what is not in chunks after all stays as it is."""
    out, at = bytearray(), 0
    while True:
        end = content.find(b"\r\n", at, at + 64)
        size = content[at:end].split(b";")[0].strip() if end >= 0 else b""
        if not size or len(size) > 8 or any(byte not in b"0123456789abcdefABCDEF" for byte in size):
            return bytes(out) or content
        if int(size, 16) == 0:
            return bytes(out)
        out += content[end + 2 : end + 2 + int(size, 16)]
        at = end + 2 + int(size, 16) + 2
