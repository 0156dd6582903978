"""The pictures that a page inside an archive shows, by the address that the page gives them."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from wherewhen.documents.limits import MAX_IMAGE_BYTES, MAX_IMAGES, MAX_IMAGES_BYTES
from wherewhen.documents.page.images import harmless
from wherewhen.documents.signatures import picture

SOURCE = re.compile(
    rb"\b(?:data-)?(?:lazy-|full-)?(?:src|srcset|original|url)\s*=\s*"
    rb"(?:\"([^\"]{1,4000})\"|'([^']{1,4000})'|([^\s\"'>]{1,4000}))",
    re.I,
)


def shown_in(markup: bytes, lookup: Callable[[str], bytes | None]) -> dict[str, bytes]:
    """``lookup`` gives the bytes at an address; what is no raster picture or too large is left out."""
    found: dict[str, bytes] = {}
    taken = 0
    for match in SOURCE.finditer(markup):
        raw = html.unescape((match[1] or match[2] or match[3]).decode("utf-8", "replace")).strip()
        for address in {raw, raw.split(",")[0].split(" ")[0]}:
            data = lookup(address) if address and address not in found else None
            if data is None or len(data) > MAX_IMAGE_BYTES or not picture(data):
                continue
            taken += len(data)
            if len(found) >= MAX_IMAGES or taken > MAX_IMAGES_BYTES:
                return found
            found[address] = data
    return found


def inside(folder: str, address: str) -> str | None:
    """The entry that a relative address of a page in ``folder`` means; None for all that leads elsewhere."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    name = unquote(parts.path)
    if parts.scheme or parts.netloc or not harmless(name):
        return None
    return posixpath.normpath(posixpath.join(folder, name))
