"""A whole review by keyboard alone, in either language: from the documents to the publication."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from wherewhen.casefile import Casefile, State
from wherewhen.casefile.verify import verify
from wherewhen.model.judgement import Role

from .hands import Hands, command, served
from .test_access import AXE, RUN

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parents[2] / "samples" / "traveller"
SHOTS = os.environ.get("WHEREWHEN_SHOTS")
WORDS = {
    "en": {
        "place": "Damascus",
        "date": "late 1913",
        "find": "Baghdad",
        "why": "read in the original",
        "name": "the river",
    },
    "ar": {"place": "دمشق", "date": "أواخر 1913", "find": "بغداد", "why": "قُرئ في الأصل", "name": "النهر"},
}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """The repository's own sample: two saved pages with their pictures."""
    path = tmp_path / "traveller.zip"
    with zipfile.ZipFile(path, "w") as made:
        for file in sorted(SAMPLES.rglob("*")):
            if file.is_file() and file.suffix != ".json":
                made.write(file, file.relative_to(SAMPLES))
    return path


@pytest.fixture
def case(tmp_path: Path) -> Path:
    folder = tmp_path / "bell"
    names = ("--alias", "غيرترود بيل", "--alias", "جيرترود بيل")
    command("case", "new", folder, "--subject", "Gertrude Bell", *names)
    return folder


def state_of(case: Path) -> State:
    with Casefile.open(case) as opened:
        return opened.state


def shot(hands: Hands, name: str) -> None:
    if SHOTS:
        hands.page.screenshot(path=f"{SHOTS}/{name}-{language_of(hands)}.png")


def language_of(hands: Hands) -> str:
    found: str = hands.page.evaluate("document.documentElement.lang")
    return found


def intake(hands: Hands, archive: Path) -> None:
    with hands.page.expect_file_chooser() as chooser:
        hands.go("f")
        hands.tab_to("input[type=file]")
        hands.press("Enter")
    chooser.value.set_files(archive)
    hands.tab_to(".drop button")
    hands.go("Enter")
    assert "traveller-en.html" in hands.text() and "traveller-ar.html" in hands.text()
    hands.go("q")


def change_place_and_date(hands: Hands, words: dict[str, str]) -> None:
    hands.go("p")
    hands.write(words["place"])
    hands.go("Enter")
    hands.press("Space")
    hands.tab_to("input[name=time][value=keep]")
    hands.press("ArrowDown")
    hands.tab_to("input[name=time_words]")
    hands.write(words["date"])
    hands.go("Enter")
    assert "1913" in hands.text(".meaning") or "١٩١٣" in hands.text(".meaning")
    shot(hands, "edit")
    hands.tab_to("input[name=reason]")
    hands.write(words["why"])
    hands.go("Control+Enter")


def draw_an_area(hands: Hands, words: dict[str, str]) -> None:
    hands.go("e")
    hands.press("d")
    for way in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        hands.press(*[way] * 8, "Enter")
    hands.press("Escape")
    hands.tab_to("input[name=drawn_name]")
    hands.write(words["name"])
    shot(hands, "drawn")
    hands.go("Control+Enter")


def claim_of_a_passage(hands: Hands) -> None:
    hands.press("c")
    forward = "ArrowLeft" if "rtl" in hands.page.get_attribute("article.document", "dir") else "ArrowRight"  # type: ignore[operator]
    hands.press(forward, forward)
    hands.go("Enter")
    hands.write("Cairo")
    hands.go("Enter")
    hands.press("Space")
    hands.tab_to("input[name=time_words]")
    hands.write("1915")
    hands.go("Control+Enter")


def test_from_the_documents_to_the_publication(hands: Hands, case: Path, archive: Path) -> None:
    words = WORDS[language_of(hands)]
    intake(hands, archive)
    assert len(state_of(case).claims) > 20
    shot(hands, "desk")
    for key in ("a", "r", "x"):
        hands.go(key)
    change_place_and_date(hands, words)
    hands.go("a")
    hands.go("n")
    draw_an_area(hands, words)
    claim_of_a_passage(hands)
    hands.go("m")
    hands.go("Enter")
    hands.go("a")
    shot(hands, "compare")
    hands.go("Escape")
    hands.go("g")
    hands.go("Enter")
    shot(hands, "pictures")
    hands.go("Escape")
    hands.go("q")
    review_the_rest(hands)
    told = state_of(case)
    reviews = {held.review.value for held in told.claims.values()}
    assert reviews == {"accepted", "rejected", "amended", "protected"}
    assert len(told.bonds) == 1 and len(told.pictures) == 1 and any(h.added for h in told.claims.values())
    name_a_person(hands, case)
    search(hands, words)
    take_back_and_again(hands, case)
    publish(hands, case)
    assert hands.outside == [] and hands.violations == [] and hands.complaints == []


def review_the_rest(hands: Hands) -> None:
    """Everything that is left is accepted, without looking up from the keys."""
    for _ in range(80):
        if hands.page.locator(".pane-queue .item").count() == 0:
            return
        hands.go("a")
    raise AssertionError("the queue never ends")


