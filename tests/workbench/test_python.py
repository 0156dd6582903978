"""``docs/python.md`` is run as it stands; and the verbs that it names are all there are."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import wherewhen
from wherewhen.model.errors import StaleError
from wherewhen.workbench.verbs import Verbs

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs" / "python.md").read_text("utf-8")


def test_the_example_of_the_guide_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    monkeypatch.chdir(tmp_path)
    blocks = "\n".join(re.findall(r"```python\n(.*?)```", GUIDE, re.S))
    (tmp_path / "guide.py").write_text(blocks, "utf-8")
    done = subprocess.run([sys.executable, "guide.py"], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").is_file() and (tmp_path / "bag" / "bagit.txt").is_file()
    with wherewhen.open_case("soleimani", actor="Omar") as case:
        assert {one.state for one in case.claims("done")} >= {"accepted", "amended", "protected", "rejected"}
        first = case.claims("done")[0].id
        with pytest.raises(StaleError):
            case.reject(first, seen=1)
        assert case.verify() == ()


def test_every_verb_is_in_the_guide() -> None:
    calls = {name for name in vars(Verbs) if not name.startswith("_")}
    told = {
        "judge",
        "unprotect",
        "claim",
        "illustrate",
        "add_picture",
        "part",
        "note",
        "policy",
        "set_policy",
    }
    assert {name for name in calls - told if f".{name}" not in GUIDE} == set()


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nothing_of_that_name"):
        wherewhen.nothing_of_that_name  # noqa: B018
    assert all(getattr(wherewhen, name) for name in wherewhen.__all__)
