"""The open minimal pairs that are read wrong at present: ``pairs/LANGUAGE/wrong.txt``, one id a line.

``python -m tests.claims.known_wrong`` writes the lists anew and prints what changed.
"""

from __future__ import annotations

from pathlib import Path

from wherewhen.evaluation import pairs
from wherewhen.evaluation.material import gold_rows
from wherewhen.measuring import read_case

FOLDER = Path(__file__).parent / "pairs"
LANGUAGES = ("en", "ar")


def wrong(language: str) -> set[str]:
    """Ids of the open pairs of which at least one twin is read wrong."""
    rows = gold_rows(FOLDER / language / "open.jsonl")
    read = ((row["id"], [read_case(twin) for twin in pairs.twins(row)], row) for row in rows)
    return {name for name, answers, row in read if not all(pairs.right(row, answers))}


def known(language: str) -> set[str]:
    return set((FOLDER / language / "wrong.txt").read_text("utf-8").split())


def renew() -> None:
    for language in LANGUAGES:
        now, before = wrong(language), known(language)
        (FOLDER / language / "wrong.txt").write_text("".join(f"{name}\n" for name in sorted(now)), "utf-8")
        print(language, "right now:", *sorted(before - now), "| wrong now:", *sorted(now - before))


if __name__ == "__main__":
    renew()
