"""The guide names every limit with its value and every error that reading can end with."""

from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen.documents import limits
from wherewhen.model import errors

GUIDE = (Path(__file__).parents[2] / "docs" / "documents.md").read_text("utf-8")
LIMITS = {name: value for name, value in vars(limits).items() if name.startswith("MAX_")}
READING = (
    errors.UnreadableFile,
    errors.EmptyDocument,
    errors.NotText,
    errors.UnknownFormat,
    errors.DocumentTooLarge,
    errors.ReaderFailed,
    errors.ReadingTooSlow,
    errors.LockedFile,
    errors.DamagedFile,
)


@pytest.mark.parametrize("name", LIMITS)
def test_the_guide_has_every_limit_with_its_value(name: str) -> None:
    assert f"| `{name}` | {LIMITS[name]:,} |" in GUIDE


@pytest.mark.parametrize("error", READING)
def test_the_guide_has_every_error(error: type[errors.InputError]) -> None:
    assert f"| {error.code} |" in GUIDE
