"""Two tabs and a command line at once: python -m tests.faults.turns [--rounds 1000]

In each round three processes work on one case without a word between them: two decide on what they have on
screen, one takes back through the command line. Afterwards the journal must hold every acknowledged entry
and no other, no decision may have been made over one that its maker had not seen, and whoever was told that
something had moved must have been told the truth. Exit status 1 where a round went wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.review import begun, collect, read

from wherewhen import case_commands
from wherewhen.casefile import Casefile
from wherewhen.model.errors import ActRefused, StaleError, WherewhenError
from wherewhen.model.judgement import Amendment, Judged, Verdict

TURNS = 5


@dataclass(frozen=True, slots=True)
class Told:
    """What a process says of one turn: what came of it, which claim, what it had seen, the entry made."""

    outcome: str
    claim: str
    seen: int
    number: int


Worker = Callable[[Path, random.Random], Told]


@dataclass
class Tally:
    rounds: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        kinds = ", ".join(f"{name} {count:,}" for name, count in sorted(self.outcomes.items()))
        return "\n".join([f"{self.rounds:,} rounds ({kinds}), {len(self.wrong)} wrong", *self.wrong[:8]])


def ring(work: Path, rounds: int) -> Tally:
    tally, case = Tally(), work / "case"
    begun(case)
    with Casefile.open(case) as open_case:
        collect(1)(open_case)
        base = read(1)(open_case).number
    for number in range(rounds):
        copy = work / "copy"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(case, copy)
        judged(copy, base, together(copy, number), tally)
        tally.rounds += 1
    return tally


def together(folder: Path, seed: int, workers: Sequence[Worker] = (), turns: int = TURNS) -> list[Told]:
    """Three processes, started as nearly at once as can be."""
    begin, go = os.pipe()
    children = [
        started(folder, work, random.Random(f"{seed} {n}"), begin, go, turns)
        for n, work in enumerate(workers or WORKERS)
    ]
    os.close(begin)
    os.close(go)
    told: list[Told] = []
    for child, reader in children:
        with os.fdopen(reader) as lines:
            told += [parsed(line) for line in lines]
        if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]):
            told.append(Told("broken", "", 0, 0))
    return told


def started(
    folder: Path, work: Worker, dice: random.Random, begin: int, go: int, turns: int
) -> tuple[int, int]:
    reader, writer = os.pipe()
    child = os.fork()
    if child:
        os.close(writer)
        return child, reader
    status = 1
    try:
        os.close(go)
        os.read(begin, 1)  # returns once the parent closes its end
        with os.fdopen(writer, "w") as out:
            for _ in range(turns):
                time.sleep(dice.choice([0, 0, 0.0005, 0.002]))
                told = work(folder, dice)
                out.write(f"{told.outcome} {told.claim or '-'} {told.seen} {told.number}\n")
        status = 0
    except WherewhenError as error:
        print(error, file=sys.stderr)
    finally:
        os._exit(status)


def parsed(line: str) -> Told:
    outcome, claim, seen, number = line.split()
    return Told(outcome, claim, int(seen), int(number))


def at_a_tab(folder: Path, dice: random.Random) -> Told:
    """Look, think, decide on what was seen."""
    with Casefile.open(folder) as case:
        state = case.state
        claim = dice.choice(sorted(state.claims))
        seen = dice.choice([state.number, max(state.revision(claim), 1)])
        time.sleep(dice.choice([0, 0.001, 0.004]))
        verdict = dice.choice([Verdict.ACCEPT, Verdict.REJECT, Verdict.AMEND, Verdict.PROTECT])
        amendment = Amendment(activity=f"visit {dice.random()}") if verdict is Verdict.AMEND else None
        try:
            entry = case.record(Judged(claim, verdict, amendment), "Mona", seen=seen)
        except StaleError:
            return Told("stale", claim, seen, 0)
        return Told("decided", claim, seen, entry.number)


def at_the_command_line(folder: Path, dice: random.Random) -> Told:
    """Take back one of the newest entries, as the command does."""
    with Casefile.open(folder) as case:
        number = case.state.number - dice.randint(0, 2)
    try:
        with contextlib.redirect_stderr(io.StringIO()):
            case_commands.undo(folder, number, actor="Omar")
    except ActRefused:
        return Told("refused", "-", number, 0)
    return Told("undone", "-", number, 0)


WORKERS = (at_a_tab, at_a_tab, at_the_command_line)


def judged(folder: Path, base: int, told: list[Told], tally: Tally) -> None:
    tally.outcomes.update(t.outcome for t in told)
    with Casefile.open(folder) as case:
        state, kinds = case.state, {e.number: e.kind for e in case.history()}
    wrong = tally.wrong
    made = [t.number for t in told if t.outcome == "decided"]
    undone = sum(t.outcome == "undone" for t in told)
    if sorted(made) != [n for n, kind in kinds.items() if n > base and kind == "judged"]:
        wrong.append(f"round {tally.rounds}: an acknowledged decision is not there, or one nobody made is")
    if state.number != base + len(made) + undone or any(t.outcome == "broken" for t in told):
        wrong.append(f"round {tally.rounds}: {state.number} entries, {base} + {len(made)} + {undone} told")
    for t in told:
        between = [n for n in state.touched.get(t.claim, ()) if n > t.seen and (n < t.number or not t.number)]
        if t.outcome == "decided" and between:
            wrong.append(f"round {tally.rounds}: entry {t.number} was made over {between}")
        if t.outcome == "stale" and not between:
            wrong.append(f"round {tally.rounds}: told of a change that was none")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1000)
    asked, began = parser.parse_args(), time.monotonic()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as work:
        tally = ring(Path(work), asked.rounds)
    print(tally)
    print(f"{time.monotonic() - began:.0f} s")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
