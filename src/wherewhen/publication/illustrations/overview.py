"""All sightings on one map: for print, and 1200 × 630 pixels to share."""

from __future__ import annotations

from collections.abc import Sequence

from wherewhen.publication.ground import Ground, Towns
from wherewhen.publication.public import PublicCase, PublicFile
from wherewhen.publication.wording import Voice


def overview(
    case: PublicCase, voices: Sequence[Voice], ground: Ground, towns: Towns
) -> tuple[PublicFile, ...]:
    return ()
