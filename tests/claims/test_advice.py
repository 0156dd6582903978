"""A reading model fills a seam: it is asked about marked passages, and its answers count beside the rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from wherewhen import claims, mentions, places, times
from wherewhen.basemap import Basemap
from wherewhen.documents import Stated, of_text
from wherewhen.model.claim import Claim, Status
from wherewhen.model.evidence import Evidence
from wherewhen.model.passage import Judged, Mark, Passage
from wherewhen.model.person import Person

STORIES = {
    "en": (
        "Anna Berg",
        "Rome",
        "Anna Berg, whom Karl Lindt met on 3 May 2019, arrived in Rome. A video shows her there.",
    ),
    "ar": ("سامي الحداد", "روما", "وصل سامي الحداد إلى روما يوم 3 أيار 2019. والتقى كريم يوسف هناك."),
}
SHARE = 1 / len(Evidence)


@dataclass
class Sure:
    """Gives the same answer to every ask, and remembers what it was asked."""

    presence: tuple[float, float, float, float] = (0.0, 1.0, 0.0, 0.0)
    evidence: tuple[float, ...] = (SHARE,) * len(Evidence)
    person: float = 0.3
    asked: list[Passage] = field(default_factory=list)

    def judge(self, passages: Sequence[Passage]) -> Sequence[Sequence[Judged]]:
        self.asked += passages
        return [
            [
                Judged(self.presence, self.evidence, (0.5,) * len(p.times), (self.person,) * len(p.persons))
                for _ in p.asks
            ]
            for p in passages
        ]


def read(language: str, model: claims.ReadingModel | None) -> tuple[Claim, ...]:
    name, _, text = STORIES[language]
    document, subject = of_text(text, Stated(language=language)), Person(name)
    names = mentions.subject_names(document, subject)
    where = places.everywhere(document, places.Gazetteer.open(), names, Basemap.open())
    people = mentions.people(document, subject, where)
    return claims.find(document, subject, people, where, times.find(document), model)


def at_place(language: str, model: claims.ReadingModel | None) -> Claim:
    return next(c for c in read(language, model) if c.place.surface == STORIES[language][1])


@pytest.mark.parametrize("language", sorted(STORIES))
def test_a_model_is_asked_in_words_of_the_document(language: str) -> None:
    model = Sure()
    read(language, model)
    name, place, text = STORIES[language]
    for passage in model.asked:
        assert passage.text in text
        marked = {(passage.text[a:b], mark) for a, b, mark in passage.marks}
        assert (place, Mark.PLACE) in marked
        assert any(mark is Mark.SUBJECT and said in name for said, mark in marked)
        for ask in passage.asks:
            assert all(0 <= a < b <= len(passage.text) for a, b in filter(None, (ask.spot, ask.predicate)))


@pytest.mark.parametrize("language", sorted(STORIES))
@pytest.mark.parametrize(
    ("presence", "status"),
    [((0.0, 0.1, 0.9, 0.0), Status.PLANNED), ((0.0, 0.1, 0.0, 0.9), Status.DENIED)],
)
def test_a_model_that_is_sure_takes_a_presence_for_planned_or_denied(
    language: str, presence: tuple[float, float, float, float], status: Status
) -> None:
    assert at_place(language, None).status.claimed
    claim = at_place(language, Sure(presence))
    assert claim.status is status
    assert any(reason.code == f"claim.model_{status}" for reason in claim.reasons)


@pytest.mark.parametrize("language", sorted(STORIES))
def test_a_model_that_is_sure_names_the_evidence(language: str) -> None:
    sure = tuple(0.9 if kind is Evidence.VIDEO else 0.1 / (len(Evidence) - 1) for kind in Evidence)
    assert at_place(language, Sure(evidence=sure)).evidence is Evidence.VIDEO
    assert at_place(language, Sure()).evidence is at_place(language, None).evidence


def test_a_model_may_add_companions_and_take_them_away() -> None:
    assert "Karl Lindt" in at_place("en", Sure(person=0.9)).companions
    assert "Karl Lindt" not in at_place("en", Sure(person=0.0)).companions
