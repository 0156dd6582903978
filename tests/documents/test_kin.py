"""Copies are known as copies: syndicated text, a photograph in another size."""

from __future__ import annotations

import random
from pathlib import Path

from PIL import Image

from wherewhen import documents
from wherewhen.documents.likeness import contained, likeness_of_text
from wherewhen.model.item import Item, Kin, Kinship

from .made import pictures

WORDS = [f"word{number}" for number in range(4000)]
ARABIC = (
    "وصل المبعوث إلى مدينة حلب صباح أمس والتقى محافظ المدينة في قلعتها القديمة قبل أن يغادر إلى دمشق "
    "برفقة وفد من ثلاثة أعضاء، وأكّد في تصريح للصحفيين أن الجولة ستشمل حمص وحماة خلال الأسبوع المقبل"
)


def story(seed: int, length: int = 300) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=length))


def kin_of(folder: Path, files: dict[str, bytes]) -> list[Kin]:
    for name, data in files.items():
        (folder / name).write_bytes(data)
    items = [thing for thing in documents.take([folder]) if isinstance(thing, Item)]
    return list(documents.kin({item.id: item.likeness for item in items}))


def test_an_agency_text_inside_a_longer_report_is_shared_text(tmp_path: Path) -> None:
    agency = story(1)
    (found,) = kin_of(
        tmp_path,
        {
            "agency.txt": agency.encode(),
            "paper.txt": f"{story(2)}\n\n{agency}".encode(),
            "own.txt": story(3).encode(),
        },
    )
    assert found.how is Kinship.SAME_TEXT and found.share > 0.9


def test_half_of_a_text_is_shared_text(tmp_path: Path) -> None:
    one = story(1)
    (found,) = kin_of(
        tmp_path, {"a.txt": one.encode(), "b.txt": f"{one[: len(one) // 2]} {story(4, 150)}".encode()}
    )
    assert found.how is Kinship.SHARED_TEXT and 0.4 < found.share < 0.65


def test_arabic_is_compared_without_vowel_signs_and_kinds_of_alef() -> None:
    other = ARABIC.replace("أ", "ا").replace("ّ", "").replace("،", "")
    assert contained(likeness_of_text(ARABIC), likeness_of_text(other)) == 1.0


def test_texts_on_the_same_event_in_other_words_are_not_kin(tmp_path: Path) -> None:
    assert kin_of(tmp_path, {f"{seed}.txt": story(seed).encode() for seed in range(20)}) == []


def test_a_photo_in_another_size_and_quality_is_the_same_picture(tmp_path: Path) -> None:
    whole = pictures.drawing(640, 480)
    small = whole.resize((200, 150), Image.Resampling.LANCZOS)
    files = {
        "whole.jpg": pictures.jpeg(whole),
        "small.jpg": pictures.jpeg(small, quality=40),
        "small.png": pictures.png(small),
    }
    assert [found.how for found in kin_of(tmp_path, files)] == [Kinship.SAME_PICTURE] * 3


def test_different_pictures_and_empty_ones_are_not_kin(tmp_path: Path) -> None:
    files = {f"{n}.jpg": pictures.jpeg(pictures.drawing(160, 120, n * 1.7)) for n in range(6)}
    files |= {f"flat{n}.png": pictures.png(Image.new("RGB", (80 + n, 80), (n, n, n))) for n in range(3)}
    assert kin_of(tmp_path, files) == []
