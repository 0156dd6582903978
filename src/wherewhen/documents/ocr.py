"""Scanned pages to words, by Tesseract in a process of its own, where it is installed.

Arabic digits come out as other letters and Western digits as wrong ones, so whatever this gives is marked
as doubtful in the document.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from functools import cache

PROGRAM = shutil.which("tesseract")
SECONDS = 15
"""For one page."""
WANTED = ("ara", "eng")


@cache
def installed() -> str | None:
    """The languages to read in, e.g. ``ara+eng``; None where Tesseract or both languages are missing."""
    if PROGRAM is None:
        return None
    try:
        listed = subprocess.run(
            [PROGRAM, "--list-langs"],
            capture_output=True,
            timeout=SECONDS,
            check=False,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    known = listed.stdout.decode("utf-8", "replace").split()
    return "+".join(language for language in WANTED if language in known) or None


def words_in(picture: bytes) -> str | None:
    """The text of one page, given as PNG; None where it cannot be read."""
    languages = installed()
    if PROGRAM is None or languages is None:
        return None
    command = [PROGRAM, "stdin", "stdout", "-l", languages, "--psm", "3"]
    try:
        done = subprocess.run(
            command,
            input=picture,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
