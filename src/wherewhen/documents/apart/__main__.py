"""The reading room: ``python -m wherewhen.documents.apart`` answers questions on its standard input.

Every question is answered by a fork of its own, so that no document can touch the reading of the next.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import BinaryIO

from wherewhen.documents.apart import frames, guard
from wherewhen.documents.apart.answer import answer_to
from wherewhen.documents.apart.request import Request


def main() -> None:
    questions, answers = _pipes()
    guard.leave_the_network()
    gc.freeze()
    frames.write(answers, frames.Frame(b"Z"))
    while (question := frames.read(questions)) is not None:
        if not hasattr(os, "fork"):
            _answer(question, answers)
            return
        child = os.fork()
        if child == 0:
            _answer(question, answers)
            os._exit(0)
        del question
        frames.write(answers, frames.Frame(b"Z", _memory_of(child)))


def _memory_of(child: int) -> bytes:
    """Wait for the end of a reading; the most memory that it held, in kilobytes."""
    _, _, used = os.wait4(child, 0)
    return str(used.ru_maxrss).encode()


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """Our own ends; whatever a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    if "WHEREWHEN_READING_ERRORS" not in os.environ:
        os.dup2(nowhere, 2)
    return sys.stdin.buffer, answers


def _answer(question: frames.Frame, answers: BinaryIO) -> None:
    request = Request.of(question)
    guard.limit(request.seconds)
    guard.watch()
    frames.write(answers, answer_to(request, lambda: frames.write(answers, frames.Frame(b"T"))))


if __name__ == "__main__":
    main()
