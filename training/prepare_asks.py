"""Annotated documents as passages with the right answers, for the reading model to learn from."""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from labelled import Case, Read, dated, gold_on, placed, read
from rows import Row, write_rows

from wherewhen import places
from wherewhen.basemap import Basemap
from wherewhen.claims.calendar import bounds
from wherewhen.claims.candidates import Candidate, candidates
from wherewhen.claims.find import weigh
from wherewhen.claims.passages import Asked, passages
from wherewhen.evaluation.agreement import names_met
from wherewhen.model.claim import Claim

STATUS = {"asserted": 1, "attributed": 1, "inferred": 1, "planned": 2, "denied": 3}
EVIDENCE = ("photo", "video", "audio", "statement", "report", "document", "physical", "unattributed")


def rows(doc: Read) -> Iterator[Row]:
    """One row a passage: what is asked and what the annotator answered."""
    lines = doc.frames
    found = candidates(lines)
    weighed = weigh(doc.document, doc.subject, doc.people, doc.places, doc.times)
    claims = {_key(w.candidate): w.claims for w in weighed}
    for asked in passages(lines, found):
        yield {
            "document": doc.case["id"],
            "group": hashlib.sha256(doc.case["text"].encode()).hexdigest()[:8],
            "language": doc.case["lang"],
            "text": asked.passage.text,
            "marks": [(a, b, int(k)) for a, b, k in asked.passage.marks],
            "asks": [dataclasses.astuple(ask) for ask in asked.passage.asks],
            "times": asked.passage.times,
            "persons": asked.passage.persons,
            "answers": [_answer(doc, asked, c, claims[_key(c)]) for c in asked.candidates],
            "sites": list(_sites(doc.case, asked)),
        }


def _key(c: Candidate) -> tuple[int, int, int]:
    return (
        c.index,
        c.spot.at if c.spot else -1,
        c.predicate.at if c.predicate else -1,
    )


def _answer(doc: Read, asked: Asked, c: Candidate, found: Sequence[Claim]) -> Row:
    gold = _gold(doc.case, c, found)
    if gold is None:
        return {"presence": None if _told_again(doc.case, c, found) else 0}
    return {
        "presence": STATUS[gold["status"]],
        "evidence": EVIDENCE.index(gold["evidence"]) if gold["evidence"] in EVIDENCE else None,
        "times": [_dates(doc, asked, n, gold) for n in range(len(asked.passage.times))],
        "persons": [
            bool(names_met(gold["companions"], [asked.passage.text[a:b]])) for a, b in asked.passage.persons
        ],
        "dated": bool(gold["earliest"] or gold["latest"]),
    }


def _told_again(case: Case, c: Candidate, found: Sequence[Claim]) -> bool:
    """At a place of a sighting, but outside of its quotes: perhaps the same event, told once more."""
    there = any(g["lat"] is not None and placed(g, claim.place) for g in case["sightings"] for claim in found)
    sentence = c.frame.document.text[c.frame.sentence.start : c.frame.sentence.end]
    return there and not any(trap["quote"] in sentence for trap in case["non_sightings"])


def _gold(case: Case, c: Candidate, found: Sequence[Claim]) -> Case | None:
    """The annotated sighting that the candidate tells; a candidate without a place needs only the passage."""
    touched = [g for claim in found for g in gold_on(case, claim.span)]
    for gold in touched:
        if any(placed(gold, claim.place) for claim in found):
            return gold
    sentence = c.frame.document.text[c.frame.sentence.start : c.frame.sentence.end]
    if c.spot is None:
        return next((g for g in touched if g["place"] not in sentence or not g["place"]), None)
    return next((g for g in touched if g["place"] and g["place"] == c.spot.mention.span.quote), None)


def _dates(doc: Read, asked: Asked, number: int, gold: Case) -> bool:
    moments = [m for frame in doc.frames[slice(*asked.frames)] for m in frame.moments]
    when = bounds(moments[number])
    return bool(when and (gold["earliest"] or gold["latest"]) and dated(gold, when))


def _sites(case: Case, asked: Asked) -> Iterator[tuple[int, int, int]]:
    """Where the annotated places stand in the passage, with the status of their sighting."""
    end = asked.at + len(asked.passage.text)
    for gold in case["sightings"]:
        for quote in (gold["quote"], *(gold.get("other_mentions") or ())):
            start = case["text"].find(quote)
            at = case["text"].find(gold["place"], start, start + len(quote)) if gold["place"] else -1
            if start >= 0 and at >= asked.at and at + len(gold["place"]) <= end:
                yield at - asked.at, at - asked.at + len(gold["place"]), STATUS[gold["status"]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    gazetteer, basemap = places.Gazetteer.open(), Basemap.open()
    files = sorted(file for folder in options.folders for file in folder.rglob("*.json"))
    documents = (read(json.loads(file.read_text("utf-8")), gazetteer, basemap) for file in files)
    write_rows(options.out, (row for doc in documents for row in rows(doc)))


if __name__ == "__main__":
    main()
