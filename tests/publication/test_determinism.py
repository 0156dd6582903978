"""The same input gives the same bytes, whatever the hash seed, the locale, the time zone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

PROGRAM = """
import hashlib, importlib.util, sys
from datetime import date
def load(name):
    spec = importlib.util.spec_from_file_location(name, sys.argv[1] + f"/{name}.py")
    module = importlib.util.module_from_spec(spec); spec.loader.exec_module(module); return module
desk, maps = load("conftest"), load("test_maps")
from wherewhen.publication.exports import EXPORTS, export
from wherewhen.publication.illustrations import picture_files
from wherewhen.publication.policy import Policy
from wherewhen.publication.publish import publish
dossier = desk.made_dossier(desk.made_sightings())
for policy in (Policy.reading(), Policy.public()):
    case = publish(dossier, policy, date(2026, 11, 25), maps.FlatWorld(), towns=maps.towns)
    files = picture_files(case)
    for name in EXPORTS:
        files |= export(case, name)
    for name in sorted(files):
        print(name, hashlib.sha256(files[name]).hexdigest())
    print(hashlib.sha256(repr(case).encode()).hexdigest())
"""


def hashes(seed: int, zone: str, locale: str) -> str:
    here = Path(__file__).parent
    surroundings = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": zone, "LC_ALL": locale}
    command = [sys.executable, "-c", PROGRAM, str(here)]
    done = subprocess.run(command, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_same_case_has_the_same_bytes_everywhere() -> None:
    first = hashes(0, "UTC", "C.UTF-8")
    assert first.count("\n") > 60
    assert hashes(1, "Asia/Tokyo", "C.UTF-8") == first
    assert hashes(4321, "America/Los_Angeles", "C") == first
