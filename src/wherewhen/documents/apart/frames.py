"""Frames on a pipe: a kind, a header, blobs; every length is limited before a byte is read."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import IO

MARK = b"WHERE1"
HEAD = struct.Struct("<6scII")
LENGTHS = struct.Struct("<I")
MAX_HEADER = 8_000_000
MAX_BLOBS = 25_000
MAX_TOTAL = 260_000_000


class BrokenFrame(ValueError):
    """What came over the pipe is no frame, too long, or ends early."""


@dataclass(frozen=True, slots=True)
class Frame:
    """``kind`` is one byte: Q question, A answer, T more time, Z the end of a reading."""

    kind: bytes
    header: bytes = b""
    blobs: tuple[bytes, ...] = field(default=(), repr=False)


def write(pipe: IO[bytes], frame: Frame) -> None:
    pipe.write(HEAD.pack(MARK, frame.kind, len(frame.header), len(frame.blobs)))
    pipe.write(b"".join(LENGTHS.pack(len(blob)) for blob in frame.blobs))
    pipe.write(frame.header)
    for blob in frame.blobs:
        pipe.write(blob)
    pipe.flush()


def read(pipe: IO[bytes], most: int = MAX_TOTAL) -> Frame | None:
    """The next frame; None where the pipe has ended. Raises BrokenFrame."""
    head = pipe.read(HEAD.size)
    if not head:
        return None
    if len(head) != HEAD.size:
        raise BrokenFrame("ended early")
    mark, kind, header_length, count = HEAD.unpack(head)
    if mark != MARK or header_length > MAX_HEADER or count > MAX_BLOBS:
        raise BrokenFrame("no frame, or too long")
    lengths = [length for (length,) in LENGTHS.iter_unpack(_exactly(pipe, LENGTHS.size * count))]
    if sum(lengths) > most:
        raise BrokenFrame("too long")
    header = _exactly(pipe, header_length)
    return Frame(kind, header, tuple(_exactly(pipe, length) for length in lengths))


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    data = pipe.read(length)
    if len(data) != length:
        raise BrokenFrame("ended early")
    return data
