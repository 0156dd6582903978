"""What goes out contains only what the policy lets out, and says what it keeps back."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import pytest

from wherewhen.model.claim import Claim, Status
from wherewhen.model.dossier import Dossier
from wherewhen.model.place import Point
from wherewhen.model.sighting import Sighting
from wherewhen.model.source import Source
from wherewhen.model.when import When
from wherewhen.publication.exports import EXPORTS, export
from wherewhen.publication.policy import Policy
from wherewhen.publication.public import PublicCase
from wherewhen.publication.publish import publish


def everything(case: PublicCase) -> str:
    """All bytes of all exports of a case, as one text."""
    files = [content for name in sorted(EXPORTS) for content in export(case, name).values()]
    return repr(case) + b"".join(files).decode("utf-8", "replace")


def rewritten(dossier: Dossier, index: int, **claim: object) -> Dossier:
    """The dossier with one claim of one sighting changed."""
    old = dossier.sightings[index]
    new: Claim = replace(old.lead, **claim)  # type: ignore[arg-type]
    changed = Sighting((new,), new.place, new.when, new.status)
    sightings = tuple(changed if s is old else s for s in dossier.sightings)
    swap = {old.id: changed.id}
    order = tuple(swap.get(i, i) for i in dossier.itinerary.order)
    legs = tuple(
        replace(leg, start=swap.get(leg.start, leg.start), end=swap.get(leg.end, leg.end))
        for leg in dossier.itinerary.legs
    )
    return replace(dossier, sightings=sightings, itinerary=replace(dossier.itinerary, order=order, legs=legs))


def test_a_reading_shows_everything_and_is_marked_as_a_draft(dossier: Dossier, today: date) -> None:
    case = publish(dossier, Policy.reading(), today)
    assert case.draft and len(case.sightings) == 7 and case.withheld == ()
    assert case.documents[0].path == "desk/secret-name.html"


def test_a_publication_says_what_it_keeps_back(dossier: Dossier, today: date) -> None:
    case = publish(dossier, Policy.public(), today)
    assert dict(case.withheld) == {"companions": 3, "planned": 1, "sources": 1}
    assert not case.draft


def test_no_planned_movement_goes_out(dossier: Dossier, today: date) -> None:
    assert all(s.status != "planned" for s in publish(dossier, Policy.public(), today).sightings)


def test_only_cleared_companions_are_named(dossier: Dossier, today: date) -> None:
    case = publish(dossier, Policy.public(named=frozenset({"Omar Sabbagh"})), today)
    photo = next(s for s in case.sightings if "photo" in s.evidence)
    assert photo.companions == ("Omar Sabbagh",) and photo.unnamed_companions == 1
    assert "with Omar Sabbagh and one other" in dict(photo.summary)["en"]
    assert "Layla" not in everything(case) and "Nassar" not in everything(case)


def test_a_quote_keeps_its_place_but_not_the_name(dossier: Dossier, today: date) -> None:
    case = publish(dossier, Policy.public(), today)
    assert "the judge came to Homs with […]" in [claim.quote for s in case.sightings for claim in s.claims]


def test_a_witness_shows_only_as_a_witness(dossier: Dossier, today: date) -> None:
    case = publish(dossier, Policy.public(), today)
    assert "Karim" not in everything(case)
    assert "According to a witness, Judge Amal Haddad" in everything(case)


def test_file_names_stay_at_the_desk(dossier: Dossier, today: date) -> None:
    assert "secret-name" not in everything(publish(dossier, Policy.public(), today))


def test_a_long_quote_is_cut_at_a_word(dossier: Dossier, today: date) -> None:
    case = publish(dossier, Policy.public(quote_length=20), today)
    quotes = [claim.quote for s in case.sightings for claim in s.claims]
    assert "the judge came to …" in quotes
    assert dict(case.withheld)["quotes"] == 4


def test_nothing_younger_than_the_embargo_goes_out(dossier: Dossier) -> None:
    dice = random.Random(7)
    for _ in range(2000):
        today = date(2015, 1, 1) + timedelta(days=dice.randrange(2500))
        days = dice.randrange(400)
        case = publish(dossier, Policy.public(embargo_days=days), today)
        limit = today - timedelta(days=days)
        published = {document.id: document.published for document in case.documents}
        for sighting in case.sightings:
            bounds = [sighting.time.latest, *(published[c.document] for c in sighting.claims)]
            assert min(day for day in bounds if day) <= limit


def test_what_cannot_be_shown_to_be_old_is_kept_back(dossier: Dossier, today: date) -> None:
    page = replace(dossier.documents[0], published=None)
    spans = [replace(s.lead, span=replace(s.lead.span, document=page)) for s in dossier.sightings]
    sightings = tuple(Sighting((c,), c.place, c.when, c.status) for c in spans)
    case = publish(replace(dossier, documents=(page,), sightings=sightings), Policy.public(), today)
    assert dict(case.withheld)["undated"] == 2


def test_a_stricter_policy_never_shows_more(dossier: Dossier, today: date) -> None:
    loose, strict = Policy.public(embargo_days=0), Policy.public(embargo_days=4000, quote_length=10)
    shown = {s.id for s in publish(dossier, loose, today).sightings}
    assert {s.id for s in publish(dossier, strict, today).sightings} < shown


@pytest.mark.parametrize("seed", range(20))
def test_changing_what_is_withheld_changes_nothing(dossier: Dossier, today: date, seed: int) -> None:
    dice = random.Random(seed)
    policy = Policy.public(grid_km=20.0)
    before = everything(publish(dossier, policy, today))
    for _ in range(25):
        word = "".join(dice.choices("bcdfgjklmpqz", k=9)).title()
        day = date(1900, 1, 1) + timedelta(days=dice.randrange(40000))
        planned = rewritten(
            dossier, 3, companions=(word,), activity=word, when=When.between(day, day),
            confidence=dice.random(), attribution=(Source(word),),
            place=replace(dossier.sightings[0].place, surface=word),
        )  # fmt: skip
        assert everything(publish(planned, policy, today)) == before
        renamed = rewritten(dossier, 0, companions=(word,))
        assert everything(publish(renamed, policy, today)) == before
        clerk = rewritten(
            dossier, 6, attribution=(replace(dossier.sightings[6].lead.attribution[0], name=word),)
        )
        assert everything(publish(clerk, policy, today)) == before


def test_moving_the_true_point_inside_its_cell_changes_nothing(dossier: Dossier, today: date) -> None:
    dice, policy = random.Random(1), Policy.public(grid_km=20.0)
    before = publish(dossier, policy, today)
    place = dossier.sightings[0].place
    assert place.point is not None
    cell = before.sightings[0].place
    assert cell.lat is not None and cell.lon is not None
    for _ in range(500):
        lat, lon = cell.lat + dice.uniform(-0.089, 0.089), cell.lon + dice.uniform(-0.1, 0.1)
        moved = rewritten(dossier, 0, place=replace(place, point=Point(lat, lon)))
        assert publish(moved, policy, today) == before


def test_of_a_sheltered_place_only_the_surroundings_are_told(dossier: Dossier, today: date) -> None:
    home = replace(
        dossier.sightings[0].place, surface="the house of her aunt", kind="HSE", names=(("en", "Aunt"),)
    )
    case = publish(rewritten(dossier, 0, place=home, status=Status.ASSERTED), Policy.public(), today)
    assert "Aunt" not in everything(case) and "the house of her" not in everything(case)
    assert case.sightings[0].place.name == "Homs Governorate"


def test_the_itinerary_does_not_show_where_something_was_withheld(dossier: Dossier, today: date) -> None:
    itinerary = publish(dossier, Policy.public(), today).itinerary
    assert len(itinerary.order) == 4
    assert [leg.stated for leg in itinerary.legs] == [True, False, False]


def test_equal_input_gives_equal_output_in_any_order(dossier: Dossier, today: date) -> None:
    other = replace(dossier.documents[0], id="b" * 64, title="Another road", published=None)
    two = replace(dossier, documents=(*dossier.documents, other))
    turned = replace(two, documents=two.documents[::-1], sightings=two.sightings[::-1])
    assert publish(two, Policy.reading(), today) == publish(turned, Policy.reading(), today)
