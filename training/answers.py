"""Answers of the reading model to documents that it was not trained on, in the model's own place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from rows import read_rows

from wherewhen.model.passage import Judged, Passage

Logits = Sequence[float]


class KeptAnswers:
    """Judges the passages of one document by answers that were kept, found by their text."""

    def __init__(self, answers: dict[str, dict[str, Any]]) -> None:
        self.answers = answers

    def judge(self, passages: Sequence[Passage]) -> Sequence[Sequence[Judged]]:
        return [self._judged(passage) for passage in passages]

    def _judged(self, passage: Passage) -> Sequence[Judged]:
        kept = self.answers[passage.text]
        return [
            Judged(
                _shares(kept["presence"][n]),  # type: ignore[arg-type]
                _shares(kept["evidence"][n]),
                tuple(_chance(x) for x in kept["times"][n]) if kept["times"] else (),
                tuple(_chance(x) for x in kept["persons"][n]) if kept["persons"] else (),
            )
            for n in range(len(passage.asks))
        ]


def _shares(logits: Logits) -> tuple[float, ...]:
    powers = np.exp(np.array(logits) - max(logits))
    return tuple(float(p) for p in powers / powers.sum())


def _chance(logit: float) -> float:
    return float(1 / (1 + np.exp(-logit)))


def kept(asks: Sequence[Path], answers: Path) -> dict[str, KeptAnswers]:
    """By document; ``answers`` count the rows of all ``asks`` in the order of their names."""
    rows = [row for file in sorted(asks) for row in read_rows(file)]
    made: dict[str, dict[str, Any]] = {}
    for answer in read_rows(answers):
        row = rows[answer["number"]]
        made.setdefault(row["document"], {})[row["text"]] = answer
    return {document: KeptAnswers(found) for document, found in made.items()}
