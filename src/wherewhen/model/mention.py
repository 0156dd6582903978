"""Something that a passage names, and what we take it to mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from wherewhen.model.evidence import Evidence
from wherewhen.model.person import Person
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.model.source import Source
from wherewhen.model.span import Span
from wherewhen.model.tool import Tool
from wherewhen.model.when import When

Value = TypeVar("Value")


class MentionKind(StrEnum):
    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    TIME = "time"
    MEDIUM = "medium"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True)
class Mention(Generic[Value]):
    """A passage with its kind, its normalised value and why we read it so."""

    kind: MentionKind
    span: Span
    value: Value
    reasons: tuple[Reason, ...] = ()
    tool: Tool | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time expression: its TIMEX3 type and value, and the bounds it puts on an event.

    type   DATE, TIME, DURATION or SET
    value  TIMEX3 value, e.g. ``2016-05-13``, ``P2D``, ``PAST_REF``
    when   bounds, or None where the words bound nothing (a duration, "sometimes")
    """

    type: str
    value: str
    when: When | None = None


PersonMention = Mention[Person]
PlaceMention = Mention[Place]
TimeMention = Mention[TimeValue]
MediumMention = Mention[Evidence]
SpeakerMention = Mention[Source]
