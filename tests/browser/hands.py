"""The workbench as its user has it: the command, a browser, and two hands on the keyboard."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page

COMMAND = (sys.executable, "-c", "from wherewhen.cli import main; main()")
COUNT = """
window.turns = window.turns || 0;
window.violations = [];
document.addEventListener("htmx:afterSettle", () => window.turns++);
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(e.violatedDirective));
"""
PATIENCE = 120_000
"""Milliseconds: publishing draws a map for every sighting, and the machine may be at work on other things."""
LOCALES = {"en": "en-GB", "ar": "ar-EG"}


def command(*arguments: str | Path) -> str:
    done = subprocess.run([*COMMAND, *map(str, arguments)], capture_output=True, text=True, env=_english())
    assert done.returncode == 0, done.stderr
    return done.stdout


def _english() -> dict[str, str]:
    return os.environ | {"LC_ALL": "C.UTF-8", "WHEREWHEN_ACTOR": "Mona"}


@contextmanager
def served(case: Path) -> Iterator[str]:
    """The link that the command prints, for as long as it runs."""
    arguments = [*COMMAND, "review", str(case), "--no-browser"]
    with subprocess.Popen(
        arguments, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=_english()
    ) as server:
        try:
            assert server.stdout is not None
            told = ""
            while not (link := re.search(r"http://127\.0\.0\.1:\d+/enter#[\w-]+", told)):
                line = server.stdout.readline()
                assert line, told
                told += line
            yield link[0]
        finally:
            server.terminate()


@dataclass
class Hands:
    """Only keys are pressed; the mouse is never touched."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def at(cls, browser: Browser, link: str, language: str, **look: object) -> Hands:
        size = {"width": 1440, "height": 900}
        context = browser.new_context(**({"viewport": size, "locale": LOCALES[language]} | look))  # type: ignore[arg-type]
        page = context.new_page()
        hands = cls(page)
        page.on("request", lambda request: hands.requests.append(request.url))
        page.on("console", lambda message: hands.complaints.append(message.text))
        page.on("pageerror", lambda error: hands.complaints.append(str(error)))
        page.on(
            "response", lambda r: hands.complaints.append(f"{r.status} {r.url}") if r.status >= 500 else None
        )
        page.add_init_script(COUNT)
        page.goto(link)
        page.wait_for_url("**/desk")
        page.wait_for_selector("html.js")
        return hands

    def press(self, *keys: str) -> None:
        """Keys that stay on the page."""
        for key in keys:
            self.page.keyboard.press(key)

    def go(self, key: str) -> None:
        """A key that brings another page, or the same one with something new on it."""
        before = self.page.evaluate("window.turns")
        self.page.keyboard.press(key)
        self.page.wait_for_function("before => window.turns > before", arg=before, timeout=PATIENCE)

    def write(self, text: str) -> None:
        self.page.keyboard.insert_text(text)

    def tab_to(self, selector: str, back: bool = False) -> None:
        """Tab until that element has the focus."""
        for _ in range(120):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.page.keyboard.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"no Tab leads to {selector}")

    def text(self, selector: str = "body") -> str:
        return self.page.inner_text(selector)

    def turn_language(self, language: str) -> None:
        self.page.keyboard.press("l")
        self.page.wait_for_url(f"**/{language}/**")
        self.page.wait_for_selector("html.js")

    @property
    def outside(self) -> list[str]:
        return [url for url in self.requests if not url.startswith("http://127.0.0.1:")]

    @property
    def violations(self) -> list[str]:
        found: list[str] = self.page.evaluate("window.violations")
        return found
