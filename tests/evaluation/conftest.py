from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# A busy machine must not fail a property that holds.
settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).parents[2]


@pytest.fixture
def shared() -> Path:
    """The evaluation material, where it lies beside the checkout."""
    folder = Path(os.environ.get("WHEREWHEN_SHARED") or ROOT.parent / "shared")
    if not (folder / "evaluation").is_dir():
        pytest.skip("no evaluation material beside the checkout")
    return folder


def put(path: Path, rows: Iterable[Mapping[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path
