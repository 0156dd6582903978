"""What an installed wheel needs, out of the lock: ``python -m tests.runtime_lock > requirements.txt``.

The lock holds the packages of development too; printed are the entries, with their hashes, of those that the
installed ``wherewhen`` needs to run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

LOCK = Path(__file__).parents[1] / "requirements.lock"
_ENTRY = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)(?:.*\n)(?:    .*\n?)*", re.MULTILINE)


def closure(name: str = "wherewhen") -> dict[str, str]:
    """Every package that one needs to run, and those need in turn, with the installed version."""
    found: dict[str, str] = {}
    waiting = list(_needs(name, ""))
    while waiting:
        needed = waiting.pop()
        key = canonicalize_name(needed.name)
        if key not in found:
            found[key] = metadata.version(key)
            extras = ("", *needed.extras)
            waiting += [below for extra in extras for below in _needs(key, extra)]
    return dict(sorted(found.items()))


def _needs(name: str, extra: str) -> Iterator[Requirement]:
    for line in metadata.requires(name) or ():
        needed = Requirement(line)
        if needed.marker is None or needed.marker.evaluate({"extra": extra}):
            yield needed


def locked() -> dict[str, tuple[str, str]]:
    """Version and whole entry of every package in the lock."""
    entries = _ENTRY.finditer(LOCK.read_text("utf-8"))
    return {canonicalize_name(e[1]): (e[2], e[0].rstrip()) for e in entries}


if __name__ == "__main__":
    lock = locked()
    print("\n".join(lock[name][1] for name in closure()))
