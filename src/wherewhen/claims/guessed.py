"""Dates that a claim has only from what surrounds it, and that give way to what is known better."""

from __future__ import annotations

from wherewhen.model.when import When

GUESSED = frozenset(
    f"claim.{code}"
    for code in (
        "no_later_than_publication", "no_later_than_the_last_date_told", "between_neighbours",
        "since_the_last_date", "in_the_lifetime", "from_birth_to_the_next_date", "before_the_next_date",
        "date_from_context",
    )
)  # fmt: skip


def guessed(when: When) -> bool:
    """Unknown, borrowed from another passage, or bounded by its neighbours alone."""
    return when.unknown or any(reason.code in GUESSED for reason in when.reasons)
