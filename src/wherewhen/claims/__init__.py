"""Mentions to claims: who was there, when, with whom, how we know, and whether it is even claimed."""

from wherewhen.claims.advice import ReadingModel
from wherewhen.claims.find import Weighed, find, weigh
from wherewhen.claims.recorded import with_records
from wherewhen.claims.scorer import Scorer, scorer

__all__ = ["ReadingModel", "Scorer", "Weighed", "find", "scorer", "weigh", "with_records"]
