"""A desk states spans of time as context in a small file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from wherewhen.model.errors import InputError
from wherewhen.publication.context import read_bands


def test_a_band_has_names_and_days_and_may_be_open(tmp_path: Path) -> None:
    file = tmp_path / "context.toml"
    file.write_text('[[band]]\nen = "siege"\nar = "حصار"\nfrom = 2015-01-01\n', "utf-8")
    (band,) = read_bands(file)
    assert band.names == (("en", "siege"), ("ar", "حصار"))
    assert (band.begin, band.end) == (date(2015, 1, 1), None)


@pytest.mark.parametrize(
    "stated",
    [
        "", "band = 1", "[[band]]\nen = 3\nfrom = 2015-01-01", '[[band]]\nen = "x"',
        '[[band]]\nen = "x"\nfrom = 2016-01-01\nto = 2015-01-01', '[[band]]\nen = "x"\nfrom = "2015"',
        '[[band]]\nfrom = 2015-01-01', '[[band]]\nen = "x"\nfrom = 2015-01-01\ncolour = "red"', "[[band]",
    ],
)  # fmt: skip
def test_what_is_no_band_is_refused(tmp_path: Path, stated: str) -> None:
    file = tmp_path / "context.toml"
    file.write_text(stated, "utf-8")
    with pytest.raises(InputError):
        read_bands(file)
