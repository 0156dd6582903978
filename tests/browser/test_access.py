"""Everyone can read the page: axe-core finds nothing to object to."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import Open

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
RUN = """async () => {
  const rules = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"];
  const found = await axe.run(document, {runOnly: rules});
  return found.violations.map(v => v.id + ": " + v.nodes.map(n => n.html.slice(0, 99)).join(" | "));
}"""
# What lies half under a sticky bar is only scrolled, not small.
UNSTUCK = ".timeline, .banner, .map-pane { position: static !important }"
STATES = {
    "story": "",
    "selected": "-s04",
    "table": "?view=table",
    "time": "?view=time&status=planned",
}


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: Open, envoy_page: Path, language: str, state: str) -> None:
    page = open_page(envoy_page, f"#{language}{STATES[state]}", bypass_csp=True).page
    page.wait_for_timeout(300)
    page.add_style_tag(content=UNSTUCK)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN) == []


@pytest.mark.parametrize("look", [{"color_scheme": "dark"}, {"width": 390, "height": 844}])
def test_axe_finds_nothing_in_the_dark_or_on_a_phone(open_page: Open, envoy_page: Path, look: dict) -> None:  # type: ignore[type-arg]
    page = open_page(envoy_page, "#en-s06", bypass_csp=True, **look).page
    page.wait_for_timeout(300)
    page.add_style_tag(content=UNSTUCK)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN) == []
