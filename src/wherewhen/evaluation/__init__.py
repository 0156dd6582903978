"""Measuring ourselves: the product's own scorers and one board.

``measured(product, ...)`` runs the product over annotated documents and gives a ``Board``;
``product`` holds the product's functions, so that this room knows no other room.
"""

from wherewhen.evaluation.board import Board, measured
from wherewhen.evaluation.material import Given
from wherewhen.evaluation.predicting import Product
from wherewhen.evaluation.score import Score

__all__ = ["Board", "Given", "Product", "Score", "measured"]
