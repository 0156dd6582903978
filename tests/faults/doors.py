"""Two tabs and a command line at once, over HTTP: python -m tests.faults.doors [--rounds 1000]

The workbench is started as its user starts it. In each round two tabs look at pages and decide on what they
show, by the same forms as a browser, while a command line takes back in a process of its own. What must
hold is what ``tests.faults.turns`` asks of the journal: every acknowledged decision is there and no other,
none was made over something its maker had not seen, and whoever was told of a change was told the truth.
"""

from __future__ import annotations

import argparse
import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from tests.faults.review import begun, collect, read
from tests.faults.turns import Tally, Told, at_the_command_line, judged, together
from tests.workbench.form_of import filled

from wherewhen.casefile import Casefile

BATCH = 40
"""Rounds on one case and one server; then both begin anew."""
TURNS = 3
COMMAND = (sys.executable, "-c", "from wherewhen.cli import main; main()")


class Tab:
    """One tab of a browser that has the cookie."""

    def __init__(self, port: int, cookie: str = "") -> None:
        self.host, self.cookie = f"127.0.0.1:{port}", cookie

    def get(self, address: str) -> str:
        return self._asked("GET", address, "")[2]

    def post(self, address: str, **fields: object) -> tuple[int, str, str]:
        """Status, where to, and the page."""
        return self._asked("POST", address, urlencode({name: str(value) for name, value in fields.items()}))

    def _asked(self, method: str, address: str, body: str) -> tuple[int, str, str]:
        headers = {"Host": self.host, "Cookie": self.cookie, "Sec-Fetch-Site": "same-origin"}
        if method == "POST":
            kind = "application/x-www-form-urlencoded"
            headers |= {"Origin": f"http://{self.host}", "Content-Type": kind}
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            connection.request(method, address, body.encode() if method == "POST" else None, headers)
            answer = connection.getresponse()
            if answer.getheader("Set-Cookie"):
                self.cookie = str(answer.getheader("Set-Cookie")).partition(";")[0]
            return answer.status, answer.getheader("Location") or "", answer.read().decode()
        finally:
            connection.close()


@contextmanager
def served(case: Path) -> Iterator[Tab]:
    arguments = [*COMMAND, "review", str(case), "--no-browser", "--as", "Mona"]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as server:
        try:
            assert server.stdout is not None
            told = ""
            while not (link := re.search(r"http://127\.0\.0\.1:(\d+)/enter#([\w-]+)", told)):
                line = server.stdout.readline()
                assert line, told
                told += line
            tab = Tab(int(link[1]))
            assert tab.post("/enter", token=link[2])[0] == 303
            yield tab
        finally:
            server.terminate()


def at_a_tab(tab: Tab, folder: Path, dice: random.Random) -> Told:
    """Look at a claim, think, send the form that the page shows."""
    with Casefile.open(folder) as case:
        claim = dice.choice(sorted(case.state.claims))
    if dice.random() < 0.5:
        page, form = tab.get(f"/en/desk?claim={claim}&show=all"), "/en/judge"
        seen = re.findall(r'name="seen" value="(\d+)"', page)
        fields = {"claim": claim, "verdict": dice.choice(["accept", "reject", "protect", "unprotect"])}
    else:
        page, form = tab.get(f"/en/edit?claim={claim}"), "/en/change"
        fields = filled(page) if '<form class="edit' in page else {}
        seen = [fields.pop("seen")] if fields else []
        fields["activity"] = f"visit {dice.random()}"
    if not seen:  # the reading was taken back since the list was drawn
        return Told("refused", "-", 0, 0)
    time.sleep(dice.choice([0, 0.002, 0.01]))
    status, where, said = tab.post(form, **(fields | {"seen": seen[0]}))
    return _came(claim, int(seen[0]), status, where, said)


def _came(claim: str, seen: int, status: int, where: str, said: str) -> Told:
    if status == 303:
        return Told("decided", claim, seen, int(parse_qs(urlsplit(where).query)["said"][0]))
    if status == 409 and "W504" in said:
        return Told("stale", claim, seen, 0)
    return Told("refused" if "W505" in said else "broken", claim if "W505" not in said else "-", seen, 0)


def ring(work: Path, rounds: int) -> Tally:
    tally = Tally()
    for first in range(0, rounds, BATCH):
        case = work / f"case-{first}"
        begun(case)
        with Casefile.open(case) as open_case:
            collect(1)(open_case)
            base = read(1)(open_case).number
        with served(case) as tab:
            _batch(case, base, tab, range(first, min(first + BATCH, rounds)), tally)
    return tally


def _batch(case: Path, base: int, tab: Tab, numbers: range, tally: Tally) -> None:
    worker = partial(at_a_tab, tab)
    for number in numbers:
        judged(case, base, together(case, number, (worker, worker, at_the_command_line), TURNS), tally)
        tally.rounds += 1
        with Casefile.open(case) as open_case:
            base = open_case.state.number


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    asked, began = parser.parse_args(), time.monotonic()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as work:
        os.environ["LC_ALL"] = "C.UTF-8"
        tally = ring(Path(work), asked.rounds)
    print(tally)
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
