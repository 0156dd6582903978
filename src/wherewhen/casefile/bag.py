"""A case as a BagIt bag (RFC 8493): complete and valid where every file is listed and every hash matches."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from wherewhen import __version__
from wherewhen.casefile.casefile import EVIDENCE, JOURNAL, Casefile
from wherewhen.casefile.disk import make_folder, sync_folder, write_durably
from wherewhen.casefile.store import Store
from wherewhen.casefile.verify import verify
from wherewhen.model.errors import BagRefused, CaseUnwritable
from wherewhen.model.judgement import Noted

ALGORITHMS = ("sha256", "sha512")
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_LARGEST_TAG = 64 * 1024 * 1024
Sums = Mapping[str, str]
"""Hash by file name within the bag."""


def pack(case: Casefile, target: Path, actor: str) -> None:
    """Write the case as a bag to a new folder, whole or not at all; the journal says so first.

    Raises CaseUnwritable, EvidenceDamaged.
    """
    if target.exists():
        raise CaseUnwritable(target, "It exists: choose a new folder")
    case.record(Noted(f"packed: {target.name}"), actor)
    try:
        make_folder(target.parent)
        with tempfile.TemporaryDirectory(prefix=".bag-", dir=target.parent) as temporary:
            bag = Path(temporary) / "bag"
            _fill(case, bag)
            bag.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise CaseUnwritable(f"{target} ({error.strerror})", "Is there room?") from None


def _fill(case: Casefile, bag: Path) -> None:
    data = bag / "data"
    make_folder(data / EVIDENCE)
    case.copy_journal(data / JOURNAL)
    with Casefile.open(data) as copied:
        state = copied.state
    for sha256 in sorted(state.items):
        case.evidence().check(sha256)
        Store(data / EVIDENCE).put(case.evidence().path(sha256), sha256)
    _write_tags(bag, state.head)


def _write_tags(bag: Path, head: str) -> None:
    payload = [path for path in sorted((bag / "data").rglob("*")) if path.is_file()]
    size = sum(path.stat().st_size for path in payload)
    about = {
        "Bagging-Date": datetime.now(UTC).date().isoformat(),
        "Bag-Software-Agent": f"wherewhen {__version__}",
        "Payload-Oxum": f"{size}.{len(payload)}",
        "Wherewhen-Head": head,
    }
    write_durably(bag / "bagit.txt", _DECLARATION)
    write_durably(bag / "bag-info.txt", "".join(f"{k}: {v}\n" for k, v in about.items()).encode())
    for algorithm in ALGORITHMS:
        write_durably(bag / f"manifest-{algorithm}.txt", _manifest(bag, payload, algorithm))
    tags = [path for path in sorted(bag.iterdir()) if path.is_file()]
    for algorithm in ALGORITHMS:
        write_durably(bag / f"tagmanifest-{algorithm}.txt", _manifest(bag, tags, algorithm))


def _manifest(bag: Path, files: list[Path], algorithm: str) -> bytes:
    lines = (f"{_sum(path, algorithm)}  {path.relative_to(bag).as_posix()}\n" for path in files)
    return "".join(lines).encode()


def _sum(path: Path, algorithm: str) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, algorithm).hexdigest()


def unpack(bag: Path, target: Path, actor: str) -> Casefile:
    """Check a bag, then the case in it, and only then give it its folder; the journal says so at the end.

    Raises BagRefused, CaseUnwritable.
    """
    if target.exists():
        raise CaseUnwritable(target, "It exists: choose a new folder")
    names = check(bag)
    try:
        make_folder(target.parent)
        with tempfile.TemporaryDirectory(prefix=".case-", dir=target.parent) as temporary:
            fresh = Path(temporary) / "case"
            _copy(bag, names, fresh)
            _check_case(fresh, _head(bag))
            fresh.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        raise CaseUnwritable(f"{target} ({error.strerror})", "Is there room?") from None
    case = Casefile.open(target)
    case.record(Noted(f"unpacked: {bag.name}"), actor)
    return case


def _copy(bag: Path, names: list[str], case: Path) -> None:
    make_folder(case / EVIDENCE)
    for name in names:
        place = case / PurePosixPath(name).relative_to("data")
        make_folder(place.parent)
        shutil.copyfile(bag / name, place)
        place.chmod(0o644 if place.name == JOURNAL else 0o444)
    for here, _, files in os.walk(case):
        for file in files:
            handle = os.open(Path(here) / file, os.O_RDONLY)
            os.fsync(handle)
            os.close(handle)
        sync_folder(Path(here))


def _check_case(case: Path, head: str | None) -> None:
    wrong = [finding for finding in verify(case, head) if not finding.declared]
    if wrong:
        raise BagRefused(wrong[0].where, wrong[0].says)


def _head(bag: Path) -> str | None:
    lines = _text(bag / "bag-info.txt").splitlines()
    return next((line.split(": ", 1)[1] for line in lines if line.startswith("Wherewhen-Head: ")), None)


def check(bag: Path) -> list[str]:
    """The payload files of a complete and valid bag. Raises BagRefused with the first thing that is wrong."""
    if _text(bag / "bagit.txt").encode() != _DECLARATION:
        raise BagRefused("bagit.txt", "It is no bag of a version that is known")
    manifests = [_read_manifest(bag, f"manifest-{a}.txt") for a in ALGORITHMS]
    tags = [_read_manifest(bag, f"tagmanifest-{a}.txt") for a in ALGORITHMS]
    listed = {*manifests[0], *tags[0], *(f"tagmanifest-{a}.txt" for a in ALGORITHMS)}
    there = set(_files(bag))
    for name in sorted(there ^ listed):
        raise BagRefused(name, "It is missing" if name in listed else "It is listed nowhere")
    if manifests[0].keys() != manifests[1].keys() or tags[0].keys() != tags[1].keys():
        raise BagRefused("manifests", "They list different files")
    for sums, algorithm in zip((*manifests, *tags), (*ALGORITHMS, *ALGORITHMS), strict=True):
        _check_sums(bag, sums, algorithm)
    return sorted(manifests[0])


def _check_sums(bag: Path, sums: Sums, algorithm: str) -> None:
    for name, expected in sums.items():
        if _sum(bag / name, algorithm) != expected:
            raise BagRefused(name, "It was changed after it was packed")


def _read_manifest(bag: Path, name: str) -> Sums:
    sums: dict[str, str] = {}
    for line in _text(bag / name).removesuffix("\n").split("\n"):
        found, gap, file = line.partition("  ")
        inside = file.startswith("data/") == (not name.startswith("tag"))
        if not gap or not _plain(file) or not inside or file in sums:
            raise BagRefused(f"{name}: {line[:200]!r}", "A line of the list cannot be trusted")
        sums[file] = found
    return sums


def _plain(name: str) -> bool:
    """Only names that we give: relative, plain letters, no way out of the folder."""
    path = PurePosixPath(name)
    odd = any(not (c.isascii() and c.isprintable()) or c in '\\:*?"<>|~%' for c in name)
    return bool(name) and not odd and not path.is_absolute() and ".." not in path.parts and str(path) == name


def _text(path: Path) -> str:
    try:
        if path.is_symlink() or path.stat().st_size > _LARGEST_TAG:
            raise BagRefused(path.name, "It is no list of a bag")
        return unicodedata.normalize("NFC", path.read_bytes().decode("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BagRefused(f"{path.name} ({error})", "A bag needs it") from None


def _files(bag: Path) -> Iterator[str]:
    for here, folders, files in os.walk(bag):
        for name in (*files, *(f for f in folders if (Path(here) / f).is_symlink())):
            path = Path(here) / name
            if path.is_symlink() or not path.is_file():
                raise BagRefused(path.name, "A bag holds plain files only")
            yield path.relative_to(bag).as_posix()
