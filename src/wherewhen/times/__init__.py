"""Time expressions of a document, grounded to bounds with the reason for every one."""

from wherewhen.times.bounds import hull, narrow, overlaps, possibly_before, surely_before
from wherewhen.times.constraints import Clash, Link, constrained
from wherewhen.times.contract import as_json
from wherewhen.times.edtf import edtf
from wherewhen.times.find import find
from wherewhen.times.hanging import with_hanging
from wherewhen.times.meaning import Mode
from wherewhen.times.relations import EventRelation, relations, sequels

__all__ = [
    "Clash",
    "EventRelation",
    "Link",
    "Mode",
    "as_json",
    "constrained",
    "edtf",
    "find",
    "hull",
    "narrow",
    "overlaps",
    "possibly_before",
    "relations",
    "sequels",
    "surely_before",
    "with_hanging",
]
