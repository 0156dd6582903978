"""A date is said with exactly the doubt it has, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from wherewhen.model.when import Grain, When
from wherewhen.publication.wording import ARABIC, ENGLISH, Voice, date_in_sentence, date_words


def days(first: str | None, last: str | None, grain: Grain = Grain.UNKNOWN) -> When:
    return When.between(_day(first), _day(last), grain)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


DAY = date(2015, 11, 1)
CASES = [
    (days(None, None), "date unknown", "التاريخ غير معروف"),
    (days("2016-05-13", "2016-05-13"), "13 May 2016", "١٣ أيار/مايو ٢٠١٦"),
    (days(None, "2016-05-13"), "no later than 13 May 2016", "في موعد أقصاه ١٣ أيار/مايو ٢٠١٦"),
    (
        days(None, "2019-01-31", Grain.MONTH),
        "no later than January 2019",
        "في موعد أقصاه كانون الثاني/يناير ٢٠١٩",
    ),
    (days(None, "2019-01-31"), "no later than 31 January 2019", "في موعد أقصاه ٣١ كانون الثاني/يناير ٢٠١٩"),
    (days(None, "2016-12-31", Grain.YEAR), "no later than 2016", "في موعد أقصاه ٢٠١٦"),
    (days("2016-05-03", None), "no earlier than 3 May 2016", "في موعد لا يسبق ٣ أيار/مايو ٢٠١٦"),
    (days("2015-10-01", "2015-10-31"), "some day in October 2015", "في يوم ما من تشرين الأول/أكتوبر ٢٠١٥"),
    (days("2016-02-01", "2016-02-29"), "some day in February 2016", "في يوم ما من شباط/فبراير ٢٠١٦"),
    (days("2019-01-01", "2019-12-31"), "in 2019", "في عام ٢٠١٩"),
    (days("1687-01-01", "1689-12-31"), "between 1687 and 1689", "بين عامي ١٦٨٧ و١٦٨٩"),
    (days("1680-01-01", "1689-12-31", Grain.DECADE), "in the 1680s", "في العقد الذي يبدأ عام ١٦٨٠"),
    (days("2016-05-03", "2016-05-09"), "between 3 and 9 May 2016", "بين ٣ و٩ أيار/مايو ٢٠١٦"),
    (
        days("2016-05-03", "2016-06-09"),
        "between 3 May and 9 June 2016",
        "بين ٣ أيار/مايو و٩ حزيران/يونيو ٢٠١٦",
    ),
    (
        days("2016-09-01", "2016-12-31"),
        "between September and December 2016",
        "بين أيلول/سبتمبر وكانون الأول/ديسمبر ٢٠١٦",
    ),
    (
        days("2015-12-30", "2016-01-02"),
        "between 30 December 2015 and 2 January 2016",
        "بين ٣٠ كانون الأول/ديسمبر ٢٠١٥ و٢ كانون الثاني/يناير ٢٠١٦",
    ),
    (
        When((DAY, DAY), (date(2015, 11, 5), date(2015, 11, 5))),
        "from 1 November 2015 to 5 November 2015",
        "من ١ تشرين الثاني/نوفمبر ٢٠١٥ إلى ٥ تشرين الثاني/نوفمبر ٢٠١٥",
    ),
    (When((DAY, DAY)), "from 1 November 2015 on", "منذ ١ تشرين الثاني/نوفمبر ٢٠١٥"),
    (When((None, None), (DAY, DAY)), "until 1 November 2015", "حتى ١ تشرين الثاني/نوفمبر ٢٠١٥"),
    (
        When((date(1687, 1, 1), date(1687, 12, 31)), (date(1689, 3, 1), date(1689, 3, 31))),
        "from 1687 to March 1689",
        "من ١٦٨٧ إلى آذار/مارس ١٦٨٩",
    ),
]


@pytest.mark.parametrize(("when", "english", "arabic"), CASES)
def test_a_date_is_said_with_the_doubt_it_has(when: When, english: str, arabic: str) -> None:
    assert date_words(when, ENGLISH) == english
    assert date_words(when, ARABIC) == arabic


def test_arabic_may_be_written_with_western_digits() -> None:
    assert date_words(days("2016-05-13", "2016-05-13"), Voice("ar", indic=False)) == "13 أيار/مايو 2016"


def test_inside_a_sentence_a_day_takes_its_preposition() -> None:
    assert date_in_sentence(days("2016-05-13", "2016-05-13"), ENGLISH) == " on 13 May 2016"
    assert date_in_sentence(days(None, "2016-05-13"), ENGLISH) == ", no later than 13 May 2016"


@pytest.mark.parametrize("voice", [ENGLISH, ARABIC])
def test_every_date_has_both_forms(voice: Voice) -> None:
    in_sentence = set(voice.table("date_in_sentence"))
    assert set(voice.table("date")) - in_sentence == {"day", "month", "some"}
