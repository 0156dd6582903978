"""Who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    ARMED_GROUP = "armed_group"
    SOCIAL_ACCOUNT = "social_account"
    NGO = "ngo"
    UN = "un"
    INTELLIGENCE = "intelligence"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    SUBJECT = "subject"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of a chain of sources. ``named`` is false for "unnamed sources", "a witness"."""

    name: str
    kind: SourceKind = SourceKind.OTHER
    named: bool = True
