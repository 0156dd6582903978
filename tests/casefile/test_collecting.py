"""Evidence of every kind into a case: kept once, with every way in which it came, and who repeats whom."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.casefile.conftest import BERG
from tests.documents.made import exports, packed, pictures, web

from wherewhen import collecting, reviewing
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile
from wherewhen.casefile.verify import verify
from wherewhen.collecting import Added
from wherewhen.documents import Stated
from wherewhen.model.errors import UnreadableFile
from wherewhen.model.item import ItemKind
from wherewhen.model.judgement import Collected, Judged, Verdict
from wherewhen.places import Gazetteer

STORY = "Anna Berg was in Rome on 3 May 2019. " + " ".join(
    f"{word} {number}" for number, word in enumerate(random.Random(1).choices("abcdefghij", k=200))
)
Add = Callable[..., tuple[Added, ...]]


@pytest.fixture
def world() -> Iterator[Gazetteer]:
    with Gazetteer.open() as gazetteer:
        yield gazetteer


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    return folder


@pytest.fixture
def add(case: Casefile, desk: Path, world: Gazetteer) -> Add:
    """``add(name=bytes, ...)``: files into the case; what became of each thing, in order."""

    def adding(**files: bytes) -> tuple[Added, ...]:
        paths = [desk / name.replace("_", ".") for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        added, failures = collecting.add(case, paths, Stated(), "Mona", world, Basemap.open())
        assert failures == ()
        return added

    return adding


def ways(case: Casefile, content: bytes) -> tuple[Collected, ...]:
    return case.state.items[hashlib.sha256(content).hexdigest()].collected


def test_the_same_content_twice_is_one_item_with_two_provenances(case: Casefile, add: Add) -> None:
    letter = b"Anna Berg was in Rome."
    first, pack, again = add(letter_txt=letter, a_zip=packed.zipped({"copy.txt": letter}))
    assert (first.known, pack.kind, again.known) == (False, ItemKind.ARCHIVE, True)
    alone, inside = ways(case, letter)
    assert (alone.method, alone.part_of) == ("file", None)
    assert (inside.method, inside.part_of) == ("archive_member", pack.sha256)
    before = case.state.number
    add(letter_txt=letter)
    assert [entry.kind for entry in case.history()[before:]] == ["read"]


def test_each_item_says_who_when_where_from_and_how(case: Casefile, add: Add) -> None:
    page = f'<html lang="en"><title>x</title><p>Anna Berg was in Rome.</p><img src="{web.PICTURE}"></html>'
    add(a_warc=web.warc(page.encode(), pictures.png()))
    (way,) = ways(case, page.encode())
    assert (way.collector, way.when) == ("Desk of the Herald", "2017-11-20T08:00:00Z")
    assert (way.origin, way.method, way.media) == (web.PAGE, "web_archive", "text/html")
    assert way.tool.name == "Desk Archiver"
    assert all(way.evidentiary for item in case.state.items.values() for way in item.collected)


def test_what_a_photo_says_about_itself_is_its_claim_and_no_sighting(case: Casefile, add: Add) -> None:
    photo = pictures.jpeg(DateTimeOriginal="2019:05:03 09:30:00", Make="Kamera")
    add(a_jpg=photo)
    said = {claim.about: claim for claim in ways(case, photo)[0].says}
    assert (said["taken"].value, said["taken"].field) == ("2019-05-03T09:30:00", "EXIF DateTimeOriginal")
    assert case.state.claims == {}


def test_a_syndicated_text_is_linked_and_does_not_count_as_independent(case: Casefile, add: Add) -> None:
    original = add(a_txt=STORY.encode())[0]
    copy = add(b_txt=f"The Echo\n\n{STORY}".encode())[0]
    own = add(c_txt=b"On 3 May 2019, Anna Berg was in Rome.")[0]
    assert (original.like, copy.like, own.like) == ((), (original.sha256,), ())
    for name in case.state.claims:
        case.record(Judged(name, Verdict.ACCEPT), "Mona")
    (sighting,) = (s for s in reviewing.dossier(case).sightings if s.place.surface == "Rome")
    assert (len(sighting.claims), sighting.independent_sources) == (3, 2)


def test_a_resized_photo_is_linked_also_in_another_sitting_and_after_the_prints_were_lost(
    case: Casefile, add: Add
) -> None:
    whole = pictures.drawing(640, 480)
    large = add(large_jpg=pictures.jpeg(whole))[0]
    for lost in (False, True):
        if lost:
            (case.folder / "likeness.sqlite").write_bytes(b"no database" * 900)
        small = add(small_jpg=pictures.jpeg(whole.resize((200 - lost, 150)), quality=40))[0]
        assert large.sha256 in small.like


def test_events_of_other_tools_are_proposed_as_they_were_recorded(case: Casefile, add: Add) -> None:
    added = add(a_json=exports.bayanat(), b_zip=exports.azimut(pictures.png()))
    told = [one for one in added if one.path.name.endswith("told.json")]
    assert [one.found for one in told] == [2, 0], "azimut's claim is about somebody else"
    proposed = (claim for _, claim in case.claims(case.state.claims.values()))
    (claim,) = (claim for claim in proposed if claim.reasons[0].code == "claim.recorded")
    assert claim.place.surface == "Aleppo"
    assert str(claim.when.earliest) == "2017-11-18"


def test_what_is_too_large_for_memory_is_kept_from_its_file(
    case: Casefile, desk: Path, world: Gazetteer
) -> None:
    big = packed.zipped({"a.bin": random.Random(1).randbytes(21_000_000)})
    (desk / "a.zip").write_bytes(big)
    added, failures = collecting.add(case, [desk / "a.zip"], Stated(), "Mona", world, Basemap.open())
    assert [(one.kind, one.sha256) for one in added] == [(ItemKind.ARCHIVE, hashlib.sha256(big).hexdigest())]
    assert [str(path) for path, _ in failures] == [str(desk / "a.zip" / "a.bin")]
    assert verify(case.folder) == ()


def test_a_file_that_goes_away_is_told_and_the_rest_goes_on(
    case: Casefile, desk: Path, world: Gazetteer
) -> None:
    (desk / "b.txt").write_bytes(b"Anna Berg was in Rome.")
    added, failures = collecting.add(
        case, [desk / "a.txt", desk], Stated(), "Mona", world, Basemap.open()
    )  # fmt: skip
    assert [one.path.name for one in added] == ["b.txt"]
    assert isinstance(failures[0][1], UnreadableFile)


def test_bytes_from_a_browser_come_in_by_the_same_door(case: Casefile, world: Gazetteer) -> None:
    pack = packed.zipped({"a.txt": "Anna Berg was in Rome.", "../../b.txt": "Berg was in Oslo."})
    added, failures = collecting.add_bytes(case, "up.zip", pack, Stated(), "Mona", world, Basemap.open())
    assert [str(one.path) for one in added] == ["up.zip", "up.zip/../../b.txt", "up.zip/a.txt"]
    assert failures == ()


def test_the_subject_is_found_in_arabic_evidence_of_each_kind(case: Casefile, add: Add) -> None:
    words = "كانت آنا بيرغ في روما يوم 3 أيار 2019."
    mail = f"From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=utf-8\n\n{words}\n"
    page = f'<html lang="ar"><p>{words} صفحة</p></html>'
    added = add(
        a_txt=words.encode("cp1256"), b_docx=packed.docx(packed.paragraph(words)), c_eml=mail.encode(),
        d_html=page.encode(), e_csv="التاريخ,المكان\n3 أيار 2019,روما\n".encode(),
    )  # fmt: skip
    assert [one.found for one in added] == [1, 1, 1, 1, 1]
    assert {claim.place.name("en") for _, claim in case.claims(case.state.claims.values())} == {"Rome"}
    assert case.state.subject == BERG
