"""The words of the workbench: the same in both languages, and none of them unused."""

from __future__ import annotations

import re
from pathlib import Path

import wherewhen
from wherewhen.languages import lexicon

ROOM = Path(wherewhen.__file__).parent / "workbench"

LISTS = ("words", "keys", "state", "act", "field", "rule", "role", "file", "fault")


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    english, arabic = lexicon("en", "workbench"), lexicon("ar", "workbench")
    for part in LISTS:
        assert english[part].keys() == arabic[part].keys(), part
        for key in english[part]:
            values = [sorted(re.findall(r"{(\w+)}", str(words[part][key]))) for words in (english, arabic)]
            assert values[0] == values[1], key
    assert english["plural"].keys() == arabic["plural"].keys()


def test_no_word_is_left_over() -> None:
    files = [file for kind in ("*.py", "*.html") for file in ROOM.rglob(kind)]
    told = "\n".join(file.read_text("utf-8") for file in files)
    used = set(re.findall(r"[\"'](\w+)[\"']", told))
    made = {"show_open", "show_done", "show_all"}
    assert sorted(lexicon("en", "workbench")["words"].keys() - used - made) == []
