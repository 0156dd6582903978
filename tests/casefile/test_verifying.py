"""What is not as it was recorded is found: by the product, and by the program that shares nothing with it."""

from __future__ import annotations

import importlib.util
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from tests.casefile.conftest import ARABIC, BERG, collected

from wherewhen.casefile import Casefile
from wherewhen.casefile.bag import pack, unpack
from wherewhen.casefile.seal import ORIGIN, entry_hash, seal
from wherewhen.casefile.verify import Check, verify
from wherewhen.model.document import Document
from wherewhen.model.errors import BagRefused, CaseDamaged, CaseError, CaseUnwritable, NoCase
from wherewhen.model.judgement import Judged, Verdict

PROGRAM = Path(__file__).parents[2] / "tools" / "verify_case.py"


@pytest.fixture(scope="module")
def program() -> ModuleType:
    spec = importlib.util.spec_from_file_location("verify_case", PROGRAM)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_case"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def folder(case: Casefile, english: Document) -> Path:
    """A closed case with some decisions."""
    for claim in list(case.state.claims):
        case.record(Judged(claim, Verdict.ACCEPT), "Mona", "seen")
    case.close()
    return case.folder


def changed(folder: Path, *commands: str) -> None:
    database = sqlite3.connect(folder / "case.sqlite")
    for command in commands:
        database.execute(command)
    database.commit()
    database.close()


def rechained(folder: Path) -> None:
    """All entries written anew as they should be, after the last one was falsified."""
    database = sqlite3.connect(folder / "case.sqlite")
    previous = ORIGIN
    rows = database.execute("SELECT number, at, actor, kind, body_seal, salt, payload FROM entry").fetchall()
    for number, at, actor, kind, body, salt, payload in rows:
        sealed = seal(salt, payload.encode())
        whole = entry_hash(number, at, actor, kind, previous, sealed, body)
        database.execute(
            "UPDATE entry SET previous = ?, seal = ?, hash = ? WHERE number = ?",
            (previous, sealed, whole, number),
        )
        previous = whole
    database.commit()
    database.close()


