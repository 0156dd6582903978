"""The form by which a claim is changed, as a browser would send it."""

from __future__ import annotations

import re
from html import unescape


def filled(page: str) -> dict[str, str]:
    """The form of a page as a browser would send it."""
    form = page[page.index('<form class="edit') : page.index("</form>", page.index('<form class="edit'))]
    fields: dict[str, str] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and ("radio" not in tag or "checked" in tag):
            fields[name[1]] = unescape(value[1]) if value else ""
    for name, inner in re.findall(r'<textarea name="([^"]*)"[^>]*>(.*?)</textarea>', form, re.S):
        fields[name] = unescape(inner)
    for name, inner in re.findall(r'<select name="([^"]*)">(.*?)</select>', form, re.S):
        chosen = re.search(r'value="([^"]*)" selected', inner)
        fields[name] = chosen[1] if chosen else ""
    return fields
