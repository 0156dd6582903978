"""Why a decision was taken: a code with values, rendered as a sentence only at the edge."""

from __future__ import annotations

from dataclasses import dataclass

from wherewhen.model.span import Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for a decision.

    code    a stable dotted name, e.g. ``time.weekday_before_publication``; every code has a
            sentence in each language of the reader (``languages/*/reasons.toml``)
    values  the facts that fill the sentence, as (name, text) pairs
    span    the passage that was looked at, if there is one
    """

    code: str
    values: tuple[tuple[str, str], ...] = ()
    span: Span | None = None

    @classmethod
    def of(cls, code: str, span: Span | None = None, **values: object) -> Reason:
        """``Reason.of("time.published_bound", anchor="2019-01-31")``."""
        return cls(code, tuple((name, str(value)) for name, value in values.items()), span)
