"""Pictures and films are evidence: what they say about themselves is kept as their claim."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.documents import Refused
from wherewhen.model.item import Item, ItemKind
from wherewhen.model.provenance import How

from .made import pictures


def item(folder: Path, name: str, data: bytes) -> Item:
    (folder / name).write_bytes(data)
    first, *_ = documents.take([folder / name])
    assert isinstance(first, Item), first
    return first


def told(thing: Item) -> dict[str, str]:
    return {claim.about: claim.value for claim in thing.claims}


def test_time_and_device_of_a_photo_are_claims(tmp_path: Path) -> None:
    data = pictures.jpeg(
        DateTimeOriginal="2017:11:18 09:30:00", DateTime="2018:01:02 03:04:05", Make="Maker", Artist="Amal"
    )
    photo = item(tmp_path, "a.jpg", data)
    assert photo.kind is ItemKind.IMAGE and photo.document is None and photo.content == data
    assert told(photo) == {
        "size": "320×240", "taken": "2017-11-18T09:30:00", "modified": "2018-01-02T03:04:05",
        "device": "Maker", "author": "Amal",
    }  # fmt: skip
    assert {claim.field for claim in photo.claims} >= {"EXIF DateTimeOriginal", "EXIF DateTime"}


@pytest.mark.parametrize(("latitude", "longitude"), [(36.1992, 37.1625), (-33.9, -70.5)])
def test_the_position_of_a_photo_is_a_claim(tmp_path: Path, latitude: float, longitude: float) -> None:
    said = told(item(tmp_path, "a.jpg", pictures.placed(latitude, longitude)))["position"]
    assert [float(part) for part in said.split(",")] == pytest.approx([latitude, longitude], abs=1e-4)


def test_a_picture_that_cannot_be_shown_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 40)
    (refused,) = documents.take([tmp_path / "a.png"])
    assert isinstance(refused, Refused) and refused.error.code == "W210"


def film(seconds: int = 4) -> bytes:
    av = pytest.importorskip("av")
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        container.metadata["creation_time"] = "2017-11-18T09:30:00.000000Z"
        stream = container.add_stream("mpeg4", rate=5)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = 160, 120, "yuv420p", 5
        for number in range(seconds * 5):
            frame = av.VideoFrame.from_image(pictures.drawing(160, 120, number / 4))
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return out.getvalue()


def test_a_film_gives_length_claims_and_key_frames(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(film())
    whole, *frames = documents.take([path])
    assert isinstance(whole, Item) and whole.kind is ItemKind.VIDEO
    assert float(told(whole)["duration"]) == pytest.approx(4, abs=0.3)
    assert told(whole)["size"] == "160×120"
    assert 3 <= len(frames) <= 12
    for frame in frames:
        assert isinstance(frame, Item) and frame.kind is ItemKind.IMAGE
        assert frame.provenances[0].how is How.KEY_FRAME and frame.provenances[0].container == whole.id
    assert frames[0].label == "frame at 00:00:00.00.jpg"


def test_a_broken_film_is_refused(tmp_path: Path) -> None:
    pytest.importorskip("av")
    path = tmp_path / "a.mp4"
    path.write_bytes(b"\x00\x00\x00\x18ftypmp42" + b"\x00" * 200)
    (refused,) = documents.take([path])
    assert isinstance(refused, Refused) and refused.error.code == "W210"
