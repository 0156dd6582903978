"""A conditional logit: weights under which the right option of each choice gets most of the probability."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby

import numpy as np
from labelled import Example
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer

PENALTY = 10.0
"""Strength of the L2 penalty, chosen by cross-validation."""
LEAST = 3
"""A feature seen in fewer options than this is not worth a weight."""
Floats = NDArray[np.float64]


def fit_choice(examples: Iterable[Example]) -> dict[str, float]:
    """Weights by feature; examples of one choice follow each other under one name.

    A choice without a right option, or without a wrong one, teaches nothing and is left out.
    """
    choices = [list(rows) for _, rows in groupby(examples, key=lambda example: example[0])]
    rows = [row for choice in choices if 0 < sum(r for *_, r in choice) < len(choice) for row in choice]
    seen = Counter(name for _, names, _ in rows for name in set(names))
    columns = DictVectorizer()
    matrix = columns.fit_transform([{n: 1 for n in names if seen[n] >= LEAST} for _, names, _ in rows])
    right = np.array([float(r) for *_, r in rows])
    keys = [name for name, *_ in rows]
    begins = np.array([i for i, key in enumerate(keys) if not i or key != keys[i - 1]])
    group = np.repeat(np.arange(len(begins)), np.diff([*begins, len(rows)]))

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = matrix @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, begins)[group])
        all_, good = np.add.reduceat(likely, begins), np.add.reduceat(likely * right, begins)
        slope = matrix.T @ (likely / all_[group] - likely * right / good[group])
        value = float((np.log(all_) - np.log(good)).sum() + PENALTY / 2 * weights @ weights)
        return value, slope + PENALTY * weights

    found = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B").x
    named = zip(columns.get_feature_names_out(), (round(float(w), 3) for w in found), strict=True)
    return {name: weight for name, weight in sorted(named) if weight}
