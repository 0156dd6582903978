"""Presences that are dated by another event of the document."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.conftest import Read

from wherewhen.model.claim import Claim

HADDAD = "سامي الحداد"


def at(claims: tuple[Claim, ...], place: str) -> Claim:
    (claim,) = [c for c in claims if c.place.surface == place]
    return claim


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        (
            "Anna Berg visited Cairo two days after Karl Lindt died. Karl Lindt died on 3 May 2019.",
            date(2019, 5, 5),
            date(2019, 5, 5),
        ),
        (
            "Anna Berg visited Cairo days after Karl Lindt was killed. Karl Lindt was killed on 3 May 2019.",
            date(2019, 5, 4),
            date(2019, 5, 17),
        ),
        (
            "Anna Berg stayed in Cairo before she arrived in Rome on 3 May 2019.",
            None,
            date(2019, 5, 3),
        ),
    ],
)
def test_a_presence_hangs_on_the_event_that_its_words_name(
    read: Read, text: str, earliest: date | None, latest: date
) -> None:
    claim = at(read(text, "Anna Berg"), "Cairo")
    assert (claim.when.earliest, claim.when.latest) == (earliest, latest)
    assert {"time.after_event", "time.before_event"} & {reason.code for reason in claim.when.reasons}


def test_an_arabic_presence_hangs_on_a_death(read: Read) -> None:
    text = (
        "التقى سامي الحداد الوزير خالد منصور. وتوفي خالد منصور في 3 أيار 2019. "
        "زار سامي الحداد القاهرة بعد يومين من وفاة خالد منصور."
    )
    claim = at(read(text, HADDAD, language="ar"), "القاهرة")
    assert (claim.when.earliest, claim.when.latest) == (date(2019, 5, 5), date(2019, 5, 5))


@pytest.mark.parametrize(
    ("text", "subject", "language", "place", "earliest", "latest"),
    [
        (
            "Anna Berg met Karl Lindt in Cairo. Two days later Berg flew to Vienna. "
            "Karl Lindt was killed on 13 May 2016.",
            "Anna Berg", "en", "Vienna", None, date(2016, 5, 15),
        ),
        (
            "Anna Berg was in Cairo on 3 May 2016. She then drove to Vienna.",
            "Anna Berg", "en", "Vienna", date(2016, 5, 3), date(2020, 6, 30),
        ),
        (
            "التقى سامي الحداد العميد كريم الزين في بغداد. وبعد يومين وصل الحداد إلى بيروت. "
            "وقُتل العميد كريم الزين في 13 أيار 2016.",
            HADDAD, "ar", "بيروت", None, date(2016, 5, 15),
        ),
        (
            "Anna Berg was in Cairo on 3 May 2016. Two days later, on 9 June 2016, Berg flew to Vienna.",
            "Anna Berg", "en", "Vienna", date(2016, 6, 9), date(2016, 6, 9),
        ),
    ],
)  # fmt: skip
def test_a_sequel_counts_from_the_presence_told_before_unless_a_date_is_told(
    read: Read, text: str, subject: str, language: str, place: str, earliest: date | None, latest: date
) -> None:
    claim = at(read(text, subject, language=language), place)
    assert (claim.when.earliest, claim.when.latest) == (earliest, latest)


def test_moving_the_event_moves_what_hangs_on_it(read: Read) -> None:
    text = "Anna Berg visited Cairo two days after Karl Lindt died. Karl Lindt died on {day} May 2019."
    found = [at(read(text.format(day=day), "Anna Berg"), "Cairo").when.latest for day in (3, 10)]
    assert found == [date(2019, 5, 5), date(2019, 5, 12)]


def test_a_photo_that_came_out_later_does_not_move_the_presence(read: Read) -> None:
    text = (
        "Anna Berg visited Cairo with Karl Lindt, in a photo circulated days after Karl Lindt was killed. "
        "Karl Lindt was killed on 3 May 2019."
    )
    claim = at(read(text, "Anna Berg"), "Cairo")
    assert claim.when.latest == date(2019, 5, 3)
    assert "time.after_event" not in {reason.code for reason in claim.when.reasons}


def test_a_day_of_its_own_that_contradicts_the_order_stays_and_says_so(read: Read) -> None:
    text = (
        "Anna Berg visited Cairo on 1 May 2019, two days after Karl Lindt died. "
        "Karl Lindt died on 3 May 2019."
    )
    claim = at(read(text, "Anna Berg"), "Cairo")
    assert claim.when.latest == date(2019, 5, 1)
    assert "claim.order_contradicted" in {reason.code for reason in claim.reasons}
