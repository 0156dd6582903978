"""The borders of docs/ARCHITECTURE.md, read from the syntax trees of the source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import wherewhen

ROOT = Path(wherewhen.__file__).parent
DATA = {"model", "languages"}
EXTRA = {
    "places": {"basemap"},
    "publication": {"basemap"},
    "claims": {"times", "places"},
    "sightings": {"times", "places"},
    "itinerary": {"times"},
    "workbench": {"casefile", "publication"},
}
ROOMS = sorted(p.name for p in ROOT.iterdir() if (p / "__init__.py").exists())
COMPOSERS = {"pipeline", "measuring"}
SEEN_BY_EXPORTERS = ("wherewhen.publication", "wherewhen.languages", "wherewhen.model.errors")
OUTER = {"cli", "terminal", "measuring"}
NETWORK = {"socket", "urllib.request", "http.client", "http.server", "requests", "httpx", "aiohttp", "ftplib"}


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_used(file: Path) -> set[str]:
    ours = {name.split(".")[1] for name in imported(file) if name.startswith("wherewhen.")}
    return ours & (set(ROOMS) | COMPOSERS | OUTER)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_imports_only_what_its_border_allows(room: str) -> None:
    allowed = {room} | (DATA if room != "model" else set()) | EXTRA.get(room, set())
    allowed -= {"languages"} if room == "basemap" else set()
    for file in (ROOT / room).rglob("*.py"):
        assert rooms_used(file) <= allowed, f"{file.relative_to(ROOT)} crosses a border"


def test_the_model_needs_nothing_but_the_standard_library() -> None:
    import sys

    for file in (ROOT / "model").rglob("*.py"):
        roots = {name.split(".")[0] for name in imported(file)} - {"wherewhen", "__future__"}
        assert roots <= sys.stdlib_module_names, file.name


def test_exporters_see_only_the_public_case() -> None:
    for file in (ROOT / "publication" / "exports").rglob("*.py"):
        ours = {name for name in imported(file) if name.startswith("wherewhen.")}
        assert all(name.startswith(SEEN_BY_EXPORTERS) for name in ours), file.name


def test_nothing_imports_the_outer_doors() -> None:
    for file in ROOT.rglob("*.py"):
        if file.parent != ROOT:
            assert not rooms_used(file) & OUTER, file


def test_no_room_opens_a_network_connection() -> None:
    for file in ROOT.rglob("*.py"):
        assert not set(imported(file)) & NETWORK, file


def test_errors_are_caught_wholesale_only_at_the_outer_door() -> None:
    for file in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ExceptHandler):
                broad = node.type is None or getattr(node.type, "id", "") in ("Exception", "BaseException")
                assert not broad or file.name == "cli.py", f"{file}:{node.lineno}"
