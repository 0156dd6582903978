"""When a presence was, by the words themselves, by what surrounds them, or bounded and no more."""

from __future__ import annotations

from datetime import date

import pytest
from tests.claims.conftest import Read

from wherewhen.model.claim import Claim

HADDAD = "سامي الحداد"
PUBLISHED = date(2020, 6, 30)


def at(claims: tuple[Claim, ...], place: str) -> list[tuple[date | None, date | None]]:
    return [(c.when.earliest, c.when.latest) for c in claims if c.place.surface == place]


def day(year: int, month: int, number: int) -> tuple[date, date]:
    return date(year, month, number), date(year, month, number)


def test_a_date_of_the_sentence_dates_it(read: Read) -> None:
    assert at(read("Anna Berg arrived in Rome on 3 May 2019.", "Anna Berg"), "Rome") == [day(2019, 5, 3)]
    found = read("وصل سامي الحداد إلى روما يوم 3 أيار 2019.", HADDAD, language="ar")
    assert at(found, "روما") == [day(2019, 5, 3)]


def test_a_weekday_is_the_last_before_publication(read: Read) -> None:
    assert at(read("Anna Berg arrived in Rome on Monday.", "Anna Berg"), "Rome") == [day(2020, 6, 29)]


def test_an_undated_presence_was_before_publication(read: Read) -> None:
    assert at(read("Anna Berg visited Rome.", "Anna Berg"), "Rome") == [(None, PUBLISHED)]
    assert at(read("زار سامي الحداد روما.", HADDAD, language="ar"), "روما") == [(None, PUBLISHED)]


def test_where_nothing_bounds_it_an_undated_presence_stays_open(read: Read) -> None:
    assert at(read("Anna Berg visited Rome.", "Anna Berg", published=None), "Rome") == [(None, None)]


def test_the_day_on_which_a_photo_was_published_is_the_latest(read: Read) -> None:
    text = "نشرت الصحيفة في 3 أيار 2019 صورة سامي الحداد في روما."
    assert at(read(text, HADDAD, language="ar"), "روما") == [(None, date(2019, 5, 3))]


@pytest.mark.xfail(
    strict=True, reason="where publishing itself is the verb, its day is taken for the presence"
)
def test_the_day_on_which_a_paper_published_a_photo_is_the_latest(read: Read) -> None:
    text = "The Daily published a photo of Anna Berg in Rome on 3 May 2019."
    assert at(read(text, "Anna Berg"), "Rome") == [(None, date(2019, 5, 3))]


def test_two_years_are_two_stays(read: Read) -> None:
    found = at(read("Anna Berg visited Rome in 1987 and 1989.", "Anna Berg"), "Rome")
    assert [low.year for low, _ in found if low] == [1987, 1989]


@pytest.mark.parametrize(
    ("text", "language", "place", "stay"),
    [
        (
            "Anna Berg visited Rome from 3 May to 9 May 2019.",
            "en",
            "Rome",
            (date(2019, 5, 3), date(2019, 5, 9)),
        ),
        ("Anna Berg lived in Rome from 1990 to 1994.", "en", "Rome", (date(1990, 1, 1), date(1994, 12, 31))),
        (
            "عاش سامي الحداد في روما بين عامي 1990 و1994.",
            "ar",
            "روما",
            (date(1990, 1, 1), date(1994, 12, 31)),
        ),
    ],
)
def test_a_stay_lasts_from_its_first_date_to_its_last(
    read: Read, text: str, language: str, place: str, stay: tuple[date, date]
) -> None:
    assert at(read(text, HADDAD if language == "ar" else "Anna Berg", language=language), place) == [stay]


@pytest.mark.parametrize("text", ["Anna Berg visited Rome several times in past years."])
def test_a_habit_has_no_day_of_its_own(read: Read, text: str) -> None:
    assert at(read(text, "Anna Berg"), "Rome") == [(None, PUBLISHED)]
    found = read("زار سامي الحداد روما عدة مرات.", HADDAD, language="ar")
    assert at(found, "روما") == [(None, PUBLISHED)]


def test_a_borrowed_date_says_from_where(read: Read) -> None:
    found = read("Anna Berg was killed on 3 May 2019 in Rome. She had been in Paris before.", "Anna Berg")
    (paris,) = [c for c in found if c.place.surface == "Paris"]
    codes = [r.code for r in paris.when.reasons]
    assert paris.when.latest == date(2019, 5, 3)
    assert "claim.date_from_context" in codes or "claim.before_death" in codes


# Lives ------------------------------------------------------------------------------------------


def test_nobody_is_met_after_death(read: Read) -> None:
    text = "Anna Berg visited Cairo with Karl Lindt. Karl Lindt died on 3 May 2019."
    (claim,) = [c for c in read(text, "Anna Berg") if c.place.surface == "Cairo"]
    assert claim.when.latest == date(2019, 5, 3)
    reason = claim.when.reasons[-1]
    assert reason.code == "claim.before_death"
    assert reason.span is not None
    assert reason.span.quote == "3 May 2019"


def test_the_death_of_somebody_absent_bounds_nothing(read: Read) -> None:
    text = "Anna Berg visited Cairo. Karl Lindt died on 3 May 2019."
    (claim,) = [c for c in read(text, "Anna Berg") if c.place.surface == "Cairo"]
    assert "claim.before_death" not in [r.code for r in claim.when.reasons]


# What lasts ---------------------------------------------------------------------------------------

LASTING = [
    ("en", "Anna Berg has lived in Rome since 2014.", "Rome", (date(2014, 1, 1), PUBLISHED)),
    ("en", "Anna Berg lived in Rome in 2014.", "Rome", (date(2014, 1, 1), date(2014, 12, 31))),
    (
        "en",
        "Anna Berg came to Rome in 2011. She lived in Rome until 2014.",
        "Rome",
        (date(2011, 1, 1), date(2014, 12, 31)),
    ),
    ("ar", "يعيش سامي الحداد في روما منذ عام 2014.", "روما", (date(2014, 1, 1), PUBLISHED)),
    ("ar", "عاش سامي الحداد في روما عام 2014.", "روما", (date(2014, 1, 1), date(2014, 12, 31))),
    (
        "ar",
        "وصل سامي الحداد إلى باريس عام 2011. وعاش سامي الحداد في روما حتى عام 2014.",
        "روما",
        (date(2011, 1, 1), date(2014, 12, 31)),
    ),
]


@pytest.mark.parametrize(("language", "text", "place", "stay"), LASTING)
def test_since_lasts_until_the_publication_and_until_from_the_date_told_before(
    read: Read, language: str, text: str, place: str, stay: tuple[date, date]
) -> None:
    found = at(read(text, HADDAD if language == "ar" else "Anna Berg", language=language), place)
    assert stay in found


def test_the_years_before_a_birth_date_nothing_of_the_life(read: Read) -> None:
    text = (
        "Anna Berg (4 May 1900 - 1 June 1970) was a painter. Rome had a school since 1850. She lived in Rome."
    )
    for low, high in at(read(text, "Anna Berg", published=None), "Rome"):
        assert (low is None or low >= date(1900, 5, 4)) and (high is None or high <= date(1970, 6, 1))
