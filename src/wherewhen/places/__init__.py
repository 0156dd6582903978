"""Place names of a document: found, told apart from people and institutions, placed, explained."""

from wherewhen.places.contract import as_json
from wherewhen.places.find import find, is_literal, resolve
from wherewhen.places.gazetteer import Entry, Gazetteer, build, default_path
from wherewhen.places.predict import predict

__all__ = [
    "Entry",
    "Gazetteer",
    "as_json",
    "build",
    "default_path",
    "find",
    "is_literal",
    "predict",
    "resolve",
]
