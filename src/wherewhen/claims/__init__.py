"""Mentions to claims: who was there, when, with whom, how we know, and whether it is even claimed."""

from wherewhen.claims.advice import ReadingModel
from wherewhen.claims.find import Weighed, deaths_told, find, weigh
from wherewhen.claims.lives import Death, limited, outlived
from wherewhen.claims.moving import Settled, settled
from wherewhen.claims.recorded import with_records
from wherewhen.claims.scorer import Scorer, scorer

__all__ = [
    "Death",
    "ReadingModel",
    "Scorer",
    "Settled",
    "Weighed",
    "deaths_told",
    "find",
    "limited",
    "outlived",
    "scorer",
    "settled",
    "weigh",
    "with_records",
]
