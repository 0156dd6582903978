"""A linear scorer over named features: weights are data, contributions are reasons.

The weights of ``weights.json`` are fitted by ``training/fit_claims.py`` (logistic regression) on annotated
documents that may be trained on; see docs/EVALUATION.md.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Scorer:
    """``weights`` by feature; a candidate with probability of at least ``threshold`` is believed."""

    weights: dict[str, float]
    threshold: float
    version: str

    def weight(self, features: tuple[str, ...]) -> float:
        return sum(self.weights.get(name, 0.0) for name in features)

    def probability(self, features: tuple[str, ...]) -> float:
        return 1 / (1 + math.exp(-self.weight(features)))

    def strongest(self, features: tuple[str, ...], count: int = 3) -> tuple[tuple[str, float], ...]:
        """The features that moved the decision most, with their weights."""
        ranked = sorted(
            ((self.weights.get(f, 0.0), f) for f in features if f != "bias"), key=lambda x: -abs(x[0])
        )
        return tuple((name, weight) for weight, name in ranked[:count] if weight)


@cache
def scorer(name: str, with_model: bool = False) -> Scorer:
    """``presence`` (is the subject there?), ``dating`` (which date?) or ``placing`` (where, unnamed?).

    ``with_model``: as fitted along with a model's answers, where that was done.
    """
    stored = json.loads((resources.files(__package__) / "weights.json").read_text("utf-8"))
    data = (with_model and stored.get(f"{name} with model")) or stored[name]
    return Scorer(data["weights"], data["threshold"], data["version"])