def test_a_sound_case_is_sound(folder: Path, program: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert verify(folder) == ()
    assert program.main([str(folder)]) == 0
    assert "all is as recorded" in capsys.readouterr().out


ATTACKS = {
    "an entry is dropped": ("DELETE FROM entry WHERE number = 4", 4),
    "the first entry is dropped": ("DELETE FROM entry WHERE number = 1", 1),
    "a name is changed": ("UPDATE entry SET actor = 'Omar' WHERE number = 4", 4),
    "a time is changed": ("UPDATE entry SET at = '2020-01-01T00:00:00.000Z' WHERE number = 2", 2),
    "a verdict is changed": (
        "UPDATE entry SET payload = replace(payload, 'accept', 'reject') WHERE number = 5",
        5,
    ),
    "a salt is changed": ("UPDATE entry SET salt = zeroblob(16) WHERE number = 5", 5),
    "a text is changed": ("UPDATE body SET content = replace(content, 'Rome', 'Roma')", 3),
    "a text is dropped": ("DELETE FROM body", 3),
    "the last entry is dropped": ("DELETE FROM entry WHERE number = 5", 5),
    "an empty text is put in": ("INSERT INTO body VALUES (4, '')", 4),
    "a stray text is put in": ("INSERT INTO body VALUES (9, 'text')", 9),
    "an entry is emptied": ("UPDATE entry SET payload = NULL, salt = NULL WHERE number = 4", 4),
    "an entry is doubled": (
        "INSERT INTO entry SELECT 6, at, actor, kind, previous, seal, body_seal, hash, salt, payload"
        " FROM entry WHERE number = 5",
        6,
    ),
}


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_changed_journal_is_found_and_located(folder: Path, program: ModuleType, attack: str) -> None:
    command, number = ATTACKS[attack]
    changed(folder, command)
    assert any(f"entry {number}" in f"{f.where} {f.says}" for f in verify(folder))
    report = program.Report()
    program.check_erasures(program.read_journal(folder / "case.sqlite", report), report)
    assert any(f"entry {number}:" in problem for problem in report.problems)


def test_swapped_entries_are_found(folder: Path, program: ModuleType) -> None:
    swap = "UPDATE entry SET number = {} WHERE number = {}"
    changed(folder, swap.format(99, 4), swap.format(4, 5), swap.format(5, 99))
    with pytest.raises(CaseDamaged, match="entry 4"):
        Casefile.open(folder)
    assert program.main([str(folder)]) == 1


@pytest.mark.parametrize("attack", ["the end is cut off", "all is written anew"])
def test_only_a_head_kept_outside_shows_a_cut_or_rewritten_journal(
    folder: Path, program: ModuleType, attack: str
) -> None:
    with Casefile.open(folder) as case:
        head = case.head
    if attack == "the end is cut off":
        changed(folder, "DELETE FROM entry WHERE number = 5", "PRAGMA user_version = 4")
    else:
        changed(folder, "UPDATE entry SET payload = replace(payload, 'accept', 'reject') WHERE number = 5")
        rechained(folder)
    assert verify(folder) == ()
    assert [f.check for f in verify(folder, head)] == [Check.HEAD]
    assert program.main([str(folder)]) == 0
    assert program.main([str(folder), "--head", head]) == 1


def test_an_older_head_belongs_to_a_journal_that_grew(folder: Path) -> None:
    with Casefile.open(folder) as case:
        head = case.head
        case.undo(case.state.number, "Mona")
    assert verify(folder, head) == ()


@pytest.mark.parametrize(
    ("harm", "check"),
    [
        (lambda path: path.unlink(), Check.EVIDENCE_MISSING),
        (lambda path: (path.chmod(0o644), path.write_bytes(b"other")), Check.EVIDENCE_CHANGED),
        (lambda path: (path.parent / f"{path.name[:2]}{'0' * 62}").write_bytes(b""), Check.EVIDENCE_UNKNOWN),
    ],
)
def test_harm_to_an_original_is_found(
    folder: Path, program: ModuleType, harm: Callable[[Path], object], check: Check
) -> None:
    original = next(path for path in (folder / "evidence").rglob("*") if path.is_file())
    harm(original)
    assert [f.check for f in verify(folder)] == [check]
    assert program.main([str(folder)]) == 1


def test_an_erasure_is_told_by_whom_and_why_and_is_no_harm(
    case: Casefile, english: Document, program: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    collected(case, ARABIC, "في روما")
    case.erase(english.id, "Mona", "a witness asked for it")
    findings = verify(case.folder)
    assert {f.check for f in findings} == {Check.ERASED}
    assert all(f.declared and "Mona" in f.says and "a witness asked" in f.says for f in findings)
    assert program.main([str(case.folder)]) == 0
    assert "redacted" in capsys.readouterr().out


def test_what_was_erased_must_be_gone(case: Casefile, english: Document, program: ModuleType) -> None:
    kept = case.evidence().get(english.id)
    case.erase(english.id, "Mona", "a witness asked for it")
    case.close()
    path = case.evidence().path(english.id)
    path.write_bytes(kept)
    assert program.main([str(case.folder)]) == 1
    Casefile.open(case.folder).close()
    assert not path.exists()


def test_a_hostile_table_is_refused(folder: Path) -> None:
    changed(folder, "CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END")
    with pytest.raises(CaseDamaged, match="other tables"):
        Casefile.open(folder)


def test_another_database_is_no_case(tmp_path: Path) -> None:
    changed(tmp_path, "CREATE TABLE mine (a)")
    with pytest.raises(NoCase):
        Casefile.open(tmp_path)


def test_a_well_chained_entry_that_tells_nonsense_is_refused(folder: Path) -> None:
    changed(folder, """UPDATE entry SET payload = '{"act":{"claim":3},"reason":""}' WHERE number = 5""")
    rechained(folder)
    with pytest.raises(CaseDamaged, match="entry 5"):
        Casefile.open(folder)


# Bags -----------------------------------------------------------------------------------------


@pytest.fixture
def bag(folder: Path, tmp_path: Path) -> Path:
    with Casefile.open(folder) as case:
        pack(case, tmp_path / "bag", "Mona")
    return tmp_path / "bag"


def test_a_packed_case_comes_back_as_it_was(
    folder: Path, bag: Path, tmp_path: Path, program: ModuleType
) -> None:
    assert program.main([str(bag)]) == 0
    with Casefile.open(folder) as before, unpack(bag, tmp_path / "again", "Omar") as after:
        assert after.state.claims == before.state.claims
        assert after.state.items == before.state.items
        assert [e.hash for e in after.history()][:-1] == [e.hash for e in before.history()]
        assert after.history()[-1].act.text == "unpacked: bag"  # type: ignore[union-attr]
    assert verify(tmp_path / "again") == ()


def test_the_reference_validator_finds_the_bag_valid(bag: Path) -> None:
    bagit = pytest.importorskip("bagit")
    assert bagit.Bag(str(bag)).validate()


def test_every_changed_file_of_a_bag_is_refused(bag: Path, tmp_path: Path, program: ModuleType) -> None:
    for path in sorted(p for p in bag.rglob("*") if p.is_file()):
        content = path.read_bytes()
        path.chmod(0o644)
        for place in range(0, len(content), max(1, len(content) // 20)):
            path.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
            with pytest.raises(CaseError):
                unpack(bag, tmp_path / "again", "Omar")
            assert program.main([str(bag)]) in (1, 2), path
        path.write_bytes(content)
    assert not (tmp_path / "again").exists()


@pytest.mark.parametrize("name", ["data/evidence/extra", "extra.txt", "data/.hidden"])
def test_a_file_that_is_not_listed_is_refused(
    bag: Path, tmp_path: Path, program: ModuleType, name: str
) -> None:
    (bag / name).write_bytes(b"more")
    with pytest.raises(BagRefused, match="listed nowhere"):
        unpack(bag, tmp_path / "again", "Omar")
    assert program.main([str(bag)]) == 1


def test_a_missing_file_is_refused(bag: Path, tmp_path: Path, program: ModuleType) -> None:
    next(path for path in (bag / "data" / "evidence").rglob("*") if path.is_file()).unlink()
    with pytest.raises(BagRefused, match="missing"):
        unpack(bag, tmp_path / "again", "Omar")
    assert program.main([str(bag)]) == 1


@pytest.mark.parametrize(
    "name",
    [
        "../out",
        "data/../../out",
        "/etc/passwd",
        "data/~/x",
        "C:/x",
        "data\\x",
        "data/a%0Ab",
        "data/é",
        "data//x",
        "",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(bag: Path, tmp_path: Path, name: str) -> None:
    with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as manifest:
        manifest.write(f"{'0' * 64}  {name}\n")
    with pytest.raises(BagRefused):
        unpack(bag, tmp_path / "again", "Omar")
    assert not (tmp_path / "again").exists()


def test_a_link_in_a_bag_is_refused(bag: Path, tmp_path: Path) -> None:
    (bag / "data" / "link").symlink_to("/etc/passwd")
    with pytest.raises(BagRefused, match="plain files"):
        unpack(bag, tmp_path / "again", "Omar")


def test_nothing_is_packed_or_unpacked_over_what_is_there(folder: Path, bag: Path) -> None:
    with Casefile.open(folder) as case, pytest.raises(CaseUnwritable):
        pack(case, bag, "Mona")
    with pytest.raises(CaseUnwritable):
        unpack(bag, folder, "Mona")


def test_a_case_with_an_erasure_is_packed_and_unpacked(
    case: Casefile, english: Document, tmp_path: Path
) -> None:
    collected(case, ARABIC, "في روما")
    case.erase(english.id, "Mona", "a witness asked for it")
    pack(case, tmp_path / "bag", "Mona")
    with unpack(tmp_path / "bag", tmp_path / "again", "Omar") as again:
        assert again.state.subject == BERG
        assert english.id not in again.state.items
