"""The product as the evaluation sees it: the pipeline's rooms behind plain functions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from wherewhen import documents, pipeline, places, times
from wherewhen.basemap import Basemap
from wherewhen.documents import Stated
from wherewhen.evaluation import Board, Given, Product, measured
from wherewhen.model.document import Document
from wherewhen.model.person import Person
from wherewhen.model.span import Span
from wherewhen.publication.exports.contract import contract
from wherewhen.publication.reading import reading
from wherewhen.terminal import Steps


def board(
    task: str | None, gold: Path | None, predictions: Path | None, shared: Path | None, steps: Steps
) -> Board:
    """Every task that the product answers, on one gold set or on all of the shared folder."""
    product = Product(read_case, find_times, find_places, place_given)
    return measured(product, task, gold, predictions, shared, steps)


def document_of(given: Given) -> Document:
    stated = Stated(given.published, given.publisher, given.title, given.url, given.language)
    return documents.of_text(given.text, stated)


def read_case(given: Given) -> Mapping[str, Any]:
    """The output contract for one annotated document."""
    subject = Person(given.subject or "")
    dossier = pipeline.investigate([document_of(given)], subject, _gazetteer(), _basemap())
    return contract(reading(dossier, given.published or date.today()))


def find_times(given: Given) -> Sequence[Mapping[str, Any]]:
    return times.as_json(times.find(document_of(given)))


def find_places(given: Given) -> Sequence[Mapping[str, Any]]:
    return places.as_json(places.find(document_of(given), _gazetteer()))


def place_given(given: Given, spans: Sequence[tuple[int, int]]) -> Sequence[Mapping[str, Any]]:
    document = document_of(given)
    marked = [Span(document, start, end) for start, end in spans]
    return places.as_json(places.resolve(document, _gazetteer(), marked))


@cache
def _gazetteer() -> places.Gazetteer:
    return places.Gazetteer.open()


@cache
def _basemap() -> Basemap:
    return Basemap.open()
