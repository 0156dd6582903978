"""The claims of a whole case bound each other, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.claims.conftest import Read

from wherewhen import settling, sightings
from wherewhen.claims.moving import tied
from wherewhen.itinerary import derive
from wherewhen.model.claim import Claim
from wherewhen.model.document import Block, BlockKind, Document
from wherewhen.model.person import Person
from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain, When
from wherewhen.times import Link

HADDAD = "سامي الحداد"


def told(claims: tuple[Claim, ...], place: str) -> Claim:
    return next(c for c in claims if c.place.surface == place)


def obituary(text: str, language: str) -> Document:
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return Document(f"obituary {language}", text, (block,), language, published=date(2020, 6, 30))


def day(month: int, number: int) -> When:
    return When.between(date(2019, month, number), date(2019, month, number), Grain.DAY)


DEATHS = [
    (
        "en",
        "Anna Berg",
        "Anna Berg visited Cairo with Karl Lindt.",
        "Cairo",
        "Karl Lindt died on 3 May 2019.",
    ),
    (
        "ar",
        HADDAD,
        "زار سامي الحداد القاهرة برفقة الوزير خالد منصور.",
        "القاهرة",
        "توفي خالد منصور في 3 أيار 2019.",
    ),
]


@pytest.mark.parametrize(("language", "subject", "text", "place", "elsewhere"), DEATHS)
def test_a_companions_death_told_in_another_document_bounds_the_presence(
    read: Read, language: str, subject: str, text: str, place: str, elsewhere: str
) -> None:
    visit = told(read(text, subject, language=language), place)
    known = settling.deaths([obituary(elsewhere, language)], Person(subject))
    bounded, _ = settling.settled({visit.id: visit}, known)
    when = bounded[visit.id].when
    assert (visit.when.latest, when.latest) == (date(2020, 6, 30), date(2019, 5, 3))
    assert [(r.code, r.span) for r in when.reasons if r.code == "claim.before_death"] == [
        ("claim.before_death", None)
    ]


def test_a_presence_with_somebody_who_was_dead_is_a_conflict(read: Read) -> None:
    visit = told(read("Anna Berg visited Cairo with Karl Lindt on 9 May 2019.", "Anna Berg"), "Cairo")
    known = settling.deaths([obituary("Karl Lindt died on 3 May 2019.", "en")], Person("Anna Berg"))
    events = sightings.merge([visit])
    (conflict,) = settling.conflicts(events, {visit.id: visit}, (), known)
    assert (conflict.sightings[0], conflict.reason.code) == (events[0].id, "itinerary.outlived")


HANGING = [
    (
        "en",
        "Anna Berg",
        "Anna Berg arrived in Rome on 3 May 2019. She visited Cairo two days after she arrived in Rome.",
        "Rome",
        "Cairo",
    ),
    (
        "ar",
        HADDAD,
        "زار سامي الحداد القاهرة بعد يومين من وصوله إلى روما في 3 أيار 2019.",
        "روما",
        "القاهرة",
    ),
]


@pytest.mark.parametrize(("language", "subject", "text", "anchor", "place"), HANGING)
def test_moving_one_event_of_a_case_moves_what_hangs_on_it(
    read: Read, language: str, subject: str, text: str, anchor: str, place: str
) -> None:
    claims = read(text, subject, language=language)
    visit = next(c for c in claims if any(r.code == "claim.hangs_after" for r in c.when.reasons))
    (tie,) = (r for r in visit.when.reasons if r.code == "claim.hangs_after")
    named = {c.id: c for c in claims}
    named[dict(tie.values)["tie"]] = replace(named[dict(tie.values)["tie"]], when=day(6, 10))
    assert visit.place.surface == place
    moved, clashes = settling.settled(named, {})
    assert (moved[visit.id].when.earliest, moved[visit.id].when.latest) == (
        date(2019, 6, 12),
        date(2019, 6, 12),
    )
    assert clashes == ()
    again, _ = settling.settled(moved | {dict(tie.values)["tie"]: named[dict(tie.values)["tie"]]}, {})
    assert again[visit.id].when == moved[visit.id].when


def test_events_that_contradict_each_other_come_back_as_a_conflict_of_their_sightings(read: Read) -> None:
    text = "Anna Berg visited Rome on 3 May 2019. Anna Berg visited Cairo on 9 May 2019."
    rome, cairo = (told(read(text, "Anna Berg"), place) for place in ("Rome", "Cairo"))
    why = Reason.of("time.after_event", surface="after", event="it")
    read_cairo = replace(cairo, when=day(5, 1))
    named = {
        "rome": tied(rome, rome.when, Link("rome", read_cairo.id, "after", 1, None, "rome", why), read_cairo),
        read_cairo.id: cairo,
    }
    bounded, clashes = settling.settled(named, {})
    assert clashes == (("rome", read_cairo.id),)
    assert bounded["rome"].when.latest == date(2019, 5, 3)
    events = sightings.merge(list(bounded.values()))
    found = derive(events, settling.conflicts(events, bounded, clashes, {})).conflicts
    assert {c.reason.code for c in found} >= {"itinerary.order_contradicted"}
    assert {event.id for event in events} == set(found[-1].sightings)
