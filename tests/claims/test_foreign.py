"""The ten documents of tests/claims/foreign are annotated in the form of the cases, without slips."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wherewhen.evaluation.material import Row, gold_rows

DOCUMENTS = gold_rows(Path(__file__).parent / "foreign")
ACCURACIES = {"site", "settlement", "district", "region", "country", "in_transit", "unspecified"}
TRUE = ("asserted", "attributed")


def test_there_are_ten_in_two_languages() -> None:
    assert len(DOCUMENTS) == 10
    assert {document["lang"] for document in DOCUMENTS} == {"en", "ar"}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document["id"]))
def test_every_quote_name_and_place_of_the_gold_stands_in_the_text(document: Row) -> None:
    text = document["text"]
    for gold in document["sightings"]:
        for words in (gold["quote"], gold["place"], *gold.get("other_mentions", [])):
            assert words in text
        for name in (*gold["companions"], *gold["attribution"]):
            assert name in text
    assert all(trap["quote"] in text and trap["why"] for trap in document["non_sightings"])


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: str(document["id"]))
def test_statuses_bounds_and_points_of_the_gold_are_possible(document: Row) -> None:
    for gold in document["sightings"]:
        days = [date.fromisoformat(gold[key]) for key in ("earliest", "latest") if gold[key]]
        assert days == sorted(days)
        assert gold["status"] in (*TRUE, "planned", "denied")
        assert gold["precision"] in ACCURACIES
        assert (gold["lat"] is None) == (gold["precision"] in ("in_transit", "unspecified"))
        if gold["status"] in TRUE:
            assert bool(gold["attribution"]) == (gold["status"] == "attributed")
