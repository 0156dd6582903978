"""Makes the case that later versions must open, once for each format: python -m tests.casefile.make_golden"""

from __future__ import annotations

import json
from pathlib import Path

from tests.casefile.conftest import ARABIC, BERG, ENGLISH, collected

from wherewhen.casefile import Casefile
from wherewhen.casefile.journal import VERSION
from wherewhen.model.judgement import (
    Amendment,
    Illustrated,
    Joined,
    Judged,
    Noted,
    PolicySet,
    Role,
    Roles,
    Verdict,
)


def main() -> None:
    golden = Path(__file__).parent / "golden" / f"version-{VERSION}"
    with Casefile.create(golden / "case", BERG, "Mona", "to be opened for ever") as case:
        english = collected(case, ENGLISH, "in Rome on 3 May 2019", "in Vienna")
        collected(case, ARABIC, "في روما", "إلى فيينا")
        a, b, c, d = case.state.claims
        place = case.claim(b).place
        case.record(Judged(a, Verdict.ACCEPT), "Mona", "seen")
        case.record(Judged(b, Verdict.AMEND, Amendment(place=place, activity="a visit")), "Mona")
        case.record(Judged(c, Verdict.PROTECT), "Omar", "حماية")
        undone = case.record(Judged(d, Verdict.REJECT), "Omar")
        case.undo(undone.number, "Mona", "a slip")
        case.record(Joined((a, c)), "Mona")
        case.record(Roles("Carla Dorn", Role.WITNESS), "Mona")
        case.record(PolicySet((("embargo_days", 90), ("grid_km", 0.5), ("named", ()))), "Mona")
        case.record(Illustrated(a, english.id), "Mona")
        case.record(Noted("ask the Herald", about=a), "Mona")
        told = {
            "head": case.head,
            "reviews": {held.id: held.review.value for held in case.state.claims.values()},
            "quotes": {name: case.claim(name).span.quote for name in case.state.claims},
        }
    (golden / "case" / "search.sqlite").unlink()
    (golden / "told.json").write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
