"""Who says so, what it rests on, and who was there."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Read

from wherewhen.model.claim import Claim
from wherewhen.model.evidence import Evidence
from wherewhen.model.source import Source, SourceKind

HADDAD = "سامي الحداد"


def only(read: Read, text: str, language: str = "en") -> Claim:
    (claim,) = read(text, HADDAD if language == "ar" else "Anna Berg", language=language)
    return claim


# Chains of sources ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Reuters reported that Anna Berg arrived in Rome.", Source("Reuters", SourceKind.AGENCY)),
        ("According to the ministry, Anna Berg arrived in Rome.", Source("ministry", SourceKind.OFFICIAL)),
        (
            "Unnamed sources said that Anna Berg was in Rome.",
            Source("Unnamed sources", SourceKind.ANONYMOUS, named=False),
        ),
        ("Anna Berg said that she stayed in Rome.", Source("Anna Berg", SourceKind.SUBJECT)),
    ],
)
def test_the_source_is_named_and_typed(read: Read, text: str, source: Source) -> None:
    assert only(read, text).attribution == (source,)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("ذكرت وكالة رويترز أن سامي الحداد وصل إلى روما.", Source("وكالة رويترز", SourceKind.AGENCY)),
        ("قالت مصادر إن سامي الحداد في روما.", Source("مصادر", SourceKind.ANONYMOUS, named=False)),
        ("بحسب الوزارة وصل سامي الحداد إلى روما.", Source("الوزارة", SourceKind.OFFICIAL)),
        ("قالت شقيقته إن سامي الحداد في روما.", Source("شقيقته", SourceKind.OTHER)),
        ("كان سامي الحداد في روما كما قالت الوزارة.", Source("الوزارة", SourceKind.OFFICIAL)),
        ("زار سامي الحداد روما، بحسب ما رواه سائق أجرة.", Source("سائق أجرة", SourceKind.OTHER)),
        ("وفقا لصحيفة الشرق زار سامي الحداد روما.", Source("صحيفة الشرق", SourceKind.OUTLET)),
        ("حكى القاضي عياض أن سامي الحداد أقام في روما.", Source("القاضي عياض", SourceKind.OFFICIAL)),
    ],
)
def test_the_arabic_source_is_named_and_typed(read: Read, text: str, source: Source) -> None:
    assert only(read, text, "ar").attribution == (source,)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("قال شهود لوكالة رويترز إن سامي الحداد في روما.", ["شهود", "وكالة رويترز"]),
        ("نقلت قناة الشرق عن ضابط أن سامي الحداد في روما.", ["ضابط", "قناة الشرق"]),
        ("قال شهود إن سامي الحداد في روما.", ["شهود"]),
        ("قالت قناة الشرق إن سامي الحداد في روما.", ["قناة الشرق"]),
    ],
)
def test_an_arabic_sentence_tells_whom_a_witness_told(read: Read, text: str, chain: list[str]) -> None:
    assert [s.name for s in only(read, text, "ar").attribution] == chain


def test_a_chain_has_its_innermost_source_first(read: Read) -> None:
    claim = only(read, "Reuters reported, according to the police, that Anna Berg arrived in Rome.")
    assert [s.name for s in claim.attribution] == ["police", "Reuters"]


@pytest.mark.xfail(strict=True, reason="who cites the innermost source is not read")
def test_who_cites_stands_behind_whom_he_cites(read: Read) -> None:
    claim = only(read, "According to the police, cited by Reuters, Anna Berg arrived in Rome.")
    assert [s.name for s in claim.attribution] == ["police", "Reuters"]


def test_a_plain_sentence_has_no_source(read: Read) -> None:
    assert only(read, "Anna Berg arrived in Rome.").attribution == ()


# Evidence ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("A photograph shows Anna Berg in Rome.", "en", Evidence.PHOTO),
        ("A video shows Anna Berg in Rome.", "en", Evidence.VIDEO),
        ("Anna Berg wrote in a letter that she was in Rome.", "en", Evidence.DOCUMENT),
        ("According to the ministry, Anna Berg arrived in Rome.", "en", Evidence.STATEMENT),
        ("Reuters reported that Anna Berg arrived in Rome.", "en", Evidence.REPORT),
        ("Anna Berg arrived in Rome.", "en", Evidence.UNATTRIBUTED),
        ("تظهر صورة سامي الحداد في روما.", "ar", Evidence.PHOTO),
        ("يظهر فيديو سامي الحداد في روما.", "ar", Evidence.VIDEO),
        ("قال سامي الحداد في تسجيل صوتي إنه في روما.", "ar", Evidence.AUDIO),
        ("بحسب الوزارة وصل سامي الحداد إلى روما.", "ar", Evidence.STATEMENT),
        ("ذكرت وكالة رويترز أن سامي الحداد وصل إلى روما.", "ar", Evidence.REPORT),
        ("زار سامي الحداد روما.", "ar", Evidence.UNATTRIBUTED),
    ],
)
def test_a_passage_says_what_it_rests_on(read: Read, text: str, language: str, kind: Evidence) -> None:
    assert only(read, text, language).evidence is kind


# Companions -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "language", "present"),
    [
        (
            "Anna Berg arrived in Rome with Karl Lindt and three officers.",
            "en",
            ("Karl Lindt", "three officers"),
        ),
        ("Anna Berg met Karl Lindt in Rome.", "en", ("Karl Lindt",)),
        ("Karl Lindt met Anna Berg in Rome.", "en", ("Karl Lindt",)),
        ("Anna Berg and Karl Lindt arrived in Rome.", "en", ("Karl Lindt",)),
        ("Anna Berg arrived in Rome.", "en", ()),
        ("وصل سامي الحداد برفقة الوزير خالد منصور إلى روما.", "ar", ("خالد منصور",)),
        ("وصل سامي الحداد والوزير خالد منصور إلى روما.", "ar", ("خالد منصور",)),
        ("وصل سامي الحداد إلى روما وذهب معه الوزير خالد منصور.", "ar", ("خالد منصور",)),
    ],
)
def test_those_said_to_be_there_are_companions(
    read: Read, text: str, language: str, present: tuple[str, ...]
) -> None:
    assert only(read, text, language).companions == present


def test_who_is_only_spoken_of_is_no_companion(read: Read) -> None:
    assert only(read, "Karl Lindt said that Anna Berg arrived in Rome.").companions == ()


def test_a_companion_told_by_surname_has_the_whole_name(read: Read) -> None:
    found = read("Karl Lindt is a singer. Anna Berg arrived in Rome with Lindt.", "Anna Berg")
    assert [c.companions for c in found if c.place.surface == "Rome"] == [("Karl Lindt",)]


@pytest.mark.parametrize(
    ("text", "subject", "language", "name"),
    [
        ("Anna Berg greets fishermen in Lisbon (Photo: Harbour News)", "Anna Berg", "en", "Harbour News"),
        ("Anna Berg walks through Rome with her brother, 3 May 2019 (Reuters)", "Anna Berg", "en", "Reuters"),
        ("سامي الحداد يتفقد المرفأ في بيروت (تصوير: وكالة الساحل)", HADDAD, "ar", "وكالة الساحل"),
    ],
)  # fmt: skip
def test_the_credit_of_a_caption_is_where_its_picture_was_published(
    read: Read, text: str, subject: str, language: str, name: str
) -> None:
    (claim,) = read(text, subject, language=language)
    assert claim.evidence is Evidence.PHOTO
    assert [source.name for source in claim.attribution] == [name]


@pytest.mark.parametrize(
    ("text", "subject", "language"),
    [
        ("Anna Berg spent the summer in Rome with her brother (Reuters had asked).", "Anna Berg", "en"),
        ("أمضى سامي الحداد الصيف في بيروت مع أخيه (وكانت الوكالة قد سألت).", HADDAD, "ar"),
    ],
)
def test_brackets_at_the_end_of_a_sentence_are_no_credit(
    read: Read, text: str, subject: str, language: str
) -> None:
    assert all(claim.evidence is Evidence.UNATTRIBUTED for claim in read(text, subject, language=language))
