"""In which language the commands on a case speak: that of the person's system, Arabic or English."""

from __future__ import annotations

import os

from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.model.errors import WherewhenError


def language() -> str:
    """As the system says: ``LC_ALL``, else ``LC_MESSAGES``, else ``LANG``; English for every other tongue."""
    said = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return said[:2] if said[:2] in LANGUAGES else "en"


def spoken(part: str, name: str, **values: object) -> str:
    """A sentence or word of ``languages/*/casefile.toml``."""
    template: str = lexicon(language(), "casefile")[part][name]
    return template.format(**values)


def sentence(error: WherewhenError) -> str:
    """The error as one line; what happened, and in general what to do, in the language of the system."""
    if language() == "en":
        return error.sentence()
    happened = lexicon(language(), "errors")["error"][error.code]
    return f"{error.code} {happened}: {error.value}. {error.remedy}".removesuffix(". ")
