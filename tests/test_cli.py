"""The command line as a person meets it: results, messages, exit statuses, bad input."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.commands_page import page

from wherewhen import __version__
from wherewhen.cli import main
from wherewhen.model import errors

ROOT = Path(__file__).parents[1]
GENERAL = ROOT / "samples" / "general" / "general-en.html"
COMMANDS = (ROOT / "docs" / "commands.md").read_text("utf-8")
STORY = "Anna Berg arrived in Rome on 3 May 2019. On 7 May 2019 Berg left for Vienna."
ARABIC = "وصل سامي الحداد إلى روما يوم 3 أيار 2019. وغادر الحداد روما يوم 7 أيار 2019."


class Said(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """``run("read", file)``: exit status, standard output, standard error. The desk's places are empty."""
    monkeypatch.setenv("WHEREWHEN_DESK", str(tmp_path / "desk"))
    monkeypatch.setenv("COLUMNS", "100")

    def running(*arguments: object) -> Said:
        monkeypatch.setattr(sys, "argv", ["wherewhen", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        said = capsys.readouterr()
        return Said(int(left.value.code or 0), said.out, said.err)

    return running


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path / "article.txt", STORY)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


# What is asked for --------------------------------------------------------------------------


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version") == Said(0, f"wherewhen {__version__}\n", "")


@pytest.mark.parametrize(
    "command", ["map", "read", "export", "times", "places", "evaluate", "gazetteer", "gazetteer import"]
)
def test_every_command_helps(run: Run, command: str) -> None:
    said = run(*command.split(), "--help")
    assert said.status == 0
    assert "Usage" in said.out


def test_sightings_as_json_are_clean_on_standard_output(run: Run, article: Path) -> None:
    said = run("read", article, "--format", "json")
    contract = json.loads(said.out)
    assert said.status == 0
    assert contract["schema"] == "wherewhen.sightings/1"
    assert {s["place"]["name"] for s in contract["sightings"]} >= {"Rome"}


def test_sightings_as_csv_have_a_row_each(run: Run, article: Path) -> None:
    sightings = json.loads(run("read", article, "--format", "json").out)["sightings"]
    rows = list(csv.DictReader(io.StringIO(run("read", article, "--format", "csv").out)))
    assert len(rows) == len(sightings)


@pytest.mark.parametrize("width", [60, 80, 140])
def test_the_table_fits_the_screen(run: Run, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    said = run("read", GENERAL)
    assert said.status == 0
    assert max(map(len, said.out.splitlines())) <= width
    assert "planned" in said.out


def test_an_arabic_document_is_tabled_in_arabic(run: Run, tmp_path: Path) -> None:
    said = run("read", written(tmp_path / "مقال.txt", ARABIC), "--subject", "سامي الحداد")
    assert said.status == 0
    assert "أين ومتى" in said.out
    assert "روما" in said.out


def test_the_proposed_subject_is_named_apart_from_the_result(run: Run, article: Path) -> None:
    said = run("read", article)
    assert "Subject: Anna Berg" in said.err
    assert "Subject:" not in said.out


def test_the_stated_publisher_and_day_are_taken(run: Run, article: Path) -> None:
    said = run("read", article, "--publisher", "The Herald", "--published", "2019-06-01", "--format", "json")
    document = json.loads(said.out)["documents"][0]
    assert (document["publisher"], document["published"]) == ("The Herald", "2019-06-01")


def test_a_result_goes_to_a_file_whole(run: Run, article: Path, tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "sightings.json"
    said = run("read", article, "--format", "json", "-o", target)
    assert (said.status, said.out) == (0, "")
    assert json.loads(target.read_text("utf-8"))["schema"]
    assert [p.name for p in target.parent.iterdir()] == ["sightings.json"]


def test_a_map_is_a_folder_to_open(run: Run, article: Path, tmp_path: Path) -> None:
    said = run("map", article, "-o", tmp_path / "dossier")
    assert said.status == 0
    assert "sightings of Anna Berg" in said.err
    assert (tmp_path / "dossier" / "index.html").is_file()


def test_times_tell_their_reason(run: Run, article: Path) -> None:
    said = run("times", article)
    assert "2019-05-03" in said.out
    assert "stated in full" in said.out
    first = json.loads(run("times", article, "--format", "json").out)[0]
    assert STORY[first["start"] : first["end"]] == first["text"]
    assert first["reasons"][0]["sentence"] == "3 May 2019: stated in full"
    assert "3 May 2019: stated in full" in run("times", article, "--format", "csv").out


def test_times_without_days_say_why_there_are_none(run: Run, tmp_path: Path) -> None:
    said = run("times", written(tmp_path / "story.txt", "She stayed for two hours every Friday in 2019."))
    assert "a length of time" in " ".join(said.out.split())
    assert "something that returns" in " ".join(said.out.split())


def test_arabic_times_tell_their_reason_in_arabic(run: Run, tmp_path: Path) -> None:
    said = run("times", written(tmp_path / "story.txt", ARABIC), "--format", "json")
    assert json.loads(said.out)[0]["reasons"][0]["sentence"].endswith("تاريخ مذكور كاملاً")


def test_times_are_told_in_the_language_asked_for(run: Run, article: Path) -> None:
    said = run("times", article, "--reasons", "ar", "--format", "json")
    assert json.loads(said.out)[0]["reasons"][0]["sentence"].endswith("تاريخ مذكور كاملاً")


def test_how_a_text_counts_time_can_be_said(run: Run, tmp_path: Path) -> None:
    story = written(tmp_path / "story.txt", "She came to Rome on 3 May 1919. On Tuesday she left.")
    days = {
        mode: json.loads(
            run("times", story, "--mode", mode, "--published", "2019-05-10", "--format", "json").out
        )[1]["value"]
        for mode in ("news", "narrative")
    }
    assert days == {"news": "2019-05-07", "narrative": "1919-05-06"}


def test_places_tell_their_reason(run: Run, article: Path) -> None:
    assert "gazetteer" in run("places", article).out
    first = json.loads(run("places", article, "--format", "json").out)[0]
    assert (first["surface"], round(first["lat"])) == ("Rome", 42)


# Exports --------------------------------------------------------------------------


def test_an_export_is_a_folder_with_the_list_of_what_is_lost(run: Run, article: Path, tmp_path: Path) -> None:
    said = run("export", article, "--format", "kml", "-o", tmp_path / "globe")
    assert said.status == 0
    assert {p.name for p in (tmp_path / "globe").iterdir()} >= {"sightings.kml", "kml.dropped.json"}


def test_an_export_takes_along_the_photos_that_it_names(run: Run, tmp_path: Path) -> None:
    assert run("export", GENERAL, "--format", "storymapjs", "-o", tmp_path / "out").status == 0
    story = (tmp_path / "out" / "storymap-en.json").read_text("utf-8")
    photos = [p.relative_to(tmp_path / "out").as_posix() for p in (tmp_path / "out").rglob("*.jpg")]
    assert photos
    assert all(photo in story for photo in photos)


def test_the_formats_are_listed(run: Run) -> None:
    said = run("export", "--formats")
    assert said.status == 0
    assert {"kml", "geojson", "timelinejs"} <= set(said.out.split())


def test_an_unknown_format_names_the_known_ones(run: Run, article: Path, tmp_path: Path) -> None:
    said = run("export", article, "--format", "powerpoint", "-o", tmp_path / "out")
    assert said.status == 2
    assert "W102" in said.err
    assert "geojson" in said.err
    assert not (tmp_path / "out").exists()


# The gazetteer --------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Vienna", "فيينا", "Wien"])
def test_a_place_is_found_in_any_spelling(run: Run, name: str) -> None:
    said = run("gazetteer", "search", name)
    assert said.status == 0
    assert "geonames:2761369" in said.out


def test_a_name_that_is_no_place_is_said_to_be_none(run: Run) -> None:
    said = run("gazetteer", "search", "Xyzzyqwvx")
    assert (said.status, said.out) == (1, "")
    assert "Xyzzyqwvx" in said.err


def test_places_are_drawn_for_a_quick_look(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("places", article, "--map", tmp_path / "places.svg").status == 0
    assert "Rome" in (tmp_path / "places.svg").read_text("utf-8")


def test_a_desk_adds_its_places_and_takes_them_out_again(run: Run, tmp_path: Path) -> None:
    ours = written(tmp_path / "ours.csv", "id,name,lat,lon\n1,Qwertham Ford,10.5,20.5\n")
    assert "1 place from ours.csv" in run("gazetteer", "import", ours, "--licence", "CC0").err
    assert "ours: 1 place · ours.csv · CC0" in run("gazetteer", "list").out
    assert "10.5000, 20.5000" in run("gazetteer", "search", "Qwertham Ford").out
    assert run("gazetteer", "withdraw", "ours").status == 0
    assert run("gazetteer", "list").out == ""
    assert run("gazetteer", "withdraw", "ours").status == 2


def test_a_broken_gazetteer_file_changes_nothing(run: Run, tmp_path: Path) -> None:
    said = run("gazetteer", "import", written(tmp_path / "broken.csv", "id,name,lat,lon\n1,Nowhere,95,20\n"))
    assert said.status == 1
    assert "W302" in said.err
    assert run("gazetteer", "list").out == ""


def test_a_column_that_is_no_pair_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    ours = written(tmp_path / "ours.csv", "id,name,lat,lon\n1,Qwertham Ford,10.5,20.5\n")
    assert run("gazetteer", "import", ours, "--column", "name").status == 2


# Wrong commands --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["frobnicate"], ["read"], ["map", "ARTICLE"], ["read", "ARTICLE", "--colour", "red"],
        ["read", "ARTICLE", "--format", "xml"], ["read", "ARTICLE", "--language", "fr"],
        ["times", "ARTICLE", "--mode", "epic"], ["times", "ARTICLE", "--reasons", "fr"],
        ["read", "ARTICLE", "--published", "yesterday"], ["times", "ARTICLE", "--published", "2019-13-01"],
        ["export", "ARTICLE", "-o", "out"], ["gazetteer", "search"],
    ],
)  # fmt: skip
def test_a_wrong_command_is_a_usage_error(run: Run, article: Path, arguments: list[str]) -> None:
    said = run(*(article if a == "ARTICLE" else a for a in arguments))
    assert said.status == 2
    assert said.out == ""
    assert said.err


def test_a_subject_that_nobody_mentions_is_an_error(run: Run, article: Path) -> None:
    said = run("read", article, "--subject", "Zebulon Quartermain")
    assert said.status == 2
    assert "W101" in said.err
    assert "Anna Berg" in said.err, "the remedy names who is spoken of"


def test_an_alias_is_enough_to_find_the_subject(run: Run, article: Path) -> None:
    said = run("read", article, "--subject", "آنا بيرغ", "--alias", "Anna Berg", "--format", "json")
    assert said.status == 0
    assert json.loads(said.out)["sightings"]


def test_a_text_without_people_asks_for_a_subject(run: Run, tmp_path: Path) -> None:
    said = run("read", written(tmp_path / "rain.txt", "It rained in Rome for three days."))
    assert said.status == 2
    assert "--subject" in said.err


# Bad input: named with its code, and the rest goes on --------------------------------------------


BAD = {
    "empty.txt": (b"", "W202"),
    "blank.txt": (b" \n\t\n", "W202"),
    "noise.txt": (bytes(range(256)) * 20, "W203"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, "W210"),
    "program.html": (b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8, "W203"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_reported_and_the_rest_goes_on(
    run: Run, article: Path, tmp_path: Path, name: str
) -> None:
    content, code = BAD[name]
    said = run("read", written(tmp_path / name, content), article, "--format", "json")
    assert said.status == 1
    assert code in said.err
    assert name in said.err
    assert json.loads(said.out)["sightings"]


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_alone_makes_no_dossier(run: Run, tmp_path: Path, name: str) -> None:
    said = run("map", written(tmp_path / name, BAD[name][0]), "-o", tmp_path / "dossier")
    assert said.status == 1
    assert BAD[name][1] in said.err
    assert sorted(p.name for p in tmp_path.iterdir()) == [name]


def test_fifty_megabytes_are_refused_before_they_are_read(run: Run, article: Path, tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as out:
        out.truncate(50_000_000)
    said = run("read", huge, article, "--format", "json")
    assert said.status == 1
    assert "W205" in said.err
    assert json.loads(said.out)["sightings"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_other_encodings_are_read(run: Run, tmp_path: Path, encoding: str) -> None:
    text = STORY.replace("Anna Berg", "Anna Bergé").replace("Berg left", "Bergé left")
    said = run(
        "read",
        written(tmp_path / "a.txt", text.encode(encoding)),
        "--subject",
        "Anna Bergé",
        "--format",
        "json",
    )
    assert said.status == 0
    assert json.loads(said.out)["sightings"]


def test_a_folder_is_read_file_by_file(run: Run, article: Path, tmp_path: Path) -> None:
    written(tmp_path / "second.txt", "Anna Berg was in Oslo on 9 May 2019.")
    documents = json.loads(run("read", tmp_path, "--format", "json").out)["documents"]
    assert len(documents) == 2


def test_an_empty_folder_is_an_error(run: Run, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    said = run("read", tmp_path / "nothing")
    assert said.status == 1
    assert "W201" in said.err


@pytest.mark.parametrize("command", ["times", "places"])
def test_commands_of_one_file_want_a_file(run: Run, tmp_path: Path, command: str) -> None:
    said = run(command, tmp_path)
    assert said.status == 1
    assert "W201" in said.err


def test_a_file_that_is_not_there_is_reported(run: Run, article: Path, tmp_path: Path) -> None:
    said = run("read", tmp_path / "missing.txt", article)
    assert said.status == 1
    assert "W201" in said.err


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_is_reported(run: Run, article: Path, tmp_path: Path) -> None:
    locked = written(tmp_path / "locked.txt", STORY)
    locked.chmod(0)
    assert "W201" in run("read", locked, article).err


def test_scripts_of_a_page_are_neither_run_nor_read(run: Run, tmp_path: Path) -> None:
    html = f"<html><body><script>var a = 'Anna Berg was in Lima.';</script><p>{STORY}</p></body></html>"
    said = run("read", written(tmp_path / "page.html", html), "--format", "json")
    assert said.status == 0
    assert "Lima" not in said.out


def test_markup_in_a_text_stays_text(run: Run, tmp_path: Path) -> None:
    text = "Anna Berg arrived in Rome [bold]on[/bold] 3 May 2019 [/x]. <b>Berg</b> left."
    said = run("read", written(tmp_path / "a.txt", text))
    assert said.status == 0
    assert "[bold]on[/bold]" in said.out


# Output that must not be written --------------------------------------------------------------------------


def test_a_folder_that_is_not_ours_is_left_alone(run: Run, article: Path, tmp_path: Path) -> None:
    written(tmp_path / "diary.txt", "private")
    said = run("map", article, "-o", tmp_path)
    assert said.status == 1
    assert "W400" in said.err
    assert {p.name for p in tmp_path.iterdir()} == {"article.txt", "diary.txt"}


def test_our_own_folder_is_replaced(run: Run, article: Path, tmp_path: Path) -> None:
    for _ in range(2):
        assert run("map", article, "-o", tmp_path / "dossier").status == 0


def test_a_folder_in_the_place_of_a_file_is_an_error(run: Run, article: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    said = run("read", article, "-o", tmp_path / "taken")
    assert said.status == 1
    assert "W400" in said.err
    assert {p.name for p in tmp_path.iterdir()} == {"article.txt", "taken"}


# The page of commands --------------------------------------------------------------------------


def test_every_command_and_option_is_on_the_page() -> None:
    assert page().rstrip() in COMMANDS, "print it anew: python -m tests.commands_page"


def test_every_error_code_is_on_the_page() -> None:
    for error in vars(errors).values():
        if isinstance(error, type) and issubclass(error, errors.WherewhenError):
            assert f"| `{error.code}` | {error.summary} |" in COMMANDS
