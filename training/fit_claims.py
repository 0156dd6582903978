"""Fit the three scorers of ``claims`` on documents annotated with sightings.

    python training/fit_claims.py FOLDER... [--asks FILE... --answers FILE] [--out FILE]

presence  is the subject there? An example is a candidate of ``claims``: right where it lies on an annotated
          sighting and names its place, wrong otherwise
dating    which date belongs to it? An example is one reading of the date: right where both bounds agree
placing   where is a passage that names no place? Likewise

With ``--answers`` (of training/train_reader.py --fold, to documents that the model had not seen) a second set
is fitted that weighs what the model says along with everything else.

All three are logistic regressions with an L2 penalty over named features. The threshold of presence is the
one with the best RIGHT F1 on the training documents, each scored by weights that were fitted without it.
Documents that the product is measured on are never read here.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from answers import kept
from labelled import Case, Example, Read, dating_examples, placing_examples, presence_examples, read
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from wherewhen import itinerary, places, sightings
from wherewhen.basemap import Basemap
from wherewhen.claims.find import Weighed, believed
from wherewhen.claims.scorer import Scorer
from wherewhen.evaluation.sightings import score
from wherewhen.model.dossier import Dossier
from wherewhen.publication.exports.contract import contract
from wherewhen.publication.reading import reading

LEAST = 3
"""A feature seen in fewer examples than this is not worth a weight."""
PENALTY = 0.1
"""Inverse strength of the L2 penalty, chosen by cross-validation."""
FOLDS = 5
VERSION = "2"
EQUAL = 0.003
"""RIGHT F1 that close are taken as equal; then the stricter threshold wins."""


def fit(examples: Iterable[Example]) -> dict[str, float]:
    """Weights by feature, rounded so that the file is the same on every machine."""
    rows = list(examples)
    seen = Counter(name for _, names, _ in rows for name in names)
    columns = DictVectorizer()
    kept = [{n: 1 for n in names if seen[n] >= LEAST and n != "bias"} for _, names, _ in rows]
    matrix = columns.fit_transform(kept)
    model = LogisticRegression(C=PENALTY, max_iter=1000)
    model.fit(matrix, np.array([right for *_, right in rows]))
    weights = dict(
        zip(columns.get_feature_names_out(), (round(float(w), 3) for w in model.coef_[0]), strict=True)
    )
    weights["bias"] = round(float(model.intercept_[0]), 3)
    return {name: weight for name, weight in sorted(weights.items()) if weight}


def threshold(documents: Sequence[Read], examples: Sequence[Example], dates: Scorer, where: Scorer) -> float:
    """The threshold with the best RIGHT F1, every document weighed by weights fitted without it."""
    names = [doc.case["id"] for doc in documents]
    texts = [doc.case["text"] for doc in documents]
    weighed: list[tuple[Read, tuple[Weighed, ...]]] = []
    for _, held in GroupKFold(FOLDS).split(names, names, texts):
        outside = {names[i] for i in held}
        scorer = Scorer(fit(e for e in examples if e[0] not in outside), 0.5, "fold")
        weighed += [(documents[i], documents[i].weigh(scorer, dates, where)) for i in held]
    cases = [doc.case for doc, _ in weighed]
    tried = {round(t, 2): _right(cases, weighed, t) for t in np.arange(0.1, 0.6, 0.05)}
    for value, f1 in tried.items():
        print(f"  threshold {value:.2f}: RIGHT F1 {f1:.3f}")
    best = max(tried.values())
    return max(value for value, f1 in tried.items() if f1 >= best - EQUAL)


def _right(cases: Sequence[Case], weighed: Sequence[tuple[Read, tuple[Weighed, ...]]], value: float) -> float:
    predictions = {doc.case["id"]: _contract(doc, believed(found, value)) for doc, found in weighed}
    return float(dict(score(cases, predictions)[0].figures)["right F1"] or 0.0)


def _contract(doc: Read, found: Sequence[Weighed]) -> dict[str, Any]:
    events = sightings.merge([claim for w in found for claim in w.claims])
    dossier = Dossier(doc.subject, (doc.document,), events, itinerary.derive(events))
    return contract(reading(dossier, date(2026, 1, 1)))


def fitted(documents: Sequence[Read]) -> dict[str, dict[str, Any]]:
    """The three scorers, as they are written."""
    made: dict[str, dict[str, Any]] = {}

    def scorer_of(name: str, rows: Sequence[Example]) -> Scorer:
        made[name] = {"version": VERSION, "threshold": 0.5, "weights": fit(rows)}
        right = sum(right for *_, right in rows)
        print(f"{name}: {len(rows)} examples, {right} right, {len(made[name]['weights'])} weights")
        return Scorer(made[name]["weights"], 0.5, VERSION)

    where = scorer_of("placing", list(placing_examples(documents)))
    dates = scorer_of("dating", list(dating_examples(documents, where)))
    rows = list(presence_examples(documents, where))
    scorer_of("presence", rows)
    made["presence"]["threshold"] = threshold(documents, rows, dates, where)
    return made


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--asks", type=Path, nargs="*", default=[])
    parser.add_argument("--answers", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/wherewhen/claims/weights.json"))
    options = parser.parse_args()
    gazetteer, basemap = places.Gazetteer.open(), Basemap.open()
    files = sorted(file for folder in options.folders for file in folder.rglob("*.json"))
    documents = [read(json.loads(f.read_text("utf-8")), gazetteer, basemap) for f in files]
    made = fitted(documents)
    if options.answers:
        models = kept(options.asks, options.answers)
        advised = [replace(d, model=models[d.case["id"]]) for d in documents if d.case["id"] in models]
        made |= {f"{name} with model": scorer for name, scorer in fitted(advised).items()}
    options.out.write_text(json.dumps(made, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
