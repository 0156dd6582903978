"""Place names of a document: found, told apart from people and institutions, placed, explained."""

from wherewhen.places.candidates import candidates
from wherewhen.places.contract import as_json
from wherewhen.places.crosswalk import acled, ucdp
from wherewhen.places.everywhere import everywhere
from wherewhen.places.find import find, is_literal, resolve
from wherewhen.places.gazetteer import (
    Entry,
    Gazetteer,
    Import,
    build,
    default_path,
    import_file,
    imports,
    withdraw,
)
from wherewhen.places.picture import picture
from wherewhen.places.predict import predict

__all__ = [
    "Entry",
    "Gazetteer",
    "Import",
    "acled",
    "as_json",
    "build",
    "candidates",
    "default_path",
    "everywhere",
    "find",
    "import_file",
    "imports",
    "is_literal",
    "picture",
    "predict",
    "resolve",
    "ucdp",
    "withdraw",
]
