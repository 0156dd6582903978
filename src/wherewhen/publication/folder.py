"""An output folder is written whole or not at all, and never over something that we did not make."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from wherewhen.model.errors import OutputError
from wherewhen.publication.public import PublicCase

MARKER = ".wherewhen.json"
_SCHEMA = "wherewhen.folder/1"
_OTHER_FOLDER = "Choose another folder with -o, or an empty one"


def write_folder(case: PublicCase, files: Mapping[str, bytes], target: Path) -> None:
    """Write ``files`` (contents by relative name) to the folder ``target``, replacing one that we made.

    The files are written beside the target and swapped in once all of them are on the disk. Raises
    OutputError, and leaves everything as it was, if the target is not ours or cannot be written.
    """
    complete = {**files, MARKER: _marker(case, files)}
    for name in complete:
        _check_name(name)
    target = Path(os.path.abspath(target))
    _check_target(target)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
    except OSError as error:
        raise _unwritable(target, error) from error
    try:
        _fill(fresh, complete)
        _swap(fresh, target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_file(content: bytes, target: Path) -> None:
    """Write one file whole or not at all. Raises OutputError."""
    part: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
        part = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        part.chmod(0o644)
        part.replace(target)
    except OSError as error:
        raise _unwritable(target, error) from error
    finally:
        if part:
            part.unlink(missing_ok=True)


def _marker(case: PublicCase, files: Mapping[str, bytes]) -> bytes:
    """What makes the folder ours: the list of its files with their hashes."""
    listed = {name: hashlib.sha256(content).hexdigest() for name, content in sorted(files.items())}
    about = {"schema": _SCHEMA, "subject": case.subject, "draft": case.draft, "files": listed}
    return (json.dumps(about, ensure_ascii=False, indent=1) + "\n").encode()


def _check_name(name: str) -> None:
    """Only plain relative names; anything else could leave the folder."""
    path = PurePosixPath(name)
    odd = any(ord(c) < 32 or c in '\\:*?"<>|' for c in name)
    if not name or odd or path.is_absolute() or ".." in path.parts or str(path) != name or name == ".":
        raise OutputError(repr(name), "A file of the folder has a name that cannot be written")


def _check_target(target: Path) -> None:
    try:
        if target.is_symlink() or (target.exists() and not target.is_dir()):
            raise OutputError(target, f"It exists and is not a folder. {_OTHER_FOLDER}")
        found = set(_files_in(target)) if target.is_dir() else set()
        if not found:
            return
        ours = _ours(target)
    except OSError as error:
        raise _unwritable(target, error) from error
    if ours is None:
        raise OutputError(target, f"The folder holds files that Wherewhen did not make. {_OTHER_FOLDER}")
    foreign = sorted(found - ours - {MARKER})
    if foreign:
        raise OutputError(target, f"Move this file out of the folder first: {foreign[0]}")


def _ours(target: Path) -> set[str] | None:
    """The files that we wrote there, None if there is no marker of ours."""
    try:
        about = json.loads((target / MARKER).read_bytes())
    except (FileNotFoundError, ValueError):
        return None
    ours = isinstance(about, dict) and about.get("schema") == _SCHEMA and isinstance(about.get("files"), dict)
    return set(about["files"]) if ours else None


def _files_in(folder: Path) -> Iterator[str]:
    """Names of all files and links below a folder; links are not followed."""
    for here, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(here) / name).is_symlink()]
        for name in (*files, *links):
            yield (Path(here) / name).relative_to(folder).as_posix()


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    """Every file on the disk, then the folders that name them."""
    folder.chmod(0o755)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
    for here, _, _ in os.walk(folder):
        _sync(Path(here))


def _swap(fresh: Path, target: Path) -> None:
    """The fresh folder takes the target's name; the old one comes back if that fails."""
    if not target.exists():
        fresh.rename(target)
    else:
        old = fresh.with_suffix(".old")
        target.rename(old)
        try:
            fresh.rename(target)
        except OSError:
            old.rename(target)
            raise
        shutil.rmtree(old, ignore_errors=True)
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Asks the system to keep the folder's names; systems that cannot open folders do so by themselves."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unwritable(target: Path, error: OSError) -> OutputError:
    reason = error.strerror or type(error).__name__
    return OutputError(
        f"{target} ({reason})", "Check that the folder above it exists, has room and may be written"
    )
