"""Every phrase of the examples about areas, drawn: ``python -m tests.places.areas.contact_sheet FOLDER``.

One page of small maps a language, with the words, the relation and the radius under each: to be looked at
after a change of ``places/areas*.py``, since no assertion sees what the eye sees.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from tests.places.areas.conftest import Pocket

from wherewhen.basemap import Basemap
from wherewhen.languages import LANGUAGES, lexicon
from wherewhen.model.mention import PlaceMention
from wherewhen.places.areas import enlarge
from wherewhen.places.picture import Window, ground, mark

WIDTH, HEIGHT = 190, 130
_PAGE = """<!doctype html><html lang="{language}" dir="{direction}"><meta charset="utf-8">
<style>body{{font:10px sans-serif;margin:8px}}main{{display:flex;flex-wrap:wrap;gap:6px}}
figure{{margin:0;width:{width}px}}svg{{display:block}}figcaption{{height:36px;overflow:hidden}}
.sea{{fill:#dfe9ef}}.land{{fill:#f6f3ea;stroke:#b5ab93}}.part{{fill:none;stroke:#ddd5c0}}.spot{{fill:#2b6cc8}}
.area{{fill:#c8552b;fill-opacity:.35;stroke:#c8552b}}path{{stroke-width:.7}}svg text{{display:none}}</style>
<main>{figures}</main></html>"""


def phrases(language: str, basemap: Basemap) -> Iterator[PlaceMention]:
    pocket = Pocket()
    for rule in lexicon(language, "areas")["rule"]:
        for example in rule["examples"]:
            document = pocket.document(example.replace("[", "").replace("]", ""))
            found = enlarge(document, pocket.mentions(document), basemap)
            yield from (mention for mention in found if mention.value.area)


def figure(mention: PlaceMention, basemap: Basemap, language: str) -> str:
    place = mention.value
    window = Window.around([place], WIDTH, HEIGHT)
    drawn = "".join([*ground(window, basemap), *mark(place, window, language)])
    told = f"{escape(mention.span.quote)} · {place.kind} · {place.radius_km or 0:.0f} km"
    shape = f'<svg width="{WIDTH}" height="{HEIGHT}">{drawn}</svg>'
    return f"<figure>{shape}<figcaption>{told}</figcaption></figure>"


def sheet(language: str, basemap: Basemap) -> tuple[str, int]:
    figures = [figure(mention, basemap, language) for mention in phrases(language, basemap)]
    direction = "rtl" if language == "ar" else "ltr"
    page = _PAGE.format(language=language, direction=direction, width=WIDTH, figures="".join(figures))
    return page, len(figures)


def main() -> None:
    folder, basemap = Path(sys.argv[1]), Basemap.open()
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        page, count = sheet(language, basemap)
        (folder / f"areas-{language}.html").write_text(page, "utf-8")
        print(f"{count} phrases: {folder / f'areas-{language}.html'}")


if __name__ == "__main__":
    main()
