"""The shim between a program and the disk: built at run time, loaded before everything else."""

from __future__ import annotations

import ctypes
import os
import struct
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
_LOADED = "WHEREWHEN_SHIM"
_HEAD = struct.Struct("=cHHqq")


class Fault(IntEnum):
    NOTHING = 0
    KILL = 1
    """The process dies before the call."""
    HALF = 2
    """Half of the bytes are written, or the call is done, and then the process dies."""
    EIO_ONCE = 3
    FULL_ONCE = 4
    FULL_LASTING = 5
    """The disk is full from this call on."""
    RECORD = 6


BREAKING = (Fault.KILL, Fault.HALF, Fault.EIO_ONCE, Fault.FULL_ONCE, Fault.FULL_LASTING)


@dataclass(frozen=True, slots=True)
class Call:
    """One call: C create, W write, T truncate, S sync, U unlink, R rename, M mkdir, A acknowledged."""

    what: str
    path: str
    other: str
    offset: int
    content: bytes


def under_shim(module: str, arguments: Sequence[str] = ()) -> None:
    """Start this module again below the shim, unless it is there already; then return."""
    if os.environ.get(_LOADED):
        return
    with tempfile.TemporaryDirectory(prefix="shim-") as folder:
        library = built(Path(folder))
        environment = os.environ | {"LD_PRELOAD": str(library), _LOADED: "1"}
        done = subprocess.run([sys.executable, "-m", module, *arguments], env=environment, check=False)
    sys.exit(done.returncode)


def built(folder: Path) -> Path:
    library = folder / "shim.so"
    command = ["cc", "-O1", "-shared", "-fPIC", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return library


class Shim:
    """What the loaded shim can be told."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.fault_begin.argtypes = (ctypes.c_char_p, ctypes.c_long, ctypes.c_int)
        self._library.fault_count.restype = ctypes.c_long
        self._library.fault_mark.argtypes = (ctypes.c_long,)
        self._library.fault_log.restype = ctypes.c_void_p
        self._library.fault_log.argtypes = (ctypes.POINTER(ctypes.c_size_t),)

    def begin(self, folder: Path, at: int, fault: Fault) -> None:
        """From now on call ``at`` below the folder goes wrong."""
        self._library.fault_begin(str(folder).encode(), at, int(fault))

    def end(self) -> None:
        self._library.fault_begin(b"", 0, 0)

    @property
    def count(self) -> int:
        return int(self._library.fault_count())

    def acknowledged(self, number: int) -> None:
        self._library.fault_mark(number)

    def calls(self) -> list[Call]:
        length = ctypes.c_size_t()
        start = self._library.fault_log(ctypes.byref(length))
        return list(_parsed(ctypes.string_at(start, length.value) if start else b""))


def _parsed(log: bytes) -> Iterator[Call]:
    place = 0
    while place < len(log):
        what, first, second, offset, length = _HEAD.unpack_from(log, place)
        place += _HEAD.size
        path = log[place : place + first].decode()
        other = log[place + first : place + first + second].decode()
        place += first + second
        size = length if what == b"W" else 0
        yield Call(what.decode(), path, other, offset, log[place : place + size])
        place += size
