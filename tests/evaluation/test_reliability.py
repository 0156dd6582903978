"""How sure the answers were against how often they were right."""

from __future__ import annotations

from wherewhen.evaluation.score import calibration_error, reliability


def test_answers_are_counted_in_bands_of_a_tenth() -> None:
    low, high = reliability([(0.25, False), (0.21, True), (1.0, True)])
    assert (low.least, low.answers, low.right) == (0.2, 2, 0.5)
    assert (high.least, high.answers, high.told, high.right) == (0.9, 1, 1.0, 1.0)


def test_the_error_weighs_each_band_by_its_answers() -> None:
    assert calibration_error(reliability([(0.5, True), (0.5, False)])) == 0.0
    assert calibration_error(reliability([(1.0, False)])) == 1.0
    assert calibration_error(()) is None
