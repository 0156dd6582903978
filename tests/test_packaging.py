"""What is installed with the product, and under which licences."""

from __future__ import annotations

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tests.runtime_lock import closure, locked

SOURCE = Path(__file__).parents[1] / "src" / "wherewhen"
# As a word of its own: "LGPL" is another licence, and one that may be used from a program of any licence.
COPYLEFT = re.compile(r"\b(?:A?GPL\b|GPL-|AGPL-|(?:Affero )?General Public License)")
NOT_FREE = re.compile(r"non-?commercial|\bCC-BY-NC|\bSSPL\b|\bBUSL\b|Commons Clause", re.IGNORECASE)
LONG = 400
"""A licence field longer than this holds a whole text, of which the first lines name the licence."""


@pytest.fixture(scope="module")
def installed() -> dict[str, str]:
    return closure()


def licence(name: str) -> str:
    """All that a package says of its licence."""
    about = metadata.metadata(name)
    stated = [about.get("License-Expression") or "", (about.get("License") or "")[:LONG]]
    stated += [c for c in about.get_all("Classifier") or () if c.startswith("License")]
    return " | ".join(stated if any(stated) else _texts(name))


def _texts(name: str) -> list[str]:
    """How its licence files begin: some packages state their licence by the text alone."""
    files = [file for file in metadata.files(name) or () if file.name.upper().startswith("LICEN")]
    return [file.read_text(encoding="utf-8")[:LONG] for file in files]


def test_what_is_needed_to_run_is_installed_as_the_lock_says(installed: dict[str, str]) -> None:
    lock = locked()
    assert {name: lock[name][0] for name in installed} == installed
    assert all("--hash=sha256:" in lock[name][1] for name in installed)


def test_every_package_states_its_licence(installed: dict[str, str]) -> None:
    assert [name for name in installed if not licence(name).strip(" |")] == []


def test_nothing_needed_to_run_is_under_the_gpl_or_agpl(installed: dict[str, str]) -> None:
    assert [name for name in installed if _closed(licence(name))] == []


def _closed(stated: str) -> bool:
    free = stated.replace("Lesser General Public License", "LGPL")
    return bool(COPYLEFT.search(free) or NOT_FREE.search(free))


@pytest.mark.parametrize("stated", ["GPL-3.0-or-later", "AGPL-3.0", "GNU General Public License v3 (GPLv3)"])
def test_these_licences_would_be_refused(stated: str) -> None:
    assert _closed(stated)


@pytest.mark.parametrize("stated", ["LGPL-2.1", "GNU Lesser General Public License v3", "MIT", "MPL-2.0"])
def test_these_licences_may_be_used(stated: str) -> None:
    assert not _closed(stated)


def test_the_product_imports_only_what_it_declares() -> None:
    declared = {canonicalize_name(Requirement(line).name) for line in _declared()}
    known = metadata.packages_distributions()
    imported = {name for file in SOURCE.rglob("*.py") for name in _imports(file)}
    foreign = {name for name in imported - set(sys.stdlib_module_names) if name != "wherewhen"}
    assert {n for n in foreign if not {canonicalize_name(d) for d in known.get(n, ())} & declared} == set()


def _declared() -> list[str]:
    """What comes with the product, and what only some ask for: an import of that may fail."""
    return [line for line in metadata.requires("wherewhen") or () if "'dev'" not in line]


def _imports(file: Path) -> set[str]:
    tree = ast.walk(ast.parse(file.read_text("utf-8")))
    names: set[str] = set()
    for node in tree:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module)
    return {name.partition(".")[0] for name in names}
