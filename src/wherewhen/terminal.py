"""How the command line speaks: progress, messages, whole files."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from wherewhen.model.errors import OutputError

PATIENCE = 0.8
"""Seconds after which a bar is shown."""


def say(message: str) -> None:
    """A line for the person at the screen; results alone go to standard output."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(message, markup=False)


def warn(message: str) -> None:
    Console(stderr=True, highlight=False, soft_wrap=True).print(message, style="red", markup=False)


def plural(count: int, noun: str) -> str:
    """ "1 sighting", "1,200 sightings"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


class Steps:
    """A progress bar that appears only where the work takes longer than a moment."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._bar: Progress | None = None
        self._began = time.monotonic()

    def __enter__(self) -> Steps:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    def __call__(self, step: str, share: float) -> None:
        """``share`` of the whole that is done, 0..1."""
        if self._bar is None:
            if not self._console.is_terminal or time.monotonic() - self._began < PATIENCE:
                return
            columns = (TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
            self._bar = Progress(*columns, console=self._console, transient=True)
            self._bar.start()
            self._bar.add_task("", total=1.0)
        self._bar.update(self._bar.task_ids[0], description=step[:50], completed=share)


def write_whole(target: Path, text: str) -> None:
    """Write a file whole or not at all."""
    part: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
        part = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text if text.endswith("\n") else text + "\n")
        part.chmod(0o644)
        part.replace(target)
    except OSError as error:
        raise OutputError(target, error.strerror or "Choose another place") from None
    finally:
        if part:
            part.unlink(missing_ok=True)
