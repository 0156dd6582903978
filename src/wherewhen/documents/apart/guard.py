"""What a reading may not do, whatever a document makes the parser do."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys

from wherewhen.documents.limits import MAX_MEMORY
from wherewhen.documents.ocr import PROGRAM

NEW_NETWORK, NEW_USER = 0x40000000, 0x10000000
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
FORBIDDEN = (
    "socket.", "os.exec", "os.system", "os.spawn", "os.posix_spawn", "os.remove", "os.rename", "os.mkdir",
    "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod", "os.chown", "os.kill", "os.putenv",
    "shutil.", "ftplib.", "urllib.", "http.", "smtplib.", "tempfile.", "webbrowser.", "code.__new__",
)  # fmt: skip


def leave_the_network() -> None:
    """Where the system lets us: from here on there is no network, not even loopback."""
    libc = ctypes.CDLL(None, use_errno=True)
    unshare = getattr(libc, "unshare", None)
    if unshare is not None and unshare(NEW_NETWORK) != 0:
        unshare(NEW_NETWORK | NEW_USER)


def limit(seconds: int) -> None:
    """No more memory, processor time or open files than stated; not one byte written to any file."""
    with contextlib.suppress(ImportError):
        import resource

        for name, most in (
            ("RLIMIT_DATA", MAX_MEMORY),
            ("RLIMIT_CPU", seconds + 1),
            ("RLIMIT_FSIZE", 0),
            ("RLIMIT_CORE", 0),
            ("RLIMIT_NOFILE", 64),
        ):
            with contextlib.suppress(OSError, ValueError):
                resource.setrlimit(getattr(resource, name), (most, most))


def watch() -> None:
    """Refuse, from inside the interpreter, what a reading never needs."""
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        path, _, flags = arguments
        by_name = not isinstance(path, int)
        if by_name and isinstance(flags, int) and flags & WRITING and path != os.devnull:
            raise PermissionError(f"a reading may not write: {path!r}")
    elif event == "subprocess.Popen":
        if PROGRAM is None or arguments[0] != PROGRAM:
            raise PermissionError("a reading may not start a program")
    elif event.startswith(FORBIDDEN):
        raise PermissionError(f"a reading may not do this: {event}")
