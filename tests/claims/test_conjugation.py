"""Arabic forms: what a verb or noun of presence looks like, and for whom it is written."""

from __future__ import annotations

import pytest

from wherewhen.claims.conjugation import noun_forms, participle_forms, verb_forms

ZAR, ILTAQA, MARR = "زار زور زياره", "التقى لتقي لقاء", "مر مر مرور"


def persons(triple: str, key: str) -> set[tuple[str, str, bool]]:
    return {(f.form, f.person, f.onto) for f in verb_forms(triple) if f.key == key}


@pytest.mark.parametrize(
    ("triple", "key", "told"),
    [
        (ZAR, "زار", ("past", "m", False)),
        (ZAR, "زارت", ("past", "f", False)),
        (ZAR, "زرت", ("past", "1", False)),
        (ZAR, "زاروا", ("past", "p", False)),
        (ZAR, "زارتا", ("past", "d", False)),
        (ZAR, "زارها", ("past", "m", True)),
        (ZAR, "يزور", ("present", "m", False)),
        (ZAR, "سيزور", ("future", "m", False)),
        (ZAR, "يزر", ("jussive", "m", False)),
        (ZAR, "لتزور", ("purpose", "f", False)),
        (ZAR, "زيارته", ("noun", "m", False)),
        (ILTAQA, "التقت", ("past", "f", False)),
        (ILTAQA, "التقوا", ("past", "p", False)),
        (ILTAQA, "التقاه", ("past", "m", True)),
        (ILTAQA, "يلتق", ("jussive", "m", False)),
        (MARR, "مررت", ("past", "1", False)),
        (MARR, "يمرون", ("present", "p", False)),
    ],
)
def test_a_verb_is_known_in_this_form_for_this_person(
    triple: str, key: str, told: tuple[str, str, bool]
) -> None:
    assert told in persons(triple, key)


def test_a_noun_takes_the_pronouns_of_its_owner() -> None:
    assert {f.key: f.person for f in noun_forms("زياره")} | {"": ""} == {
        "زياره": "", "زيارته": "m", "زيارتها": "f", "زيارتهم": "p", "زيارتهما": "d", "زيارتي": "1", "": "",
    }  # fmt: skip


def test_a_participle_agrees_with_one_two_or_several() -> None:
    found = {f.key: f.person for f in participle_forms("مقيم")}
    assert (found["مقيما"], found["مقيمه"], found["مقيمان"], found["مقيمين"]) == ("m", "f", "d", "p")
