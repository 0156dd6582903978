"""Files of every reader are damaged and read: python -m tests.attacks.mutating [--files 100000] [--seed 1]

Each file is damaged in one to forty places: bytes flipped, put in, taken out, doubled, moved over from
another format, numbers set to their extremes, the end cut off; half of the packed ones are damaged inside
their entries and packed anew, so that the damage reaches the readers behind. Whatever comes back must be an
item whose document is well formed, or a refusal with a code. Exit status 1 where the process that asked saw
anything else.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import io
import os
import random
import resource
import struct
import sys
import tempfile
import time
import traceback
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from wherewhen import documents
from wherewhen.documents import Refused
from wherewhen.documents.apart import room
from wherewhen.model.errors import InputError
from wherewhen.model.item import Item

from .specimens import specimens

EXTREMES = [
    *(struct.pack(form, value) for form in ("<I", ">I") for value in (0, 1, 2**31 - 1, 2**31, 2**32 - 1)),
    *(struct.pack("<H", value) for value in (0, 255, 32767, 65535)), struct.pack("<Q", 2**64 - 1),
    b"99999999999", b"-1", b"0", b"1e308", b"NaN", b"null", b"[" * 200, b"{" * 200, b"\x00" * 40,
    "\u202e".encode(), b"\xff\xfe", b"\xed\xa0\x80", b"%s%n", b"../../", b"\r\n\r\n", b"<!ENTITY",
]  # fmt: skip
TIMES = (1, 1, 2, 3, 8, 40)


@dataclass
class Tally:
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    files: int = 0
    slowest: float = 0.0

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(self.outcomes.items()))
        child = room._shared_by(os.getpid()).most_memory // 1024
        own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return "\n".join(
            [
                f"{self.files:,} files ({kinds}), {len(self.wrong)} crashes of the parent",
                f"slowest {self.slowest:.1f} s, {child} MB of the reader, {own} MB of who asks",
                *self.wrong[:8],
            ]
        )


def damaged(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice(TIMES)):
        at, length = dice.randrange(len(changed) + 1), dice.choice((1, 2, 4, 16, 200, 2000))
        match dice.randrange(8):
            case 0 | 1:
                changed[at : at + 1] = bytes([dice.randrange(256)])
            case 2:
                scrap = dice.choice(EXTREMES)
                changed[at : at + len(scrap)] = scrap
            case 3:
                changed[at:at] = dice.choice(EXTREMES)
            case 4:
                del changed[at : at + length]
            case 5:
                changed[at:at] = changed[at : at + length] * dice.choice((1, 2, 30))
            case 6:
                other = dice.choice(others)
                start = dice.randrange(len(other))
                changed[at : at + length] = other[start : start + length]
            case 7 if dice.random() < 0.2:
                del changed[at:]
    return bytes(changed)


def damaged_inside(data: bytes, others: list[bytes], dice: random.Random) -> bytes:
    """Packed files opened, one or more entries damaged, and packed anew with sound sums."""
    if data.startswith(b"\x1f\x8b"):
        return gzip.compress(damaged(gzip.decompress(data), others, dice), 1)
    if not data.startswith(b"PK"):
        return damaged(data, others, dice)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = set(dice.sample(names, dice.randint(1, len(names))))
        for name in names:
            content = old.read(name)
            new.writestr(name, damaged_inside(content, others, dice) if name in chosen else content)
    return out.getvalue()


def problem(thing: Item | Refused) -> str:
    """What is not as it has to be; empty where all is well."""
    if isinstance(thing, Refused):
        return "" if isinstance(thing.error, InputError) and thing.error.code else "a refusal without code"
    if thing.content is not None and hashlib.sha256(thing.content).hexdigest() != thing.id:
        return "an item under a name that is not its hash"
    document = thing.document
    if document is not None:
        ends = [0, *(block.end for block in document.blocks), len(document.text)]
        starts = [*(block.start for block in document.blocks), len(document.text)]
        if not all(end <= start for end, start in zip(ends, starts, strict=False)):
            return "blocks out of order"
    return ""


def attempt(path: Path, data: bytes, tally: Tally) -> None:
    path.write_bytes(data)
    began = time.perf_counter()
    try:
        taken = list(documents.take([path], who="Mona"))
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        tally.wrong.append(f"{path.name}: {''.join(traceback.format_exception(error))[-900:]}")
        taken = []
    tally.slowest = max(tally.slowest, time.perf_counter() - began)
    tally.files += 1
    first = taken[0] if taken else None
    tally.outcomes[first.error.code if isinstance(first, Refused) else "read" if first else "nothing"] += 1
    tally.wrong += [f"{path.name}: {said}" for thing in taken if (said := problem(thing))]


def ring(work: Path, files: int, seed: int, tell: bool = False) -> Tally:
    dice, tally, sound = random.Random(seed), Tally(), specimens()
    others, names = list(sound.values()), list(sound)
    for number in range(files):
        name = names[number % len(names)]
        how = damaged_inside if dice.random() < 0.5 else damaged
        data = how(sound[name], others, dice)
        path = work / name
        before = len(tally.wrong)
        attempt(path, data, tally)
        if len(tally.wrong) > before and tell:
            kept = work / f"wrong-{number}-{name}"
            kept.write_bytes(data)
            print(f"kept {kept}", file=sys.stderr, flush=True)
        if tell and number % 5000 == 4999:
            print(f"{number + 1:,}", file=sys.stderr, flush=True)
        path.unlink()
    return tally


def main() -> int:
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    asked.add_argument("--files", type=int, default=100_000)
    asked.add_argument("--seed", type=int, default=1)
    said = asked.parse_args()
    tally = ring(Path(tempfile.mkdtemp()), said.files, said.seed, tell=True)
    print(tally)
    return bool(tally.wrong)


if __name__ == "__main__":
    sys.exit(main())
