"""What a passage says that it rests on."""

from __future__ import annotations

from wherewhen.claims.advice import Advice
from wherewhen.claims.attribution import credit, holds, phrases
from wherewhen.claims.frame import Frame
from wherewhen.model.document import BlockKind
from wherewhen.model.evidence import Evidence
from wherewhen.model.source import Source, SourceKind

_SEEN = (Evidence.PHOTO, Evidence.AUDIO, Evidence.VIDEO, Evidence.DOCUMENT)
"""In this order: a "voice recording" is no video."""
_REPORTING = (SourceKind.OUTLET, SourceKind.AGENCY)


SURE = 0.6
"""The model's word counts from this probability on."""


def evidence(
    frame: Frame, sources: tuple[Source, ...], has_image: bool, advice: Advice | None = None
) -> Evidence:
    """The model's answer where it is sure, else what the words of the sentence show."""
    if advice:
        share, kind = max(zip(advice.judged.evidence, Evidence, strict=True))
        if share >= SURE:
            return kind
    return _shown(frame, sources, has_image)


def _shown(frame: Frame, sources: tuple[Source, ...], has_image: bool) -> Evidence:
    """Pictures and papers named in the sentence come first, then words of people, then reports."""
    places = {i for spot in frame.spots for i in range(spot.at, spot.end)}
    keys = tuple("" if i in places else word.key for i, word in enumerate(frame.sentence.words))
    for kind in _SEEN:
        if any(holds(keys, phrase) for phrase in phrases(frame.language, "evidence", kind)):
            return kind
    if frame.sentence.block.kind is BlockKind.CAPTION and (has_image or credit(frame)):
        return Evidence.PHOTO
    if not sources:
        return Evidence.UNATTRIBUTED
    if all(s.kind in _REPORTING for s in sources):
        return Evidence.REPORT
    return Evidence.DOCUMENT if sources[0].kind is SourceKind.DOCUMENT else Evidence.STATEMENT
