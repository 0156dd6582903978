"""The reference case by keyboard alone: from the newspaper page to the publication, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest

from wherewhen.casefile.verify import verify

from .hands import Hands, command
from .test_workbench import publish, review_the_rest, shot, state_of

PAGE = Path(__file__).parents[3] / "shared" / "cases" / "soleimani.txt"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.shared,
    pytest.mark.skipif(not PAGE.is_file(), reason="the evaluation material is not beside the checkout"),
]


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "case"
    command("case", "new", folder, "--subject", "Qassem Soleimani", "--alias", "قاسم سليماني")
    return folder


def intake(hands: Hands) -> None:
    """The page, and what it does not say of itself: who published it, and when."""
    with hands.page.expect_file_chooser() as chooser:
        hands.go("f")
        hands.tab_to("input[type=file]")
        hands.press("Enter")
    chooser.value.set_files(PAGE)
    hands.tab_to("input[name=publisher]")
    hands.write("Enab Baladi")
    hands.tab_to("input[name=published]")
    hands.write("2020-01-06")
    hands.tab_to(".drop button")
    hands.go("Enter")
    shot(hands, "reference-documents")
    hands.go("q")


def test_the_reference_case_is_reviewed_and_published(hands: Hands, case: Path) -> None:
    intake(hands)
    proposed = len(state_of(case).claims)
    assert proposed >= 17
    shot(hands, "reference-desk")
    hands.go("r")
    review_the_rest(hands)
    shot(hands, "reference-done")
    reviews = [held.review.value for held in state_of(case).claims.values()]
    assert reviews.count("rejected") == 1 and reviews.count("accepted") == proposed - 1
    publish(hands, case)
    site = case.parent / "site"
    assert verify(case, state_of(case).head, site) == ()
    assert hands.outside == [] and hands.violations == [] and hands.complaints == []
