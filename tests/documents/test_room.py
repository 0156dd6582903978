"""The process that reads may crash, lie, flood or never end: whoever asked gets a coded error."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import pytest

from wherewhen.documents.apart import Request, Room
from wherewhen.documents.apart.frames import Frame, write
from wherewhen.model.errors import InputError, ReaderFailed, ReadingTooSlow

TEXT = b"He was in Aleppo."
READY = (
    "import sys\nfrom wherewhen.documents.apart.frames import *\n"
    "out = sys.stdout.buffer\nwrite(out, Frame(b'Z'))\n"
)
ASKED, STAYS = "read(sys.stdin.buffer)\n", "\nout.flush()\nsys.stdin.read()"
HONEST = {
    "kind": "document",
    "draft": {
        "text": 0, "blocks": 1, "said": {}, "images": [], "doubtful": [],
        "records": [],
    },
    "claims": [], "likeness": [[], 0, None], "parts": [], "left": [],
}  # fmt: skip
BLOCK = b"\x02\x00\x00\x00" + b"\x00\x00\x00\x00" + b"\x11\x00\x00\x00"


def room(script: str) -> Room:
    """A reading room whose process runs a script of ours instead of the reader."""
    return Room((sys.executable, "-c", READY + script))


def answering(header: object, *blobs: bytes) -> Room:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    return room(f"{ASKED}write(out, Frame(b'A', {raw!r}, {blobs!r}))\nwrite(out, Frame(b'Z')){STAYS}")


def ask(asked: Room) -> object:
    try:
        return asked.read(Request("a.txt", TEXT))
    finally:
        asked.close()


def test_an_honest_answer_is_believed() -> None:
    reading = ask(answering(HONEST, TEXT, BLOCK))
    assert reading.draft.text == TEXT.decode()  # type: ignore[attr-defined]


def changed(**draft: object) -> dict[str, object]:
    return {**HONEST, "draft": {**HONEST["draft"], **draft}}  # type: ignore[dict-item]


IMAGE = ["a.png", "", None, 0, None]
LIES: dict[str, tuple[object, tuple[bytes, ...]]] = {
    "no json": (b"{", (TEXT, BLOCK)),
    "deep json": (b"[" * 200_000, ()),
    "a list": ([], (TEXT, BLOCK)),
    "nothing": ({}, ()),
    "another kind": ({**HONEST, "kind": "program"}, (TEXT, BLOCK)),
    "an error that does not exist": ({"error": "W999", "why": "x"}, ()),
    "an error that is none of reading": ({"error": "W101", "why": "x"}, ()),
    "an error without words": ({"error": "W202", "why": 7}, ()),
    "a text that is no UTF-8": (HONEST, (b"\xff\xfe", BLOCK)),
    "a text with control characters": (HONEST, (b"\x1b[31m" + TEXT, BLOCK)),
    "a text that is not normal": (HONEST, ("Cafe\u0301 x" .encode() * 3, BLOCK)),
    "a blob that is not there": (changed(text=9), (TEXT, BLOCK)),
    "a negative blob": (changed(text=-1), (TEXT, BLOCK)),
    "a blob that is a truth value": (changed(text=True), (TEXT, BLOCK)),
    "blocks past the end": (HONEST, (TEXT, BLOCK[:8] + b"\x12\x00\x00\x00")),
    "blocks that overlap": (HONEST, (TEXT, BLOCK + BLOCK)),
    "an empty block": (HONEST, (TEXT, BLOCK[:8] + b"\x00" * 4)),
    "a block of no kind": (HONEST, (TEXT, b"\x63\x00\x00\x00" + BLOCK[4:])),
    "half a block": (HONEST, (TEXT, BLOCK[:7])),
    "blocks in a wrong number": (HONEST, (TEXT, BLOCK[:8])),
    "a day that does not exist": (changed(said={"published": "2017-02-31"}), (TEXT, BLOCK)),
    "a title that is a list": (changed(said={"title": ["x"]}), (TEXT, BLOCK)),
    "a title of a megabyte": (changed(said={"title": "x" * 1_000_000}), (TEXT, BLOCK)),
    "a picture with a caption that is none": (changed(images=[[*IMAGE[:2], 0, 0, None]]), (TEXT, BLOCK)),
    "a picture after the end": (changed(images=[[*IMAGE[:3], 99, None]]), (TEXT, BLOCK)),
    "a picture that is half told": (changed(images=[["a.png"]]), (TEXT, BLOCK)),
    "a doubt past the end": (changed(doubtful=[[0, 99]]), (TEXT, BLOCK)),
    "doubts in disorder": (changed(doubtful=[[5, 9], [0, 3]]), (TEXT, BLOCK)),
    "a record past the end": (changed(records=[{"start": 0, "end": 99}]), (TEXT, BLOCK)),
    "claims that are numbers": ({**HONEST, "claims": [[1, 2, 3]]}, (TEXT, BLOCK)),
    "claims that are too many words": ({**HONEST, "claims": [["a", "b", "c", "d"]]}, (TEXT, BLOCK)),
    "a print that is no number": ({**HONEST, "likeness": [["x"], 0, None]}, (TEXT, BLOCK)),
    "a print of a picture that is none": ({**HONEST, "likeness": [[], 0, "zz"]}, (TEXT, BLOCK)),
    "a negative size": ({**HONEST, "likeness": [[], -1, None]}, (TEXT, BLOCK)),
    "a part without a name": ({**HONEST, "parts": [{"data": 0}]}, (TEXT, BLOCK)),
    "parts beyond number": ({**HONEST, "parts": [{}] * 20_000}, (TEXT, BLOCK)),
    "something left for no reason": ({**HONEST, "left": [["a", "nothing", ""]]}, (TEXT, BLOCK)),
}  # fmt: skip


@pytest.mark.parametrize("lie", LIES)
def test_a_lie_is_not_believed(lie: str) -> None:
    header, blobs = LIES[lie]
    with pytest.raises(ReaderFailed):
        ask(answering(header, *blobs))


FAULTS = {
    "it ends at once": "",
    "it crashes": "raise SystemError",
    "it ends in mid-frame": "read(sys.stdin.buffer)\nout.write(b'WHERE1A\\x10')",
    "it writes noise": f"{ASKED}out.write(bytes(range(256)) * 50){STAYS}",
    "it answers twice": ASKED + "write(out, Frame(b'A', b'{}'))\n" * 2 + STAYS,
    "it answers with a question": "read(sys.stdin.buffer)\nwrite(out, Frame(b'Q', b'{}'))\nsys.stdin.read()",
    "it announces petabytes": f"{ASKED}out.write(HEAD.pack(MARK, b'A', 4000000000, 4000000000)){STAYS}",
    "it announces large blobs": (
        f"{ASKED}out.write(HEAD.pack(MARK, b'A', 2, 20000) + b'\\xff' * 80000){STAYS}"
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_of_the_process_is_a_coded_error(fault: str) -> None:
    with pytest.raises(ReaderFailed):
        ask(room(FAULTS[fault]))


@pytest.mark.parametrize(
    "script",
    [
        "sys.stdin.read()\nimport time\ntime.sleep(60)",
        "while True: pass",
        "read(sys.stdin.buffer)\nimport os, time\nos.fork()\ntime.sleep(60)",
        "read(sys.stdin.buffer)\nwhile True: out.write(HEAD.pack(MARK, b'T', 0, 0))",
        "import signal, time\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\ntime.sleep(60)",
    ],
)
def test_a_process_that_never_ends_is_ended(script: str) -> None:
    began = time.perf_counter()
    with pytest.raises((ReadingTooSlow, ReaderFailed)):
        ask(room(script))
    assert time.perf_counter() - began < 12


def test_after_a_fault_the_next_file_is_read(tmp_path: Path) -> None:
    asked = Room()
    try:
        for _ in range(2):
            assert asked.read(Request("a.txt", TEXT)).draft is not None
            assert asked.process is not None
            asked.process.kill()
            asked.process.wait()
    finally:
        asked.close()


@pytest.mark.parametrize(
    "deed",
    [
        "open(r'{path}', 'w')",
        "open(r'{path}', 'ab')",
        "__import__('os').open(r'{path}', 65)",
        "__import__('os').mkdir(r'{path}')",
        "__import__('os').remove(r'{here}')",
        "__import__('os').rename(r'{here}', r'{path}')",
        "__import__('os').symlink('/', r'{path}')",
        "__import__('os').system('true')",
        "__import__('subprocess').run(['true'])",
        "__import__('socket').socket()",
        "__import__('os').execv('/bin/true', ['true'])",
        "__import__('os').truncate(r'{here}', 0)",
        "__import__('shutil').rmtree(r'{here}')",
    ],
)
def test_a_reading_cannot_write_start_programs_or_reach_the_network(tmp_path: Path, deed: str) -> None:
    here, path = tmp_path / "here.txt", tmp_path / "there"
    here.write_text("kept")
    script = (
        "from wherewhen.documents.apart import guard\nguard.limit(5)\nguard.watch()\n"
        f"try:\n    {deed.format(here=here, path=path)}\n"
        "except PermissionError as e:\n    raise SystemExit(7)\n"
    )
    import subprocess

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode == 7, done.stderr.decode()
    assert [file.name for file in tmp_path.iterdir()] == ["here.txt"] and here.read_text() == "kept"


def test_a_reading_that_wants_more_memory_than_allowed_is_refused() -> None:
    import subprocess

    script = "from wherewhen.documents.apart import guard\nguard.limit(5)\nx = bytearray(900_000_000)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert b"MemoryError" in done.stderr


def test_questions_and_answers_survive_the_pipe() -> None:
    import io

    request = Request("ا.txt", TEXT, Path("/x/ا.txt"), "Title", {"a.png": b"1", "b.png": b"2"})
    pipe = io.BytesIO()
    write(pipe, request.frame())
    pipe.seek(0)
    from wherewhen.documents.apart.frames import read

    frame = read(pipe)
    assert isinstance(frame, Frame)
    again = Request.of(frame)
    assert (again.name, again.data, again.path, again.title) == ("ا.txt", TEXT, Path("/x/ا.txt"), "Title")
    assert dict(again.beside) == {"a.png": b"1", "b.png": b"2"}


def test_the_error_of_a_reading_comes_back_with_its_code() -> None:
    with pytest.raises(InputError) as refused:
        ask(answering({"error": "W205", "why": "Too\x1b[31m large"}))
    assert refused.value.code == "W205" and "\x1b" not in str(refused.value)
