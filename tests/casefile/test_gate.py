"""Only what a person has passed goes out, and what went out can be proved."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from types import ModuleType

import pytest
from PIL import Image
from tests.casefile.conftest import ENGLISH, ROBOT, claim, collected, document
from tests.casefile.test_verifying import program

from wherewhen import reviewing
from wherewhen.basemap import Basemap
from wherewhen.casefile import Casefile
from wherewhen.casefile.verify import Check, proof_path, verify
from wherewhen.claims.moving import tied
from wherewhen.model.document import Document
from wherewhen.model.errors import ActRefused
from wherewhen.model.judgement import (
    Amendment,
    Illustrated,
    Joined,
    Judged,
    Parted,
    PolicySet,
    Role,
    Roles,
    Verdict,
)
from wherewhen.model.place import Place, Precision
from wherewhen.model.reason import Reason
from wherewhen.model.when import Grain, When
from wherewhen.publication.policy import Policy
from wherewhen.releasing import release, release_export
from wherewhen.times import Link

__all__ = ["program"]
TODAY = date(2026, 11, 25)


def decide(case: Casefile, verdict: Verdict, which: int = 0) -> str:
    chosen = sorted(case.state.claims)[which]
    case.record(Judged(chosen, verdict), "Mona")
    return chosen


@pytest.mark.parametrize(
    ("verdict", "reviewed", "draft"),
    [
        (None, 0, 2),
        (Verdict.ACCEPT, 1, 2),
        (Verdict.REJECT, 0, 1),
        (Verdict.PROTECT, 0, 1),
    ],
)
def test_the_gate_lets_through_what_was_passed(
    case: Casefile, english: Document, verdict: Verdict | None, reviewed: int, draft: int
) -> None:
    if verdict:
        decide(case, verdict)
    passed = [claim for s in reviewing.dossier(case).sightings for claim in s.claims]
    shown = [claim for s in reviewing.dossier(case, reviewed_only=False).sightings for claim in s.claims]
    assert (len(passed), len(shown)) == (reviewed, draft)


def test_what_was_protected_after_it_was_passed_is_kept_back(case: Casefile, english: Document) -> None:
    decide(case, Verdict.ACCEPT)
    decide(case, Verdict.PROTECT)
    assert reviewing.dossier(case).sightings == ()


def test_what_was_corrected_goes_out_as_corrected(case: Casefile, english: Document) -> None:
    claim = sorted(case.state.claims)[0]
    oslo = Place("Oslo", Precision.SETTLEMENT, (("en", "Oslo"),), "geonames:oslo")
    case.record(Judged(claim, Verdict.AMEND, Amendment(place=oslo)), "Mona")
    assert reviewing.dossier(case).sightings[0].place == oslo


def test_a_person_joins_what_the_rules_keep_apart_and_parts_what_they_join(
    case: Casefile, english: Document
) -> None:
    a, b = (decide(case, Verdict.ACCEPT, which) for which in (0, 1))
    assert len(reviewing.dossier(case).sightings) == 1  # the same place on the same day
    case.record(Parted((a, b)), "Mona")
    assert len(reviewing.dossier(case).sightings) == 2
    oslo = Place("Oslo", Precision.SETTLEMENT, (("en", "Oslo"),), "geonames:oslo")
    case.record(Judged(a, Verdict.AMEND, Amendment(place=oslo)), "Mona")
    case.record(Joined((a, b)), "Mona")
    (sighting,) = reviewing.dossier(case).sightings
    assert [reason.code for reason in sighting.reasons] == ["sighting.joined"]


def test_the_picture_that_a_person_chose_is_the_claims_picture(case: Casefile, english: Document) -> None:
    claim = decide(case, Verdict.ACCEPT)
    content = BytesIO()
    Image.new("RGB", (20, 10), "red").save(content, "PNG")
    entry = case.collect(content.getvalue(), "photo.png", "a stick", "Mona", media="image/png")
    case.record(Illustrated(claim, entry.act.sha256), "Mona")  # type: ignore[union-attr]
    (told,) = reviewing.dossier(case).sightings[0].claims
    assert told.image is not None
    assert told.span.document.images[told.image].content == content.getvalue()


def test_only_people_whose_role_allows_it_are_named(case: Casefile, english: Document) -> None:
    assert reviewing.policy(case).named == frozenset()
    case.record(Roles("Carla Dorn", Role.OFFICIAL), "Mona")
    case.record(Roles("Sami", Role.WITNESS), "Mona")
    assert reviewing.policy(case).named == {"Carla Dorn"}


def test_a_role_counts_more_than_the_list_of_the_rules(case: Casefile, english: Document) -> None:
    case.record(PolicySet(reviewing.terms_of(Policy.public(frozenset({"Carla Dorn", "Omar"})))), "Mona")
    case.record(Roles("Carla Dorn", Role.MINOR), "Mona")
    assert reviewing.policy(case).named == {"Omar"}


@pytest.mark.parametrize("policy", [Policy(), Policy.reading(), Policy.public(frozenset({"Omar"}), 90, 0.5)])
def test_rules_are_kept_in_the_journal_as_they_are(case: Casefile, policy: Policy) -> None:
    case.record(PolicySet(reviewing.terms_of(policy)), "Mona")
    with Casefile.open(case.folder) as again:
        assert reviewing.policy_of(again.state.terms or ()) == policy


@pytest.mark.parametrize("terms", [(("unheard", 1),), (("statuses", ("maybe",)),)])
def test_rules_that_nobody_knows_are_refused(terms: tuple[tuple[str, int | tuple[str, ...]], ...]) -> None:
    with pytest.raises(ActRefused):
        reviewing.policy_of(terms)


def test_nothing_is_published_that_nobody_passed(case: Casefile, english: Document, tmp_path: Path) -> None:
    with pytest.raises(ActRefused, match="nothing was passed"):
        release(case, tmp_path / "site", "Mona", TODAY, Basemap.open())
    assert not (tmp_path / "site").exists()


def test_a_publication_is_recorded_and_proved(
    case: Casefile, english: Document, tmp_path: Path, program: ModuleType
) -> None:
    decide(case, Verdict.ACCEPT)
    head, site = case.head, tmp_path / "site"
    made = release(case, site, "Mona", TODAY, Basemap.open())
    proof = json.loads(proof_path(site).read_text("utf-8"))
    assert proof["head"] == head
    assert (proof["draft"], proof["entry"], made.sightings) == (False, made.entry.number, 1)
    assert proof["policy"]["embargo_days"] == 30
    assert proof["tools"][0]["name"] == "wherewhen"
    assert head not in "".join(p.read_text("utf-8", "replace") for p in site.rglob("*") if p.is_file())
    assert verify(case.folder, publication=site) == ()
    assert program.main([str(case.folder), "--publication", str(site)]) == 0
    (site / "index.html").write_text("other", "utf-8")
    assert [f.check for f in verify(case.folder, publication=site)] == [Check.PUBLICATION]
    assert program.main([str(case.folder), "--publication", str(site)]) == 1


def test_a_draft_shows_proposals_and_says_so(case: Casefile, english: Document, tmp_path: Path) -> None:
    release(case, tmp_path / "site", "Mona", TODAY, Basemap.open(), draft=True)
    sightings = json.loads((tmp_path / "site" / "sightings.json").read_text("utf-8"))["sightings"]
    assert sightings
    assert json.loads((tmp_path / "site" / ".wherewhen.json").read_text("utf-8"))["draft"]


def test_an_export_goes_through_the_same_gate(case: Casefile, english: Document, tmp_path: Path) -> None:
    decide(case, Verdict.ACCEPT)
    release_export(case, "csv", tmp_path / "csv", "Mona", TODAY, Basemap.open())
    written = (tmp_path / "csv" / "sightings.csv").read_text("utf-8-sig")
    assert len(written.strip().splitlines()) == 2
    assert "Carla Dorn" not in written


def test_the_same_case_is_published_alike_to_the_byte(
    case: Casefile, english: Document, tmp_path: Path
) -> None:
    decide(case, Verdict.ACCEPT)
    for name in ("one", "two"):
        release(case, tmp_path / name, "Mona", TODAY, Basemap.open())
    names = sorted(p.relative_to(tmp_path / "one") for p in (tmp_path / "one").rglob("*") if p.is_file())
    assert all((tmp_path / "one" / n).read_bytes() == (tmp_path / "two" / n).read_bytes() for n in names)


def test_what_stays_hidden_leaves_no_trace_in_what_goes_out(case: Casefile, tmp_path: Path) -> None:
    document = collected(case, ENGLISH, "in Rome on 3 May 2019", "a witness said")
    kept, hidden = (held.id for held in case.state.of(document.id))
    case.record(Judged(kept, Verdict.ACCEPT), "Canary-Reviewer", "canary reason")
    case.record(Judged(hidden, Verdict.AMEND, Amendment(activity="canary activity")), "Mona")
    case.record(Judged(hidden, Verdict.PROTECT), "Mona")
    release(case, tmp_path / "site", "Mona", TODAY, Basemap.open())
    everything = b"".join(p.read_bytes() for p in (tmp_path / "site").rglob("*") if p.is_file())
    for canary in (
        b"Canary-Reviewer",
        b"canary reason",
        b"canary activity",
        b"report.txt",
        b"to show how it works",
    ):
        assert canary not in everything


def test_amending_the_day_of_one_event_moves_what_hangs_on_it(case: Casefile) -> None:
    made = document(ENGLISH)
    rome = claim(made, "in Rome on 3 May 2019")
    later = Link("vienna", rome.id, "after", 2, 2, "vienna", Reason.of("time.after_event", rome.span))
    vienna = claim(made, "in Vienna", "Vienna", 48.2)
    day = When.between(date(2019, 5, 5), date(2019, 5, 5), Grain.DAY)
    vienna = tied(replace(vienna, when=day), When.between(None, date(2019, 6, 1)), later, rome)
    case.collect(ENGLISH.encode(), "report.txt", "https://herald.example/1", "Mona", media="text/plain")
    case.read(made, [rome, vienna], ROBOT, "Mona")
    moved = When.between(date(2019, 5, 10), date(2019, 5, 10), Grain.DAY)
    case.record(Judged(rome.id, Verdict.AMEND, Amendment(when=moved)), "Mona")
    case.record(Judged(vienna.id, Verdict.ACCEPT), "Mona")
    days = {s.place.surface: s.when.earliest for s in reviewing.dossier(case).sightings}
    assert days == {"Rome": date(2019, 5, 10), "Vienna": date(2019, 5, 12)}
