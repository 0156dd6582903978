"""How some bytes came into a case: who collected them, when, where from, how."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from wherewhen.model.tool import Tool


class How(StrEnum):
    FILE = "file"
    SAVED_PAGE = "saved_page"
    ASSET = "asset"
    ARCHIVE_MEMBER = "archive_member"
    WEB_ARCHIVE = "web_archive"
    MAIL = "mail"
    ATTACHMENT = "attachment"
    ARCHIVED_POST = "archived_post"
    CASE_EXPORT = "case_export"
    KEY_FRAME = "key_frame"


@dataclass(frozen=True, slots=True)
class Provenance:
    """One way in which one item came. The same bytes may have come in several ways.

    source     where from: a web address if one is stated, else the path of the file
    who        who collected it: as the archive states, else whoever adds it; None is "not said"
    when       the moment of collection, ISO 8601, as the archive states it; None is "not said"
    inside     names of the archives it lay in, outermost first
    container  sha256 of the innermost archive or document it was taken from
    """

    source: str
    how: How
    who: str | None = None
    when: str | None = None
    inside: tuple[str, ...] = ()
    container: str | None = None
    tool: Tool | None = None
