"""A film: its length, what its file claims about place and time, and key frames as pictures.

Needs PyAV (``pip install wherewhen[video]``); without it the film is kept as it is.
"""

from __future__ import annotations

import io
import mmap
import re
from collections.abc import Iterator
from typing import Any

from wherewhen.documents.laid_out import plain
from wherewhen.documents.limits import MAX_FRAMES, MAX_PIXELS
from wherewhen.documents.reading import Left, Part, Reading
from wherewhen.documents.signatures import MATROSKA
from wherewhen.model.errors import DamagedFile, DocumentTooLarge
from wherewhen.model.item import FileClaim, ItemKind
from wherewhen.model.provenance import How
from wherewhen.model.tool import Tool

try:
    import av
except ImportError:
    av = None  # type: ignore[assignment]

WIDEST = 1280
LONGEST = 500
POSITION = re.compile(r"([+-]\d{1,2}(?:\.\d+)?)([+-]\d{1,3}(?:\.\d+)?)")
SAID = (
    ("taken", "creation_time"), ("taken", "com.apple.quicktime.creationdate"),
    ("device", "com.apple.quicktime.make"), ("device", "com.apple.quicktime.model"),
    ("device", "com.android.manufacturer"), ("device", "com.android.model"),
    ("program", "encoder"), ("title", "title"), ("author", "artist"), ("description", "comment"),
)  # fmt: skip
PLACES = ("location", "com.apple.quicktime.location.ISO6709")
MISSING = "Install wherewhen[video] to see length, claims and key frames"


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    """Raises DamagedFile where no picture can be shown."""
    if av is None:
        return Reading(ItemKind.VIDEO, left=(Left("key frames", "W204", MISSING),))
    head = bytes(data[:16])
    form = "matroska" if head.startswith(MATROSKA) else "avi" if head.startswith(b"RIFF") else "mp4"
    av.logging.set_level(None)
    try:
        file = io.BytesIO(data) if isinstance(data, bytes) else data
        with av.open(file, format=form) as film:
            claims = tuple(_claims(film))
            frames = tuple(_frames(film, name))
    except (av.FFmpegError, OSError, ValueError, EOFError, IndexError) as error:
        raise DamagedFile(name, f"The film cannot be shown: {error}") from None
    return Reading(ItemKind.VIDEO, claims=claims, parts=frames)


def _claims(film: Any) -> Iterator[FileClaim]:
    if film.duration:
        yield FileClaim("duration", f"{film.duration / 1_000_000:.2f}", "seconds")
    for stream in film.streams.video[:1]:
        yield FileClaim("size", f"{stream.width}×{stream.height}", "pixels")
    said = {str(key): " ".join(plain(str(value)).split()) for key, value in film.metadata.items()}
    for about, field in SAID:
        if said.get(field):
            yield FileClaim(about, said[field][:LONGEST], f"container {field}")
    for field in PLACES:
        found = POSITION.match(said.get(field, ""))
        if found:
            yield FileClaim("position", f"{float(found[1]):.6f},{float(found[2]):.6f}", f"container {field}")
            return


def _frames(film: Any, name: object) -> Iterator[Part]:
    """The key frames nearest to moments spread over the whole length."""
    if not film.streams.video:
        return
    stream = film.streams.video[0]
    if stream.width * stream.height > MAX_PIXELS:
        raise DocumentTooLarge(name, f"At most {MAX_PIXELS:,} pixels")
    stream.codec_context.skip_frame = "NONKEY"
    stream.codec_context.thread_count = 1
    length = film.duration or 0
    seen: set[int] = set()
    for number in range(MAX_FRAMES):
        film.seek(length * number // MAX_FRAMES)
        frame = next(film.decode(stream), None)
        if frame is None or frame.pts is None or frame.pts in seen:
            continue
        seen.add(frame.pts)
        yield _part(frame)


def _part(frame: Any) -> Part:
    seconds = float(frame.time or 0.0)
    image = frame.to_image()
    image.thumbnail((WIDEST, WIDEST))
    out = io.BytesIO()
    image.save(out, "JPEG", quality=85)
    label = f"frame at {int(seconds) // 3600:02}:{int(seconds) // 60 % 60:02}:{seconds % 60:05.2f}.jpg"
    return Part(label, out.getvalue(), How.KEY_FRAME, tool=Tool("PyAV", av.__version__))
