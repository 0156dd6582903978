"""A packed web archive (WACZ): the WARC files in it, held against its list of hashes and of pages."""

from __future__ import annotations

import hashlib
import json
import mmap
from typing import Any
from urllib.parse import urldefrag

from wherewhen.documents.archives.warc import Captures
from wherewhen.documents.limits import MAX_ENTRIES, MAX_UNPACKED_BYTES
from wherewhen.documents.page.metadata import web_address
from wherewhen.documents.reading import Left, Reading
from wherewhen.documents.signatures import ZIP
from wherewhen.documents.unpacking import Unpacker
from wherewhen.model.errors import DamagedFile
from wherewhen.model.tool import Tool

NAME = "wacz"
LIST = "datapackage.json"
MAX_LIST = 5_000_000


def claims(data: bytes | mmap.mmap, head: bytes, suffix: str) -> bool:
    packed = head.startswith(ZIP) and data.find(LIST.encode()) >= 0
    return packed and (suffix == ".wacz" or data.find(b"archive/") >= 0)


def reading(data: bytes | mmap.mmap, name: object) -> Reading:
    pack = Unpacker(data, name)
    if LIST not in pack:
        raise DamagedFile(name, f"It has no {LIST}")
    listed = parsed(pack.read(LIST, MAX_LIST), name)
    hashes = _hashes(listed)
    captures = Captures(name, _pages(pack, hashes))
    for entry in sorted(pack.names()):
        if entry.startswith("archive/") and entry.endswith((".warc", ".warc.gz")):
            content = pack.read(entry, MAX_UNPACKED_BYTES)
            if _agrees(content, hashes.get(entry)):
                captures.add(content)
            else:
                captures.left.append(Left(entry, "W210", f"It differs from the hash in {LIST}"))
    if captures.tool is None and isinstance(listed.get("software"), str):
        captures.tool = Tool(listed["software"][:100], "")
    return captures.reading()


def parsed(data: bytes, name: object) -> dict[str, Any]:
    """An object of JSON; raises DamagedFile for anything else."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise DamagedFile(name, "Its list is no JSON") from None
    if not isinstance(value, dict):
        raise DamagedFile(name, "Its list is no object of JSON")
    return value


def _hashes(listed: dict[str, Any]) -> dict[str, str]:
    resources = listed.get("resources")
    found = {}
    for resource in resources[:MAX_ENTRIES] if isinstance(resources, list) else []:
        if isinstance(resource, dict) and isinstance(resource.get("hash"), str):
            found[str(resource.get("path"))] = resource["hash"]
    return found


def _agrees(content: bytes, stated: str | None) -> bool:
    if stated is None or not stated.startswith("sha256:"):
        return True
    return hashlib.sha256(content).hexdigest() == stated.removeprefix("sha256:").lower()


def _pages(pack: Unpacker, hashes: dict[str, str]) -> dict[str, str | None] | None:
    """Address and title of the pages that somebody wanted; None where there is no list."""
    pages: dict[str, str | None] = {}
    for entry in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        if entry not in pack:
            continue
        for line in pack.read(entry, MAX_LIST).split(b"\n")[:MAX_ENTRIES]:
            address, title = _page(line)
            if address is not None:
                pages[urldefrag(address).url] = title
    return pages or None


def _page(line: bytes) -> tuple[str | None, str | None]:
    try:
        page = json.loads(line)
    except (ValueError, RecursionError):
        return None, None
    if not isinstance(page, dict):
        return None, None
    title = page.get("title")
    address = web_address(page.get("url"))
    return address, title[:500] if isinstance(title, str) and title != address else None
