"""No sentence is surer than its sources, whatever the status, role, place and language."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from wherewhen.model.claim import Status
from wherewhen.model.dossier import Dossier
from wherewhen.model.when import When
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase, PublicPlace, PublicSource
from wherewhen.publication.publish import publish
from wherewhen.publication.wording import ARABIC, ENGLISH, Told, Voice, chain_words, summary, where

HEDGES = {
    "en": {
        "attributed": ("According to", "It is reported that"),
        "inferred": ("may have",),
        "planned": ("was expected to", "It was planned or expected that"),
        "denied": ("It is denied that",),
    },
    "ar": {
        "attributed": ("أُفيد ب",),
        "inferred": ("احتمال",),
        "planned": ("كان من المقرَّر أو المتوقَّع",),
        "denied": ("نفيٌ ل",),
    },
}
PAPER = PublicSource("Al-Manara", "outlet", True)
UNNAMED = PublicSource("unnamed sources", "anonymous", False)


def place(precision: str = "settlement", name: str = "Homs", arabic: str = "حمص") -> PublicPlace:
    names = (("en", name), ("ar", arabic)) if name else ()
    return PublicPlace(name, name, names, precision, None, None, None, None, None, "", "SY", (), ())


@pytest.fixture
def case(dossier: Dossier, today: date) -> PublicCase:
    return publish(dossier, Policy.reading(), today)


def said(case: PublicCase, language: str) -> list[str]:
    return [dict(sighting.summary)[language] for sighting in case.sightings]


def test_the_story_is_told_in_english(case: PublicCase) -> None:
    assert said(case, "en") == [
        "According to unnamed sources via Al-Manara, Judge Amal Haddad arrived in Homs, "
        "no later than 13 May 2016, with Layla Nassar.",
        "According to Al-Manara, Judge Amal Haddad was expected to be in Homs, at an unknown date; "
        "nothing here shows that it happened.",
        "It is denied that Judge Amal Haddad was in Homs in 2017 (according to the ministry).",
        "According to The Beacon, Judge Amal Haddad may have been in Homs, at an unknown date.",
        "According to Al-Manara, Judge Amal Haddad was in the southern countryside of Aleppo, "
        "on some day in October 2015, with Layla Nassar and Omar Sabbagh.",
        "Judge Amal Haddad was on the way (“on a plane”), on some day in August 2016.",
        "According to Karim the clerk, Judge Amal Haddad was at a place not stated, at an unknown date.",
    ]


def test_the_story_is_told_in_arabic(case: PublicCase) -> None:
    plain = [text.replace("\u2068", "").replace("\u2069", "") for text in said(case, "ar")]
    assert plain[:3] == [
        "أُفيد بوصول القاضية أمل حداد إلى حمص، في موعد أقصاه ١٣ أيار/مايو ٢٠١٦، برفقة Layla Nassar، "
        "بحسب مصادر لم تُسمَّ عبر Al-Manara.",
        "كان من المقرَّر أو المتوقَّع وجود القاضية أمل حداد في حمص، في تاريخ غير معروف، بحسب Al-Manara؛ "
        "ولا شيء هنا يُثبت حدوثه.",
        "نفيٌ لوجود القاضية أمل حداد في حمص، في عام ٢٠١٧، بحسب مسؤول.",
    ]


@pytest.mark.parametrize("voice", [ENGLISH, ARABIC])
@pytest.mark.parametrize("status", [s.value for s in Status if s is not Status.ASSERTED])
def test_whatever_is_not_asserted_carries_a_hedge(voice: Voice, status: str) -> None:
    roles = [*ENGLISH.table("role"), "a role nobody has words for"]
    precisions = ("site", "settlement", "district", "region", "country", "in_transit", "unspecified")
    for role, precision, chain, companions, unnamed in itertools.product(
        roles, precisions, [(), (PAPER,), (UNNAMED, PAPER)], [(), ("Layla Nassar",)], range(4)
    ):
        told = Told(status, role, place(precision), When(), chain, companions, unnamed)
        text = summary(told, "Amal Haddad", voice)
        assert any(hedge in text for hedge in HEDGES[voice.language][status])


def test_a_foreign_name_is_kept_together_in_an_arabic_sentence(case: PublicCase) -> None:
    assert "\u2068Layla Nassar\u2069" in said(case, "ar")[0]


def test_a_name_that_brings_its_preposition_gets_no_second_one() -> None:
    told = Told("asserted", "present", place("district", "near Homs", "قرب حمص"), When())
    assert summary(told, "She", ENGLISH) == "She was near Homs, at an unknown date."
    assert summary(told, "هي", ARABIC) == "يوثّق النص وجود هي قرب حمص، في تاريخ غير معروف."


@pytest.mark.parametrize(
    ("n", "english", "arabic"),
    [
        (1, "with one companion", "برفقة شخص واحد"),
        (2, "with two companions", "برفقة شخصين"),
        (3, "with 3 companions", "برفقة ٣ أشخاص"),
        (11, "with 11 companions", "برفقة ١١ شخصاً"),
        (100, "with 100 companions", "برفقة ١٠٠ شخص"),
    ],
)
def test_companions_who_are_not_named_are_counted(n: int, english: str, arabic: str) -> None:
    told = Told("asserted", "present", place(), When(), unnamed=n)
    assert f", {english}." in summary(told, "She", ENGLISH)
    assert f"، {arabic}." in summary(told, "هي", ARABIC)


def test_a_chain_is_read_from_the_inside_out() -> None:
    assert chain_words((UNNAMED, PAPER), ENGLISH) == "unnamed sources → Al-Manara"
    assert chain_words((UNNAMED, PAPER), ARABIC) == "مصادر لم تُسمَّ ← \u2068Al-Manara\u2069"


def test_the_head_counts_in_words(case: PublicCase) -> None:
    assert dict(case.title)["en"] == "Judge Amal Haddad: documented movements, 2015–2017"
    assert dict(case.title)["ar"] == "القاضية أمل حداد: تحركات موثّقة، ٢٠١٥–٢٠١٧"
    assert dict(case.summary)["en"] == (
        "7 sightings in 2 places, from 4 sources; 2 could not be placed; 1 rests on photographs or video."
    )
    assert dict(case.summary)["ar"] == (
        "٧ مرات ظهور في مكانين، من ٤ مصادر؛ اثنان لم يمكن تحديد مكانهما؛ واحد يستند إلى صور أو تسجيلات مصوَّرة."
    )


@pytest.mark.parametrize("voice", [ENGLISH, ARABIC])
def test_every_counted_phrase_has_the_plurals_of_its_language(voice: Voice) -> None:
    needed = {"en": {"one", "other"}, "ar": {"one", "two", "few", "many", "other"}}[voice.language]
    for path in [("count", noun) for noun in voice.table("count")] + [
        ("withheld", category) for category in voice.table("withheld")
    ]:
        assert needed <= set(voice.table(*path)), path


def test_both_languages_have_the_same_words() -> None:
    def keys(table: dict[str, object], prefix: str = "") -> set[str]:
        plurals = {"zero", "one", "two", "few", "many", "other"}
        found: set[str] = set()
        for key, value in table.items():
            if isinstance(value, dict):
                found |= keys(value, f"{prefix}{key}.")
            elif not (key in plurals and prefix.startswith(("count.", "withheld.", "with."))):
                found.add(prefix + key)
        return found

    role_forms = {key for key in keys(ENGLISH.table()) if key.startswith("role.")}
    assert keys(ENGLISH.table()) - role_forms == {
        k for k in keys(ARABIC.table()) if not k.startswith("role.")
    }
    assert set(ENGLISH.table("role")) == set(ARABIC.table("role"))


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("United States", "in the United States"),
        ("Euphrates", "in the Euphrates"),
        ("Gulf of Aden", "in the Gulf of Aden"),
        ("Red Sea", "in the Red Sea"),
        ("southern countryside of Aleppo", "in the southern countryside of Aleppo"),
        ("the Levant", "in the Levant"),
        ("southern Syria", "in southern Syria"),
        ("Homs", "in Homs"),
        ("Citadel", "in Citadel"),
    ],
)
def test_english_names_take_the_article_that_they_need(name: str, spoken: str) -> None:
    assert where(place("region", name), ENGLISH) == spoken


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("Kuwaiti newspaper", "the Kuwaiti newspaper"),
        ("a driver", "a driver"),
        ("sources", "sources"),
        ("the ministry", "the ministry"),
        ("Al-Manara", "Al-Manara"),
    ],
)
def test_a_source_described_in_words_takes_the_article(name: str, spoken: str) -> None:
    told = Told("attributed", "present", place(), When(), (PublicSource(name, "outlet", True),))
    assert summary(told, "She", ENGLISH).startswith(f"According to {spoken}, She was in Homs")
