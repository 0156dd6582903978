"""Texts whose persons, bodies, places and dates are marked, brought to one set of types.

No corpus marks every type. A corpus that does not mark a type must not teach that it is absent: each stretch
therefore carries all the types that it may be (``LOC`` of a news corpus is a settlement, a landform or a
building), and each corpus says which types may hide in what it left unmarked.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rows import Row

TYPES = ("PER", "ORG", "GPE", "LOC", "FAC", "VEH", "DATE", "MISC")
ANYWHERE = ("GPE", "LOC", "FAC")
Types = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """``types`` by the corpus's own name of a type, () to leave it out; ``open`` are types it never marks."""

    name: str
    path: str
    language: str
    types: Mapping[str, Types]
    open: Types
    share: float
    keep: Callable[[Row, Row], bool] = lambda row, entity: True


def _named(row: Row, entity: Row) -> bool:
    named = entity.get("form", "name") == "name" and entity["text"][:1].isupper()
    return bool(named or entity["type"] == "time")


def _no_handle(row: Row, entity: Row) -> bool:
    return not row["text"][max(0, entity["start"] - 1) : entity["end"]].startswith(("@", "#"))


def _no_adjective(row: Row, entity: Row) -> bool:
    return not re.fullmatch(r"\w+(?:ish|ese|ian|can|i|ch|ean)", entity["text"])


NEWS = {"PER": ("PER",), "LOC": ANYWHERE, "ORG": ("ORG",), "MISC": ("MISC",), "MIS": ("MISC",)}
GUM = {"person": ("PER",), "organization": ("ORG",), "place": ANYWHERE, "time": ("DATE",)}
RE3D = {
    "Organisation": ("ORG",),
    "Location": ANYWHERE,
    "Person": ("PER",),
    "Temporal": ("DATE",),
    "Vehicle": ("VEH",),
    "MilitaryPlatform": ("VEH",),
}
ACE = {name: (name,) for name in ("PER", "ORG", "GPE", "LOC", "FAC", "VEH")}
WOJOOD = {"PERS": ("PER",), "DATE": ("DATE",), "TIME": ("DATE",)} | {
    name: (name,) for name in ("ORG", "GPE", "LOC", "FAC")
}
DATED = ("DATE", "VEH")
CORPORA = (
    Corpus("gum", "train/gum/train.jsonl.gz", "en", GUM, ("MISC", "VEH"), 20, _named),
    Corpus(
        "redocred",
        "train/redocred/train.jsonl.gz",
        "en",
        {**NEWS, "TIME": ("DATE",)},
        ("VEH",),
        20,
        _no_adjective,
    ),
    Corpus("re3d", "train/re3d/train.jsonl", "en", RE3D, ("MISC",), 8),
    Corpus("litbank", "train/litbank/train.jsonl.gz", "en", ACE, ("MISC", "DATE"), 6, _named),
    Corpus("wikigold", "train/wikigold/train.jsonl", "en", NEWS, DATED, 4),
    Corpus("broad_twitter", "train/broad_twitter/train.jsonl", "en", NEWS, (*DATED, "MISC"), 3, _no_handle),
    Corpus("newsfane", "train/newsfane/train.jsonl", "ar", ACE, ("DATE", "MISC"), 12),
    Corpus("anercorp", "anercorp/dev.jsonl", "ar", NEWS, DATED, 8),
    Corpus("aqmar", "aqmar_ner/dev.jsonl", "ar", NEWS, DATED, 8),
    Corpus("wojood", "wojood_sample/dev.jsonl", "ar", WOJOOD, ("MISC", "VEH"), 10),
)


def texts(folder: Path, corpus: Corpus) -> Iterator[Row]:
    """Stretches of about 700 characters with their entities; ``open`` is carried along."""
    path = folder / corpus.path
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            entities = list(_entities(row, corpus))
            for low, high in _cuts(row["text"], entities):
                inside = [e for e in entities if low <= e[0] and e[1] <= high]
                yield {
                    "corpus": corpus.name,
                    "row": row["id"],
                    "language": corpus.language,
                    "text": row["text"][low:high],
                    "entities": [(a - low, b - low, types) for a, b, types in inside],
                    "open": corpus.open,
                    "overlaps": bool(row.get("dev_overlap")),
                }


def _entities(row: Row, corpus: Corpus) -> Iterator[tuple[int, int, Types]]:
    """Outermost stretches only, those without a type of ours left out."""
    found = [e for e in row["entities"] if corpus.types.get(_type(e, corpus)) and corpus.keep(row, e)]
    end = 0
    for e in sorted(found, key=lambda e: (e["start"], -e["end"])):
        if e["start"] >= end:
            end = e["end"]
            yield e["start"], e["end"], corpus.types[_type(e, corpus)]


def _type(entity: Row, corpus: Corpus) -> str:
    kind = str(entity["type"])
    if corpus.name == "newsfane":
        return "people" if kind == "PER:Group" else kind.split(":")[0]
    return kind


LONGEST = 700


def _cuts(text: str, entities: list[tuple[int, int, Types]]) -> Iterator[tuple[int, int]]:
    """Ends at a sentence's end where one is near, never inside an entity."""
    low = 0
    ends = [m.end() for m in re.finditer(r"[.!?؟]\s|\n", text)]
    while low < len(text):
        high = max((e for e in ends if low < e <= low + LONGEST), default=min(len(text), low + LONGEST))
        high = max([high, *(b for a, b, _ in entities if a < high < b)])
        yield low, high
        low = high


# Arabic as the press writes it -----------------------------------------------------------------------------


def roughened(row: Row, rng: random.Random) -> Row:
    """The text as another hand would type it: hamzas dropped, other digits, ى for ي; offsets stay."""
    if row["language"] != "ar":
        return row
    text = row["text"]
    if rng.random() < 0.3:
        text = text.translate(str.maketrans("أإآ", "ااا"))
    if rng.random() < 0.15:
        text = re.sub(r"ي\b", "ى", text)
    if rng.random() < 0.15:
        text = re.sub(r"ة\b", "ه", text)
    if rng.random() < 0.3:
        text = text.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
    return {**row, "text": text}
