"""The form of the rules under which a case is published."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

from pydantic import BaseModel, Field

from wherewhen.model.claim import Status
from wherewhen.publication.policy import Policy

FOLDER = r"^[^\W_]([\w .-]{0,80}[\w-])?$"
"""What a publication's folder may be called: a plain name, so that no path is ever taken from a page."""
EMBARGO = 30
"""Days; less needs a second person."""
Number = Annotated[str, Field(max_length=8)]


class Rules(BaseModel):
    """As typed; an empty field is no limit."""

    embargo: Number = ""
    grid: Number = ""
    quote: Number = ""
    planned: bool = False
    second: Annotated[str, Field(max_length=200)] = ""
    reason: Annotated[str, Field(max_length=2000)] = ""

    @classmethod
    def of(cls, policy: Policy) -> Rules:
        return cls(
            embargo=_shown(policy.embargo_days), grid=_shown(policy.grid_km),
            quote=_shown(policy.quote_length), planned=Status.PLANNED in policy.statuses,
        )  # fmt: skip

    def over(self, policy: Policy) -> Policy:
        """The policy with these rules. Raises ValueError for what is no number."""
        statuses = policy.statuses | {Status.PLANNED} if self.planned else policy.statuses - {Status.PLANNED}
        return replace(
            policy, embargo_days=_whole(self.embargo), grid_km=_size(self.grid),
            quote_length=_whole(self.quote), statuses=statuses,
        )  # fmt: skip

    @property
    def answered(self) -> bool:
        """Whether a loosening of the rules names a second person and says why."""
        days = _whole(self.embargo)
        loose = self.planned or days is None or days < EMBARGO
        return not loose or bool(self.second.strip() and self.reason.strip())

    def why(self, second: str) -> str:
        """The reason as the journal keeps it; ``second`` says what the other name is."""
        return f"{self.reason.strip()} ({second})" if self.second.strip() else self.reason.strip()


def _shown(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _whole(text: str) -> int | None:
    if not text.strip():
        return None
    number = int(text)
    if not 0 <= number <= 100_000:
        raise ValueError(text)
    return number


def _size(text: str) -> float | None:
    if not text.strip():
        return None
    number = float(text)
    if not 0 < number <= 1000:
        raise ValueError(text)
    return number
