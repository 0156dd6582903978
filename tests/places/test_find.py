from __future__ import annotations

from collections.abc import Callable

import pytest

from wherewhen.basemap import Basemap
from wherewhen.languages import sentence
from wherewhen.model.document import Document
from wherewhen.model.mention import PlaceMention
from wherewhen.model.place import Precision
from wherewhen.model.span import Span
from wherewhen.places import Gazetteer, as_json, find, is_literal, resolve

Made = Callable[..., Document]


def named(found: tuple[PlaceMention, ...], name: str) -> PlaceMention:
    return next(m for m in found if m.span.quote == name)


@pytest.mark.parametrize(
    ("text", "name", "where"),
    [
        ("The fair was held in Paris, Kentucky.", "Paris", ("US", "Kentucky")),
        ("The fair was held in Paris, Ky., in May.", "Paris", ("US", "Kentucky")),
        ("The president of France spoke in Paris.", "Paris", ("FR", "Île-de-France")),
        ("Police in Athens, Georgia, said the road to Atlanta was shut.", "Athens", ("US", "Georgia")),
        ("The Syrian town of Al-Bukamal fell.", "Al-Bukamal", ("SY", "Deir ez-Zor")),
        ("He lives in London, Ontario.", "London", ("CA", "Ontario")),
    ],
)
def test_the_text_decides_between_places_of_one_name(
    text: str, name: str, where: tuple[str, str], world: Gazetteer, paragraph: Made
) -> None:
    place = named(find(paragraph(text), world), name).value
    assert place.country == where[0]
    assert where[1] in place.containment


def test_neighbours_decide_where_nothing_is_stated(world: Gazetteer, paragraph: Made) -> None:
    text = "Crews from Dallas and Fort Worth drove to Paris, then on to Texarkana and Tyler."
    assert named(find(paragraph(text), world), "Paris").value.country == "US"


def test_one_name_has_one_sense_in_a_document(world: Gazetteer, paragraph: Made) -> None:
    text = "The fair in Paris, Texas, was cancelled. Nobody in Paris complained."
    ids = {m.value.gazetteer_id for m in find(paragraph(text), world) if m.span.quote == "Paris"}
    assert len(ids) == 1


def test_a_known_person_is_never_a_place(world: Gazetteer, paragraph: Made) -> None:
    document = paragraph("Jordan Paris arrived in Lyon, and Paris slept.")
    person = Span(document, 0, len("Jordan Paris"))
    assert [m.span.quote for m in find(document, world, persons=[person])] == ["Lyon"]


@pytest.mark.parametrize(
    ("text", "language", "site", "inside"),
    [
        ("She was treated at Stallbrook Hospital in Leeds.", "en", "Stallbrook Hospital", "Leeds"),
        ("He taught at the Jesuit college at Braniewo.", "en", "Jesuit college at Braniewo", "Braniewo"),
        ("عولج في مستشفى السلامة في بيروت.", "ar", "مستشفى السلامة", "بيروت"),
    ],
)  # fmt: skip
def test_a_site_lies_inside_the_place_named_with_it(
    text: str, language: str, site: str, inside: str, world: Gazetteer, paragraph: Made
) -> None:
    mention = named(find(paragraph(text, language), world), site)
    assert mention.value.precision is Precision.SITE
    assert mention.value.containment[0] == inside
    assert mention.reasons[0].code == "place.inside_container"


@pytest.mark.parametrize(
    ("text", "name"),
    [("He prayed at the Citadel of Aleppo.", "Citadel of Aleppo"), ("He landed at Heathrow.", "Heathrow")],
)
def test_well_known_sites_have_their_own_point(
    text: str, name: str, world: Gazetteer, paragraph: Made
) -> None:
    place = named(find(paragraph(text), world), name).value
    assert place.precision is Precision.SITE
    assert place.radius_km is not None and place.radius_km < 3


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل إلى بغداد مساء", "بغداد"),
        ("سافر وببغداد التقى الوزير", "بغداد"),
        ("ثم عاد لدمشق", "دمشق"),
        ("زار مدينة البوكمال", "البوكمال"),
    ],
)
def test_arabic_particles_are_no_part_of_the_name(
    text: str, name: str, world: Gazetteer, paragraph: Made
) -> None:
    assert name in {m.span.quote for m in find(paragraph(text, "ar"), world)}


def test_a_word_before_the_name_tells_the_governorate_from_the_town(
    world: Gazetteer, paragraph: Made
) -> None:
    town = named(find(paragraph("وصل إلى مدينة القنيطرة في سوريا", "ar"), world), "القنيطرة").value
    area = find(paragraph("وصل إلى محافظة القنيطرة في سوريا", "ar"), world)[0].value
    assert (town.precision, area.precision) == (Precision.SETTLEMENT, Precision.REGION)


