"""The workbench through its HTTP door: ``python bench/workbench.py [--case FOLDER] [--peer AZIMUT]``.

The server is started as a user starts it, on a large case (made by ``bench/casefile.py`` unless one is
given), and asked as a browser asks. Times are the slowest of twenty; memory is the most that the server
ever held. With ``--peer`` the program ``azimut`` of an environment of its own is started beside it and
asked for the same steps through its own API: record a claim, confirm one, find some, the list. Exit
status 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlencode

from casefile import make, slowest

BARS = {
    "opening the case": 2.0, "a decision": 0.1, "search": 0.2, "search by a script": 0.2, "memory": 500.0,
}  # fmt: skip
UNITS = {"memory": "MB"}
WORDS = ("Vienna", "حلب", "berg seen dama", "w777x3", "والحادث دمشق", "nothing")
COMMAND = (sys.executable, "-c", "from wherewhen.cli import main; main()")
OPENING = """
import sys, time
from pathlib import Path
from wherewhen.casefile import Casefile
began = time.perf_counter()
with Casefile.open(Path(sys.argv[1])) as case:
    case.state
    print(time.perf_counter() - began)
"""


class Door:
    """One connection to a server on loopback, kept open as a browser keeps it."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self.headers = headers
        self.connection = http.client.HTTPConnection(f"127.0.0.1:{port}", timeout=120)

    def ask(
        self, method: str, address: str, body: bytes | None = None, kind: str = ""
    ) -> tuple[int, bytes, str]:
        """Status, body, and the address or cookie that the answer names."""
        headers = self.headers | ({"Content-Type": kind} if kind else {})
        self.connection.request(method, address, body, headers)
        answer = self.connection.getresponse()
        named = answer.getheader("Set-Cookie") or answer.getheader("Location") or ""
        return answer.status, answer.read(), named

    def form(self, address: str, **fields: object) -> tuple[int, bytes, str]:
        body = urlencode({name: str(value) for name, value in fields.items()}).encode()
        return self.ask("POST", address, body, "application/x-www-form-urlencoded")

    def json(self, method: str, address: str, said: object) -> dict[str, object]:
        status, body, _ = self.ask(method, address, json.dumps(said).encode(), "application/json")
        assert status < 300, body
        found: dict[str, object] = json.loads(body)
        return found


@contextmanager
def running(command: list[str], environment: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=os.environ | environment
    ) as server:
        try:
            yield server
        finally:
            server.terminate()


def memory(process: int) -> float:
    """Megabytes that the process held at most."""
    told = Path(f"/proc/{process}/status").read_text()
    return int(re.findall(r"VmHWM:\s+(\d+)", told)[0]) / 1024