def name_a_person(hands: Hands, case: Path) -> None:
    hands.go("w")
    hands.tab_to("td select")
    hands.press("Home")
    hands.tab_to("td button")
    hands.go("Enter")
    shot(hands, "people")
    assert Role.OFFICIAL in state_of(case).roles.values()


def search(hands: Hands, words: dict[str, str]) -> None:
    hands.press("/")
    hands.write(words["find"])
    hands.go("Enter")
    assert hands.page.locator("mark").count() > 0
    shot(hands, "search")


def take_back_and_again(hands: Hands, case: Path) -> None:
    hands.go("j")
    number = state_of(case).number
    for turn in (1, 2):
        hands.tab_to(f"#entry-{number + turn - 1} button")
        hands.go("Enter")
    assert state_of(case).number == number + 2 and Role.OFFICIAL in state_of(case).roles.values()
    shot(hands, "history")


def publish(hands: Hands, case: Path) -> None:
    hands.go("v")
    shot(hands, "preview")
    hands.tab_to("input[name=folder]")
    hands.press("Control+a")
    hands.write("site")
    hands.go("Control+Enter")
    site = case.parent / "site"
    assert (site / "index.html").is_file()
    assert verify(case, state_of(case).head, site) == ()


# What lies half under a sticky bar is only scrolled, not small.
UNSTUCK = ".save-row, .acts, .passage-form { position: static !important }"
PARTS = (
    "desk",
    "events",
    "documents",
    "pictures",
    "people",
    "preview",
    "history",
    "scripts",
    "search?q=bell",
)
LOOKS = (
    {}, {"viewport": {"width": 390, "height": 844}}, {"color_scheme": "dark"},
)  # fmt: skip


@pytest.fixture
def filled(case: Path) -> Path:
    command("case", "add", case, SAMPLES / "traveller-en.html", SAMPLES / "traveller-ar.html")
    return case


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("look", LOOKS, ids=["desktop", "phone", "dark"])
def test_every_part_is_for_everyone(
    browser: Browser, filled: Path, language: str, look: dict[str, object]
) -> None:
    """axe-core finds nothing, and no page is wider than the screen."""
    with served(filled) as link:
        hands = Hands.at(browser, link, language, **look, bypass_csp=True)
        claim = hands.page.locator("input[name=claim]").first.get_attribute("value")
        home = hands.page.url.rpartition("/")[0]
        for part in (*PARTS, f"edit?claim={claim}", f"compare?a={claim}", f"pictures?claim={claim}"):
            hands.page.goto(f"{home}/{part}")
            hands.page.add_style_tag(content=UNSTUCK)
            hands.page.evaluate(AXE.read_text("utf-8"))
            assert hands.page.evaluate(RUN) == [], part
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert hands.page.evaluate(wide) <= 0, part
        hands.page.context.close()


def test_the_whole_interface_turns(browser: Browser, filled: Path) -> None:
    with served(filled) as link:
        hands = Hands.at(browser, link, "en")
        hands.turn_language("ar")
        assert hands.page.evaluate("document.documentElement.dir") == "rtl"
        assert hands.text("h1") == "غيرترود بيل"
        hands.go("n")
        hands.turn_language("en")
        hands.press("?")
        assert hands.page.locator("dialog[open]").count() == 1
        hands.press("Escape")
        assert hands.page.locator("dialog[open]").count() == 0
        hands.page.context.close()


DROP = """(bytes) => {
  const held = new DataTransfer();
  held.items.add(new File([new Uint8Array(bytes)], "palm-town.jpg", {type: "image/jpeg"}));
  const told = {dataTransfer: held, bubbles: true, cancelable: true};
  for (const kind of ["dragover", "drop"]) document.body.dispatchEvent(new DragEvent(kind, told));
}"""


@pytest.mark.parametrize("part", ["desk", "pictures", "documents"])
def test_a_picture_is_dropped_on_the_window(browser: Browser, case: Path, part: str) -> None:
    content = (SAMPLES / "traveller-en_files" / "palm-town.jpg").read_bytes()
    with served(case) as link:
        hands = Hands.at(browser, link, "en")
        hands.page.goto(f"{hands.page.url.rpartition('/')[0]}/{part}")
        hands.page.wait_for_selector("html.js")
        before = hands.page.evaluate("window.turns")
        hands.page.evaluate(DROP, list(content))
        hands.page.wait_for_function("before => window.turns > before", arg=before)
        assert "palm-town.jpg" in hands.text()
        (item,) = state_of(case).items.values()
        assert item.collected[0].size == len(content) and item.collected[0].says
        hands.page.context.close()


def test_a_second_browser_is_not_let_in_by_the_same_link(browser: Browser, filled: Path) -> None:
    with served(filled) as link:
        Hands.at(browser, link, "en").page.context.close()
        page = browser.new_context().new_page()
        page.goto(link)
        page.wait_for_selector("[role=alert]")
        assert page.goto(link.split("/enter")[0] + "/en/desk").status == 401  # type: ignore[union-attr]
        page.context.close()
