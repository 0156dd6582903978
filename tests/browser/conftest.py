"""A real Chromium, the page as files in a folder, and a witness to all that the page does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from wherewhen.publication import site
from wherewhen.publication.public import PublicCase

from .fixture.envoy import envoy
from .fixture.paper import PaperBasemap
from .hands import Hands, served

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (e) => window.violations.push(e.violatedDirective));
window.ran = 0;
"""


@dataclass
class Witness:
    """A page and what it asked for and complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @property
    def outside(self) -> list[str]:
        return [url for url in self.requests if not url.startswith(("file:", "data:image/"))]

    @property
    def violations(self) -> list[str]:
        found: list[str] = self.page.evaluate("window.violations")
        return found


Open = Callable[..., Witness]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium of the system; these tests fail where there is none."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert path, "no Chromium in PATH: install the system's chromium package"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


def write(case: PublicCase, folder: Path) -> Path:
    """The page of a case as files."""
    for name, content in site.build(case, PaperBasemap()).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "index.html"


@pytest.fixture(scope="session")
def envoy_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(envoy(), tmp_path_factory.mktemp("envoy"))


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Open]:
    """Open a file as a reader would; ``hash`` is the part of the address after the file."""
    contexts = []

    def opened(file: Path, hash: str = "", width: int = 1440, height: int = 900, **more: Any) -> Witness:
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        page = context.new_page()
        witness = Witness(page)
        page.on("request", lambda request: witness.requests.append(request.url))
        page.on("console", lambda message: witness.complaints.append(message.text))
        page.on("pageerror", lambda error: witness.complaints.append(str(error)))
        page.add_init_script(WATCH)
        page.goto(file.as_uri() + hash)
        page.wait_for_load_state("load")
        return witness

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(params=["en", "ar"])
def hands(request: pytest.FixtureRequest, browser: Browser, case: Path) -> Iterator[Hands]:
    """A browser at the case of the test that asks, once in each language."""
    with served(case) as link:
        at = Hands.at(browser, link, request.param)
        yield at
        at.page.context.close()
