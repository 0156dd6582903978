"""The power goes at any moment: python -m tests.faults.power [--images 100000] [--control off]

A scripted review runs once while every call that changes the case is written down. Then the disk is
imagined as it may be found after a power cut, following each prefix of those calls: what was synced is
there; of what was not, any part may be - none, all, one write without the others, sectors of 512 bytes of a
write, names that were made or deleted but whose folder was not synced. Each image that differs is opened:
every entry acknowledged before the cut must be there. ``--control off`` runs the review without syncing
(``full``: as the library does by default), and must find losses: a ring that finds none there proves
nothing. Exit status 0 where the outcome is as it must be.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from tests.faults.review import begun, steps
from tests.faults.shim import Call, Fault, Shim, under_shim

from wherewhen.casefile import Casefile, journal
from wherewhen.model.errors import WherewhenError

SECTOR = 512
SYNCHRONOUS = {"extra": 3, "full": 2, "off": 0}


@dataclass
class Node:
    """One file: what is on the disk, and writes that may or may not be."""

    durable: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)


@dataclass
class Disk:
    """Names and contents that are safe, and changes since."""

    names: dict[str, Node] = field(default_factory=dict)
    live: dict[str, Node] = field(default_factory=dict)
    renamings: list[tuple[str, str, Node | None]] = field(default_factory=list)

    @classmethod
    def of(cls, folder: Path) -> Disk:
        """Everything in a folder is safe to begin with."""
        files = {str(p): Node(bytearray(p.read_bytes())) for p in folder.rglob("*") if p.is_file()}
        return cls(dict(files), dict(files))

    def take(self, call: Call) -> None:
        match call.what:
            case "C":
                node = Node()
                self._name(call.path, node)
            case "W" | "T" if call.path in self.live:
                self.live[call.path].pending.append(call)
            case "U":
                self._name(call.path, None)
            case "R":
                node_or_none = self.live.get(call.path)
                self._name(call.other, node_or_none)
                self._name(call.path, None)
            case "S":
                self._sync(call.path)

    def _name(self, path: str, node: Node | None) -> None:
        self.renamings.append((str(PurePosixPath(path).parent), path, node))
        self.live.pop(path, None)
        if node is not None:
            self.live[path] = node

    def _sync(self, path: str) -> None:
        node = self.live.get(path)
        if node is not None:
            for call in node.pending:
                done(node.durable, call)
            node.pending.clear()
            return
        for _, name, made in [r for r in self.renamings if r[0] == path]:
            put(self.names, name, made)
        self.renamings = [r for r in self.renamings if r[0] != path]

    def images(self, dice: random.Random, most: int) -> Iterator[dict[str, bytes]]:
        """Disks that may be found now: the extremes first, then others at random."""
        nodes = list({id(n): n for n in (*self.names.values(), *self.live.values())}.values())
        writes = [(node, call) for node in nodes for call in node.pending]
        yield self._image(0, set(), dice, 0.0)
        yield self._image(len(self.renamings), {id(c) for _, c in writes}, dice, 0.0)
        for kept in range(len(self.renamings) + 1):
            yield self._image(kept, {id(c) for _, c in writes}, dice, 0.0)
            yield self._image(kept, set(), dice, 0.0)
        for _, alone in writes:
            yield self._image(len(self.renamings), {id(alone)}, dice, 0.0)
            yield self._image(len(self.renamings), {id(c) for _, c in writes if c is not alone}, dice, 0.0)
        if writes or self.renamings:
            for _ in range(most):
                chosen = {id(c) for _, c in writes if dice.random() < dice.choice([0.2, 0.5, 0.8])}
                yield self._image(dice.randint(0, len(self.renamings)), chosen, dice, 0.5)

    def _image(self, kept: int, chosen: set[int], dice: random.Random, torn: float) -> dict[str, bytes]:
        names = dict(self.names)
        for _, name, node in self.renamings[:kept]:
            put(names, name, node)
        return {name: content(node, chosen, dice, torn) for name, node in names.items()}


def put(names: dict[str, Node], name: str, node: Node | None) -> None:
    names.pop(name, None)
    if node is not None:
        names[name] = node


def content(node: Node, chosen: set[int], dice: random.Random, torn: float) -> bytes:
    made = bytearray(node.durable)
    for call in node.pending:
        if id(call) in chosen:
            done(made, call, dice if dice.random() < torn else None)
    return bytes(made)


def done(content: bytearray, call: Call, dice: random.Random | None = None) -> None:
    """The call, or with dice some of its sectors only."""
    if call.what == "T":
        del content[call.offset :]
        content.extend(bytes(call.offset - len(content)))
        return
    content.extend(bytes(max(0, call.offset + len(call.content) - len(content))))
    for start in range(0, len(call.content), SECTOR):
        if dice is None or dice.random() < 0.5:
            part = call.content[start : start + SECTOR]
            content[call.offset + start : call.offset + start + len(part)] = part


@dataclass
class Tally:
    images: int = 0
    calls: int = 0
    lost: int = 0
    unreadable: int = 0
    example: str = ""

    @property
    def bad(self) -> int:
        return self.lost + self.unreadable


def recorded(case: Path, count: int) -> tuple[Disk, list[Call], dict[int, str]]:
    """The disk before, the calls of a review, and the hash of every entry."""
    begun(case)
    disk, shim = Disk.of(case), Shim()
    shim.begin(case, 0, Fault.RECORD)
    with Casefile.open(case) as open_case:
        for step in steps(count):
            shim.acknowledged(step(open_case).number)
        hashes = {entry.number: entry.hash for entry in open_case.history()}
    calls = shim.calls()
    shim.end()
    return disk, calls, hashes


def ring(work: Path, images: int, each: int, count: int) -> Tally:
    """Images after each call of the review; ``each`` at random beside the extremes."""
    case, tally, dice = work / "case", Tally(), random.Random(7)
    disk, calls, hashes = recorded(case, count)
    tally.calls, acknowledged, seen = len(calls), 2, set()
    for call in calls:
        if call.what == "A":
            acknowledged = call.offset
        disk.take(call)
        for image in disk.images(dice, each):
            print_ = digest(image, acknowledged)
            if print_ in seen:
                continue
            seen.add(print_)
            check(image, case, work / "image", acknowledged, hashes, tally)
        if tally.images >= images:
            break
    return tally


def digest(image: dict[str, bytes], acknowledged: int) -> bytes:
    made = hashlib.blake2b(str(acknowledged).encode(), digest_size=12)
    for name in sorted(image):
        made.update(name.encode() + hashlib.blake2b(image[name]).digest())
    return made.digest()


def check(
    image: dict[str, bytes], case: Path, place: Path, acknowledged: int, hashes: dict[int, str], tally: Tally
) -> None:
    shutil.rmtree(place, ignore_errors=True)
    for name, kept in image.items():
        path = place / Path(name).relative_to(case)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept)
    tally.images += 1
    try:
        with Casefile.open(place) as opened:
            there = {entry.number: entry.hash for entry in opened.history()}
            for sha256 in opened.state.items:
                opened.evidence().get(sha256)
    except WherewhenError as error:
        tally.unreadable += 1
        tally.example = tally.example or str(error)
        return
    if any(there.get(n) != hashes[n] for n in range(1, acknowledged + 1)):
        tally.lost += 1
    elif any(hashes.get(n) != whole for n, whole in there.items()):
        tally.unreadable += 1
        tally.example = tally.example or "an entry that nobody wrote"


def main() -> int:
    under_shim("tests.faults.power", sys.argv[1:])
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=100_000)
    parser.add_argument("--each", type=int, default=150, help="images at random after each call")
    parser.add_argument("--steps", type=int, default=700)
    parser.add_argument("--control", choices=SYNCHRONOUS, default="extra")
    asked, began = parser.parse_args(), time.monotonic()
    journal._PRAGMAS["synchronous"] = SYNCHRONOUS[asked.control]
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as work:
        tally = ring(Path(work), asked.images, asked.each, asked.steps)
    took = time.monotonic() - began
    print(
        f"synchronous {asked.control}: {tally.images:,} different images after {tally.calls:,} calls: ",
        end="",
    )
    print(f"{tally.lost:,} lost an acknowledged entry, {tally.unreadable:,} unreadable; {took:.0f} s")
    print(tally.example)
    expected = tally.bad == 0 if asked.control == "extra" else tally.bad > 0
    return 0 if expected else 1


if __name__ == "__main__":
    sys.exit(main())
