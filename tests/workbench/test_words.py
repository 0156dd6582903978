"""The words of the workbench: the same in both languages."""

from __future__ import annotations

import re

from wherewhen.languages import lexicon

LISTS = ("words", "keys", "state", "act", "field", "rule", "role", "file", "fault")


def test_both_languages_have_the_same_words_with_the_same_values() -> None:
    english, arabic = lexicon("en", "workbench"), lexicon("ar", "workbench")
    for part in LISTS:
        assert english[part].keys() == arabic[part].keys(), part
        for key in english[part]:
            values = [sorted(re.findall(r"{(\w+)}", str(words[part][key]))) for words in (english, arabic)]
            assert values[0] == values[1], key
    assert english["plural"].keys() == arabic["plural"].keys()
