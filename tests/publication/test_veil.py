"""Names that are kept back are covered wherever they stand."""

from __future__ import annotations

import pytest

from wherewhen.publication.veil import Veil

GROUPS = ("old guards", "old guards of the northern gate")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("She met old guards", "She met […]"),
        ("old guards of the northern gate were there", "[…] were there"),
        ("She met old guards of the", "She met […] of the"),
        ("nobody", "nobody"),
    ],
)
def test_a_group_whose_name_begins_another_is_covered_at_the_very_end_of_a_text(
    text: str, shown: str
) -> None:
    assert Veil(GROUPS)(text) == shown
