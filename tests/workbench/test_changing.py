"""Changing a claim at the desk: place, date, the rest; and making one from a passage."""

from __future__ import annotations

from datetime import date
from typing import Any

from wherewhen.model.claim import Status
from wherewhen.model.evidence import Evidence

from .conftest import Laid
from .form_of import filled


def change(laid: Laid, claim: str, language: str = "en", **changed: Any) -> Any:
    fields = filled(laid.tab.get(f"/{language}/edit?claim={claim}").text)
    return laid.tab.post(f"/{language}/change", **(fields | changed))


def test_a_place_is_searched_in_the_gazetteer_and_chosen(laid: Laid) -> None:
    rome = laid.claim("Rome")
    fields = filled(laid.tab.get(f"/en/edit?claim={rome}&part=place").text)
    found = laid.tab.post("/en/edit", **(fields | {"place_words": "حلب", "look": "place"})).text
    assert "Aleppo" in found and "geonames:170063" in found
    answer = laid.tab.post("/en/change", **(filled(found) | {"place": "1", "reason": "the map"}))
    place = laid.case.claim(rome).place
    assert answer.status == 303 and place.name("ar") == "حلب" and place.surface == "in Rome on 3 May 2019"
    assert laid.review(rome) == "amended"
    assert laid.case.proposed(rome).place.name("en") == "Rome"


def test_an_area_is_described_in_words(laid: Laid) -> None:
    rome = laid.claim("Rome")
    fields = filled(laid.tab.get(f"/en/edit?claim={rome}").text)
    words = {"place_words": "southern countryside of Aleppo", "look": "place"}
    found = laid.tab.post("/en/edit", **(fields | words)).text
    laid.tab.post("/en/change", **(filled(found) | {"place": "0"}))
    assert laid.case.claim(rome).place.area


def test_a_choice_from_other_words_is_never_taken(laid: Laid) -> None:
    rome = laid.claim("Rome")
    answer = change(laid, rome, place_words="Aleppo", place="0")
    assert answer.status == 422 and "choose one of the places" in answer.text
    assert laid.review(rome) == "proposed"


def test_an_area_is_drawn(laid: Laid) -> None:
    rome = laid.claim("Rome")
    change(laid, rome, place="drawn", corners="12.0,41.5 13.0,41.5 12.5,42.5", drawn_name="the hills")
    place = laid.case.claim(rome).place
    assert place.area and place.area[0][0][0] == place.area[0][0][-1] == (12.0, 41.5)
    assert place.name("en") == "the hills"


def test_what_is_drawn_badly_comes_back_with_what_was_typed(laid: Laid) -> None:
    for corners in ("", "12,41 13,41", "999,0 1,1 2,2", "a,b c,d e,f"):
        answer = change(laid, laid.claim("Rome"), place="drawn", corners=corners, activity="spoke")
        assert (
            answer.status == 422
            and "at least three corners" in answer.text
            and 'value="spoke"' in answer.text
        )


def test_a_date_is_said_in_words(laid: Laid) -> None:
    rome = laid.claim("Rome")
    fields = filled(laid.tab.get(f"/en/edit?claim={rome}&part=time").text)
    shown = laid.tab.post(
        "/en/edit", **(fields | {"time": "words", "time_words": "late 2016", "look": "time"})
    )
    assert "That means:" in shown.text and "What else moves" in shown.text
    laid.tab.post("/en/change", **(filled(shown.text) | {"time": "words", "time_words": "late 2016"}))
    when = laid.case.claim(rome).when
    assert when.earliest and when.latest and when.earliest.year == when.latest.year == 2016


def test_a_date_is_said_in_arabic_words(laid: Laid) -> None:
    rome = laid.claim("Rome")
    change(laid, rome, "ar", time="words", time_words="تشرين الأول 2015")
    assert laid.case.claim(rome).when.earliest == date(2015, 10, 1)


def test_a_date_is_said_by_bounds_of_any_grain(laid: Laid) -> None:
    rome = laid.claim("Rome")
    change(laid, rome, time="bounds", earliest="٢٠١٦", latest="2016-02")
    when = laid.case.claim(rome).when
    assert (when.earliest, when.latest) == (date(2016, 1, 1), date(2016, 2, 29))


def test_bounds_that_cannot_be_are_not_recorded(laid: Laid) -> None:
    rome = laid.claim("Rome")
    for earliest, latest in (("2017", "2016"), ("2016-13", ""), ("soon", ""), ("0000", "")):
        assert change(laid, rome, time="bounds", earliest=earliest, latest=latest).status == 422
    assert laid.review(rome) == "proposed"


def test_the_rest_of_a_claim(laid: Laid) -> None:
    rome = laid.claim("Rome")
    sources = "- a guard | witness\nThe Herald | outlet"
    change(
        laid, rome, status="denied", evidence="photo", companions="Carla Dorn\nOmar", activity="spoke",
        sources=sources,
    )  # fmt: skip
    claim = laid.case.claim(rome)
    assert (claim.status, claim.evidence, claim.activity) == (Status.DENIED, Evidence.PHOTO, "spoke")
    assert claim.companions == ("Carla Dorn", "Omar")
    assert [(s.name, s.kind.value, s.named) for s in claim.attribution] == [
        ("a guard", "witness", False), ("The Herald", "outlet", True),
    ]  # fmt: skip


def test_nothing_changed_is_no_entry(laid: Laid) -> None:
    number = laid.case.state.number
    assert change(laid, laid.claim("Rome")).status == 422
    assert laid.case.state.number == number


def test_a_second_change_keeps_the_first(laid: Laid) -> None:
    rome = laid.claim("Rome")
    change(laid, rome, activity="spoke")
    change(laid, rome, evidence="video")
    claim = laid.case.claim(rome)
    assert (claim.activity, claim.evidence) == ("spoke", Evidence.VIDEO)


def test_a_claim_is_made_from_a_passage(laid: Laid) -> None:
    document = laid.case.state.claims[laid.claim("Rome")].document
    fields = filled(laid.tab.get(f"/en/edit?document={document}&start=0&end=9").text)
    laid.tab.post("/en/change", **(fields | {"time": "bounds", "earliest": "2019", "latest": "2019"}))
    made = [held for held in laid.case.state.claims.values() if held.added]
    assert [laid.case.claim(held.id).span.quote for held in made] == ["Anna Berg"]
    assert "Anna Berg" in laid.tab.get(f"/en/desk?claim={made[0].id}").text


def test_a_passage_that_is_not_in_the_text_is_refused(laid: Laid) -> None:
    document = laid.case.state.claims[laid.claim("Rome")].document
    for start, end in ((5, 5), (9, 2), (0, 10_000)):
        assert laid.tab.get(f"/en/edit?document={document}&start={start}&end={end}").status == 400
