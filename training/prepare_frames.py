"""Sentences with annotated frames of movement and stay, as passages that ask who of them was where.

    python prepare_frames.py ewt_movement_frames/train.jsonl --out FILE

The mover of a frame stands as the subject, and the frame's place as the spot. A second passage of the same
sentence takes somebody else for the subject: then the answer is no. Whether it happened is read off the roles
(ARGM-NEG, ARGM-MOD) and the factuality that people gave it, from -3 to 3.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rows import Row, write_rows

from wherewhen.model.passage import Mark

MOVERS, PLACES = ("ARG0", "ARG1"), ("ARG4", "ARGM-GOL", "ARGM-LOC", "ARG3", "ARGM-DIR")
PRONOUNS = re.compile(r"\b(?:I|he|she|they|we|you|him|her|them|us|me)\b")
SURE = 0.5


def passages(row: Row) -> Iterator[Row]:
    for frame in row["frames"]:
        roles = {role["role"]: (role["start"], role["end"]) for role in reversed(frame["roles"])}
        mover = next((roles[name] for name in MOVERS if name in roles), None)
        place = next((roles[name] for name in PLACES if name in roles), None)
        answer = status(frame, roles)
        if mover is None or answer is None:
            continue
        yield passage(row, frame, mover, place, answer, mover)
        other = next(
            (m.span() for m in PRONOUNS.finditer(row["text"]) if not overlaps(m.span(), mover)), None
        )
        if other:
            yield passage(row, frame, other, place, 0, None)


def status(frame: Row, roles: dict[str, Any]) -> int | None:
    """0 no movement, 1 happened, 2 planned, 3 denied; None where people were of two minds."""
    factual = frame.get("factual")
    if frame["group"] == "other_sense":
        return 0
    if "ARGM-NEG" in roles:
        return 3
    if "ARGM-MOD" in roles or (factual is not None and factual < -SURE):
        return 2
    return 1 if factual is None or factual > SURE else None


def overlaps(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def passage(row: Row, frame: Row, subject: Any, place: Any, answer: int, doer: Any) -> Row:
    meant = PRONOUNS.fullmatch(row["text"][subject[0] : subject[1]])
    marks = [(*subject, int(Mark.SUBJECT_MEANT if meant else Mark.SUBJECT))]
    marks += [(*place, int(Mark.PLACE))] if place else []
    return {
        "document": row["id"], "group": None, "language": "en", "text": row["text"], "marks": sorted(marks),
        "asks": [(place, (frame["start"], frame["end"]), doer)], "times": [], "persons": [], "sites": [],
        "answers": [{"presence": answer, "evidence": None, "times": [], "persons": [], "dated": False}],
    }  # fmt: skip


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    lines = options.file.read_text("utf-8").splitlines()
    write_rows(options.out, (made for line in lines for made in passages(json.loads(line))))
