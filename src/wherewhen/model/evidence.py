"""What a claim rests on, as the document says."""

from __future__ import annotations

from enum import StrEnum


class Evidence(StrEnum):
    PHOTO = "photo"
    VIDEO = "video"
    AUDIO = "audio"
    STATEMENT = "statement"
    REPORT = "report"
    DOCUMENT = "document"
    PHYSICAL_TRACE = "physical_trace"
    UNATTRIBUTED = "unattributed"