def opening(case: Path) -> float:
    done = subprocess.run(
        [sys.executable, "-c", OPENING, str(case)], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def ours(case: Path) -> dict[str, float]:
    took = {"opening the case": min(opening(case) for _ in range(3))}
    began = time.perf_counter()
    with running(
        [*COMMAND, "review", str(case), "--no-browser", "--scripts"], {"LC_ALL": "C.UTF-8"}
    ) as server:
        assert server.stdout is not None
        told = ""
        while "Key for scripts" not in told:
            told += server.stdout.readline()
        took["command to link"] = time.perf_counter() - began
        link, key = re.search(r"127\.0\.0\.1:(\d+)/enter#(\S+)", told), re.search(r"scripts: (\S+)", told)
        assert link and key
        tab = Door(int(link[1]), {"Sec-Fetch-Site": "same-origin", "Origin": f"http://127.0.0.1:{link[1]}"})
        cookie = tab.form("/enter", token=link[2])[2].partition(";")[0]
        tab.headers["Cookie"] = cookie
        script = Door(int(link[1]), {"Authorization": f"Bearer {key[1]}"})
        took |= at_the_desk(tab) | by_script(script)
        took["memory"] = memory(server.pid)
    return took


def at_the_desk(tab: Door) -> dict[str, float]:
    began = time.perf_counter()
    page = tab.ask("GET", "/en/desk")[1].decode()
    took = {"first page": time.perf_counter() - began}
    claims = re.findall(r"/en/desk\?claim=(\w+)", page)
    number = int(re.findall(r'name="seen" value="(\d+)"', page)[0])
    where: list[str] = []

    def decide(turn: int) -> None:
        nonlocal number
        status, _, to = tab.form("/en/judge", claim=claims[turn % len(claims)], seen=number, verdict="reject")
        assert status == 303
        number += 1
        where.append(to)

    took["a decision"] = slowest(decide, 30)
    took["the next page"] = slowest(lambda turn: tab.ask("GET", where[turn]), 20)
    tab.ask("GET", "/en/search?q=Rome")
    took["search"] = slowest(lambda turn: tab.ask("GET", f"/en/search?q={quote(WORDS[turn % 6])}"), 30)
    took["history"] = slowest(lambda turn: tab.ask("GET", "/ar/history"), 20)
    took["taking back"] = slowest(lambda turn: tab.form("/en/undo", back="/en/desk"), 20)
    return took


def by_script(script: Door) -> dict[str, float]:
    return {
        "search by a script": slowest(
            lambda turn: script.ask("GET", f"/api/search?words={quote(WORDS[turn % 6])}"), 30
        ),
        "100 claims by a script": slowest(
            lambda turn: script.ask("GET", f"/api/claims?start={turn * 100}"), 20
        ),
    }


def peers(program: str, claims: int, work: Path) -> dict[str, float]:
    """azimut with so many claims, written through its own API one by one."""
    port = 8469
    began = time.perf_counter()
    with running([program, "--no-browser", "--port", str(port)], {"AZIMUT_HOME": str(work)}) as server:
        door = until_it_answers(port)
        took = {"command to answer": time.perf_counter() - began}
        case = str(door.json("POST", "/api/cases", {"name": "Bench"})["id"])
        home = f"/api/cases/{case}"
        made: list[str] = []

        def record(turn: int) -> None:
            town, day = ("Rome", "Vienna", "Aleppo")[turn % 3], f"20{turn % 20:02}-05-{turn % 27 + 1:02}"
            said = {
                "statement": f"Anna Berg was seen in {town}, report {turn}",
                "when": day,
                "status": "suggested",
            }
            answer = door.json("POST", f"{home}/timeline/claims", said)
            made.append(str(answer["entity"]["id"]))  # type: ignore[index]

        began = time.perf_counter()
        for turn in range(claims):
            record(turn)
        took[f"recording {claims:,} claims"] = time.perf_counter() - began
        took["recording one more"] = slowest(lambda turn: record(claims + turn), 30)
        took["a decision"] = slowest(
            lambda turn: door.json("PATCH", f"{home}/entities/{made[turn * 7]}", {"status": "confirmed"}), 30
        )
        took["search"] = slowest(
            lambda turn: door.ask("GET", f"{home}/catalog/entities?q={quote(WORDS[turn % 6])}&limit=25"), 30
        )
        took["the timeline"] = slowest(lambda turn: door.ask("GET", f"{home}/timeline"), 20)
        took["memory"] = memory(server.pid)
    return took


def until_it_answers(port: int) -> Door:
    for _ in range(300):
        door = Door(port, {})
        try:
            if door.ask("GET", "/api/cases")[0] == 200:
                return door
        except OSError:
            time.sleep(0.1)
    raise SystemExit("the peer does not answer")


def told(name: str, took: dict[str, float], bars: dict[str, float]) -> bool:
    print(name)
    for step, value in took.items():
        bar = f"  at most {bars[step]:g}" if step in bars else ""
        print(f"  {step:26}{value:10.3f} {UNITS.get(step, 's')}{bar}")
    return all(took[step] <= bar for step, bar in bars.items())


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--case", type=Path, help="a large case to use; decisions are recorded in it")
    parser.add_argument("--peer", help="the program azimut")
    parser.add_argument("--claims", type=int, default=2_000, help="how many the peer is given")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        work = Path(temporary)
        case = asked.case or work / "case"
        if not case.exists():
            make(case, 10_000, 10)
        good = told("wherewhen, 100,000 claims in 10,000 documents", ours(case), BARS)
        if asked.peer:
            told(f"azimut, {asked.claims:,} claims", peers(asked.peer, asked.claims, work / "azimut"), {})
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
