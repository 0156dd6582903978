"""Originals are kept by hash, read-only, checked whenever they are read; the search index is expendable."""

from __future__ import annotations

import hashlib
import json
import shutil
import stat
import tracemalloc
from pathlib import Path

import pytest
from tests.casefile.conftest import ARABIC, BERG, ENGLISH, ROBOT, claim, collected, document

from wherewhen.casefile import Casefile, Review, Store
from wherewhen.casefile.verify import verify
from wherewhen.model.document import Document, Image
from wherewhen.model.errors import ActRefused, EvidenceDamaged
from wherewhen.model.judgement import Collected, Erased
from wherewhen.model.tool import Tool

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "evidence")


def test_bytes_come_back_by_their_hash(store: Store) -> None:
    sha256 = store.put(b"an original", "label.txt")
    assert sha256 == hashlib.sha256(b"an original").hexdigest()
    assert store.get(sha256) == b"an original"
    assert sha256 in store
    assert list(store) == [sha256]


def test_a_large_file_is_kept_without_ever_being_whole_in_memory(store: Store, tmp_path: Path) -> None:
    film, piece = tmp_path / "film.mp4", bytes(range(250)) * 4000
    film.write_bytes(piece * 20)
    tracemalloc.start()
    sha256 = store.put(film, "film.mp4")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 5_000_000 < film.stat().st_size
    assert store.get(sha256) == film.read_bytes()


def test_an_original_is_read_only_and_kept_once(store: Store) -> None:
    path = store.path(store.put(b"an original"))
    before = path.stat()
    store.put(b"an original", "another label")
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert not before.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)


@pytest.mark.parametrize(
    "label", ["../../out", "/etc/passwd", "a\x00b", "CON", "‮gpj.exe", "x" * 4096, "C:\\out", "~/out"]
)
def test_a_label_never_becomes_a_path(store: Store, tmp_path: Path, label: str) -> None:
    store.put(b"an original", label)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [store.path(hashlib.sha256(b"an original").hexdigest())]


@pytest.mark.parametrize("name", ["", "..", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 64 + "\n"])
def test_what_is_no_hash_is_no_item(store: Store, name: str) -> None:
    assert name not in store
    with pytest.raises(EvidenceDamaged):
        store.get(name)


def test_a_damaged_original_is_never_given_out_nor_taken_for_whole(store: Store) -> None:
    path = store.path(store.put(b"an original"))
    path.chmod(0o644)
    path.write_bytes(b"another")
    with pytest.raises(EvidenceDamaged):
        store.get(path.name)
    with pytest.raises(EvidenceDamaged):
        store.put(b"an original")


def test_an_item_needs_its_bytes_in_the_store(case: Casefile) -> None:
    act = Collected("0" * 64, 1, "x", "y", "z", "2026-11-25T00:00:00Z", "Mona", "text/plain", ROBOT)
    with pytest.raises(ActRefused, match="evidence store"):
        case.record(act, "Mona")


@pytest.mark.parametrize("missing", ["label", "origin", "method", "when", "collector", "media"])
def test_an_item_of_which_something_is_not_known_is_not_evidentiary(missing: str) -> None:
    said = dict.fromkeys(("label", "origin", "method", "when", "collector", "media"), "known")
    whole = Collected("0" * 64, 1, **said, tool=ROBOT)
    assert whole.evidentiary
    assert not Collected("0" * 64, 1, **(said | {missing: ""}), tool=ROBOT).evidentiary
    assert not Collected("0" * 64, 1, **said, tool=Tool("", "")).evidentiary


def test_pictures_that_came_with_a_document_are_originals_too(case: Casefile) -> None:
    case.collect(ENGLISH.encode(), "page.html", "https://herald.example/1", "Mona")
    plain = document(ENGLISH)
    made = Document(
        plain.id, plain.text, plain.blocks, images=(Image("a.png", content=b"picture"), Image("b"))
    )
    entry = case.read(made, [claim(made, "in Rome")], ROBOT, "Mona")
    picture = hashlib.sha256(b"picture").hexdigest()
    assert case.state.items[picture].collected[0].part_of == made.id
    assert case.findings(entry.number).document.images[0].content is None
    assert case.findings(entry.number, pictures=True).document == made
    assert case.findings(entry.number, pictures=True).document.images == made.images
    assert verify(case.folder) == ()
    case.erase(made.id, "Mona", "asked for")
    assert case.state.items == {}


def test_an_erasure_is_not_recorded_by_hand(case: Casefile) -> None:
    with pytest.raises(ActRefused):
        case.record(Erased((1,)), "Mona")


@pytest.mark.parametrize("harm", [b"", b"no database at all, but long enough to look at" * 50])
def test_a_damaged_index_is_made_anew(case: Casefile, english: Document, harm: bytes) -> None:
    assert case.search("Rome")
    case.close()
    (case.folder / "search.sqlite").write_bytes(harm)
    with Casefile.open(case.folder) as again:
        assert [hit.document for hit in again.search("Rome")] == [english.id]


def test_the_index_follows_readings_and_what_is_taken_back(case: Casefile, english: Document) -> None:
    better = Document(english.id, f"Herald of Oslo\n{ENGLISH}")
    entry = case.read(better, [], ROBOT, "Mona")
    assert [hit.text for hit in case.search("Oslo")] == ["Herald of Oslo"]
    case.undo(entry.number, "Mona")
    assert case.search("Oslo") == ()
    assert case.search("Rome")


def test_what_one_process_reads_another_finds(case: Casefile, english: Document) -> None:
    with Casefile.open(case.folder) as other:
        assert other.search("روما") == ()
        collected(case, ARABIC, "في روما")
        assert len(other.search("روما")) == 1


@pytest.mark.parametrize("golden", sorted(GOLDEN.glob("*")), ids=lambda path: path.name)
def test_a_case_of_an_earlier_version_opens_as_it_was(golden: Path, tmp_path: Path) -> None:
    shutil.copytree(golden / "case", tmp_path / "case")
    told = json.loads((golden / "told.json").read_text("utf-8"))
    assert verify(tmp_path / "case", told["head"]) == ()
    with Casefile.open(tmp_path / "case") as case:
        state = case.state
        assert (state.subject, state.head) == (BERG, told["head"])
        assert {held.id: held.review.value for held in state.claims.values()} == told["reviews"]
        assert {name: case.claim(name).span.quote for name in state.claims} == told["quotes"]
        assert Review.AMENDED in {held.review for held in state.claims.values()}
