"""Claims on one event become one sighting; claims on two events never do."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wherewhen import documents, sightings
from wherewhen.documents import Stated
from wherewhen.model.claim import Claim, Status
from wherewhen.model.document import Image
from wherewhen.model.place import NOWHERE, Place, Point, Precision
from wherewhen.model.source import Source
from wherewhen.model.span import Span
from wherewhen.model.when import Grain, When
from wherewhen.sightings.merge import origins
from wherewhen.times import overlaps

ROME = Place(
    "Rome", Precision.SETTLEMENT, (("en", "Rome"), ("ar", "روما")), "g:rome", "PPL", Point(41.9, 12.5), 10
)
ITALY = Place("Italy", Precision.COUNTRY, (("en", "Italy"),), "g:italy")
FORUM = Place("the Forum", Precision.SITE, (("en", "Forum"),), "g:forum", containment=("Rome", "Italy"))
PARIS = Place("Paris", Precision.SETTLEMENT, (("en", "Paris"),), "g:paris", point=Point(48.9, 2.4))
MAY_3, MAY_9 = (
    When.between(date(2019, 5, 3), date(2019, 5, 3)),
    When.between(date(2019, 5, 9), date(2019, 5, 9)),
)
SPRING = When.between(date(2019, 3, 1), date(2019, 5, 31), Grain.SEASON)
UNDATED = When()


def claim(
    place: Place = ROME,
    when: When = MAY_3,
    status: Status = Status.ASSERTED,
    by: Sequence[str] = (),
    publisher: str | None = "Daily",
    words: str = "Anna Berg was in Rome.",
    role: str = "present",
    companions: tuple[str, ...] = (),
    confidence: float = 0.9,
) -> Claim:
    document = documents.of_text(words, Stated(language="en", publisher=publisher))
    return Claim(
        "Anna Berg",
        Span(document, 0, len(document.text)),
        place,
        when,
        status,
        attribution=tuple(map(Source, by)),
        companions=companions,
        role=role,
        confidence=confidence,
    )


def joined(*claims: Claim) -> bool:
    return len(sightings.merge(claims)) == 1


# One event ------------------------------------------------------------------------------------


def test_the_same_place_on_the_same_day_is_one_event() -> None:
    assert joined(claim(), claim(words="Berg reached Rome."))


def test_an_undated_claim_joins_the_dated_one() -> None:
    assert joined(claim(), claim(when=UNDATED))


def test_a_site_joins_its_town_and_the_sighting_takes_the_finer_place() -> None:
    (sighting,) = sightings.merge([claim(), claim(FORUM)])
    assert sighting.place == FORUM
    assert sighting.reasons[0].code == "sighting.place_within"


def test_time_is_narrowed_by_every_claim() -> None:
    week = When.between(date(2019, 5, 1), date(2019, 5, 4))
    later = When.between(date(2019, 5, 3), date(2019, 5, 6))
    (sighting,) = sightings.merge([claim(when=week), claim(when=later)])
    assert (sighting.when.earliest, sighting.when.latest) == (date(2019, 5, 3), date(2019, 5, 4))


def test_company_joins_a_claim_without_a_place_to_one_with() -> None:
    alone = claim(NOWHERE, UNDATED, companions=("Karl Lindt",))
    (sighting,) = sightings.merge([claim(companions=("Karl Lindt",)), alone])
    assert sighting.place == ROME
    assert sighting.reasons[0].code == "sighting.same_company"


def test_an_arabic_and_an_english_report_join_by_the_place_they_share() -> None:
    arabic = Place("روما", Precision.SETTLEMENT, (("en", "Rome"), ("ar", "روما")), "g:rome")
    assert joined(claim(), claim(arabic, words="وصلت آنا بيرغ إلى روما."))


# Two events -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (claim(when=MAY_9), "another week"),
        (claim(PARIS), "another town"),
        (claim(PARIS, UNDATED), "another town, undated"),
        (claim(status=Status.DENIED), "a denial"),
        (claim(status=Status.PLANNED), "a plan"),
        (claim(role="born"), "a birth"),
        (claim(role="died"), "a death"),
        (claim(when=SPRING), "one day against a season"),
        (claim(ITALY, UNDATED), "somewhere in the country, undated"),
        (claim(NOWHERE, UNDATED), "nowhere, in no company"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_these_are_two_events(other: Claim, why: str) -> None:
    assert not joined(claim(), other), why


def test_a_claim_that_contradicts_one_member_stays_out_though_it_fits_another() -> None:
    undated = claim(when=UNDATED)
    found = sightings.merge([undated, claim(when=MAY_3), claim(when=MAY_9)])
    assert [len(s.claims) for s in found] == [2, 1]


days = st.dates(date(2019, 5, 1), date(2019, 5, 20))
whens = st.one_of(
    st.just(UNDATED),
    st.builds(lambda a, b: When.between(min(a, b), max(a, b)), days, days),
    st.builds(lambda a: When.between(None, a), days),
    st.builds(lambda a: When.between(a, None), days),
)
some_claims = st.lists(
    st.builds(
        claim, st.sampled_from([ROME, ITALY, FORUM, PARIS, NOWHERE]), whens, st.sampled_from(list(Status)),
        companions=st.sampled_from([(), ("Karl Lindt",)]), role=st.sampled_from(["present", "born", "died"]),
    ),
    max_size=7,
)  # fmt: skip


@given(some_claims)
def test_no_claim_is_lost_and_none_is_counted_twice(claims: list[Claim]) -> None:
    kept = [c for s in sightings.merge(claims) for c in s.claims]
    assert sorted(map(id, kept)) == sorted(map(id, claims))


@given(some_claims)
def test_members_of_a_sighting_never_contradict_each_other(claims: list[Claim]) -> None:
    for sighting in sightings.merge(claims):
        for a, b in combinations(sighting.claims, 2):
            assert overlaps(a.when, b.when)
            assert a.status == b.status or (a.status.claimed and b.status.claimed)


@given(some_claims)
def test_a_sighting_lies_within_every_claim_on_it(claims: list[Claim]) -> None:
    for sighting in sightings.merge(claims):
        for member in sighting.claims:
            assert (
                member.when.earliest is None or (sighting.when.earliest or date.min) >= member.when.earliest
            )
            assert member.when.latest is None or (sighting.when.latest or date.max) <= member.when.latest


# What a sighting says of its claims -------------------------------------------------------------


def test_what_is_asserted_anywhere_is_asserted() -> None:
    (sighting,) = sightings.merge([claim(status=Status.ATTRIBUTED, by=["Reuters"]), claim()])
    assert sighting.status is Status.ASSERTED


def test_what_everybody_only_reports_stays_attributed() -> None:
    reported = claim(status=Status.ATTRIBUTED, by=["Reuters"])
    assert sightings.merge([reported, reported])[0].status is Status.ATTRIBUTED


def test_the_claim_that_tells_most_leads() -> None:
    (sighting,) = sightings.merge([claim(when=UNDATED, confidence=0.99), claim(confidence=0.6)])
    assert sighting.lead.when == MAY_3


def test_ten_papers_on_one_agency_are_one_origin() -> None:
    papers = [claim(status=Status.ATTRIBUTED, by=["Reuters"], publisher=f"Paper {i}") for i in range(10)]
    (sighting,) = sightings.merge(papers)
    assert sighting.independent_sources == 1


def test_an_agency_is_counted_once_however_it_is_capitalised() -> None:
    assert origins([claim(by=["Reuters"]), claim(by=["REUTERS"])]) == {"reuters"}


def test_the_innermost_source_is_the_origin() -> None:
    assert origins([claim(by=["a witness", "Reuters"]), claim(by=["Reuters"])]) == {"a witness", "reuters"}


def test_papers_that_name_no_source_are_origins_themselves() -> None:
    assert len(origins([claim(publisher="Daily"), claim(publisher="Weekly")])) == 2


def test_two_passages_of_one_paper_are_one_origin() -> None:
    assert len(origins([claim(), claim(words="Berg was in Rome again.")])) == 1


def test_documents_of_unknown_publishers_count_each() -> None:
    unknown = [claim(publisher=None), claim(publisher=None, words="Berg came to Rome.")]
    assert len(origins(unknown)) == 2


def test_sightings_stand_in_the_order_of_their_first_claims() -> None:
    found = sightings.merge([claim(PARIS), claim(), claim(PARIS)])
    assert [s.place for s in found] == [PARIS, ROME]


def test_nothing_claimed_is_nothing_seen() -> None:
    assert sightings.merge([]) == ()


# Copies ---------------------------------------------------------------------------------------


def test_outlets_that_copy_one_text_are_one_source() -> None:
    one, other, own = (
        claim(publisher=publisher, words=words)
        for publisher, words in (
            ("Daily", "Berg in Rome."),
            ("Echo", "Berg in Rome!"),
            ("Herald", "In Rome."),
        )
    )
    copies = dict.fromkeys((one.span.document.id, other.span.document.id), "agency")
    assert [s.independent_sources for s in sightings.merge([one, other, own])] == [3]
    assert [s.independent_sources for s in sightings.merge([one, other, own], families=copies)] == [2]


def test_a_copy_joins_those_that_it_repeats() -> None:
    """One repeats a second, the second's source is also quoted by a third: all of it has one root."""
    one, two = (
        claim(by=["a guard"], words="A guard saw Berg in Rome."),
        claim(by=["a porter"], words="A porter saw Berg in Rome."),
    )
    three = claim(by=["a porter"], publisher="Echo", words="The porter told the Echo.")
    copies = dict.fromkeys((one.span.document.id, two.span.document.id), "agency")
    assert [s.independent_sources for s in sightings.merge([one, two, three])] == [2]
    assert [s.independent_sources for s in sightings.merge([one, two, three], families=copies)] == [1]


def test_one_photograph_in_two_outlets_is_one_source() -> None:
    def pictured(publisher: str, content: bytes) -> Claim:
        shown = claim(publisher=publisher, words=f"Berg in Rome, {publisher}.")
        document = replace(shown.span.document, images=(Image("a.jpg", content=content),))
        return replace(shown, span=Span(document, shown.span.start, shown.span.end), image=0)

    large, small = pictured("Daily", b"large"), pictured("Echo", b"small")
    copies = {hashlib.sha256(content).hexdigest(): "photo" for content in (b"large", b"small")}
    assert [s.independent_sources for s in sightings.merge([large, small])] == [2]
    assert [s.independent_sources for s in sightings.merge([large, small], families=copies)] == [1]
