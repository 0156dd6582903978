"""A picture for every sighting: its photo from the documents, else a drawn map."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wherewhen.model.sighting import Sighting
from wherewhen.publication.edition import Edition
from wherewhen.publication.ground import Ground
from wherewhen.publication.public import PublicCase


def illustrated(
    case: PublicCase,
    pictured: Sequence[tuple[str, Sighting]],
    edition: Edition,
    ground: Ground | None,
    tell: Callable[[str], None],
) -> PublicCase:
    return case
