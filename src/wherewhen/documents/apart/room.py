"""The reading room as its users see it: ask, wait no longer than allowed, doubt the answer."""

from __future__ import annotations

import atexit
import contextlib
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import cache

from wherewhen.documents import ocr
from wherewhen.documents.apart import frames
from wherewhen.documents.apart.checked import checked
from wherewhen.documents.apart.request import Request
from wherewhen.documents.limits import MAX_SCANNED_PAGES
from wherewhen.documents.reading import Reading
from wherewhen.model.errors import ReaderFailed, ReadingTooSlow

COMMAND = (sys.executable, "-P", "-m", "wherewhen.documents.apart")
KEPT = ("PATH", "LANG", "LC_ALL", "PYTHONPATH", "SYSTEMROOT", "TESSDATA_PREFIX", "WHEREWHEN_READING_ERRORS")
LIES = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)
START = 60
"""Seconds that the process may take to start on a busy machine."""
CRASHED = "It crashed the reader: the file is broken or hostile"


def read_apart(request: Request) -> Reading:
    """One reading in the room that all readings of this process share. Raises an InputError."""
    return _shared_by(os.getpid()).read(request)


@cache
def _shared_by(process: int) -> Room:
    room = Room()
    atexit.register(room.close)
    return room


class Room:
    """A process that reads. It is started when first asked, and again after every fault.

    ``most_memory`` is the most that any reading held, in kilobytes.
    """

    def __init__(self, command: tuple[str, ...] = COMMAND) -> None:
        self.command = command
        self.owner = os.getpid()
        self.process: subprocess.Popen[bytes] | None = None
        self.asking = threading.Lock()
        self.most_memory = 0

    def read(self, request: Request) -> Reading:
        """Raises the coded error of the reading, ReadingTooSlow, or ReaderFailed; never anything else."""
        with self.asking:
            clock = Clock(self._kill)
            try:
                frame = self._answer(request, clock)
            except (OSError, frames.BrokenFrame):
                self.close()
                if clock.over:
                    raise ReadingTooSlow(request.name, f"More than {request.seconds} seconds") from None
                raise ReaderFailed(request.name, CRASHED) from None
            finally:
                clock.stop()
        if frame is None:
            raise ReaderFailed(request.name, CRASHED)
        try:
            return checked(frame, request.name)
        except LIES:
            self.close()
            raise ReaderFailed(request.name, "The reader's answer cannot be trusted") from None

    def _answer(self, request: Request, clock: Clock) -> frames.Frame | None:
        """None where the reading crashed without an answer."""
        process = self._open(clock)
        assert process.stdin is not None and process.stdout is not None
        clock.start(request.seconds)
        frames.write(process.stdin, request.frame())
        answer: frames.Frame | None = None
        pages = 0
        while (frame := frames.read(process.stdout)) is not None:
            if frame.kind == b"T" and pages < MAX_SCANNED_PAGES:
                pages += 1
                clock.start(ocr.SECONDS + request.seconds)
            elif frame.kind == b"A" and answer is None:
                answer = frame
            elif frame.kind == b"Z":
                self.most_memory = max(self.most_memory, _kilobytes(frame))
                return answer
            else:
                raise frames.BrokenFrame("out of turn")
        raise frames.BrokenFrame("ended early")

    def _open(self, clock: Clock) -> subprocess.Popen[bytes]:
        """The process, once it has told that it is ready."""
        if self.process is None or self.process.poll() is not None:
            self.close()
            environment = {name: os.environ[name] for name in KEPT if name in os.environ}
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={**environment, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
                start_new_session=True,
            )
            assert self.process.stdout is not None
            clock.start(START)
            ready = frames.read(self.process.stdout)
            if ready is None or ready.kind != b"Z":
                raise frames.BrokenFrame("not ready")
        return self.process

    def _kill(self) -> None:
        """The process and all that it started; whoever reads from it sees its end."""
        process = self.process
        if process is None or process.returncode is not None or os.getpid() != self.owner:
            return
        with contextlib.suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()

    def close(self) -> None:
        """End the process and wait for its end."""
        self._kill()
        process, self.process = self.process, None
        if process is None or os.getpid() != self.owner:
            return
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):
                if pipe is not None:
                    pipe.close()


def _kilobytes(frame: frames.Frame) -> int:
    return int(frame.header[:12]) if frame.header[:12].isdigit() else 0


class Clock:
    """Calls ``at_end`` when the time is over; ``over`` tells that it was."""

    def __init__(self, at_end: Callable[[], None]) -> None:
        self.at_end = at_end
        self.over = False
        self.timer: threading.Timer | None = None

    def start(self, seconds: float) -> None:
        self.stop()
        self.timer = threading.Timer(seconds, self._end)
        self.timer.daemon = True
        self.timer.start()

    def stop(self) -> None:
        if self.timer is not None:
            self.timer.cancel()

    def _end(self) -> None:
        self.over = True
        self.at_end()
