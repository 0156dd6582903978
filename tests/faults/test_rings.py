"""A small sample of each ring; ``make rings`` runs them whole."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHIMMED = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("cc") is None, reason="the shim needs a C compiler and Linux"
)


def ring(name: str, *arguments: str) -> str:
    command = [sys.executable, "-m", f"tests.faults.{name}", *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@SHIMMED
def test_no_acknowledged_decision_is_lost_whatever_call_fails() -> None:
    assert "lost 0, unreadable 0, phantom 0, unclean 0" in ring("killing", "--points", "300")


@SHIMMED
def test_no_acknowledged_decision_is_lost_when_the_power_goes() -> None:
    assert "0 lost an acknowledged entry, 0 unreadable" in ring("power", "--images", "800", "--steps", "6")


@SHIMMED
@pytest.mark.parametrize("control", ["off", "full"])
def test_the_power_ring_finds_losses_where_syncing_is_weaker(control: str) -> None:
    ring("power", "--images", "800", "--steps", "10", "--control", control)


def test_a_changed_byte_is_told_from_dead_space() -> None:
    assert "0 classified wrongly" in ring("tampering", "--edits", "2000")


def test_two_tabs_and_a_command_line_lose_nothing() -> None:
    assert "0 wrong" in ring("turns", "--rounds", "12")


def test_two_tabs_over_http_and_a_command_line_lose_nothing() -> None:
    assert "0 wrong" in ring("doors", "--rounds", "4")