def test_another_spelling_is_met_where_the_text_says_town(world: Gazetteer, paragraph: Made) -> None:
    found = find(paragraph("Shells fell on the town of Maarat al-Numan in Syria."), world)
    assert named(found, "Maarat al-Numan").value.country == "SY"


@pytest.mark.parametrize(("language", "text"), [("en", "Syrian troops left Homs."), ("ar", "غادر حمص")])
def test_every_place_has_reasons_in_both_languages(
    language: str, text: str, world: Gazetteer, paragraph: Made
) -> None:
    for mention in find(paragraph(text, language), world):
        assert mention.reasons
        for reason in mention.reasons:
            assert sentence(reason, "en") != reason.code != sentence(reason, "ar")


def test_a_people_is_marked_and_not_literal(world: Gazetteer, paragraph: Made) -> None:
    mention = named(find(paragraph("Syrian troops left Homs."), world), "Syrian")
    assert not is_literal(mention)


def test_losing_readings_are_kept(world: Gazetteer, paragraph: Made) -> None:
    place = named(find(paragraph("The meeting was in Paris."), world), "Paris").value
    assert len(place.losers) > 1
    assert all(loser.point != place.point for loser in place.losers)


def test_given_spans_are_all_answered_in_order(world: Gazetteer, paragraph: Made) -> None:
    document = paragraph("From Tyre to Nowhereville and Sidon.")
    spans = [Span(document, 5, 9), Span(document, 13, 25), Span(document, 30, 35)]
    answers = resolve(document, world, spans)
    assert [m.span for m in answers] == spans
    assert answers[0].value.country == answers[2].value.country == "LB"


def test_the_contract_has_every_field(world: Gazetteer, paragraph: Made) -> None:
    (row,) = as_json(find(paragraph("He slept in Beirut."), world))
    assert set(row) == {
        "start", "end", "surface", "name", "lat", "lon", "radius_km", "precision", "gazetteer_id", "literal",
        "confidence", "reasons", "acled_geo_precision", "ucdp_where_prec",
    }  # fmt: skip
    assert (row["surface"], row["precision"], row["literal"]) == ("Beirut", "settlement", True)


def test_a_tie_without_any_ground_gets_no_pin_but_a_reason(world: Gazetteer, paragraph: Made) -> None:
    (mention,) = find(paragraph("He was last seen in Springfield."), world)
    first, second = (
        mention.value,
        find(paragraph("He was last seen in Springfield, Illinois."), world)[0].value,
    )
    assert second.point is not None
    if mention.reasons[0].code == "place.ambiguous":
        assert first.point is None and len(first.losers) > 1
    else:
        assert first.confidence < second.confidence


def test_what_somebody_has_is_no_town_of_that_name(world: Gazetteer, paragraph: Made) -> None:
    text = "He was seen in Aleppo, in front of its Citadel. She left her Boston office."
    assert [m.span.quote for m in find(paragraph(text), world)] == ["Aleppo", "Boston"]


@pytest.mark.parametrize(
    ("text", "language", "quote", "precision"),
    [
        ("He stood in the center of Aleppo.", "en", "the center of Aleppo", Precision.DISTRICT),
        ("He spoke at the trade center of Vienna.", "en", "trade center of Vienna", Precision.SITE),
        ("وقف في مركز حلب.", "ar", "مركز حلب", Precision.DISTRICT),
        ("تكلم في مستشفى حلب.", "ar", "مستشفى حلب", Precision.SITE),
    ],
)
def test_the_middle_of_a_town_is_no_building(
    text: str, language: str, quote: str, precision: Precision, world: Gazetteer, paragraph: Made
) -> None:
    found = find(paragraph(text, language=language), world, basemap=Basemap.open())
    assert [(m.span.quote, m.value.precision) for m in found] == [(quote, precision)]


@pytest.mark.parametrize(
    ("text", "name", "found"),
    [
        ("He landed at Hmeimim air base in Syria.", "Hmeimim air base", True),
        ("She spoke at a College park in Maryland.", "College park", False),
    ],
)
def test_a_site_needs_no_capital_on_its_noun_but_a_town_does(
    text: str, name: str, found: bool, world: Gazetteer, paragraph: Made
) -> None:
    mentions = find(paragraph(text), world)
    assert (name in [m.span.quote for m in mentions if m.value.gazetteer_id]) is found
