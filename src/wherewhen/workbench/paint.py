"""Templates to pages. Every value is escaped by the template engine; no template marks anything as safe."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.responses import HTMLResponse

from wherewhen.languages import sentence
from wherewhen.model.place import Place
from wherewhen.model.reason import Reason
from wherewhen.publication.site.markup import clean
from wherewhen.publication.site.words import text_direction
from wherewhen.publication.wording import Voice, date_words
from wherewhen.workbench.assets import version
from wherewhen.workbench.words import other, words

HTMX = (
    '{"allowEval":false,"includeIndicatorStyles":false,"historyCacheSize":0,"refreshOnHistoryMiss":true,'
    '"selfRequestsOnly":true,"allowScriptTags":false,"scrollIntoViewOnBoost":false,'
    '"responseHandling":[{"code":".*","swap":true}]}'
)
PARTS = (
    ("desk", "nav_desk", "q"),
    ("events", "nav_events", "s"),
    ("documents", "documents", "f"),
    ("pictures", "nav_pictures", "i"),
    ("people", "nav_people", "w"),
    ("preview", "nav_preview", "v"),
    ("history", "nav_history", "j"),
)
"""The parts of the workbench: address, name, and the key that leads there."""


@cache
def environment() -> Environment:
    found = Environment(
        loader=PackageLoader("wherewhen.workbench"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=lambda value: clean(value) if type(value) is str else value,
    )
    found.globals |= {
        "direction": text_direction,
        "assets": version,
        "htmx": HTMX,
        "names": _name_in,
        "parts_of_the_desk": PARTS,
    }
    return found


def _name_in(place: Place, language: str) -> str:
    return dict(place.names).get(language, "")


def page(name: str, language: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A whole page in one language of the interface."""
    return HTMLResponse(text(name, language, **values), status)


def text(name: str, language: str, **values: Any) -> str:
    w, voice = words(language), Voice(language)
    tools = {
        "w": w,
        "lang": language,
        "other": other(language),
        "why": lambda reason: _why(reason, language),
        "date": lambda when: date_words(when, voice),
        "n": w.number,
    }
    return environment().get_template(name).render(tools | values)


def _why(reason: Reason, language: str) -> str:
    return words(language).digits(sentence(reason, language))
