"""What a death says of presences before it, and what it does not say."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.conftest import Read

BY_THEN = (None, date(2016, 5, 13))
HADDAD = "سامي الحداد"


def bounds(read: Read, text: str, place: str, subject: str, language: str) -> tuple[date | None, date | None]:
    claim = next(c for c in read(text, subject, language=language) if c.place.surface == place)
    return claim.when.earliest, claim.when.latest


@pytest.mark.parametrize(
    ("text", "place", "subject", "language"),
    [
        (
            "The news came on 3 June 2020. Anna Berg met Karl Lindt in Cairo. "
            "Karl Lindt was killed on 13 May 2016.",
            "Cairo", "Anna Berg", "en",
        ),
        (
            "جاء الخبر في 3 حزيران 2020. والتقى سامي الحداد الوزير خالد منصور في بيروت. "
            "وقُتل خالد منصور في 13 أيار 2016.",
            "بيروت", HADDAD, "ar",
        ),
    ],
)  # fmt: skip
def test_a_borrowed_date_gives_way_to_the_death_of_who_was_there(
    read: Read, text: str, place: str, subject: str, language: str
) -> None:
    assert bounds(read, text, place, subject, language) == BY_THEN


def test_a_date_of_its_own_does_not(read: Read) -> None:
    text = "Anna Berg met Karl Lindt in Cairo on 3 June 2020. Karl Lindt was killed on 13 May 2016."
    assert bounds(read, text, "Cairo", "Anna Berg", "en") == (date(2020, 6, 3), date(2020, 6, 3))


def test_the_day_of_a_death_is_not_that_of_the_days_before(read: Read) -> None:
    text = (
        "Anna Berg was killed on 13 May 2016 in Rome. A ticket showed that she was in Cairo before. "
        "The trip was no secret."
    )
    assert bounds(read, text, "Cairo", "Anna Berg", "en") == BY_THEN
    assert bounds(read, text, "Rome", "Anna Berg", "en") == (date(2016, 5, 13), date(2016, 5, 13))


@pytest.mark.parametrize(
    ("text", "bounds_"),
    [
        ("Anna Berg died on 13 May 2016. In June she reached Rome.", BY_THEN),
        (
            "Anna Berg died on 13 May 2016. In June 2018 she reached Rome.",
            (date(2018, 6, 1), date(2018, 6, 30)),
        ),
        ("Anna Berg died on 13 May 2016. She had planned to go to Rome.", BY_THEN),
    ],
)
def test_a_year_filled_in_gives_way_to_the_subjects_death_and_one_stated_does_not(
    read: Read, text: str, bounds_: tuple[date | None, date | None]
) -> None:
    assert bounds(read, text, "Rome", "Anna Berg", "en") == bounds_


@pytest.mark.parametrize(
    ("subject", "latest"), [("The Lindt brothers", date(2016, 5, 31)), ("Anna Berg", date(2016, 5, 13))]
)
def test_a_death_bounds_a_person_and_no_group(read: Read, subject: str, latest: date) -> None:
    text = f"{subject} reached Rome in May 2016. {subject} died on 13 May 2016."
    assert bounds(read, text, "Rome", subject, "en")[1] == latest
