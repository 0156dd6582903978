"""ZIP entries to bytes in memory, counted while they unpack. Names are labels: nothing is ever written."""

from __future__ import annotations

import io
import mmap
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from wherewhen.documents.limits import MAX_ENTRIES, MAX_RATIO, MAX_UNPACKED_BYTES
from wherewhen.model.errors import DamagedFile, DocumentTooLarge, LockedFile

CHUNK = 65_536
SMALL = 1_000_000
"""Bytes below which the ratio does not count: small entries of one repeated letter are harmless."""
CENTRAL = b"PK\x01\x02"
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, IndexError)


@dataclass(slots=True)
class Budget:
    """Bytes that may still be unpacked."""

    name: object
    left: int = MAX_UNPACKED_BYTES

    def spend(self, count: int) -> None:
        self.left -= count
        if self.left < 0:
            raise DocumentTooLarge(
                self.name, f"It unpacks to more than {MAX_UNPACKED_BYTES:,} bytes; split it"
            )


class Unpacker:
    """The entries of one ZIP. Raises DamagedFile, LockedFile or DocumentTooLarge."""

    def __init__(self, data: bytes | mmap.mmap, name: object, budget: Budget | None = None) -> None:
        self.name = name
        self.budget = budget or Budget(name)
        _refuse_crowds(data, name)
        file = io.BytesIO(data) if isinstance(data, bytes) else data
        try:
            self.zip = zipfile.ZipFile(file)  # type: ignore[arg-type]
        except BROKEN as error:
            raise DamagedFile(name, f"The archive cannot be opened: {error}") from None
        self.entries = {entry.filename: entry for entry in self.zip.infolist() if not entry.is_dir()}
        self._refuse_overlaps()

    def names(self) -> list[str]:
        return list(self.entries)

    def __contains__(self, name: object) -> bool:
        return name in self.entries

    def read(self, name: str, most: int | None = None) -> bytes:
        """One entry; ``most`` is its own limit in bytes, beside that of the whole archive."""
        entry = self.entries[name]
        if entry.flag_bits & 1:
            raise LockedFile(self.name, "Unpack it with its password and give the files")
        if entry.compress_type not in PLAIN:
            raise DamagedFile(self.name, "It is packed by a method other than deflate")
        out = bytearray()
        try:
            for chunk in self._chunks(entry):
                out += chunk
                self.budget.spend(len(chunk))
                self._refuse_ratio(len(out), entry.compress_size)
                if most is not None and len(out) > most:
                    raise DocumentTooLarge(self.name, f"{name} is over {most:,} bytes")
        except BROKEN as error:
            raise DamagedFile(self.name, f"{name}: {error}") from None
        return bytes(out)

    def peek(self, name: str) -> bytes:
        """The first bytes of an entry; empty where they cannot be read."""
        try:
            with self.zip.open(self.entries[name]) as stream:
                return stream.read(512)
        except (*BROKEN, RuntimeError):
            return b""

    def _chunks(self, entry: zipfile.ZipInfo) -> Iterator[bytes]:
        with self.zip.open(entry) as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    def _refuse_ratio(self, size: int, packed: int) -> None:
        if size > SMALL and size > MAX_RATIO * max(packed, 1):
            raise DocumentTooLarge(self.name, f"It unpacks to more than {MAX_RATIO} times its size")

    def _refuse_overlaps(self) -> None:
        """Entries that share their packed bytes are how a small file holds petabytes."""
        end = 0
        for entry in sorted(self.entries.values(), key=lambda entry: entry.header_offset):
            if entry.header_offset < end:
                raise DamagedFile(self.name, "Its entries overlap")
            end = entry.header_offset + entry.compress_size + 30


def _refuse_crowds(data: bytes | mmap.mmap, name: object) -> None:
    """Counted in the bytes before the table is read into memory."""
    found = at = 0
    while (at := data.find(CENTRAL, at)) >= 0:
        at += 4
        found += 1
        if found > 2 * MAX_ENTRIES:
            raise DocumentTooLarge(name, f"At most {MAX_ENTRIES:,} files in one archive")


def gunzipped(data: bytes, name: object, most: int) -> bytes:
    """All members of a gzip file, at most ``most`` bytes."""
    out, rest = bytearray(), data
    try:
        while rest:
            engine = zlib.decompressobj(wbits=31)
            out += engine.decompress(rest, most + 1 - len(out))
            if len(out) > most or engine.unconsumed_tail:
                raise DocumentTooLarge(name, f"It unpacks to more than {most:,} bytes")
            if not engine.eof:
                break
            rest = engine.unused_data
    except zlib.error as error:
        raise DamagedFile(name, f"It cannot be unpacked: {error}") from None
    return bytes(out)
