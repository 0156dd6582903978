"""A small sample of each ring of hostile files; ``make rings`` runs them whole."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from . import bombing
from .carriers import CARRIERS, TRICKS
from .intake_bombs import BOMBS
from .mutating import ring as mutate
from .specimens import specimens

ROOT = Path(__file__).parents[2]
OTHER_WORK = 3.0
"""How much other work on the machine may stretch the clock here; the whole ring is run with 1."""


def test_bombs_are_refused_in_time_and_memory(tmp_path: Path) -> None:
    tally = bombing.ring(tmp_path, list(BOMBS)[::4], OTHER_WORK)
    assert tally.wrong == []
    assert tally.refused == len(list(BOMBS)[::4])


def test_there_are_as_many_bombs_and_path_tricks_as_promised() -> None:
    assert len(BOMBS) >= 60
    assert len(TRICKS) * len(CARRIERS) >= 300


def test_damaged_files_of_every_reader_never_reach_who_asked(tmp_path: Path) -> None:
    tally = mutate(tmp_path, 6 * len(specimens()), seed=2)
    assert tally.wrong == []


def test_no_name_in_a_file_leads_a_write_outside() -> None:
    command = [sys.executable, "-m", "tests.attacks.straying", "--tricks", "20"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and "0 strayed" in done.stdout, done.stdout + done.stderr
