"""Whose movement a sentence tells."""

from __future__ import annotations

import pytest
from tests.claims.conftest import Read

from wherewhen import documents, mentions
from wherewhen.claims.doer import Doer
from wherewhen.claims.doers import doers
from wherewhen.claims.frame import frames
from wherewhen.documents import Stated
from wherewhen.languages import sentences
from wherewhen.model.person import Person

HADDAD = "سامي الحداد"


def done_by(text: str, subject: str = "Anna Berg", language: str = "en") -> dict[str, Doer]:
    """The doer of each word of presence, by that word."""
    document = documents.of_text(text, Stated(language=language))
    person = Person(subject)
    lines = frames(document, sentences(document), person, mentions.people(document, person), (), ())
    return {frame.text(p.at, p.end): d for frame in lines for p, d in doers(frame).items()}


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Anna Berg arrived in Rome.", "arrived"),
        ("Anna Berg had finally arrived in Rome.", "arrived"),
        ("Anna Berg landed, rested and left.", "left"),
        ("Anna Berg, who visited Rome, is a singer.", "visited"),
        ("Anna Berg was arrested in Rome.", "arrested"),
        ("Police arrested Anna Berg in Rome.", "arrested"),
        ("Karl Lindt met Anna Berg in Rome.", "met"),
        ("Rain fell during Anna Berg's visit to Rome.", "visit"),
        ("Rain fell during the visit of Anna Berg to Rome.", "visit"),
    ],
)
def test_the_subject_does_it_or_it_is_done_to_her(text: str, verb: str) -> None:
    assert done_by(text)[verb].subject


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Karl Lindt arrived while Anna Berg slept.", "arrived"),
        ("A friend of Anna Berg arrived in Rome.", "arrived"),
        ("Anna Berg spoke, and Karl Lindt arrived.", "arrived"),
        ("Tom Berg arrived in Rome.", "arrived"),
    ],
)
def test_somebody_else_does_it(text: str, verb: str) -> None:
    assert not done_by(text)[verb].subject


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("وصل سامي الحداد إلى روما.", "وصل"),
        ("سامي الحداد وصل إلى روما.", "وصل"),
        ("زيارة سامي الحداد إلى روما طويلة.", "زيارة"),
        ("تحدث سامي الحداد ثم غادر إلى روما.", "غادر"),
    ],
)
def test_an_arabic_verb_is_done_by_whom_it_names_or_was_about(text: str, verb: str) -> None:
    assert done_by(text, HADDAD, "ar")[verb].subject


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("قال مصدر إن سامي الحداد وصل إلى روما.", "وصل"),
        ("كان سامي الحداد قد زار روما.", "زار"),
        ("سامي الحداد الذي زار روما كاتب.", "زار"),
        ("وصل سامي الحداد إلى روما. وزار المتحف في الصباح.", "وزار"),
        ("وصل سامي الحداد إلى روما، واستقبله الوزير خالد منصور.", "واستقبله"),
        ("استقبل الوزير خالد منصور سامي الحداد في روما.", "استقبل"),
        ("وصل سامي الحداد إلى روما. وقال مصدر إنه غادرها.", "غادرها"),
        ("وصل سامي إلى روما. ثم غادر سامي الحداد إلى باريس.", "وصل"),
    ],
)
def test_the_arabic_subject_is_known_behind_small_words_and_as_object(text: str, verb: str) -> None:
    assert done_by(text, HADDAD, "ar")[verb].subject


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("وصل الوزير خالد منصور إلى روما.", "وصل"),
        ("وصلت طائرة سامي الحداد إلى روما.", "وصلت"),
        ("قال سامي الحداد إن الوفد وصل إلى روما.", "وصل"),
        ("وصل سامي الحداد إلى روما. ووصلت إلى باريس.", "ووصلت"),
        ("تحدث سامي الحداد عن الوفد الذي وصل إلى روما.", "وصل"),
        ("تحدث سامي الحداد عن زيارة الوفد إلى روما.", "زيارة"),
    ],
)
def test_an_arabic_verb_is_done_by_somebody_else(text: str, verb: str) -> None:
    assert not done_by(text, HADDAD, "ar")[verb].subject


@pytest.mark.parametrize(
    "text",
    ["Tom Berg arrived in Rome.", "Karl Lindt died on 3 May 2019 in Rome.", "Karl Lindt arrived in Rome."],
)
def test_what_somebody_else_does_is_not_claimed_of_the_subject(read: Read, text: str) -> None:
    assert read(text, "Anna Berg") == ()
